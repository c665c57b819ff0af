//! The `synthetic` list: VMs of some 10 KB in the engine's format that differ in few values.
//!
//! Half of each VM are links to its actions and collections. Three VMs in five are up, which adds
//! the report of the guest agent and the certificate of the display.

use std::fmt::Write as _;

use super::random::{certificate, date, uuid};

const ACTIONS: &[&str] = &[
    "autopincpuandnumanodes",
    "cancelmigration",
    "clone",
    "commitsnapshot",
    "detach",
    "export",
    "freezefilesystems",
    "logon",
    "maintenance",
    "migrate",
    "previewsnapshot",
    "reboot",
    "reordermacaddresses",
    "reset",
    "screenshot",
    "shutdown",
    "start",
    "stop",
    "suspend",
    "thawfilesystems",
    "ticket",
    "undosnapshot",
];

const COLLECTIONS: &[&str] = &[
    "affinitylabels",
    "applications",
    "backups",
    "cdroms",
    "checkpoints",
    "diskattachments",
    "graphicsconsoles",
    "hostdevices",
    "katelloerrata",
    "mediateddevices",
    "nics",
    "numanodes",
    "permissions",
    "reporteddevices",
    "sessions",
    "snapshots",
    "statistics",
    "tags",
    "watchdogs",
];

const HOSTS: usize = 200;

const SYSTEMS: &[&str] = &["rhel_9x64", "other_linux", "windows_2022", "debian_12"];

/// Appends `count` VMs to the items of a list.
pub(super) fn vms(text: &mut String, count: usize) {
    let mut out = Document {
        text: std::mem::take(text),
        depth: 1,
    };
    (0..count).for_each(|index| vm(&mut out, index));
    *text = out.text;
}

/// A document under construction, indented as engines do.
struct Document {
    text: String,
    depth: usize,
}

