//! Advice for a 404 caused by a name where the path needs an ID.

use crate::error::Error;
use crate::search;
use crate::tree;

/// Adds the advice to an error with status 404 if its path has a name in place of an ID.
pub(crate) fn add(error: &mut Error) {
    let path = error.request().map(|request| request.path());
    let Some((service, name)) = path.and_then(name_in_place_of_id) else {
        return;
    };
    let advice = if search::is_searchable(service) {
        format!("look it up with search(\"name={name}\")")
    } else {
        "look it up with list()".to_owned()
    };
    let hint = format!("{name:?} looks like a name, but an ID is required: {advice}");
    error.details_mut().set_hint(hint);
}

/// Services whose objects have other IDs: versions and names.
const OTHER_IDS: &[&str] = &["cluster_levels", "system_options"];

/// Returns the first segment in the place of an ID that cannot be one, and the service that it
/// follows: the engine's IDs are UUIDs or numbers, with few exceptions.
fn name_in_place_of_id(path: &str) -> Option<(&'static str, &str)> {
    let mut node = tree::root()?;
    let (_, path) = path.split_once("/api/")?;
    for segment in path.split('/') {
        let is_fixed = node.children.iter().any(|(own, _)| *own == segment);
        let is_number = segment.bytes().all(|byte| byte.is_ascii_digit());
        let is_uuid =
            segment.len() == 36 && segment.bytes().filter(|byte| *byte == b'-').count() == 4;
        if !is_fixed && !is_number && !is_uuid {
            // The name of an action, the last segment, is not an ID.
            let is_name = node.has_items() && !OTHER_IDS.contains(&node.name);
            return is_name.then_some((node.name, segment));
        }
        node = node.child(segment)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::name_in_place_of_id;

    #[test]
    fn names_are_told_from_ids_fixed_segments_and_actions() {
        let uuid = "0a1b2c3d-0000-4000-8000-0123456789ab";
        let table = [
            ("/ovirt-engine/api/vms/web1".to_owned(), Some("web1")),
            ("/ovirt-engine/api/vms/web1/nics".to_owned(), Some("web1")),
            (format!("/ovirt-engine/api/vms/{uuid}/start"), None),
            (
                format!("/ovirt-engine/api/vms/{uuid}/nics/nic1"),
                Some("nic1"),
            ),
            ("/ovirt-engine/api/vms/123/nics/7".to_owned(), None),
            ("/ovirt-engine/api/clusterlevels/4.9".to_owned(), None),
            ("/ovirt-engine/api/nowhere".to_owned(), None),
            ("/ovirt-engine/api".to_owned(), None),
            ("/ovirt-engine/sso/oauth/token".to_owned(), None),
        ];
        for (path, expected) in table {
            let found = name_in_place_of_id(&path).map(|(_, name)| name);
            assert_eq!(found, expected, "{path}");
        }
    }
}
