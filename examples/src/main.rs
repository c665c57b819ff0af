//! Runs an example by its name, on the engine that the environment describes or on the simulator.
//!
//! Each example is one file with one function, `run`. The end of its documentation shows what it
//! prints on the simulator. The test `output` compares.

// Examples print.
#![allow(clippy::print_stdout)]
// The bans in clippy.toml are for the library.
#![allow(clippy::disallowed_methods)]

mod clusters;
mod connecting;
mod disks;
mod hosts;
mod lab;
mod login;
mod monitoring;
mod networks;
mod snapshots;
mod storage;
mod tags;
mod templates;
mod users;
mod vms;

use std::error::Error;
use std::process::ExitCode;

use login::Login;
use ovirt::{Connection, Result};

/// Defines a function that runs an example by its name, and the list of the names by area.
macro_rules! examples {
    ($list:ident, $run:ident($argument:ty): $($area:ident { $($name:ident)* })*) => {
        const $list: &[(&str, &[&str])] = &[$((stringify!($area), &[$(stringify!($name)),*]),)*];

        /// Runs the example, if there is one of that name.
        async fn $run(name: &str, argument: $argument) -> Option<Result<()>> {
            match name {
                $($(stringify!($name) => Some($area::$name::run(argument).await),)*)*
                _ => None,
            }
        }
    };
}

examples! { WITH_LOGIN, run_with_login(&Login):
    connecting {
        connection_builder
        disable_compression
        enable_compression
        process_errors
        test_connection
    }
}

examples! { CONNECTED, run_connected(&Connection):
    vms {
        add_independent_vm
        add_vm
        add_vm_from_template_version
        add_vm_nic
        add_vm_with_sysprep
        add_vnc_console
        change_vm_cd
        download_vm_ovf
        enable_serial_console
        export_vm
        export_vm_as_ova
        fix_dup_nic_macs
        follow_vm_links
        get_display_ticket
        get_vm_ip
        import_external_vm
        import_vm
        import_vm_from_ova
        import_vm_from_vmware
        list_vms
        page_vms
        pin_vm
        print_vm_mac_duplicates
        register_vm
        remove_numa_nodes_from_vm
        remove_vm
        search_vms
        server_side_follow
        set_vm_comment
        set_vm_lease_storage_domain
        set_vm_serial_number
        start_vm
        start_vm_with_boot_devices
        start_vm_with_cloud_init
        stop_vm
        wait_vm_status
    }
    disks {
        add_disks
        add_floating_disk
        add_lun_disk_to_vm
        add_vm_disk
        cancel_transfer
        deactivate_disk_attachment
        delete_disks
        extend_disk
        image_transfer
        list_disk_snapshots
        list_vm_disks
        reduce_disk
        sparsify_disk
    }
    snapshots {
        add_vm_snapshot
        backup_vm
        checkpoints
        clone_vm_from_snapshot
        list_vm_snapshots
        vm_backup
    }
    templates {
        add_instance_type
        add_template
        add_vm_pool
        export_template
        export_template_as_ova
        import_template_from_ova
        reprovision_stateless_vm_in_pool
    }
    networks {
        add_logical_network
        add_mac_pool
        add_vnic_profile
        assign_network_to_cluster
        list_cluster_networks
    }
    clusters {
        add_cluster
        add_data_center
        data_center_maintenance
        list_clusters
        update_data_center
        update_quota_limits
    }
    hosts {
        add_bond
        add_fence_agent
        add_host
        change_host_cluster
        list_host_statistics
        remove_host
        update_fencing_options
        upgrade_host
    }
    storage {
        add_iscsi_data_storage_domain
        add_nfs_data_storage_domain
        add_nfs_iso_storage_domain
        attach_nfs_data_storage_domain
        attach_nfs_iso_storage_domain
        change_master
        list_iso_files
        list_storage_domains
    }
    users {
        add_group
        add_role
        add_user_ssh_public_key
        assign_permission
        assign_permission_to_vms
        list_roles
    }
    tags {
        add_affinity_label
        add_tag
        assign_affinity_label_to_vm
        assign_tag_to_vm
        list_affinity_labels
        list_tags
        list_tags_of_vm
        remove_tag
        unassign_tag_to_vm
    }
    monitoring {
        asynchronous_inventory
        poll_events
        show_summary
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let Some(name) = std::env::args().nth(1) else {
        for (area, names) in WITH_LOGIN.iter().chain(CONNECTED) {
            println!("{area}: {}", names.join(" "));
        }
        return ExitCode::SUCCESS;
    };
    match run(&name).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(name: &str) -> Result<(), Box<dyn Error>> {
    // The simulator stops when it is dropped.
    let (login, _engine) = login::from_environment().await?;
    if let Some(result) = run_with_login(name, &login).await {
        return Ok(result?);
    }
    let connection = login.connect()?;
    let result = run_connected(name, &connection).await;
    connection.close().await?;
    Ok(result.ok_or_else(|| format!("there is no example \"{name}\""))??)
}
