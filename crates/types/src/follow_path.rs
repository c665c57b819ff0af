//! Checks the paths of the query parameter `follow` against the links of the types.

use crate::generated::ROOTS;
use crate::reflect::{MemberMut, Reflect, StructInfo};

/// A step of a path that is no link of its type.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownLink {
    /// The step.
    pub step: String,
    /// Name of the Rust type that should have the link.
    pub type_name: &'static str,
    /// The links of the type.
    pub links: Vec<&'static str>,
}

/// Checks paths separated by commas, such as `nics,disk_attachments.disk`, for objects with this
/// XML tag. Like the engine, ignores case and underscores.
///
/// # Errors
///
/// The first step that is no link.
pub fn check_follow(tag: &str, paths: &str) -> Result<(), UnknownLink> {
    let mut roots = ROOTS.iter();
    let is_it = |info: Option<&StructInfo>| info.is_some_and(|info| info.tag == tag);
    let Some(root) = roots.find(|root| is_it((root.kind)().struct_info)) else {
        return Ok(());
    };
    let mut object = (root.new_object)();
    let paths = paths.split(',').map(str::trim);
    for path in paths.filter(|path| !path.is_empty()) {
        let steps: Vec<&str> = path.split('.').collect();
        check_steps(object.as_mut(), &steps)?;
    }
    Ok(())
}

fn check_steps(object: &mut dyn Reflect, steps: &[&str]) -> Result<(), UnknownLink> {
    let Some((step, rest)) = steps.split_first() else {
        return Ok(());
    };
    let info = object.struct_info();
    let plain = |name: &str| name.replace('_', "").to_ascii_lowercase();
    let wanted = plain(step.trim());
    let index = info
        .members
        .iter()
        .position(|own| plain(own.name) == wanted);
    let outcome =
        index.and_then(|index| with_target(object, index, &mut |it| check_steps(it, rest)));
    outcome.unwrap_or_else(|| {
        let mut links = Vec::new();
        for (index, member) in info.members.iter().enumerate() {
            if with_target(object, index, &mut |_| Ok(())).is_some() {
                links.push(member.name);
            }
        }
        Err(UnknownLink {
            step: step.trim().to_owned(),
            type_name: info.type_name,
            links,
        })
    })
}

/// Calls a function with an empty object of the type that a member links to; `None` if the member
/// is no link.
fn with_target(
    object: &mut dyn Reflect,
    index: usize,
    check: &mut dyn FnMut(&mut dyn Reflect) -> Result<(), UnknownLink>,
) -> Option<Result<(), UnknownLink>> {
    let mut outcome = None;
    match object.member_mut(index) {
        MemberMut::Link(slot) => slot.set_object(&mut |target| outcome = Some(check(target))),
        MemberMut::List(slot) => {
            let (_, kind) = slot.list_or_insert();
            if kind.struct_info.is_some_and(|info| info.identified) {
                outcome = (kind.new_boxed)().push_object().map(check);
            }
        }
        _ => {}
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::check_follow;

    #[test]
    fn links_of_all_kinds_can_be_followed() {
        for paths in [
            "",
            "nics",
            "nics, disk_attachments.disk.storage_domains",
            "diskAttachments.template",
            "host.nics.network,cluster.data_center",
            "large_icon",
        ] {
            assert_eq!(check_follow("vm", paths), Ok(()), "{paths}");
        }
        assert_eq!(check_follow("unheard_of", "nothing"), Ok(()));
    }

    #[test]
    fn the_first_step_that_is_no_link_is_named() {
        for (paths, step, type_name) in [
            ("nisc", "nisc", "Vm"),
            ("nics,disks", "disks", "Vm"),
            ("disk_attachments.dusk", "dusk", "DiskAttachment"),
            ("name", "name", "Vm"),
            ("cpu", "cpu", "Vm"),
            ("custom_properties", "custom_properties", "Vm"),
            ("nics.", "", "Nic"),
        ] {
            let unknown = check_follow("vm", paths).expect_err(paths);
            assert_eq!(
                (unknown.step.as_str(), unknown.type_name),
                (step, type_name)
            );
        }
        let unknown = check_follow("disk_attachment", "x").expect_err("unknown");
        assert_eq!(unknown.links, ["disk", "template", "vm"]);
    }
}
