//! Faults with status 404: which object is missing.

use ovirt_types::Fault;

use super::variants::RequestInfo;

/// Whether a fault with status 404 says that the object at the path does not exist, rather than one
/// that the document refers to.
pub(super) fn is_about_the_object(fault: &Fault, request: &RequestInfo) -> bool {
    let detail = fault.detail.as_deref().unwrap_or_default();
    let mut segments = request.path().split('/');
    let is_id = |segment: &str| segment.len() == 36 && detail.contains(segment);
    matches!(request.method(), "GET" | "DELETE" | "HEAD") || segments.any(is_id)
}

#[cfg(test)]
mod tests {
    use ovirt_types::Fault;

    use super::{RequestInfo, is_about_the_object};

    #[test]
    fn missing_object_of_the_path_is_told_from_a_missing_reference() {
        let id = "0a1b2c3d-0000-4000-8000-0123456789ab";
        let path = format!("/ovirt-engine/api/vms/{id}/nics");
        let of_path = format!("Entity not found: {id}");
        let table = [
            ("GET", &*of_path, true),
            ("DELETE", "Entity not found: 1", true),
            ("POST", &of_path, true),
            ("POST", "Entity not found: 1", false),
        ];
        for (method, detail, expected) in table {
            let (request, fault) = (RequestInfo::new(method, path.as_str()), Fault::new());
            let found = is_about_the_object(&fault.detail(detail), &request);
            assert_eq!(found, expected, "{method} {detail}");
        }
    }
}
