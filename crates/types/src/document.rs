//! XML documents whose type is known at run time only.

use std::any::Any;
use std::fmt;

use crate::debug;
use crate::generated::ROOTS;
use crate::list::List;
use crate::reflect::{ItemKind, ListSlot, Object, Reflect, UntypedList};
use crate::xml::{self, XmlError};

/// An object or a list of any type of the API, determined by the root element of a document.
///
/// ```
/// use ovirt_types::{Document, Vm};
///
/// let document = Document::from_xml(r#"<vm id="123"><name>web1</name></vm>"#)?;
/// assert_eq!(document.tag(), "vm");
/// let vm: &Vm = document.object().expect("a VM");
/// assert_eq!(vm.name.as_deref(), Some("web1"));
/// # Ok::<(), ovirt_types::XmlError>(())
/// ```
pub struct Document(pub(crate) DocumentBody);

pub(crate) enum DocumentBody {
    Object(Box<dyn Reflect>),
    List(UntypedList, ItemKind),
}

impl Document {
    /// Decodes a document with any root element of the API, such as `<vm>` or `<vms>`.
    ///
    /// # Errors
    ///
    /// Returns an error if the root element is unknown, or for the reasons given at
    /// [`FromXml::from_xml`](crate::FromXml::from_xml).
    pub fn from_xml(document: impl AsRef<[u8]>) -> Result<Self, XmlError> {
        let document = document.as_ref();
        Self::from_xml_within(document, xml::memory_for(document))
    }

    /// Decodes a document with any root element, as
    /// [`FromXml::from_xml_within`](crate::FromXml::from_xml_within) does.
    ///
    /// # Errors
    ///
    /// Those of [`from_xml`](Self::from_xml), and an error if `memory`, in bytes, does not suffice.
    pub fn from_xml_within(document: impl AsRef<[u8]>, memory: usize) -> Result<Self, XmlError> {
        let bytes = document.as_ref();
        let tag = xml::root_tag(bytes)?;
        let mut document = Self::empty(&tag).ok_or_else(|| xml::unknown_root(bytes, &tag))?;
        match &mut document.0 {
            DocumentBody::Object(object) => xml::decode_object(bytes, object.as_mut(), memory)?,
            DocumentBody::List(list, kind) => {
                if let Some(info) = kind.struct_info {
                    xml::decode_list(bytes, &mut DocumentList(list, *kind), info, memory)?;
                }
            }
        }
        Ok(document)
    }

    /// An empty document with a root element such as `vm` or `vms`; `None` if the API has no such
    /// root element.
    pub fn empty(tag: &str) -> Option<Self> {
        ROOTS.iter().find_map(|root| {
            let kind = (root.kind)();
            let info = kind.struct_info?;
            let body = if info.tag == tag {
                DocumentBody::Object((root.new_object)())
            } else if xml::is_plural(info, tag) {
                DocumentBody::List(UntypedList::default(), kind)
            } else {
                return None;
            };
            Some(Self(body))
        })
    }

    /// Tag of the root element.
    pub fn tag(&self) -> &'static str {
        match &self.0 {
            DocumentBody::Object(object) => object.struct_info().tag,
            DocumentBody::List(_, kind) => kind.struct_info.map_or("", |info| info.plural),
        }
    }

    /// Encodes the document as XML.
    pub fn to_xml(&self) -> String {
        match &self.0 {
            DocumentBody::Object(object) => xml::encode_object(object.as_ref()),
            DocumentBody::List(list, kind) => {
                let info = kind.struct_info;
                info.map_or_else(String::new, |info| xml::encode_list(list, info))
            }
        }
    }

    /// The object; `None` if the document is a list or an object of another type.
    pub fn object<T: Object>(&self) -> Option<&T> {
        match &self.0 {
            DocumentBody::Object(object) => (object.as_ref() as &dyn Any).downcast_ref(),
            DocumentBody::List(..) => None,
        }
    }

    /// Converts the document into a list.
    ///
    /// # Errors
    ///
    /// Returns the document if it is an object or has items of another type.
    pub fn into_list<T: Object>(self) -> Result<List<T>, Self> {
        let tag = T::type_info().tag;
        match self.0 {
            DocumentBody::List(list, kind)
                if kind.struct_info.is_some_and(|info| info.tag == tag) =>
            {
                Ok(List::from_untyped(list))
            }
            other => Err(Self(other)),
        }
    }
}

impl<T: Object> From<T> for Document {
    fn from(object: T) -> Self {
        Self(DocumentBody::Object(Box::new(object)))
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            DocumentBody::Object(object) => debug::object(object.as_ref(), f),
            DocumentBody::List(list, _) => debug::list(list, f),
        }
    }
}

/// The list of a document as the target of decoding.
struct DocumentList<'a>(&'a mut UntypedList, ItemKind);

impl ListSlot for DocumentList<'_> {
    fn list_or_insert(&mut self) -> (&mut UntypedList, ItemKind) {
        (self.0, self.1)
    }

    fn list(&self) -> Option<&UntypedList> {
        Some(self.0)
    }

    fn clear(&mut self) {
        *self.0 = UntypedList::default();
    }
}
