//! Objects as XML documents and back: one reader and one writer for all types, driven by their
//! tables of members.

mod budget;
mod buffer;
mod decode;
mod encode;
mod entities;
mod error;
mod incremental;
mod list_cache;
mod redact;
pub mod tokenizer;

pub use decode::root_element;
pub(crate) use decode::{
    is_plural, list as decode_list, object as decode_object, root_tag, unknown_root,
};
pub(crate) use encode::{list as encode_list, object as encode_object};
pub use error::XmlError;
pub use incremental::{ListDecoder, ListReader};
pub use redact::redact;

use crate::list::List;
use crate::reflect::Object;

/// What can be read from an XML document: every struct of the API and lists of them.
pub trait FromXml: Sized {
    /// Reads a document whose root element is the type's.
    ///
    /// # Errors
    ///
    /// A document that isn't well-formed, has another root, or has a value that its member can't
    /// hold; the error says where. Elements and attributes that the API doesn't have are skipped.
    fn from_xml(document: impl AsRef<[u8]>) -> Result<Self, XmlError>;
}

/// What can be written as an XML document: every struct of the API and lists of them.
pub trait ToXml {
    /// The document, with what is set.
    fn to_xml(&self) -> String;
}

impl<T: Object> FromXml for T {
    fn from_xml(document: impl AsRef<[u8]>) -> Result<Self, XmlError> {
        let mut object = T::default();
        decode_object(document.as_ref(), &mut object)?;
        Ok(object)
    }
}

impl<T: Object> ToXml for T {
    fn to_xml(&self) -> String {
        encode_object(self)
    }
}

impl<T: Object> FromXml for List<T> {
    fn from_xml(document: impl AsRef<[u8]>) -> Result<Self, XmlError> {
        let mut list: Option<Self> = None;
        decode_list(document.as_ref(), &mut list, T::type_info())?;
        Ok(list.unwrap_or_default())
    }
}

impl<T: Object> ToXml for List<T> {
    fn to_xml(&self) -> String {
        encode_list(self.content(), T::type_info())
    }
}
