//! Refusals of networks and MAC pools, row by row.

use crate::story::play;

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
