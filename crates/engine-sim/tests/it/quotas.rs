//! Quotas in a data center that enforces them.

use ovirt_engine_sim::Engine;

use crate::client::{Client, Response};

#[test]
fn exceeding_a_quota_is_refused() {
    let engine = Engine::builder().plain(true).seed(5).vms(0).start();
    let engine = engine.expect("an engine");
    let client = Client::new(&engine);
    let (center, cluster) = (client.first("datacenters"), client.first("clusters"));
    let send = |method: &str, path: &str, body: &str| -> Response {
        let response = client.send(method, path, body);
        assert!(response.status < 300, "{path}: {}", response.body);
        response
    };
    let quotas = format!("/datacenters/{center}/quotas");
    let quota = send("POST", &quotas, "<quota><name>small</name></quota>").id();
    let limits = format!("{quotas}/{quota}");
    let limit = format!(
        "<quota_cluster_limit><cluster id=\"{cluster}\"/><memory_limit>3</memory_limit>\
         <vcpu_limit>-1</vcpu_limit></quota_cluster_limit>"
    );
    send("POST", &format!("{limits}/quotaclusterlimits"), &limit);
    let limit = "<quota_storage_limit><limit>2</limit></quota_storage_limit>";
    send("POST", &format!("{limits}/quotastoragelimits"), limit);
    let new_vm = |name: &str| {
        let members = format!("<memory>2147483648</memory><quota id=\"{quota}\"/>");
        format!("{}/start", client.add_vm(name, &members))
    };
    let disk = |gigabytes: u64| {
        format!(
            "<disk><name>d</name><format>cow</format><provisioned_size>{}</provisioned_size>\
             <quota id=\"{quota}\"/><storage_domains><storage_domain><name>data1</name>\
             </storage_domain></storage_domains></disk>",
            gigabytes << 30
        )
    };
    let (first, second) = (new_vm("one"), new_vm("two"));
    send("POST", &first, "<action/>");
    let used = client.get(&format!("{limits}/quotaclusterlimits"));
    assert_eq!(used.text("quota_cluster_limit.memory_usage"), "2.0");
    assert_eq!(used.text("quota_cluster_limit.vcpu_usage"), "1");
    // Limits apply only once the data center enforces them.
    let enabled = "<data_center><quota_mode>enabled</quota_mode></data_center>";
    send("PUT", &format!("/datacenters/{center}"), enabled);
    let refused = client.send("POST", &second, "<action/>");
    assert_eq!(refused.status, 409);
    let text = "Cannot run VM. Quota has insufficient cluster resources.";
    assert!(refused.body.contains(text), "{}", refused.body);
    send("POST", "/disks", &disk(1));
    let refused = client.send("POST", "/disks", &disk(2));
    assert_eq!(refused.status, 409);
    let text = "Quota has insufficient storage resources.";
    assert!(refused.body.contains(text), "{}", refused.body);
    send("POST", &first.replace("/start", "/stop"), "<action/>");
    send("POST", &second, "<action/>");
}
