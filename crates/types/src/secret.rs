//! Which names stand for secrets, for all outputs and formats: derived from the member tables.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::generated::ROOTS;
use crate::reflect::{MemberInfo, MemberMut, StructInfo};

/// Ends of names that are secret wherever they occur, also outside of the API's types.
const ENDS: [&str; 5] = ["passphrase", "passwd", "password", "secret", "token"];

/// Whether what has this name is secret: an XML element, a JSON member, or a parameter of a query
/// or form. `parent` is the name of the enclosing element or object; if unknown, any secret member
/// of that name counts.
pub fn is_secret(parent: Option<&str>, name: &str) -> bool {
    let ends_with = |end: &&str| {
        let start = name.len().checked_sub(end.len());
        let tail = start.and_then(|start| name.get(start..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    if ENDS.iter().any(ends_with) {
        return true;
    }
    static SECRETS: OnceLock<BTreeMap<&'static str, SecretName>> = OnceLock::new();
    match SECRETS.get_or_init(secret_names).get(name) {
        None => false,
        Some(SecretName { always: true, .. }) => true,
        Some(SecretName { within, .. }) => parent.is_none_or(|parent| within.contains(parent)),
    }
}

/// The secret members with a name.
#[derive(Default)]
struct SecretName {
    /// Whether all members with this name are secret.
    always: bool,
    /// Names under which the structs with a secret member occur.
    within: BTreeSet<&'static str>,
}

fn secret_names() -> BTreeMap<&'static str, SecretName> {
    let structs = names_of_structs();
    let has_name = |member: &MemberInfo, name| member.tag == name || member.name == name;
    let mut secrets = BTreeMap::<_, SecretName>::new();
    for (info, names) in structs.values() {
        for member in info.members.iter().filter(|member| member.secret) {
            for name in [member.tag, member.name] {
                let mut members = structs.values().flat_map(|(info, _)| info.members);
                let secret = secrets.entry(name).or_default();
                secret.always = members.all(|other| other.secret || !has_name(other, name));
                secret.within.extend(names);
            }
        }
    }
    secrets
}

/// The structs by their type names, with the names under which they occur in documents: their own,
/// and those of members that hold them.
fn names_of_structs() -> BTreeMap<&'static str, (&'static StructInfo, BTreeSet<&'static str>)> {
    let mut structs = BTreeMap::new();
    let mut add = |info: &'static StructInfo, name| {
        let (_, names) = structs
            .entry(info.type_name)
            .or_insert_with(|| (info, BTreeSet::new()));
        names.insert(name);
    };
    for root in ROOTS {
        let mut object = (root.new_object)();
        let info = object.struct_info();
        add(info, info.tag);
        for (index, member) in info.members.iter().enumerate() {
            if let Some(of) = struct_of(object.member_mut(index)) {
                add(of, member.tag);
                add(of, member.name);
            }
        }
    }
    structs
}

/// The struct that a member holds.
fn struct_of(member: MemberMut<'_>) -> Option<&'static StructInfo> {
    match member {
        MemberMut::Object(slot) => Some(slot.insert_empty().struct_info()),
        MemberMut::Link(slot) => {
            let mut info = None;
            slot.set_object(&mut |object| info = Some(object.struct_info()));
            info
        }
        MemberMut::List(slot) => slot.list_or_insert().1.struct_info,
        _ => None,
    }
}

/// Replaces passwords in URLs, as in `https://user:password@host`, by `***`.
pub fn redact_urls(text: &str) -> Cow<'_, str> {
    let mut redacted = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        let end = after.find(|c: char| c.is_whitespace() || "/?#\"'<>\\".contains(c));
        let authority = after.get(..end.unwrap_or(after.len())).unwrap_or(after);
        let userinfo = authority.rsplit_once('@').map(|(userinfo, _)| userinfo);
        redacted.push_str(before);
        redacted.push_str("://");
        rest = after;
        if let Some(userinfo) = userinfo
            && let Some((user, _)) = userinfo.split_once(':')
        {
            redacted.push_str(user);
            redacted.push_str(":***");
            rest = after.get(userinfo.len()..).unwrap_or_default();
        }
    }
    if redacted.is_empty() {
        return Cow::Borrowed(text);
    }
    redacted.push_str(rest);
    redacted.into()
}

#[cfg(test)]
mod tests {
    use super::{is_secret, redact_urls};

    #[test]
    fn names_are_secret_depending_on_their_parent() {
        let table = [
            (Some("host"), "root_password", true),
            (None, "access_token", true),
            (None, "New-Password", true),
            (None, "token_type", false),
            (Some("initialization"), "custom_script", true),
            (Some("ticket"), "value", true),
            (Some("custom_property"), "value", true),
            (Some("property"), "value", false),
            (Some("agent"), "options", true),
            (Some("bonding"), "options", false),
            (Some("file"), "content", true),
            (Some("hook"), "content", false),
            (Some("external_network_provider"), "properties", true),
            (Some("filter"), "properties", false),
            (None, "content", true),
            (None, "name", false),
        ];
        for (parent, name, expected) in table {
            assert_eq!(is_secret(parent, name), expected, "{parent:?} {name}");
        }
    }

    #[test]
    fn passwords_in_urls_are_redacted() {
        for (text, expected) in [
            ("no URL", "no URL"),
            ("see https://e/x@y:z", "see https://e/x@y:z"),
            ("https://u@e", "https://u@e"),
            ("https://u:p@e:443/x", "https://u:***@e:443/x"),
            (
                "'vpx://a%40b:p@q:r@vc/DC' http://:p@e <x>s://u:p@h</x>",
                "'vpx://a%40b:***@vc/DC' http://:***@e <x>s://u:***@h</x>",
            ),
            ("://", "://"),
        ] {
            assert_eq!(redact_urls(text), expected);
        }
    }
}
