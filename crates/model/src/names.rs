//! Naming rules: from names of the model to XML tags, URL
//! segments, plurals, Rust identifiers.
//!
//! A name is a list of lower case words joined by `_`. The exceptions from the rules are in
//! the tables of this file only.

/// Names with a different XML tag, for types and members alike.
const TAG_EXCEPTIONS: &[(&str, &str)] = &[
    ("gluster_brick", "brick"),
    ("gluster_brick_memory_info", "brick_memoryinfo"),
    ("gluster_bricks", "bricks"),
    ("gluster_memory_pool", "memory_pool"),
    ("gluster_memory_pools", "memory_pools"),
    ("gluster_server_hook", "server_hook"),
    ("gluster_server_hooks", "server_hooks"),
    ("migration_options", "migration"),
    ("numa_node", "host_numa_node"),
    ("numa_nodes", "host_numa_nodes"),
    ("open_stack_image", "openstack_image"),
    ("open_stack_image_provider", "openstack_image_provider"),
    ("open_stack_image_providers", "openstack_image_providers"),
    ("open_stack_images", "openstack_images"),
    ("open_stack_network", "openstack_network"),
    ("open_stack_network_provider", "openstack_network_provider"),
    (
        "open_stack_network_providers",
        "openstack_network_providers",
    ),
    ("open_stack_networks", "openstack_networks"),
    ("open_stack_subnet", "openstack_subnet"),
    ("open_stack_subnets", "openstack_subnets"),
    ("open_stack_volume_provider", "openstack_volume_provider"),
    ("open_stack_volume_providers", "openstack_volume_providers"),
    ("operating_system", "os"),
    ("operating_system_info", "operating_system"),
    // Sic: the engine's name of the collection.
    ("operating_system_infos", "operation_systems"),
    ("operating_systems", "oss"),
    ("transparent_huge_pages", "transparent_hugepages"),
    ("virtual_numa_node", "vm_numa_node"),
    ("virtual_numa_nodes", "vm_numa_nodes"),
];

/// Last words with an irregular plural.
const PLURAL_EXCEPTIONS: &[(&str, &str)] = &[
    ("display", "displays"),
    ("erratum", "errata"),
    ("key", "keys"),
];

/// Last words with an irregular singular.
const SINGULAR_EXCEPTIONS: &[(&str, &str)] = &[("errata", "erratum")];

/// Rust keywords, and names that would shadow the prelude; as fields and methods they get a
/// trailing underscore.
const RESERVED: &[&str] = &[
    "as", "async", "await", "box", "break", "clone", "const", "continue", "crate", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in", "let", "loop", "match",
    "mod", "move", "mut", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "unsafe", "use", "virtual", "where", "while", "yield",
];

/// Types with a different Rust name: a glob import of the
/// types would hide the prelude's `Option`.
const RUST_TYPE_EXCEPTIONS: &[(&str, &str)] = &[("option", "NamedOption")];

/// Variants with a different Rust name: the API's says nothing, or is misspelt.
const RUST_VARIANT_EXCEPTIONS: &[(&str, &str)] = &[
    ("add_gluster_or_postfs", "add_gluster_or_posixfs"),
    ("add_signature1", "add_new_disk"),
];

/// Members with a different name in searches.
const SEARCH_FIELD_EXCEPTIONS: &[(&str, &str)] = &[("user_name", "usrname")];

fn look_up(table: &[(&'static str, &'static str)], name: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(from, _)| *from == name)
        .map(|(_, to)| *to)
}

fn change_last_word(name: &str, change: impl Fn(&str) -> String) -> String {
    match name.rsplit_once('_') {
        Some((head, last)) => format!("{head}_{}", change(last)),
        None => change(name),
    }
}

/// The XML tag of a type or a member.
///
/// ```
/// assert_eq!(ovirt_model::names::tag("vm"), "vm");
/// assert_eq!(ovirt_model::names::tag("operating_system"), "os");
/// ```
pub fn tag(name: &str) -> String {
    look_up(TAG_EXCEPTIONS, name).unwrap_or(name).to_owned()
}

/// The plural of a name.
pub fn plural(name: &str) -> String {
    change_last_word(name, |word| match look_up(PLURAL_EXCEPTIONS, word) {
        Some(plural) => plural.to_owned(),
        None => match word.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{word}s"),
        },
    })
}

/// The singular of a name.
pub fn singular(name: &str) -> String {
    change_last_word(name, |word| match look_up(SINGULAR_EXCEPTIONS, word) {
        Some(singular) => singular.to_owned(),
        None => match (word.strip_suffix("ies"), word.strip_suffix('s')) {
            (Some(stem), _) => format!("{stem}y"),
            (None, Some(stem)) => stem.to_owned(),
            (None, None) => word.to_owned(),
        },
    })
}

/// A name without underscores, as in path segments and `rel`s.
pub fn segment(name: &str) -> String {
    name.replace('_', "")
}

/// A name in camel case.
pub fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    for word in name.split('_') {
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            camel.extend(first.to_uppercase());
            camel.push_str(letters.as_str());
        }
    }
    camel
}

/// A name as a Rust field or method; keywords get a trailing underscore.
pub fn rust_identifier(name: &str) -> String {
    if RESERVED.contains(&name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

/// A name as a Rust type.
pub fn rust_type(name: &str) -> String {
    look_up(RUST_TYPE_EXCEPTIONS, name).map_or_else(|| camel(name), str::to_owned)
}

/// The Rust name of a method's variant.
pub fn rust_variant(method: &str, variant: &str) -> String {
    let name = format!("{method}_{variant}");
    look_up(RUST_VARIANT_EXCEPTIONS, &name).map_or(name, str::to_owned)
}

/// The name of a member in searches.
pub fn search_field(member: &str) -> &str {
    look_up(SEARCH_FIELD_EXCEPTIONS, member).unwrap_or(member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_rules_and_their_exceptions() {
        for (name, expected) in [
            ("vm", "vms"),
            ("scheduling_policy", "scheduling_policies"),
            ("katello_erratum", "katello_errata"),
            ("ssh_public_key", "ssh_public_keys"),
            ("dns", "dnss"),
            ("display", "displays"),
        ] {
            assert_eq!(plural(name), expected);
        }
        for (name, expected) in [
            ("name_servers", "name_server"),
            ("katello_errata", "katello_erratum"),
            ("policies", "policy"),
            ("iscsi_targets", "iscsi_target"),
        ] {
            assert_eq!(singular(name), expected);
        }
        assert_eq!(camel("m_dev_type"), "MDevType");
        assert_eq!(camel("ipv6"), "Ipv6");
        assert_eq!(segment("disk_attachments"), "diskattachments");
        assert_eq!(rust_identifier("type"), "type_");
        assert_eq!(rust_identifier("typed"), "typed");
        assert_eq!(rust_type("option"), "NamedOption");
        assert_eq!(tag("operating_system_infos"), "operation_systems");
        assert_eq!(rust_variant("add", "from_vm"), "add_from_vm");
        assert_eq!(rust_variant("add", "signature1"), "add_new_disk");
    }
}
