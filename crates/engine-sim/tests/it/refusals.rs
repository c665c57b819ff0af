//! Short stories that check status codes and the words of refusals, row by row.

use std::collections::HashMap;

use crate::client::{Client, engine};

/// A request (method, path, body), the status code, and what the response contains, or does not
/// after `!`. `{name}` in a
/// request stands for the identifier in the response of the row with this name.
type Row = (&'static str, &'static str, u16, &'static str);

/// Sends the requests of a story, in order.
fn play(rows: &[Row]) {
    let engine = engine();
    let client = Client::new(&engine);
    let mut names = HashMap::new();
    for collection in [
        "clusters",
        "datacenters",
        "hosts",
        "users",
        "storagedomains",
    ] {
        names.insert(collection, client.first(collection));
    }
    for (name, request, status, expected) in rows {
        let fill = |text: &str| {
            let mut filled = text.to_owned();
            for (name, id) in &names {
                filled = filled.replace(&format!("{{{name}}}"), id);
            }
            filled
        };
        let (filled, expected) = (fill(request), fill(expected));
        let mut parts = filled.splitn(3, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (method, path, body) = (part(), format!("/{}", part()), part());
        let mut response = client.send(method, &path, body);
        // A command may have to wait for another.
        while *status != 409 && response.status == 409 {
            response = client.send(method, &path, body);
        }
        assert_eq!(response.status, *status, "{request}: {}", response.body);
        let (is_absent, text) = match expected.strip_prefix('!') {
            Some(text) => (true, text),
            None => (false, expected.as_str()),
        };
        assert!(
            response.body.contains(text) != is_absent,
            "{request}: {expected}: {}",
            response.body
        );
        if !name.is_empty() {
            names.insert(name, response.id());
        }
    }
}

#[test]
fn networks_have_one_label_and_are_once_in_a_cluster() {
    play(&[
        (
            "net",
            "POST networks <network><name>blue</name><data_center id=\"{datacenters}\"/><profile_required>false</profile_required></network>",
            201,
            "<name>blue",
        ),
        (
            "",
            "GET networks/{net}/vnicprofiles",
            200,
            "<vnic_profiles/>",
        ),
        (
            "",
            "POST networks/{net}/networklabels <network_label id=\"one\"/>",
            201,
            "one",
        ),
        (
            "",
            "POST networks/{net}/networklabels <network_label id=\"two\"/>",
            400,
            "already labeled",
        ),
        (
            "",
            "POST clusters/{clusters}/networks <network id=\"{net}\"/>",
            201,
            "operational",
        ),
        (
            "",
            "POST clusters/{clusters}/networks <network id=\"{net}\"/>",
            409,
            "[Logical Network is already attached to Cluster.]",
        ),
        // Neither has a job.
        (
            "",
            "DELETE clusters/{clusters}/networks/{net}",
            200,
            "<action>\n    <status>complete",
        ),
        ("", "DELETE networks/{net}", 200, "<job "),
    ]);
}

#[test]
fn clusters_have_the_management_network_with_all_roles() {
    play(&[
        (
            "",
            "POST clusters <cluster><name>a b</name><data_center id=\"{datacenters}\"/></cluster>",
            400,
            "Attribute: cluster.name]",
        ),
        (
            "",
            "POST clusters <cluster><name>c</name><data_center id=\"{datacenters}\"/><version><major>4</major><minor>99</minor></version></cluster>",
            400,
            "[Cannot create Cluster. Selected Compatibility Version is not supported.]",
        ),
        (
            "c",
            "POST clusters <cluster><name>c</name><data_center id=\"{datacenters}\"/></cluster>",
            201,
            "<name>c<",
        ),
        (
            "",
            "GET clusters/{c}/networks",
            200,
            "<usage>default_route</usage>",
        ),
        (
            "",
            "POST clusters/{c}/resetemulatedmachine <action/>",
            200,
            "complete",
        ),
        (
            "",
            "POST clusters/{c}/upgrade <action><upgrade_action>start</upgrade_action></action>",
            200,
            "complete",
        ),
        ("", "GET clusters/{c}", 200, "<upgrade_in_progress>true"),
        (
            "",
            "POST clusters/{c}/upgrade <action><upgrade_action>finish</upgrade_action></action>",
            200,
            "complete",
        ),
        ("", "GET clusters/{c}", 200, "<upgrade_in_progress>false"),
    ]);
}

#[test]
fn ranges_of_mac_pools_do_not_overlap() {
    play(&[
        (
            "",
            "POST macpools <mac_pool><name>p</name><ranges><range><from>00:1a:4a:16:01:00</from><to>00:1a:4a:16:01:ff</to></range></ranges></mac_pool>",
            201,
            "<name>p",
        ),
        (
            "q",
            "POST macpools <mac_pool><name>q</name><ranges><range><from>00:1a:4a:16:02:00</from><to>00:1a:4a:16:02:ff</to></range></ranges></mac_pool>",
            201,
            "<name>q",
        ),
        (
            "",
            "POST macpools <mac_pool><name>r</name><ranges><range><from>00:1a:4a:16:01:80</from><to>00:1a:4a:16:02:10</to></range></ranges></mac_pool>",
            409,
            "[Cannot create MAC Pool. MAC pool cannot contain ranges which overlap with ranges in MAC pools: p, q]",
        ),
        (
            "",
            "PUT macpools/{q} <mac_pool><ranges><range><from>00:1a:4a:16:03:00</from><to>00:1a:4a:16:03:ff</to></range><range><from>00:1a:4a:16:03:80</from><to>00:1a:4a:16:03:90</to></range></ranges></mac_pool>",
            409,
            "overlapping ranges",
        ),
        (
            "",
            "PUT macpools/{q} <mac_pool><default_pool>true</default_pool></mac_pool>",
            400,
            "Setting default MAC Pool is not supported.",
        ),
    ]);
}

#[test]
fn policies_profiles_and_qos_are_checked() {
    play(&[
        (
            "",
            "PUT schedulingpolicies/b4ed2332-a7ac-4d5f-9596-99a439cb2812 <scheduling_policy><description>x</description></scheduling_policy>",
            400,
            "[Cannot edit Scheduling Policy. Scheduling Policy is locked, and cannot be editable.]",
        ),
        (
            "p",
            "POST schedulingpolicies <scheduling_policy><name>p</name></scheduling_policy>",
            201,
            "<name>p",
        ),
        (
            "",
            "POST schedulingpolicies/{p}/filters <filter><scheduling_policy_unit id=\"84e6ddee-ab0d-42dd-82f0-c297779db566\"/></filter>",
            200,
            "<position>0",
        ),
        (
            "",
            "POST schedulingpolicies/{p}/filters <filter><scheduling_policy_unit id=\"84e6ddee-ab0d-42dd-82f0-c297779db566\"/></filter>",
            400,
            "already exists in Scheduling Policy.]",
        ),
        (
            "",
            "DELETE schedulingpolicyunits/84e6ddee-ab0d-42dd-82f0-c297779db566",
            409,
            "[Cannot remove Policy Unit. Policy unit is attached to",
        ),
        (
            "c",
            "POST clusters <cluster><name>c</name><data_center id=\"{datacenters}\"/><scheduling_policy id=\"{p}\"/></cluster>",
            201,
            "<name>c<",
        ),
        (
            "",
            "DELETE schedulingpolicies/{p}",
            400,
            "attached to cluster(s): c, please",
        ),
        (
            "",
            "POST datacenters/{datacenters}/qoss <qos><name>q</name><type>cpu</type></qos>",
            400,
            "[Cannot add QoS. QoS element has missing values.]",
        ),
        (
            "",
            "POST datacenters/{datacenters}/qoss <qos><name>q</name><type>cpu</type><cpu_limit>5</cpu_limit></qos>",
            201,
            "<cpu_limit>5",
        ),
        (
            "",
            "POST datacenters/{datacenters}/qoss <qos><name>q</name><type>cpu</type><cpu_limit>5</cpu_limit></qos>",
            400,
            "[Cannot add QoS. QoS element name already exists.]",
        ),
        (
            "",
            "POST datacenters/{datacenters}/qoss <qos><name>q</name><type>network</type><inbound_average>5</inbound_average></qos>",
            400,
            "[Cannot add Network QoS. All three values",
        ),
        (
            "",
            "POST datacenters/{datacenters}/qoss <qos><name>q</name><type>storage</type><max_iops>5</max_iops><max_read_iops>5</max_read_iops></qos>",
            400,
            "non-zero total value",
        ),
        (
            "cp",
            "POST cpuprofiles <cpu_profile><name>x</name><cluster id=\"{c}\"/></cpu_profile>",
            201,
            "<name>x",
        ),
        ("", "DELETE cpuprofiles/{cp}", 200, "complete"),
        (
            "dp",
            "POST diskprofiles <disk_profile><name>x</name><storage_domain id=\"{storagedomains}\"/></disk_profile>",
            201,
            "/diskprofiles/",
        ),
        (
            "",
            "GET diskprofiles/{dp}",
            200,
            "href=\"/ovirt-engine/api/storagedomains/",
        ),
        ("", "DELETE diskprofiles/{dp}", 200, "complete"),
    ]);
}

#[test]
fn the_last_cpu_profile_of_a_cluster_stays() {
    play(&[
        ("p", "GET cpuprofiles", 200, "<name>Default"),
        (
            "",
            "DELETE cpuprofiles/{p}",
            400,
            "[Cannot remove CPU Profile. Cannot remove last CPU profile in Cluster.]",
        ),
    ]);
}

#[test]
fn permissions_need_a_role_and_a_holder() {
    play(&[
        (
            "",
            "POST clusters/{clusters}/permissions <permission><role id=\"99999999-9999-9999-9999-999999999999\"/><user id=\"{users}\"/></permission>",
            400,
            "[Cannot add permission, invalid Role id]",
        ),
        (
            "",
            "POST clusters/{clusters}/permissions <permission><role><name>UserRole</name></role></permission>",
            400,
            "no user/group ID",
        ),
        (
            "",
            "DELETE groups/eee00000-0000-0000-0000-123456789eee",
            409,
            "[Cannot remove the built-in group \"Everyone\".]",
        ),
    ]);
}

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
fn lists_of_a_part_have_the_addresses_of_the_whole() {
    play(&[
        (
            "disk",
            "POST disks <disk><alias>d</alias><format>raw</format><provisioned_size>1048576</provisioned_size><storage_domains><storage_domain id=\"{storagedomains}\"/></storage_domains></disk>",
            201,
            "<alias>d",
        ),
        (
            "",
            "GET datacenters/{datacenters}/storagedomains/{storagedomains}/disks",
            200,
            "\"/ovirt-engine/api/storagedomains/{storagedomains}/disks/{disk}\"",
        ),
        (
            "",
            "GET storagedomains/{storagedomains}/disks",
            200,
            "\"/ovirt-engine/api/disks/{disk}\"",
        ),
        (
            "",
            "GET domains/696E7465726E616C2D617574687A/users",
            200,
            "\"/ovirt-engine/api/domains/696E7465726E616C2D617574687A/users/",
        ),
    ]);
}

#[test]
fn storage_domains_need_what_their_type_needs() {
    play(&[
        (
            "",
            "POST storagedomains <storage_domain/>",
            400,
            "StorageDomain [host.id|name, type, storage] required for add",
        ),
        (
            "",
            "POST storagedomains <storage_domain><name>d</name><type>data</type><host id=\"{hosts}\"/><storage><type>nfs</type><path>/x</path></storage></storage_domain>",
            400,
            "HostStorage [address] required for add",
        ),
        (
            "",
            "POST storagedomains <storage_domain><name>d 2</name><type>data</type><host id=\"{hosts}\"/><storage><type>nfs</type><address>a</address><path>/x</path></storage></storage_domain>",
            400,
            "[Storage Domain name must be formed of",
        ),
    ]);
}

#[test]
fn hosts_events_and_providers_are_checked() {
    play(&[
        (
            "",
            "POST hosts <host><name>h 1</name><address>h.test</address></host>",
            400,
            "Host name must be formed of",
        ),
        (
            "",
            "POST hosts <host><name>h1</name><address>a b</address></host>",
            400,
            "[Can not add Host. The given Host name is invalid.",
        ),
        (
            "",
            "POST hosts/{hosts}/fenceagents <agent><type>ipmilan</type><address>1.2.3.4</address><username>u</username><password>p</password><order>1</order></agent>",
            201,
            "<host ",
        ),
        (
            "",
            "POST events <event><description>d</description><severity>normal</severity><origin>oVirt</origin><custom_id>5</custom_id></event>",
            400,
            "Illegal Origin",
        ),
        (
            "",
            "POST events <event><description>d</description><severity>normal</severity><origin>me</origin><custom_id>5</custom_id></event>",
            201,
            "<code>9801",
        ),
        (
            "",
            "POST events <event><description>d</description><severity>normal</severity><origin>me</origin><custom_id>5</custom_id></event>",
            400,
            "custom id already exists",
        ),
        ("", "GET events?max=1", 200, "<code>9801"),
        (
            "",
            "POST externalhostproviders <external_host_provider><name>p</name><url>http://h</url></external_host_provider>",
            201,
            "<name>p",
        ),
        (
            "",
            "POST externalhostproviders <external_host_provider><name>p</name><url>http://h</url></external_host_provider>",
            409,
            "[Cannot add provider. The provider name is already in use",
        ),
        (
            "",
            "PUT datacenters/{datacenters} <data_center><version><major>4</major><minor>99</minor></version></data_center>",
            400,
            "[Cannot edit Data Center. Selected Compatibility Version is not supported.]",
        ),
        (
            "vm",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template></vm>",
            201,
            "<name>v<",
        ),
        (
            "",
            "POST vms/{vm}/watchdogs <watchdog><model>i6300esb</model><action>reset</action></watchdog>",
            201,
            "i6300esb",
        ),
        (
            "",
            "POST vms/{vm}/watchdogs <watchdog><model>i6300esb</model><action>reset</action></watchdog>",
            409,
            "[watchdog already exists]",
        ),
        ("", "GET users?search=sortby%20name", 200, "<users/>"),
        (
            "",
            "GET events?search=host%3Dh1",
            400,
            "missing from-clause entry for table",
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
        ("first", row(0, 0, ""), 201, ""),
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

#[test]
fn parts_of_fixed_and_missing_objects_are_refused() {
    play(&[
        (
            "",
            "POST roles/00000000-0000-0000-0000-000000000001/permits <permit id=\"1\"/>",
            409,
            "[Cannot attach action group to Role. The Role is Read-Only.]",
        ),
        (
            "",
            "DELETE roles/00000000-0000-0000-0000-000000000001/permits/1",
            409,
            "[Cannot detach action group from Role. The Role is Read-Only.]",
        ),
        (
            "",
            "POST datacenters/{datacenters}/networks <network/>",
            400,
            "Network [name] required for add",
        ),
        (
            "",
            "POST cpuprofiles <cpu_profile/>",
            400,
            "'profile.name' is mandatory",
        ),
        (
            "vm",
            "POST vms <vm><name>v</name><cluster id=\"{clusters}\"/><template><name>Blank</name></template></vm>",
            201,
            "<name>v<",
        ),
        // A stopped VM has no host.
        ("", "GET vms/{vm}?follow=host", 500, ""),
        ("", "GET vms/{vm}?follow=cluster", 200, "<cluster "),
    ]);
}
