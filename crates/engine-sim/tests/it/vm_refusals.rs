//! Refusals of VMs and of what belongs to them, row by row.

use crate::story::play;

#[test]
fn labels_are_assigned_twice_and_without_a_job() {
    play(&[
        (
            "vm",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template></vm>",
            201,
            "<initialization>",
        ),
        (
            "l",
            "POST affinitylabels <affinity_label><name>l</name></affinity_label>",
            201,
            "<name>l",
        ),
        (
            "",
            "POST affinitylabels/{l}/vms <vm id=\"{vm}\"/>",
            201,
            "<name>v",
        ),
        // Adding it again changes nothing, and removing it has no job.
        (
            "",
            "POST affinitylabels/{l}/vms <vm id=\"{vm}\"/>",
            201,
            "<name>v",
        ),
        (
            "",
            "DELETE affinitylabels/{l}/vms/{vm}",
            200,
            "<action>\n    <status>complete",
        ),
    ]);
}

#[test]
fn vms_whose_disks_are_copied_have_no_description() {
    play(&[
        (
            "vm",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template></vm>",
            201,
            "<configuration>",
        ),
        (
            "",
            "POST vms/{vm}/diskattachments <disk_attachment><interface>virtio</interface><disk><format>cow</format><provisioned_size>1048576</provisioned_size><storage_domains><storage_domain id=\"{storagedomains}\"/></storage_domains></disk></disk_attachment>",
            201,
            "virtio",
        ),
        (
            "t",
            "POST templates <template><name>t</name><vm id=\"{vm}\"/></template>",
            201,
            "<name>t<",
        ),
        (
            "",
            "POST vms <vm><name>w</name><cluster id=\"{clusters}\"/><template id=\"{t}\"/></vm>",
            202,
            "!<configuration>",
        ),
    ]);
}

#[test]
fn vms_have_at_most_as_many_cpus_as_engines_allow() {
    play(&[
        (
            "",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template><cpu><topology><sockets>17</sockets></topology></cpu></vm>",
            409,
            "[Cannot add VM. Maximum number of sockets exceeded.]",
        ),
        (
            "",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template><type>odd</type></vm>",
            400,
            "'desktop', 'server', 'high_performance'.",
        ),
        (
            "vm",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template></vm>",
            201,
            "<name>v<",
        ),
        (
            "",
            "PUT vms/{vm} <vm><cpu><topology><cores>300</cores></topology></cpu></vm>",
            409,
            "[Cannot edit VM. Maximum number of CPUs per socket exceeded.]",
        ),
        (
            "",
            "POST vms/{vm}/previewsnapshot <action><snapshot id=\"99999999-9999-9999-9999-999999999999\"/></action>",
            400,
            "[Cannot preview Snapshot. VM's Snapshot does not exist.]",
        ),
        (
            "",
            "POST vms/{vm}/graphicsconsoles/766e63/remoteviewerconnectionfile <action/>",
            204,
            "",
        ),
    ]);
}

#[test]
fn vms_are_once_in_an_affinity_group() {
    play(&[
        (
            "vm",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template></vm>",
            201,
            "<name>v<",
        ),
        (
            "g",
            "POST clusters/{clusters}/affinitygroups <affinity_group><name>g</name></affinity_group>",
            201,
            "<name>g<",
        ),
        (
            "",
            "POST clusters/{clusters}/affinitygroups/{g}/vms <vm id=\"{vm}\"/>",
            200,
            "<vm ",
        ),
        (
            "",
            "POST clusters/{clusters}/affinitygroups/{g}/vms <vm id=\"{vm}\"/>",
            400,
            "[Cannot edit Affinity Group. Duplicate VM.]",
        ),
    ]);
}

#[test]
fn virtual_numa_nodes_must_fit_their_vm() {
    const VM: &str = "POST vms <vm><name>numa</name><cluster><name>Default</name></cluster>\
        <template><name>Blank</name></template><cpu><topology><sockets>2</sockets>\
        <cores>1</cores><threads>1</threads></topology></cpu></vm>";
    const SECOND: &str = "POST vms/{vm}/numanodes <vm_numa_node><index>1</index>\
        <memory>512</memory><cpu><cores><core><index>1</index></core></cores></cpu></vm_numa_node>";
    let row = |index: u64, cpu: u64, more: &str| -> &'static str {
        let body = format!(
            "POST vms/{{vm}}/numanodes <vm_numa_node><index>{index}</index><memory>512</memory>\
             <cpu><cores><core><index>{cpu}</index></core></cores></cpu>{more}</vm_numa_node>"
        );
        String::leak(body)
    };
    let pin = "<numa_node_pins><numa_node_pin><index>0</index></numa_node_pin></numa_node_pins>";
    play(&[
        ("vm", VM, 201, ""),
        ("", SECOND, 400, "0-0 for 1 numa nodes. Missing indices 0."),
        (
            "",
            row(0, 2, ""),
            400,
            "invalid CPU index: 2. Indexes must be between 0 and 1.",
        ),
        (
            "",
            row(0, 0, pin),
            400,
            "Cannot pin NUMA nodes when VM is not pin to a VDS.",
        ),
        (
            "",
            "PUT vms/{vm} <vm><placement_policy><hosts><host id=\"{hosts}\"/></hosts></placement_policy></vm>",
            200,
            "",
        ),
        ("first", row(0, 0, pin), 201, "<numa_node_pin>"),
        (
            "",
            row(0, 1, ""),
            400,
            "NUMA node with index 0 exists at least twice.",
        ),
        (
            "",
            row(1, 0, ""),
            400,
            "assigned to two or more NUMA nodes: 0.",
        ),
        ("", SECOND, 201, ""),
        (
            "",
            row(2, 1, ""),
            400,
            "Assigned 3 NUMA nodes for 2 CPU cores.",
        ),
        (
            "",
            "DELETE vms/{vm}/numanodes/{first}",
            400,
            "Missing indices 0.",
        ),
    ]);
}
