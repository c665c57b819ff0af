//! Any bytes as a list: parts of any size give the same, and what the whole gives, which is what is read
//! where nothing is remembered; and what is written of it is what is written of each object.

use ovirt_types::{AffinityGroup, FromXml as _, List, ListReader, ToXml as _, Vm};

/// The check of one input; its first byte is the size of the parts.
pub fn check(data: &[u8]) {
    let Some((size, document)) = data.split_first() else {
        return;
    };
    let (parts, error) = in_parts(document, usize::from(*size).max(1));
    let (at_once, error_at_once) = in_parts(document, document.len().max(1));
    assert_eq!(parts, at_once, "{error:?} {error_at_once:?}");
    // What is said of a document that has several flaws depends on how much of it is there.
    assert_eq!(
        error.is_some(),
        error_at_once.is_some(),
        "{error:?} {error_at_once:?}"
    );
    if let Ok(whole) = List::<Vm>::from_xml(document) {
        let written = whole.to_xml();
        let whole = whole.into_vec();
        let each: String = whole.iter().map(Vm::to_xml).collect();
        assert!(whole.is_empty() || written.ends_with(&format!(">{each}</vms>")));
        if let Some(plain) = within_an_object(document) {
            assert_eq!(whole, plain);
        }
        assert_eq!((parts, error), (whole, None));
    }
}

/// The objects of a list within an object: nothing is remembered of one for the next one. Nothing if the
/// document can't be there as it is.
fn within_an_object(document: &[u8]) -> Option<Vec<Vm>> {
    let parts: [&[u8]; 3] = [b"<affinity_group>", document, b"</affinity_group>"];
    let group = AffinityGroup::from_xml(parts.concat()).ok()?;
    Some(group.vms.map(List::into_vec).unwrap_or_default())
}

/// The objects, and the error after them.
fn in_parts(document: &[u8], size: usize) -> (Vec<Vm>, Option<String>) {
    let mut reader = ListReader::new();
    let mut objects = Vec::new();
    let mut parts = document.chunks(size);
    loop {
        let part = parts.next();
        match part {
            Some(part) => reader.feed(part),
            None => reader.end(),
        }
        loop {
            match reader.read() {
                Ok(Some(object)) => objects.push(object),
                Ok(None) => break,
                Err(error) => {
                    assert!(error.offset() <= document.len(), "{error}");
                    return (objects, Some(error.to_string()));
                }
            }
        }
        if part.is_none() {
            return (objects, None);
        }
    }
}
