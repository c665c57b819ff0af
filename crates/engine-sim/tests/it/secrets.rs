//! Passwords of stored objects: engines keep them, but never return them.

use crate::client::{Client, engine};

const PASSWORD: &str = "hunter2-kept";

#[test]
fn passwords_are_never_returned() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = client.first("hosts");
    let password = format!("<password>{PASSWORD}</password>");
    let bodies = [
        (
            format!("/hosts/{host}/fenceagents"),
            format!(
                "<agent><address>10.1.1.1</address><type>ipmilan</type><order>1</order>\
                 <username>root</username>{password}</agent>"
            ),
        ),
        (
            "/storageconnections".to_owned(),
            format!(
                "<storage_connection><type>iscsi</type><address>10.1.1.2</address>\
                 <port>3260</port><target>iqn.2026-01.test:a</target>\
                 <username>root</username>{password}</storage_connection>"
            ),
        ),
        (
            "/openstackimageproviders".to_owned(),
            format!(
                "<openstack_image_provider><name>images</name><url>http://10.1.1.3:9292</url>\
                 <requires_authentication>true</requires_authentication>\
                 <username>root</username>{password}</openstack_image_provider>"
            ),
        ),
    ];
    for (path, body) in bodies {
        let added = client.post(&path, &body);
        assert_eq!(added.status, 201, "{}", added.body);
        let one = client.get(&format!("{path}/{}", added.id()));
        assert_eq!(one.text("username"), "root");
        let json = [("Accept", "application/json")];
        let list = client.send_with("GET", &path, &json, "");
        let all = client.get(&format!("{path};all_content=true"));
        for response in [added, one, list, all] {
            assert!(!response.body.contains(PASSWORD), "{}", response.body);
        }
    }
}

#[test]
fn the_password_of_a_guest_is_not_returned_by_vms_and_snapshots() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.first("vms?search=status%3Ddown");
    let body = format!(
        "<vm><initialization><user_name>root</user_name><root_password>{PASSWORD}</root_password>\
         </initialization></vm>"
    );
    let changed = client.send("PUT", &format!("/vms/{vm}"), &body);
    assert_eq!(changed.text("initialization.user_name"), "root");
    let snapshot = "<snapshot><description>s</description></snapshot>";
    let snapshot = client.post(&format!("/vms/{vm}/snapshots"), snapshot);
    let snapshots = client.get(&format!("/vms/{vm}/snapshots;all_content=true"));
    let read = client.get(&format!("/vms/{vm};all_content=true"));
    for response in [changed, snapshot, snapshots, read] {
        assert!(!response.body.contains(PASSWORD), "{}", response.body);
    }
}
