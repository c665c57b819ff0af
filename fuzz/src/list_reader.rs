//! Any bytes as a list: decoding in parts of any size equals decoding as a whole, with and without
//! the list cache; encoding the list equals encoding each object.

use ovirt_types::{AffinityGroup, FromXml as _, List, ListReader, ToXml as _, Vm};

/// The check of one input; the first byte is the size of the parts.
pub fn check(data: &[u8]) {
    let Some((size, document)) = data.split_first() else {
        return;
    };
    let (parts, error) = decode_in_parts(document, usize::from(*size).max(1));
    let (at_once, error_at_once) = decode_in_parts(document, document.len().max(1));
    assert_eq!(parts, at_once, "{error:?} {error_at_once:?}");
    // Which of several errors is reported depends on how much has been received.
    assert_eq!(
        error.is_some(),
        error_at_once.is_some(),
        "{error:?} {error_at_once:?}"
    );
    if let Ok(whole) = List::<Vm>::from_xml(document) {
        let encoded = whole.to_xml();
        let whole = whole.into_vec();
        let each: String = whole.iter().map(Vm::to_xml).collect();
        assert!(whole.is_empty() || encoded.ends_with(&format!(">{each}</vms>")));
        if let Some(uncached) = decode_uncached(document) {
            assert_eq!(whole, uncached);
        }
        assert_eq!((parts, error), (whole, None));
    }
}

/// Decodes the list within an object, which disables the cache. `None` if that is impossible, as
/// with an XML declaration.
fn decode_uncached(document: &[u8]) -> Option<Vec<Vm>> {
    let parts: [&[u8]; 3] = [b"<affinity_group>", document, b"</affinity_group>"];
    let group = AffinityGroup::from_xml(parts.concat()).ok()?;
    Some(group.vms.map(List::into_vec).unwrap_or_default())
}

/// The objects and the error that follows.
fn decode_in_parts(document: &[u8], size: usize) -> (Vec<Vm>, Option<String>) {
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
