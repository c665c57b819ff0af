//! Refusals of all other objects, row by row.

use crate::story::play;

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
