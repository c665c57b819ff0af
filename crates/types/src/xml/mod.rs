//! Objects as XML documents and back: one reader and one writer for all types, driven by their
//! tables of members.

mod budget;
mod buffer;
mod error;
pub(crate) mod find;
mod lanes;
mod links;
mod list_cache;
mod mask;
mod read;
mod reference;
pub mod scan;
mod stream;
mod write;

pub use error::XmlError;
pub use mask::mask;
pub use read::root_element;
pub(crate) use read::{
    is_plural, list as read_list, object as read_object, root_tag, unknown_root,
};
pub use stream::{ListReader, Parts};
pub(crate) use write::{list as write_list, object as write_object};

use crate::element::Object;
use crate::list::List;

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
        read_object(document.as_ref(), &mut object)?;
        Ok(object)
    }
}

impl<T: Object> ToXml for T {
    fn to_xml(&self) -> String {
        write_object(self)
    }
}

impl<T: Object> FromXml for List<T> {
    fn from_xml(document: impl AsRef<[u8]>) -> Result<Self, XmlError> {
        let mut list: Option<Self> = None;
        read_list(document.as_ref(), &mut list, T::type_shape())?;
        Ok(list.unwrap_or_default())
    }
}

impl<T: Object> ToXml for List<T> {
    fn to_xml(&self) -> String {
        write_list(self.content(), T::type_shape())
    }
}
