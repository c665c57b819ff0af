//! The requests of the random walk.

use super::RandomWalk;

/// Maximum number of VMs.
const MAX_VMS: usize = 25;

/// Collections whose objects are never removed, so that requests keep having targets.
const PRESERVED: &[&str] = &[
    "clusterlevels",
    "events",
    "instancetypes",
    "jobs",
    "networkfilters",
    "operatingsystems",
    "roles",
    "schedulingpolicies",
];

impl RandomWalk {
    pub(super) fn remove_anything(&mut self) -> (u16, String) {
        let all = self.world.store.all();
        let paths: Vec<String> = all
            .filter(|(path, objects)| !objects.is_empty() && !PRESERVED.contains(path))
            .map(|(path, _)| path.to_owned())
            .collect();
        let path = paths[self.random(paths.len())].clone();
        let path = self.random_path(&path);
        let query = self.pick(&[
            "",
            "detach_only=true",
            "detach_only=false",
            "host=host1",
            "host=host1&destroy=true",
        ]);
        self.send("DELETE", &path, query, "")
    }

    pub(super) fn act_on_anything(&mut self) -> (u16, String) {
        let homes = [
            "hosts",
            "disks",
            "vmpools",
            "jobs",
            "imagetransfers",
            "clusters",
            "templates",
        ];
        let home = self.pick(&homes);
        let path = match self.random(3) {
            0 => {
                let vm = self.random_path("vms");
                let below = self.pick(&["nics", "snapshots", "backups", "graphicsconsoles"]);
                self.random_path(&format!("{vm}/{below}"))
            }
            1 => {
                let center = self.random_path("datacenters");
                self.random_path(&format!("{center}/storagedomains"))
            }
            _ => self.random_path(home),
        };
        let Some(resource) = self.world.schema.locate(&path) else {
            return (404, String::new());
        };
        let model = &self.world.schema.model;
        let actions: Vec<String> = model
            .methods(resource.service)
            .into_iter()
            .filter_map(|method| method.segment())
            .collect();
        let at = self.random(actions.len());
        let Some(action) = actions.get(at).cloned() else {
            return (404, String::new());
        };
        let domain = self.random_id("storagedomains");
        let kind = self.pick(&["restart", "start", "stop", "manual"]);
        let body = match action.as_str() {
            "copy" | "move" => format!("<action><storage_domain id=\"{domain}\"/></action>"),
            "fence" => format!("<action><fence_type>{kind}</fence_type></action>"),
            _ => "<action/>".to_owned(),
        };
        self.send("POST", &format!("{path}/{action}"), "", &body)
    }

    pub(super) fn act_on_vm(&mut self) -> (u16, String) {
        const ACTIONS: &[&str] = &[
            "start",
            "start",
            "start",
            "stop",
            "shutdown",
            "reboot",
            "suspend",
            "migrate",
            "cancelmigration",
            "clone",
            "detach",
            "previewsnapshot",
            "commitsnapshot",
            "undosnapshot",
            "reordermacaddresses",
            "ticket",
            "logon",
        ];
        let vm = self.random_path("vms");
        let action = self.pick(ACTIONS);
        let snapshot = self.random_id(&format!("{vm}/snapshots"));
        let number = self.random(1000);
        let body = match action {
            "clone" if self.world.store.list("vms").len() < MAX_VMS => {
                format!("<action><vm><name>clone{number}</name></vm></action>")
            }
            "start" if number < 200 => {
                "<action><vm><stateless>true</stateless></vm></action>".to_owned()
            }
            "previewsnapshot" => format!("<action><snapshot id=\"{snapshot}\"/></action>"),
            _ => "<action/>".to_owned(),
        };
        self.send("POST", &format!("{vm}/{action}"), "", &body)
    }

