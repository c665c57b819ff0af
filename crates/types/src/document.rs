//! Objects whose type is known at run time only.

use std::any::Any;
use std::fmt;

use crate::debug;
use crate::generated::ROOTS;
use crate::list::{Item, ItemKind, List, UntypedList};
use crate::reflect::{ListSlot, Object, Reflect, StructInfo};
use crate::xml::{self, XmlError};

/// An object or a list of the API of whichever type a document has.
///
/// ```
/// use ovirt_types::{Document, Vm};
///
/// let document = Document::from_xml(r#"<vm id="123"><name>web1</name></vm>"#)?;
/// assert_eq!(document.tag(), "vm");
/// let vm: &Vm = document.object().expect("a virtual machine");
/// assert_eq!(vm.name.as_deref(), Some("web1"));
/// # Ok::<(), ovirt_types::XmlError>(())
/// ```
pub struct Document(pub(crate) DocumentBody);

pub(crate) enum DocumentBody {
    Object(Box<dyn Reflect>),
    List(UntypedList, ItemKind),
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
            DocumentBody::Object(object) => xml::decode_object(document, object.as_mut())?,
            DocumentBody::List(list, kind) => {
                if let Some(shape) = kind.shape {
                    xml::decode_list(document, &mut ListTarget(list, *kind), shape)?;
                }
            }
        }
        Ok(content)
    }

    /// The document with nothing in it for a root element, such as `vm` or `vms`; nothing where
    /// the API doesn't have it.
    pub fn empty(tag: &str) -> Option<Self> {
        let find = |root: &&RootType| {
            let shape = (root.kind)().shape;
            shape.is_some_and(|shape| shape.tag == tag || xml::is_plural(shape, tag))
        };
        let root = ROOTS.iter().find(find)?;
        Some(Self(
            if (root.kind)().shape.is_some_and(|shape| shape.tag == tag) {
                DocumentBody::Object((root.object)())
            } else {
                DocumentBody::List(UntypedList::default(), (root.kind)())
            },
        ))
    }

    /// The tag of the root element.
    pub fn tag(&self) -> &'static str {
        match &self.0 {
            DocumentBody::Object(object) => object.struct_info().tag,
            DocumentBody::List(_, kind) => kind.shape.map_or("", |shape| shape.plural),
        }
    }

    /// The document as XML.
    pub fn to_xml(&self) -> String {
        match &self.0 {
            DocumentBody::Object(object) => xml::encode_object(object.as_ref()),
            DocumentBody::List(list, kind) => kind
                .shape
                .map_or_else(String::new, |shape| xml::encode_list(list, shape)),
        }
    }

    /// The object, if it is one and has the type `T`.
    pub fn object<T: Object>(&self) -> Option<&T> {
        match &self.0 {
            DocumentBody::Object(object) => (object.as_ref() as &dyn Any).downcast_ref(),
            DocumentBody::List(..) => None,
        }
    }

    /// The list, if it is one and its items have the type `T`; otherwise the document again.
    ///
    /// # Errors
    ///
    /// The document, where it is something else.
    pub fn into_list<T: Object>(self) -> Result<List<T>, Self> {
        match self.0 {
            DocumentBody::List(list, kind)
                if kind.shape.is_some_and(|own| own.tag == T::type_info().tag) =>
            {
                Ok(List::of(list))
            }
            other => Err(Self(other)),
        }
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

/// A list of whichever type, to be filled.
struct ListTarget<'a>(&'a mut UntypedList, ItemKind);

impl ListSlot for ListTarget<'_> {
    fn open(&mut self) -> (&mut UntypedList, ItemKind) {
        (self.0, self.1)
    }

    fn content(&self) -> Option<&UntypedList> {
        Some(self.0)
    }

    fn clear(&mut self) {
        *self.0 = UntypedList::default();
    }
}

/// What a root element of the API stands for.
pub(crate) struct RootType {
    object: fn() -> Box<dyn Reflect>,
    kind: fn() -> ItemKind,
}

impl RootType {
    pub(crate) const fn of<T: Object>() -> Self {
        Self {
            object: T::boxed,
            kind: <T as Item>::kind,
        }
    }
}

/// The tables of all structs of the API.
pub(crate) fn struct_infos() -> impl Iterator<Item = &'static StructInfo> {
    ROOTS.iter().filter_map(|root| (root.kind)().shape)
}
