//! Conversion between objects and XML documents, for all types by reflection.

mod budget;
mod buffer;
mod decode;
mod encode;
mod entities;
mod error;
mod incremental;
mod list_cache;
mod list_reader;
mod redact;
pub mod tokenizer;

pub use budget::DEFAULT_MEMORY;
pub(crate) use budget::memory_for;
pub use decode::root_element;
pub(crate) use decode::{
    is_plural, list as decode_list, object as decode_object, root_tag, unknown_root,
};
pub(crate) use encode::list as encode_list;
pub use encode::object as encode_object;
pub use error::XmlError;
pub use error::printable;
pub use incremental::ListDecoder;
pub use list_reader::ListReader;
pub use redact::redact;

use crate::list::List;
use crate::reflect::Object;

/// Decoding from XML, implemented by every struct of the API and by lists of them.
pub trait FromXml: Sized {
    /// Decodes a document whose root element is that of the type. Skips elements and attributes
    /// that the API does not have.
    ///
    /// ```
    /// use ovirt_types::{FromXml, Vm};
    ///
    /// let vm = Vm::from_xml(r#"<vm id="123"><name>web1</name></vm>"#)?;
    /// assert_eq!(vm.name.as_deref(), Some("web1"));
    ///
    /// let error = Vm::from_xml("<vm><memory>lots</memory></vm>").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "expected an integer, found `lots` at line 1, column 26, in vm/memory"
    /// );
    /// # Ok::<(), ovirt_types::XmlError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error with the position if the document is not well-formed, is not UTF-8, has
    /// another root element, contains a value that is invalid for its member, or exceeds a limit:
    /// 64 levels of nesting, 16 MiB of text in an element, or memory for objects of 64 MiB or, if
    /// that is more, about 64 times the length of the document.
    fn from_xml(document: impl AsRef<[u8]>) -> Result<Self, XmlError> {
        let document = document.as_ref();
        Self::from_xml_within(document, memory_for(document))
    }

    /// Decodes a document, as [`from_xml`](Self::from_xml) does, unless the document and its
    /// objects take more than `memory` bytes.
    ///
    /// Objects may take a sixteenth of that or, if that is more, 64 times the length of the
    /// document; those of engines take about three times. Memory counts before it is taken.
    ///
    /// # Errors
    ///
    /// Those of [`from_xml`](Self::from_xml). [`XmlError::is_too_large`] tells whether the memory
    /// did not suffice.
    fn from_xml_within(document: impl AsRef<[u8]>, memory: usize) -> Result<Self, XmlError>;
}

/// Encoding as XML, implemented by every struct of the API and by lists of them.
pub trait ToXml {
    /// Encodes the members that are set as a document.
    ///
    /// Omits characters that XML cannot represent, such as most control characters.
    ///
    /// ```
    /// use ovirt_types::{ToXml, Vm};
    ///
    /// assert_eq!(Vm::named("a < b").to_xml(), "<vm><name>a &lt; b</name></vm>");
    /// ```
    fn to_xml(&self) -> String;
}

impl<T: Object> FromXml for T {
    fn from_xml_within(document: impl AsRef<[u8]>, memory: usize) -> Result<Self, XmlError> {
        let mut object = T::default();
        decode_object(document.as_ref(), &mut object, memory)?;
        Ok(object)
    }
}

impl<T: Object> ToXml for T {
    fn to_xml(&self) -> String {
        encode_object(self)
    }
}

impl<T: Object> FromXml for List<T> {
    fn from_xml_within(document: impl AsRef<[u8]>, memory: usize) -> Result<Self, XmlError> {
        let mut list: Option<Self> = None;
        decode_list(document.as_ref(), &mut list, T::type_info(), memory)?;
        Ok(list.unwrap_or_default())
    }
}

impl<T: Object> ToXml for List<T> {
    fn to_xml(&self) -> String {
        encode_list(self.untyped(), T::type_info())
    }
}