    pub(super) fn add(&mut self, number: usize) -> (u16, String) {
        let vm = self.random_path("vms");
        let cluster = self.random_id("clusters");
        let center = self.random_id("datacenters");
        let (path, body) = match self.random(26) {
            0..=2 if self.world.store.list("vms").len() < MAX_VMS => {
                let template = self.random_id("templates");
                (
                    "vms".to_owned(),
                    format!(
                        "<vm><name>m{number}</name><cluster id=\"{cluster}\"/><template id=\"{template}\"/></vm>"
                    ),
                )
            }
            3 | 4 => {
                let profile = self.random_id("vnicprofiles");
                (
                    format!("{vm}/nics"),
                    format!("<nic><name>n{number}</name><vnic_profile id=\"{profile}\"/></nic>"),
                )
            }
            5 => {
                let domain = self.random_id("storagedomains");
                (
                    "disks".to_owned(),
                    format!(
                        "<disk><name>d{number}</name><provisioned_size>1024</provisioned_size><format>cow</format><shareable>{}</shareable><backup>incremental</backup><storage_domains><storage_domain id=\"{domain}\"/></storage_domains></disk>",
                        number.is_multiple_of(2)
                    ),
                )
            }
            6 | 7 => {
                let disk = self.random_id("disks");
                (
                    format!("{vm}/diskattachments"),
                    format!(
                        "<disk_attachment><active>true</active><disk id=\"{disk}\"/></disk_attachment>"
                    ),
                )
            }
            8 => {
                let domain = self.random_id("storagedomains");
                let size = (number as u64 + 1) << 28;
                (
                    format!("{vm}/diskattachments"),
                    format!(
                        "<disk_attachment><bootable>true</bootable><disk><provisioned_size>{size}</provisioned_size><format>cow</format><sparse>{}</sparse><storage_domains><storage_domain id=\"{domain}\"/></storage_domains></disk></disk_attachment>",
                        number.is_multiple_of(2)
                    ),
                )
            }
            9 | 10 => (
                format!("{vm}/snapshots"),
                format!("<snapshot><description>s{number}</description></snapshot>"),
            ),
            11 => {
                let base = self.random_id("templates");
                let version = if number.is_multiple_of(3) {
                    format!("<version><base_template id=\"{base}\"/></version>")
                } else {
                    String::new()
                };
                let vm = vm.rsplit('/').next().unwrap_or_default().to_owned();
                (
                    "templates".to_owned(),
                    format!(
                        "<template><name>t{number}</name><vm id=\"{vm}\"/>{version}</template>"
                    ),
                )
            }
            12 => {
                let template = self.random_id("templates");
                let size = self.random(3);
                let total = self.world.store.list("vms").len();
                let size = if total < MAX_VMS { size } else { 0 };
                (
                    "vmpools".to_owned(),
                    format!(
                        "<vm_pool><name>p{number}</name><size>{size}</size><prestarted_vms>{}</prestarted_vms><cluster id=\"{cluster}\"/><template id=\"{template}\"/></vm_pool>",
                        size / 2
                    ),
                )
            }
            13 => (
                "hosts".to_owned(),
                format!(
                    "<host><name>h{number}</name><address>h{number}</address><root_password>x</root_password><cluster id=\"{cluster}\"/></host>"
                ),
            ),
            14 => (
                "storagedomains".to_owned(),
                format!(
                    "<storage_domain><name>sd{number}</name><type>data</type><host><name>host1</name></host><storage><type>nfs</type><address>a</address><path>/{number}</path></storage></storage_domain>"
                ),
            ),
            15 => {
                let domain = self.random_id("storagedomains");
                (
                    format!("datacenters/{center}/storagedomains"),
                    format!("<storage_domain id=\"{domain}\"/>"),
                )
            }
            16 => (
                "networks".to_owned(),
                format!(
                    "<network><name>net{number}</name><data_center id=\"{center}\"/></network>"
                ),
            ),
            17 => {
                let network = self.random_id("networks");
                (
                    format!("clusters/{cluster}/networks"),
                    format!("<network id=\"{network}\"/>"),
                )
            }
            18 => {
                let network = self.random_id("networks");
                (
                    "vnicprofiles".to_owned(),
                    format!(
                        "<vnic_profile><name>v{number}</name><network id=\"{network}\"/></vnic_profile>"
                    ),
                )
            }
            19 => {
                let parent = self.random_id("tags");
                (
                    "tags".to_owned(),
                    format!(
                        "<tag><name>tag{number}</name><parent><tag id=\"{parent}\"/></parent></tag>"
                    ),
                )
            }
            20 => {
                let tag = self.random_id("tags");
                (format!("{vm}/tags"), format!("<tag id=\"{tag}\"/>"))
            }
            21 => match self.random(4) {
                0 => (
                    "affinitylabels".to_owned(),
                    format!("<affinity_label><name>l{number}</name></affinity_label>"),
                ),
                1 => {
                    let label = self.random_id("affinitylabels");
                    (
                        format!("{vm}/affinitylabels"),
                        format!("<affinity_label id=\"{label}\"/>"),
                    )
                }
                2 => (
                    format!("clusters/{cluster}/affinitygroups"),
                    format!("<affinity_group><name>g{number}</name></affinity_group>"),
                ),
                _ => {
                    let group = self.random_path(&format!("clusters/{cluster}/affinitygroups"));
                    let vm = vm.rsplit('/').next().unwrap_or_default().to_owned();
                    (format!("{group}/vms"), format!("<vm id=\"{vm}\"/>"))
                }
            },
            22 => {
                let (user, role) = (self.random_id("users"), self.random_id("roles"));
                let path = match self.random(3) {
                    0 => "permissions".to_owned(),
                    1 => self.random_path("vnicprofiles") + "/permissions",
                    _ => vm + "/permissions",
                };
                (
                    path,
                    format!("<permission><role id=\"{role}\"/><user id=\"{user}\"/></permission>"),
                )
            }
            23 => match self.random(4) {
                0 => (
                    "users".to_owned(),
                    format!(
                        "<user><user_name>u{number}@internal</user_name><domain><name>internal-authz</name></domain></user>"
                    ),
                ),
                1 => (
                    "roles".to_owned(),
                    format!(
                        "<role><name>r{number}</name><permits><permit id=\"1\"/></permits></role>"
                    ),
                ),
                2 => (
                    "macpools".to_owned(),
                    format!(
                        "<mac_pool><name>mp{number}</name><ranges><range><from>00:00:00:00:00:00</from><to>00:00:00:00:00:03</to></range></ranges></mac_pool>"
                    ),
                ),
                _ => (
                    format!("datacenters/{center}/quotas"),
                    format!("<quota><name>q{number}</name></quota>"),
                ),
            },
            24 => match self.random(2) {
                0 => (
                    "datacenters".to_owned(),
                    format!(
                        "<data_center><name>dc{number}</name><local>false</local></data_center>"
                    ),
                ),
                _ => {
                    let pool = self.random_id("macpools");
                    (
                        "clusters".to_owned(),
                        format!(
                            "<cluster><name>c{number}</name><data_center id=\"{center}\"/><mac_pool id=\"{pool}\"/></cluster>"
                        ),
                    )
                }
            },
            _ => {
                let disk = self.random_id(&format!("{vm}/diskattachments"));
                (
                    format!("{vm}/backups"),
                    format!("<backup><disks><disk id=\"{disk}\"/></disks></backup>"),
                )
            }
        };
        self.send("POST", &path, "", &body)
    }

    pub(super) fn update(&mut self) -> (u16, String) {
        let vm = self.random_path("vms");
        let number = self.random(100);
        match self.random(5) {
            0 => {
                let cluster = self.random_id("clusters");
                let body = format!(
                    "<vm><description>{number}</description><memory>{}</memory><cluster id=\"{cluster}\"/></vm>",
                    (number + 1) << 30
                );
                self.send("PUT", &vm, "", &body)
            }
            1 => {
                let nic = self.random_path(&format!("{vm}/nics"));
                let body =
                    format!("<nic><mac><address>56:6f:4b:3e:00:{number:02}</address></mac></nic>");
                self.send("PUT", &nic, "", &body)
            }
            2 => {
                let disk = self.random_path("disks");
                let body = format!(
                    "<disk><provisioned_size>{}</provisioned_size></disk>",
                    number << 30
                );
                self.send("PUT", &disk, "", &body)
            }
            3 => {
                let host = self.random_path("hosts");
                let cluster = self.random_id("clusters");
                self.send(
                    "PUT",
                    &host,
                    "",
                    &format!("<host><cluster id=\"{cluster}\"/></host>"),
                )
            }
            _ => self.send("POST", "events/undelete", "", "<action/>"),
        }
    }
}
