//! The search language as clients use it: queries, and the names of the results.

use std::fmt::Write as _;

use ovirt_engine_sim::Engine;

use crate::client::{Client, Response, engine};

/// Percent-encodes a query parameter.
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

fn search(client: &Client<'_>, collection: &str, text: &str, more: &str) -> Response {
    let response = client.get(&format!("/{collection}?search={}{more}", encode(text)));
    assert_eq!(response.status, 200, "{text}: {}", response.body);
    response
}

/// The texts of a member in all objects of a list.
fn members(response: &Response, tag: &str) -> Vec<String> {
    let open = format!("        <{tag}>");
    let lines = response.body.lines();
    let texts = lines.filter_map(|line| line.strip_prefix(&open)?.split('<').next());
    texts.map(str::to_owned).collect()
}

/// Checks the names of search results, in order, separated by spaces.
fn check(client: &Client<'_>, collection: &str, cases: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (text, expected) in cases {
        let response = search(client, collection, text, "");
        let found = members(&response, "name").join(" ");
        if &found != expected {
            let _ = writeln!(
                wrong,
                "{collection}: {text}: {found} rather than {expected}"
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn add(client: &Client<'_>, path: &str, body: &str) -> String {
    let response = client.post(path, body);
    assert!(response.status < 300, "{path} {body}: {}", response.body);
    response.id()
}

/// A simulator with a second cluster and VMs with tags, comments and other sizes.
fn populated() -> Engine {
    let engine = engine();
    let client = Client::new(&engine);
    let center = client.get("/datacenters").id();
    let small = format!(
        "<cluster><name>small</name><description>for trying</description>\
         <cpu><architecture>ppc64</architecture></cpu><data_center id=\"{center}\"/></cluster>"
    );
    add(&client, "/clusters", &small);
    for (name, cluster, more) in [
        (
            "web-1",
            "Default",
            "<comment>Front end</comment><memory>2147483648</memory>",
        ),
        (
            "web-2",
            "small",
            "<type>high_performance</type><memory>4294967296</memory>",
        ),
        (
            "Web_3",
            "small",
            "<description>100% new</description><os><type>rhel_9x64</type></os>",
        ),
    ] {
        let body = format!(
            "<vm><name>{name}</name><cluster><name>{cluster}</name></cluster>\
             <template><name>Blank</name></template>{more}</vm>"
        );
        add(&client, "/vms", &body);
    }
    let above = add(&client, "/tags", "<tag><name>blue</name></tag>");
    let below = format!("<tag><name>sky</name><parent id=\"{above}\"/></tag>");
    let below = add(&client, "/tags", &below);
    for (vm, tag) in [("web-1", above), ("web-2", below)] {
        let vm = search(&client, "vms", &format!("name={vm}"), "").id();
        let body = format!("<tag id=\"{tag}\"/>");
        add(&client, &format!("/vms/{vm}/tags"), &body);
    }
    engine
}

#[test]
fn vms_are_found_by_their_fields() {
    let engine = populated();
    let client = Client::new(&engine);
    let vm1 = search(&client, "vms", "name=vm1", "").id();
    check(
        &client,
        "vms",
        &[
            ("", "vm1 vm2 web-1 web-2 Web_3"),
            ("name=web*", "web-1 web-2 Web_3"),
            ("name=WEB-1", "web-1"),
            ("NAME = web_3", "Web_3"),
            ("name=web_*", "Web_3"),
            ("name=*2", "vm2 web-2"),
            ("name!=web*", "vm1 vm2"),
            ("name=vm1 or name=vm2", "vm1 vm2"),
            ("name=web* and name=*2 or name=vm1", "vm1 web-2"),
            ("name=vm1 OR name=web* name=*2", "vm1 web-2"),
            ("status=up", "vm1"),
            ("status=UP", "vm1"),
            ("status!=up", "vm2 web-1 web-2 Web_3"),
            ("status=down name=vm*", "vm2"),
            ("comment=front*", "web-1"),
            ("comment=\"front end\"", "web-1"),
            ("comment!=\"front end\"", "vm1 vm2 web-2 Web_3"),
            ("description=\"100% new\"", "Web_3"),
            ("memory=1024", "vm1 vm2 Web_3"),
            ("memory>1024", "web-1 web-2"),
            ("memory>=2048 memory<4096", "web-1"),
            ("memory<=1024", "vm1 vm2 Web_3"),
            ("guaranteed_memory!=1024", "web-1 web-2"),
            ("vcpus=1 name=vm*", "vm1 vm2"),
            ("type=HighPerformance", "web-2"),
            ("type=highperformance", "web-2"),
            ("type!=server", "web-2"),
            ("os=rhel_9x64", "Web_3"),
            ("cluster=small", "web-2 Web_3"),
            ("cluster!=s*", "vm1 vm2 web-1"),
            ("architecture=ppc64", "web-2 Web_3"),
            ("datacenter=Default name=web*", "web-1 web-2 Web_3"),
            ("compatibility_level=4.8 name=vm1", "vm1"),
            ("on_host=host1", "vm1"),
            ("on_host!=host1", "vm2 web-1 web-2 Web_3"),
            ("fqdn=vm1.example.com", "vm1"),
            ("ip=10.* or ip=192.*", "vm1"),
            ("next_run_config_exists=FALSE name=vm1", ""),
            ("next_run_config_exists=true", ""),
            ("pool=x", ""),
            ("pool!=x name=vm1", "vm1"),
            ("quota=\"\" name=vm1", ""),
            ("quota=null name=vm1", ""),
            ("quota!=null", "vm1 vm2"),
            ("tag=sky", "web-2"),
            ("tag=blue", "web-1 web-2"),
            ("tag=b*", "web-1 web-2"),
            ("tag!=blue", "vm1 vm2 Web_3"),
            ("tag=none", ""),
            ("creationdate<today", ""),
            ("creationdate>yesterday name=vm1", "vm1"),
            ("creationdate>3/5/24 name=vm1", "vm1"),
            ("creationdate<\"Mar 5, 2024\"", ""),
            ("uptime<1", "vm1"),
            ("uptime>0:30:00", ""),
            (&format!("id={vm1}"), "vm1"),
            (&format!("id!={vm1} name=vm*"), "vm2"),
        ],
    );
}

#[test]
fn free_text_matches_all_text_fields() {
    let engine = populated();
    let client = Client::new(&engine);
    check(
        &client,
        "vms",
        &[
            ("eb-", "web-1 web-2"),
            ("front", "web-1"),
            ("\"FRONT end\"", "web-1"),
            ("host1", "vm1"),
            ("mall name!=web-2", "Web_3"),
            ("100%", "Web_3"),
            ("w*b-2", "web-2"),
            // Excluded fields.
            ("rhel_9", ""),
            // At most once.
            ("web front", ""),
            ("host=host1 or host=host2", ""),
            ("host=host1 vm1", "vm1"),
            // An unquoted name of a field or entity requires an operator.
            ("comment", ""),
            ("host", ""),
            ("\"host\"", "vm1"),
        ],
    );
}

#[test]
fn values_have_the_names_of_the_search_language() {
    let engine = populated();
    let client = Client::new(&engine);
    check(
        &client,
        "vms",
        &[
            ("status!=PoweringUp name=vm1", "vm1"),
            ("status=powering_up or name=vm1", ""),
            ("status!=powering_up", ""),
            ("status!=MigratingFrom name=vm1", "vm1"),
            ("status!=migrating", ""),
            ("type=high_performance", ""),
            ("status=u*", ""),
        ],
    );
    check(
        &client,
        "disks",
        &[
            ("status=ok", "vm1_Disk1 vm2_Disk1"),
            ("status=OK disk_type=IMAGE", "vm1_Disk1 vm2_Disk1"),
            ("allocation_policy=Sparse alias=vm1*", "vm1_Disk1"),
            ("allocation_policy=Preallocated", ""),
            ("disk_content_type=DATA vm_names=vm2", "vm2_Disk1"),
        ],
    );
    // A starting VM passes through states with two-word names.
    let slow = Engine::builder()
        .plain(true)
        .life_cycle(std::time::Duration::from_secs(600))
        .start()
        .expect("the engine starts");
    let client = Client::new(&slow);
    let vm2 = search(&client, "vms", "name=vm2", "").id();
    assert_eq!(
        client
            .post(&format!("/vms/{vm2}/start"), "<action/>")
            .status,
        200
    );
    let status = client.get(&format!("/vms/{vm2}")).text("status").to_owned();
    assert!(status.contains('_'), "{status}");
    check(
        &client,
        "vms",
        &[
            (&format!("status={status}"), ""),
            (&format!("status={}", status.replace('_', "")), "vm2"),
        ],
    );
}

#[test]
fn invalid_searches_return_an_empty_list() {
    let engine = populated();
    let client = Client::new(&engine);
    for text in [
        "name=",
        "name='vm1'",
        "name=vm1;",
        "(name=vm1)",
        "name=vm1 and",
        "and name=vm1",
        "name=vm1 sortby",
        "sortby name page 1",
        "sortby nonsense asc",
        "page 1 name=vm1",
        "nonsense=1",
        "nonsense.name=vm1",
        "vms.name=vm1",
        "host.nonsense=1",
        "host.=1",
        ".name=1",
        "name<vm2",
        "name>=vm1",
        "status>down",
        "memory=much",
        "memory=nan",
        "memory=",
        "status=",
        "next_run_config_exists=maybe",
        "creationdate=today",
        "creationdate>=today",
        "creationdate<never",
        "uptime=1",
        "uptime<long",
        "tag<blue",
        "host<up",
    ] {
        let response = search(&client, "vms", text, "");
        assert!(
            members(&response, "name").is_empty(),
            "{text}: {}",
            response.body
        );
    }
}

#[test]
fn searches_that_the_database_of_an_engine_rejects_fail() {
    let engine = populated();
    let client = Client::new(&engine);
    for (collection, text, error) in [
        (
            "vms",
            "name=vm1 page 0",
            "offset (0 -1) limit 1]; error: offset must not be negative",
        ),
        (
            "vms",
            "id=nonsense",
            "error: invalid input syntax for type uuid: \"nonsense\"\n",
        ),
        ("disks", "id=*", "where  all disks.disk id = '*' )"),
        (
            "users",
            "vms.name=web-1",
            "error: column vdc users.vm guid does not exist",
        ),
        ("events", "host=host1", "bad sql grammar"),
        ("jobs", "status=STARTED", "column job.status does not exist"),
        ("instancetypes", "mem>1", "bad sql grammar"),
    ] {
        let path = format!("/{collection}?search={}&max=1", encode(text));
        let failed = client.get(&path);
        assert_eq!(failed.status, 400, "{text}: {}", failed.body);
        assert!(
            failed.text("detail").contains(error),
            "{text}: {}",
            failed.body
        );
    }
    let id = client.first("vms");
    assert_eq!(search(&client, "vms", &format!("id={id}"), "").id(), id);
}

#[test]
fn objects_are_found_by_linked_objects() {
    let engine = populated();
    let client = Client::new(&engine);
    check(
        &client,
        "vms",
        &[
            ("host.status=up", "vm1"),
            ("hosts.name=host1", "vm1"),
            ("host.name!=host1", "vm2 web-1 web-2 Web_3"),
            ("host=host*", "vm1"),
            ("Host = EXAMPLE.com", "vm1"),
            ("cluster=Default host.status=up", "vm1"),
            ("template.name=Blank name=web*", "web-1 web-2 Web_3"),
            ("template=Nothing", ""),
            ("storage.name=data1", "vm1 vm2"),
            ("storage.name!=data1", "web-1 web-2 Web_3"),
            ("storage.status=active", "vm1 vm2"),
            ("vnic.network_name=ovirtmgmt name=vm*", "vm1 vm2"),
            ("vnic.mac=56:6f:* name=vm*", "vm1 vm2"),
            ("event.message=*web-1*", "web-1"),
            ("events.severity=normal name=web-2", "web-2"),
            ("user.name=nobody", ""),
        ],
    );
    check(
        &client,
        "hosts",
        &[
            ("vms.name=vm1", "host1"),
            ("vm.name=vm2", ""),
            ("status=up cluster=Default", "host1"),
            ("cpus=16 memory=131072", "host1"),
            ("storage=data1", "host1"),
            ("nic.network_name=ovirtmgmt", "host1"),
            ("datacenter=Default type=rhel active_vms=1", "host1"),
            ("template.name=Blank", "host1"),
            ("update_available=true", ""),
        ],
    );
    check(
        &client,
        "clusters",
        &[
            ("", "Default small"),
            ("datacenter.name=Default", "Default small"),
            (
                "cluster_network.network_name=ovirtmgmt name=Default",
                "Default",
            ),
            ("storage.name=data1 architecture=ppc64", "small"),
            ("trying", "small"),
        ],
    );
    check(
        &client,
        "datacenters",
        &[
            ("clusters.name=small", "Default"),
            ("storage.name=data1 network.name=ovirtmgmt", "Default"),
            ("status=up local=false compatibility_version=4.8", "Default"),
            ("status=NotOperational", ""),
        ],
    );
    check(
        &client,
        "storagedomains",
        &[
            ("status=active", "data1"),
            ("shared_status=Active type=nfs", "data1"),
            ("free_size=1024 used_size>32 total_size>1056", "data1"),
            ("hosts.name=host1 cluster.name=small", "data1"),
            ("datacenter=Default backup=false", "data1"),
        ],
    );
    check(
        &client,
        "disks",
        &[
            ("vm_names=vm1", "vm1_Disk1"),
            ("number_of_vms=1", "vm1_Disk1 vm2_Disk1"),
            ("number_of_vms>1", ""),
            ("provisioned_size=17179869184 alias=vm2*", "vm2_Disk1"),
            (
                "datacenter.name=Default storage=data1 name=vm1*",
                "vm1_Disk1",
            ),
        ],
    );
}

#[test]
fn all_searchable_collections_accept_searches() {
    let engine = populated();
    let client = Client::new(&engine);
    check(
        &client,
        "templates",
        &[
            ("name=blank", "Blank"),
            ("childcount=5 mem=1024 status=OK", "Blank"),
            ("creationdate=3/31/08", "Blank"),
            ("creationdate=4/2/08", ""),
            ("vms.name=web-1", "Blank"),
        ],
    );
    check(
        &client,
        "instancetypes",
        &[
            ("", "Large Medium Small Tiny XLarge"),
            ("name=*l*", "Large Small XLarge"),
        ],
    );
    check(
        &client,
        "networks",
        &[
            ("vmnetwork=true mtu=1500 stp=false", "ovirtmgmt"),
            (
                "datacenter=Default cluster_network.cluster_name=Default",
                "ovirtmgmt",
            ),
            ("host_network.host_name=host1", "ovirtmgmt"),
            ("vlanid!=5", "ovirtmgmt"),
        ],
    );
    check(
        &client,
        "vnicprofiles",
        &[(
            "network_name=ovirtmgmt passthrough=false datacenter=Default",
            "ovirtmgmt",
        )],
    );
    check(
        &client,
        "users",
        &[
            ("usrname=admin@internal-authz", "admin"),
            ("usrname=admin directory=internal*", "admin"),
            ("type=Group", ""),
        ],
    );
    check(&client, "groups", &[("grpname=every*", "Everyone")]);
    check(&client, "vmpools", &[("name=*", "")]);
    for (text, found) in [
        (
            "message=\"VM web-1 was created by admin@internal-authz.\"",
            1,
        ),
        ("event_vm=web-1 severity<warning time>=today", 0),
        ("event_vm=web-1 message=*created* severity<1 time=today", 1),
        ("event_vm=web-1 message=*created* type=34", 1),
        ("event_vm=web-1 message=*created* time=yesterday", 0),
        ("vm.name=web-1 message=*created*", 1),
        ("severity>normal message=*created*", 0),
    ] {
        let response = search(&client, "events", text, "");
        assert_eq!(members(&response, "description").len(), found, "{text}");
    }
    let job = client.send("DELETE", "/vms/nothing?correlation_id=mine", "");
    assert_eq!(job.status, 404);
    let body = "<data_center><name>by-job</name><local>false</local></data_center>";
    let added = client.post("/datacenters?correlation_id=mine", body);
    assert_eq!(added.status, 201);
    let jobs = search(&client, "jobs", "correlation_id=mine", "");
    let description = "Data Center by-job was added.";
    assert_eq!(members(&jobs, "description"), [description]);
    // Collections that cannot be searched ignore the parameter.
    let tags = search(&client, "tags", "name=nothing", "");
    assert!(members(&tags, "name").len() > 1, "{}", tags.body);
}

#[test]
fn pools_and_users_are_found_by_each_other() {
    let engine = populated();
    let client = Client::new(&engine);
    let vm = search(&client, "vms", "name=web-1", "").id();
    let template = format!("<template><name>desktop</name><vm id=\"{vm}\"/></template>");
    let template = add(&client, "/templates", &template);
    client.wait_for(&format!("/templates/{template}"), "status", "ok");
    let pool = add(
        &client,
        "/vmpools",
        "<vm_pool><name>desk-??</name><size>2</size><cluster><name>small</name></cluster>\
         <template><name>desktop</name></template></vm_pool>",
    );
    let user = client.get("/users").id();
    let role = "<role><name>UserRole</name></role>";
    let permission = format!("<permission>{role}<user id=\"{user}\"/></permission>");
    add(
        &client,
        &format!("/vmpools/{pool}/permissions"),
        &permission,
    );
    let permissions = format!("/vms/{vm}/permissions");
    add(&client, &permissions, &permission);
    check(
        &client,
        "vmpools",
        &[
            ("name=desk* type=Automatic cluster=small", "desk-??"),
            ("assigned_vm_count=2 running_vm_count=0", "desk-??"),
            ("assigned_vm_count<2", ""),
        ],
    );
    check(
        &client,
        "users",
        &[
            ("pool=desk*", "admin"),
            ("pool!=desk*", ""),
            ("template.name=desktop", "admin"),
        ],
    );
    check(
        &client,
        "vms",
        &[
            ("pool=desk*", "desk-01 desk-02"),
            ("template.name=desktop", "desk-01 desk-02"),
            ("user.usrname=admin@internal-authz name=web-1", "web-1"),
            ("user=admin name=web-1", "web-1"),
            ("user!=admin name=web*", "web-2 Web_3"),
        ],
    );
    check(
        &client,
        "templates",
        &[("childcount=2", "desktop"), ("user=adm", "desktop")],
    );
}

#[test]
fn results_are_sorted_and_paged() {
    let engine = populated();
    let client = Client::new(&engine);
    for (text, more, expected) in [
        ("", "", "vm1 vm2 web-1 web-2 Web_3"),
        ("", "&max=2", "vm1 vm2"),
        ("", "&max=0", ""),
        ("sortby name", "", "vm1 vm2 web-1 web-2 Web_3"),
        ("sortby name desc", "", "Web_3 web-2 web-1 vm2 vm1"),
        ("sortby memory desc", "", "web-2 web-1 vm1 vm2 Web_3"),
        ("sortby comment", "", "vm1 vm2 web-2 Web_3 web-1"),
        ("sortby comment desc", "", "web-1 vm1 vm2 web-2 Web_3"),
        ("name=w* sortby cluster asc", "", "web-1 web-2 Web_3"),
        ("page 1", "&max=2", "vm1 vm2"),
        ("page 2", "&max=2", "web-1 web-2"),
        ("page 3", "&max=2", "Web_3"),
        ("page 4", "&max=2", ""),
        ("page 1", "", "vm1 vm2 web-1 web-2 Web_3"),
        ("page 2", "", ""),
        ("page 18446744073709551615", "&max=9", ""),
        ("name=web* sortby name desc page 2", "&max=1", "web-2"),
        ("name=WEB*", "&case_sensitive=true", ""),
        ("name=Web*", "&case_sensitive=true", "Web_3"),
        ("EB", "&case_sensitive=true", ""),
        ("status=UP", "&case_sensitive=true", "vm1"),
    ] {
        let response = search(&client, "vms", text, more);
        assert_eq!(
            members(&response, "name").join(" "),
            expected,
            "{text}{more}"
        );
    }
    assert_eq!(client.get("/vms?max=-1").status, 400);
    assert_eq!(client.get("/tags?max=-1").status, 200);
    let events = client.get("/events");
    let ids: Vec<u64> = members(&events, "index")
        .iter()
        .map(|index| index.parse().expect("a number"))
        .collect();
    assert!(
        ids.len() > 5 && ids.is_sorted_by(|one, other| one > other),
        "{ids:?}"
    );
    let after = search(
        &client,
        "events",
        "page 1",
        &format!("&max=2&from={}", ids[3]),
    );
    assert_eq!(
        members(&after, "index"),
        [ids[0].to_string(), ids[1].to_string()]
    );
}

/// Any query returns a list.
#[test]
fn no_search_breaks_the_simulator() {
    const TOKENS: &[&str] = &[
        "name",
        "status",
        "memory",
        "creationdate",
        "uptime",
        "tag",
        "quota",
        "severity",
        "time",
        "id",
        "host",
        "vm",
        "storage",
        "event",
        "user",
        "cluster",
        "template",
        "=",
        "!=",
        "<",
        ">",
        "<=",
        ">=",
        "=",
        "=",
        "and",
        "or",
        "sortby",
        "asc",
        "desc",
        "page",
        "1",
        "0",
        "-1",
        "99999999999999999999",
        "up",
        "vm1",
        "*",
        "**",
        "\"",
        "\"a b\"",
        "\"\"",
        "null",
        ".",
        "..",
        "'",
        ";",
        "(",
        ")",
        "!",
        "3/5/24",
        "today",
        "Monday",
        "1:30",
        "1.",
        "ä",
        "💥",
        "\u{0}",
        "%",
        "_",
        " ",
        "\t",
        ":",
        ",",
        "1e999",
        "nan",
    ];
    let engine = populated();
    let client = Client::new(&engine);
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("small")
    };
    let collections = [
        "vms",
        "hosts",
        "disks",
        "templates",
        "clusters",
        "datacenters",
        "storagedomains",
        "networks",
        "vmpools",
        "users",
        "groups",
        "events",
        "jobs",
        "vnicprofiles",
    ];
    for _ in 0..700 {
        let mut text = String::new();
        for _ in 0..=random(9) {
            text.push_str(TOKENS[random(TOKENS.len())]);
            if random(2) == 0 {
                text.push(' ');
            }
        }
        let collection = collections[random(collections.len())];
        let response = client.get(&format!("/{collection}?search={}&max=3", encode(&text)));
        assert!(
            matches!(response.status, 200 | 400),
            "{text}: {}",
            response.body
        );
    }
    assert_eq!(client.get("/vms").status, 200);
}

#[test]
fn the_blank_template_is_found_by_name_in_each_data_center() {
    let engine = engine();
    let client = Client::new(&engine);
    let count = |text: &str| {
        let found = search(&client, "templates", text, "");
        found.document().children.len()
    };
    assert_eq!(count("name=Blank and datacenter=Default"), 1);
    assert_eq!(count("datacenter=Default"), 0, "it is in none");
}
