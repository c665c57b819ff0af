//! Access to documents for the SDK, whose requests can be of types known at run time only.

use std::sync::Arc;

use crate::document::{Document, DocumentBody};
use crate::reflect::{ItemKind, Items, Reflect, UntypedList};

/// The object of a document; `None` if it is a list.
pub fn object_of(document: &Document) -> Option<&dyn Reflect> {
    match &document.0 {
        DocumentBody::Object(object) => Some(object.as_ref()),
        DocumentBody::List(..) => None,
    }
}

/// Converts a document into its object; a list is returned as it is.
#[expect(clippy::missing_errors_doc, reason = "internal to this repository")]
pub fn into_object(document: Document) -> Result<Box<dyn Reflect>, Document> {
    match document.0 {
        DocumentBody::Object(object) => Ok(object),
        list => Err(Document(list)),
    }
}

/// The type of the items of a document; `None` if it is an object.
pub fn item_kind(document: &Document) -> Option<ItemKind> {
    match &document.0 {
        DocumentBody::Object(_) => None,
        DocumentBody::List(_, kind) => Some(*kind),
    }
}

/// A document that is a list of these items.
pub fn from_items(items: Box<dyn Items>) -> Document {
    let kind = items.kind();
    Document(DocumentBody::List(
        UntypedList::with_items(Arc::from(items)),
        kind,
    ))
}
