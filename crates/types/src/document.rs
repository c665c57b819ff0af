//! Objects whose type is known at run time only.

use std::any::Any;
use std::fmt;

use crate::element::{Element, ListView, Object, Shape};
use crate::generated::ROOTS;
use crate::list::{Item, List};
use crate::print;
use crate::xml::{self, XmlError};

/// An object or a list of the API of whichever type a document has.
///
/// ```
/// use ovirt_types::{Document, Vm};
///
/// let document = Document::from_xml(r#"<vm id="123"><name>web1</name></vm>"#)?;
/// assert_eq!(document.tag(), "vm");
/// let vm: &Vm = document.downcast_ref().expect("a virtual machine");
/// assert_eq!(vm.name.as_deref(), Some("web1"));
/// # Ok::<(), ovirt_types::XmlError>(())
/// ```
pub struct Document(pub(crate) Content);

pub(crate) enum Content {
    Object(Box<dyn Element>),
    List(Box<dyn AnyList>),
}

impl Document {
    /// Reads a document with any root element of the API, of an object or a list.
    ///
    /// # Errors
    ///
    /// A document that can't be read, or a root element that the API doesn't have.
    pub fn from_xml(document: impl AsRef<[u8]>) -> Result<Self, XmlError> {
        let document = document.as_ref();
        let tag = xml::root_tag(document)?;
        let mut content = Self::empty(&tag).ok_or_else(|| xml::unknown_root(document, &tag))?;
        match &mut content.0 {
            Content::Object(object) => xml::read_object(document, object.as_mut())?,
            Content::List(list) => list.read(document)?,
        }
        Ok(content)
    }

    /// The document with nothing in it for a root element, such as `vm` or `vms`; nothing where
    /// the API doesn't have it.
    pub fn empty(tag: &str) -> Option<Self> {
        let root = ROOTS
            .iter()
            .find(|root| root.shape.tag == tag || xml::is_plural(root.shape, tag))?;
        Some(Self(if root.shape.tag == tag {
            Content::Object((root.object)())
        } else {
            Content::List((root.list)())
        }))
    }

    /// The tag of the root element.
    pub fn tag(&self) -> &'static str {
        match &self.0 {
            Content::Object(object) => object.shape().tag,
            Content::List(list) => list.items_shape().plural,
        }
    }

    /// The document as XML.
    pub fn to_xml(&self) -> String {
        match &self.0 {
            Content::Object(object) => xml::write_object(object.as_ref()),
            Content::List(list) => list.write(),
        }
    }

    /// The object or list, if it has the type `T`.
    pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
        match &self.0 {
            Content::Object(object) => (object.as_ref() as &dyn Any).downcast_ref(),
            Content::List(list) => list.as_any().downcast_ref(),
        }
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Content::Object(object) => print::element(object.as_ref(), f),
            Content::List(list) => f
                .debug_list()
                .entries((0..list.view().len()).map(|at| print::Shown(list.view().item(at))))
                .finish(),
        }
    }
}

/// What a root element of the API stands for.
pub(crate) struct Root {
    pub(crate) shape: &'static Shape,
    object: fn() -> Box<dyn Element>,
    list: fn() -> Box<dyn AnyList>,
}

impl Root {
    pub(crate) const fn of<T: Object>() -> Self {
        Self {
            shape: <T as Object>::SHAPE,
            object: || Box::new(T::default()),
            list: || Box::new(Some(List::<T>::new())),
        }
    }
}

/// A list of objects of any type.
pub(crate) trait AnyList: Send + Sync {
    fn items_shape(&self) -> &'static Shape;
    fn read(&mut self, document: &[u8]) -> Result<(), XmlError>;
    fn write(&self) -> String;
    fn view(&self) -> &dyn ListView;
    #[cfg(feature = "serde")]
    fn slot(&mut self) -> &mut dyn crate::element::ListSlot;
    fn as_any(&self) -> &dyn Any;
}

impl<T: Object + Item> AnyList for Option<List<T>> {
    fn items_shape(&self) -> &'static Shape {
        <T as Object>::SHAPE
    }

    fn read(&mut self, document: &[u8]) -> Result<(), XmlError> {
        xml::read_list(document, self, <T as Object>::SHAPE)
    }

    fn write(&self) -> String {
        xml::write_list(self.view(), self.items_shape())
    }

    fn view(&self) -> &dyn ListView {
        match self {
            Some(list) => list,
            None => const { &List::<T>::new() },
        }
    }

    #[cfg(feature = "serde")]
    fn slot(&mut self) -> &mut dyn crate::element::ListSlot {
        self
    }

    fn as_any(&self) -> &dyn Any {
        match self {
            Some(list) => list,
            None => self,
        }
    }
}