impl Document {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        self.text.extend(std::iter::repeat_n("    ", self.depth));
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(line);
        self.text.push('\n');
    }

    fn within(&mut self, start: &str, inside: impl FnOnce(&mut Self)) {
        self.line(format_args!("<{start}>"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        let tag = start.split(' ').next().unwrap_or_default();
        self.line(format_args!("</{tag}>"));
    }

    fn values(&mut self, values: &[(&str, &str)]) {
        for (tag, value) in values {
            self.value(tag, value);
        }
    }

    fn value(&mut self, tag: &str, value: impl std::fmt::Display) {
        self.line(format_args!("<{tag}>{value}</{tag}>"));
    }

    fn reference(&mut self, tag: &str, collection: &str, id: &str) {
        self.line(format_args!(
            "<{tag} href=\"/ovirt-engine/api/{collection}/{id}\" id=\"{id}\"/>"
        ));
    }

    fn links(&mut self, id: &str, names: &[&str]) {
        for name in names {
            self.line(format_args!(
                "<link href=\"/ovirt-engine/api/vms/{id}/{name}\" rel=\"{name}\"/>"
            ));
        }
    }
}

fn vm(out: &mut Document, index: usize) {
    let id = uuid("vm", index);
    let up = index % 5 < 3;
    let start = format!("vm href=\"/ovirt-engine/api/vms/{id}\" id=\"{id}\"");
    out.within(&start, |out| {
        out.within("actions", |out| out.links(&id, ACTIONS));
        out.value("name", format_args!("web{index:05}.example.com"));
        if index.is_multiple_of(4) {
            out.value("description", "Front end &amp; cache of the shop");
        } else {
            out.value("description", "");
        }
        out.value("comment", "");
        out.links(&id, COLLECTIONS);
        hardware(out, index, up);
        policies(out, index);
        out.reference("cluster", "clusters", &uuid("cluster", index % 7));
        out.reference("cpu_profile", "cpuprofiles", &uuid("profile", index % 7));
        out.line(format_args!("<quota id=\"{}\"/>", uuid("quota", index % 3)));
        if up {
            guest(out, index);
        }
        state(out, index, up);
    });
}

fn hardware(out: &mut Document, index: usize, up: bool) {
    out.within("bios", |out| {
        out.within("boot_menu", |out| out.value("enabled", false));
        out.value("type", "q35_sea_bios");
    });
    out.within("cpu", |out| {
        out.value("architecture", "x86_64");
        out.within("topology", |out| {
            out.value("cores", 1 + index % 4);
            out.values(&[("sockets", "2"), ("threads", "1")]);
        });
    });
    out.value("cpu_shares", 0);
    out.value("creation_time", date(index));
    out.within("custom_properties", |out| {
        out.within("custom_property", |out| {
            out.values(&[("name", "viodiskcache"), ("value", "writethrough")]);
        });
    });
    out.value("delete_protected", index.is_multiple_of(2));
    out.within("display", |out| display(out, index, up));
}

fn display(out: &mut Document, index: usize, up: bool) {
    if up {
        out.value("address", format_args!("192.0.2.{}", index % 250));
    }
    out.value("allow_override", false);
    if up {
        out.within("certificate", |out| {
            out.value("content", certificate(0));
            out.value("organization", "lab.example.com");
            // The subject is the host's; the certificate is the one of the engine's CA.
            let host = index % HOSTS;
            let subject = format_args!("O=lab.example.com,CN=host{host}.lab.example.com");
            out.value("subject", subject);
        });
    }
    out.values(&[
        ("copy_paste_enabled", "true"),
        ("disconnect_action", "LOCK_SCREEN"),
        ("file_transfer_enabled", "true"),
        ("monitors", "1"),
    ]);
    if up {
        out.values(&[("port", "5900"), ("secure_port", "5901")]);
    }
    out.values(&[
        ("single_qxl_pci", "false"),
        ("smartcard_enabled", "false"),
        ("type", "spice"),
    ]);
}

fn policies(out: &mut Document, index: usize) {
    let memory = (1 + index as u64 % 16) << 30;
    out.within("high_availability", |out| {
        out.values(&[("enabled", "false"), ("priority", "1")]);
    });
    out.within("io", |out| out.value("threads", 1));
    out.reference("large_icon", "icons", &uuid("large", index % 5));
    out.value("memory", memory);
    out.within("memory_policy", |out| {
        out.value("ballooning", true);
        out.value("guaranteed", memory);
        out.value("max", memory * 4);
    });
    out.within("migration", |out| {
        out.values(&[
            ("auto_converge", "inherit"),
            ("compressed", "inherit"),
            ("encrypted", "inherit"),
        ]);
    });
    out.values(&[
        ("migration_downtime", "-1"),
        ("multi_queues_enabled", "true"),
        ("origin", "ovirt"),
    ]);
    out.within("os", |out| {
        out.within("boot", |out| {
            out.within("devices", |out| {
                out.values(&[("device", "hd"), ("device", "network")]);
            });
        });
        out.value("type", SYSTEMS[index % SYSTEMS.len()]);
    });
    out.within("placement_policy", |out| {
        out.value("affinity", "migratable");
    });
    out.within("rng_device", |out| out.value("source", "urandom"));
    out.reference("small_icon", "icons", &uuid("small", index % 5));
    out.within("sso", |out| {
        out.within("methods", |out| {
            out.line(format_args!("<method id=\"guest_agent\"/>"));
        });
    });
    out.values(&[
        ("start_paused", "false"),
        ("stateless", "false"),
        ("storage_error_resume_behaviour", "auto_resume"),
    ]);
    out.within("time_zone", |out| out.value("name", "Etc/GMT"));
    out.values(&[("type", "server"), ("virtio_scsi_multi_queues", "0")]);
    out.within("usb", |out| out.value("enabled", false));
}

/// The report of the guest agent.
fn guest(out: &mut Document, index: usize) {
    out.value("fqdn", format_args!("web{index:05}.example.com"));
    out.within("guest_operating_system", |out| {
        out.values(&[
            ("architecture", "x86_64"),
            ("codename", "Plow"),
            ("distribution", "Red Hat Enterprise Linux"),
            ("family", "Linux"),
        ]);
        out.within("kernel", |out| {
            out.within("version", |out| {
                out.values(&[
                    ("build", "0"),
                    ("full_version", "5.14.0-427.13.1.el9_4.x86_64"),
                    ("major", "5"),
                    ("minor", "14"),
                    ("revision", "427"),
                ]);
            });
        });
        out.within("version", |out| {
            out.values(&[("full_version", "9.4"), ("major", "9"), ("minor", "4")]);
        });
    });
    out.within("guest_time_zone", |out| {
        out.values(&[("name", "CET"), ("utc_offset", "+01:00")]);
    });
}

fn state(out: &mut Document, index: usize, up: bool) {
    out.values(&[
        ("next_run_configuration_exists", "false"),
        ("numa_tune_mode", "interleave"),
        ("run_once", "false"),
    ]);
    if up {
        out.value("start_time", date(index + 1));
        out.value("status", "up");
    } else {
        out.values(&[("status", "down"), ("stop_reason", "")]);
    }
    out.value("stop_time", date(index + 2));
    if up {
        out.reference("host", "hosts", &uuid("host", index % HOSTS));
    }
    let template = uuid("template", index % 20);
    out.reference("original_template", "templates", &template);
    out.reference("template", "templates", &template);
}
