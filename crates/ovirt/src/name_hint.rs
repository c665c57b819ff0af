//! Advice for a 404 caused by a name where the path needs an ID.

use crate::error::Error;
use crate::tree;

/// Adds the advice to an error with status 404 if its path has a name in place of an ID.
pub(crate) fn add(error: &mut Error) {
    let path = error.request().map(|request| request.path());
    let Some(name) = path.and_then(name_in_place_of_id) else {
        return;
    };
    let hint = format!(
        "{name:?} looks like a name, but an ID is required: look it up with search(\"name={name}\")"
    );
    error.details_mut().set_hint(hint);
}

/// Returns the first segment in the place of an ID that cannot be one: the engine's IDs are UUIDs or
/// numbers.
fn name_in_place_of_id(path: &str) -> Option<&str> {
    let mut node = tree::root()?;
    let (_, path) = path.split_once("/api/")?;
    for segment in path.split('/') {
        let is_fixed = node.children.iter().any(|(own, _)| *own == segment);
        let is_number = segment.bytes().all(|byte| byte.is_ascii_digit());
        let is_uuid =
            segment.len() == 36 && segment.bytes().filter(|byte| *byte == b'-').count() == 4;
        if !is_fixed && !is_number && !is_uuid {
            // The name of an action, the last segment, is not an ID.
            return node.has_items().then_some(segment);
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
            ("/ovirt-engine/api/nowhere".to_owned(), None),
            ("/ovirt-engine/api".to_owned(), None),
            ("/ovirt-engine/sso/oauth/token".to_owned(), None),
        ];
        for (path, expected) in table {
            assert_eq!(name_in_place_of_id(&path), expected, "{path}");
        }
    }
}
