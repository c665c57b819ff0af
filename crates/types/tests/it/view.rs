//! Documents of any type, read by the names of members.

use ovirt_types::{Document, ObjectView, View};

fn object(view: View<'_>) -> ObjectView<'_> {
    match view {
        View::Object(object) => object,
        other => panic!("{other:?} is not an object"),
    }
}

#[test]
fn members_are_found_by_name_at_any_depth() {
    let document = Document::from_xml(
        r#"<vm href="/vms/1" id="1"><cluster href="/clusters/2" id="2"/><memory>1024</memory>
           <cpu><topology><cores>2</cores></topology></cpu><stateless>true</stateless>
           <link rel="nics" href="/vms/1/nics"/></vm>"#,
    )
    .unwrap();
    let vm = object(document.view());
    assert!(matches!(vm.get("memory"), Some(View::Integer(1024))));
    assert!(matches!(vm.get("stateless"), Some(View::Boolean(true))));
    assert!(vm.get("name").is_none());
    assert!(vm.get("nonsense").is_none());
    let cluster = object(vm.get("cluster").unwrap());
    assert!(matches!(cluster.get("id"), Some(View::Text("2"))));
    let topology = object(object(vm.get("cpu").unwrap()).get("topology").unwrap());
    assert!(matches!(topology.get("cores"), Some(View::Integer(2))));
    let Some(View::List(nics)) = vm.get("nics") else {
        panic!("the NICs are a list");
    };
    assert!(nics.is_link() && nics.is_empty() && nics.items().next().is_none());
    assert_eq!(nics.href().as_deref(), Some("/vms/1/nics"));
}

#[test]
fn debug_redacts_secrets() {
    let xml = "<host><name>h1</name><root_password>secret1</root_password></host>";
    let document = Document::from_xml(xml).unwrap();
    let text = format!("{:?}", document.view());
    assert!(text.contains("h1") && !text.contains("secret1"), "{text}");
}
