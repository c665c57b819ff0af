//! Links to objects that live elsewhere.
//!
//! An answer mostly carries no more of such an object than `id` and `href`. Keeping a whole
//! struct for that would cost a thousand bytes where a hundred do, so a link is either a light
//! reference or, when the document had more, the object itself.
//!
//! The object is behind a `dyn`: types of the API lead to each other through links, all of them in
//! the end, and a compiler that asks whether one can be sent to another thread would have to follow
//! every way through them, beyond its limit of recursion.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;

use arcstr::ArcStr;

use crate::bytes;
use crate::debug;
use crate::reflect::{LinkSlot, Object, Reflect, Value, is_reference, set_text, text_of};

/// A link to an object: a reference to it, or the object itself.
///
/// Answers have references, unless the request said `follow`. For requests, a link is made of an
/// object, mostly one that only says which it is:
///
/// ```
/// use ovirt_types::{Cluster, Vm};
///
/// let vm = Vm::new().name("web1").cluster(Cluster::named("Default"));
/// let cluster = vm.cluster.as_ref().expect("it was set");
/// assert_eq!(cluster.name(), Some("Default"));
/// assert_eq!(cluster.id(), None);
/// ```
pub struct Link<T> {
    content: LinkTarget,
    of: PhantomData<fn() -> T>,
}

enum LinkTarget {
    Reference(Reference),
    /// Always a `T`. In two boxes, as the outer one is of one word: links take two then, and few
    /// have an object.
    Object(Box<Box<dyn Reflect>>),
}

/// `href`, `id` and `name` of an object in one allocation: the `id` is the end of the `href`
/// wherever the engine made them, and needs no room of its own. Copies share it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The `href`, then the `id` unless the `href` ends with it, then the `name`.
    text: ArcStr,
    /// Where the `href` ends; [`ABSENT`] without one.
    href_end: u16,
    /// Where the `id` starts; [`ABSENT`] without one.
    id_start: u16,
    /// Where the `id` ends and the `name` starts.
    id_end: u16,
    has_name: bool,
}

/// A position that no text has.
const ABSENT: u16 = u16::MAX;

impl Reference {
    /// Nothing when the texts are longer than any that an engine makes.
    pub(crate) fn new(href: Option<&str>, id: Option<&str>, name: Option<&str>) -> Option<Self> {
        let parts = (
            href.unwrap_or_default(),
            id.unwrap_or_default(),
            name.unwrap_or_default(),
        );
        let inside = !parts.0.is_empty() && parts.0.ends_with(parts.1);
        let id_room = if inside { 0 } else { parts.1.len() };
        let id_end = parts.0.len() + id_room;
        let text = if inside && parts.2.is_empty() {
            ArcStr::from(parts.0)
        } else {
            let id = if inside { "" } else { parts.1 };
            [parts.0, id, parts.2].concat().into()
        };
        let position = |at: usize| u16::try_from(at).ok().filter(|at| *at != ABSENT);
        let part = |there: bool, at: usize| if there { position(at) } else { Some(ABSENT) };
        Some(Self {
            text,
            href_end: part(href.is_some(), parts.0.len())?,
            id_start: part(id.is_some(), id_end - parts.1.len())?,
            id_end: position(id_end)?,
            has_name: name.is_some(),
        })
    }

    /// Whether it is made of these, and has no `name`.
    pub(crate) fn is_of(&self, href: Option<&str>, id: Option<&str>) -> bool {
        let same = |own: Option<&str>, other: Option<&str>| match (own, other) {
            (Some(own), Some(other)) => bytes::equal(own.as_bytes(), other.as_bytes()),
            (own, other) => own.is_none() && other.is_none(),
        };
        !self.has_name && same(self.href(), href) && same(self.id(), id)
    }

    /// Address of the object.
    pub fn href(&self) -> Option<&str> {
        self.part(self.href_end != ABSENT, 0, self.href_end.into())
    }

    /// Identifier of the object.
    pub fn id(&self) -> Option<&str> {
        self.part(
            self.id_start != ABSENT,
            self.id_start.into(),
            self.id_end.into(),
        )
    }

    /// Name of the object.
    pub fn name(&self) -> Option<&str> {
        self.part(self.has_name, self.id_end.into(), self.text.len())
    }

    fn part(&self, there: bool, start: usize, end: usize) -> Option<&str> {
        if there {
            self.text.get(start..end)
        } else {
            None
        }
    }
}

impl<T: Object> Link<T> {
    /// Identifier of the object that it leads to.
    pub fn id(&self) -> Option<&str> {
        self.text("id", Reference::id)
    }

    /// Name of the object that it leads to. Engines rarely send it: most references have only
    /// `id` and `href`.
    pub fn name(&self) -> Option<&str> {
        self.text("name", Reference::name)
    }

    /// Address of the object that it leads to, as a path on the engine's host; absent in what was
    /// made by the caller.
    pub fn href(&self) -> Option<&str> {
        self.text("href", Reference::href)
    }

    fn text<'a>(
        &'a self,
        name: &str,
        of_reference: impl Fn(&'a Reference) -> Option<&'a str>,
    ) -> Option<&'a str> {
        match &self.content {
            LinkTarget::Reference(reference) => of_reference(reference),
            LinkTarget::Object(object) => text_of(object.as_ref().as_ref(), name),
        }
    }

    /// The object itself, where the answer had more of it than a reference: with `follow`, and
    /// in the few places where the engine always does so.
    pub fn object(&self) -> Option<&T> {
        match &self.content {
            LinkTarget::Reference(_) => None,
            LinkTarget::Object(object) => (object.as_ref().as_ref() as &dyn Any).downcast_ref(),
        }
    }

    /// The object; of a mere reference one that has just `id`, `name` and `href`.
    pub fn into_object(self) -> T {
        match self.content {
            LinkTarget::Reference(reference) => {
                let mut object = T::default();
                set_text(&mut object, "href", reference.href());
                set_text(&mut object, "id", reference.id());
                set_text(&mut object, "name", reference.name());
                object
            }
            LinkTarget::Object(object) => (*object as Box<dyn Any>)
                .downcast()
                .map_or_else(|_| T::default(), |object| *object),
        }
    }

    pub(crate) fn value(&self) -> Value<'_> {
        match &self.content {
            LinkTarget::Reference(reference) => Value::Reference(reference, T::type_info()),
            LinkTarget::Object(object) => Value::Object(object.as_ref().as_ref()),
        }
    }
}

impl LinkTarget {
    fn object<T: Object>(object: T) -> Self {
        Self::Object(Box::new(Box::new(object)))
    }
}

impl<T> Link<T> {
    fn new(content: LinkTarget) -> Self {
        Self {
            content,
            of: PhantomData,
        }
    }
}

impl<T: Object> Clone for Link<T> {
    fn clone(&self) -> Self {
        Self::new(match (&self.content, self.object()) {
            (LinkTarget::Reference(reference), _) => LinkTarget::Reference(reference.clone()),
            (LinkTarget::Object(_), object) => {
                LinkTarget::object(object.cloned().unwrap_or_default())
            }
        })
    }
}

impl<T: Object> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.content, &other.content) {
            (LinkTarget::Reference(one), LinkTarget::Reference(other)) => one == other,
            (LinkTarget::Object(_), LinkTarget::Object(_)) => self.object() == other.object(),
            _ => false,
        }
    }
}

impl<T: Object> From<T> for Link<T> {
    fn from(object: T) -> Self {
        Self::new(match reference_of(&object) {
            Some(reference) => LinkTarget::Reference(reference),
            None => LinkTarget::object(object),
        })
    }
}

impl<T: Object> From<&T> for Link<T> {
    /// A link to an object that an answer gave: only its `id`, if it has one.
    fn from(object: &T) -> Self {
        match Reference::new(None, text_of(object, "id"), None) {
            Some(reference) if reference.id().is_some() => {
                Self::new(LinkTarget::Reference(reference))
            }
            _ => object.clone().into(),
        }
    }
}

/// The reference that says all that the object says, if one does.
fn reference_of(object: &dyn Reflect) -> Option<Reference> {
    if !object.struct_info().identified || !is_reference(object) {
        return None;
    }
    Reference::new(
        text_of(object, "href"),
        text_of(object, "id"),
        text_of(object, "name"),
    )
}

impl<T: Object> fmt::Debug for Link<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::value(&self.value(), f)
    }
}

impl<T: Object> LinkSlot for Option<Link<T>> {
    fn may_refer(&self) -> bool {
        T::type_info().identified
    }

    fn refer(&mut self, reference: Reference) {
        *self = Some(Link::new(LinkTarget::Reference(reference)));
    }

    fn fill(&mut self, fill: &mut dyn FnMut(&mut dyn Reflect)) {
        let mut object = T::boxed();
        fill(object.as_mut());
        *self = Some(Link::new(match reference_of(object.as_ref()) {
            Some(reference) => LinkTarget::Reference(reference),
            None => LinkTarget::Object(Box::new(object)),
        }));
    }

    fn value(&self) -> Value<'_> {
        match self {
            Some(link) => link.value(),
            None => Value::Absent,
        }
    }

    fn clear(&mut self) {
        *self = None;
    }
}

#[cfg(test)]
mod tests {
    use super::{Link, Reference};
    use crate::Vm;

    #[test]
    fn a_reference_gives_back_what_it_was_made_of() {
        let texts = [None, Some(""), Some("123"), Some("/api/vms/123")];
        for href in texts {
            for id in texts {
                for name in texts {
                    let reference = Reference::new(href, id, name).expect("short texts");
                    assert_eq!(
                        (reference.href(), reference.id(), reference.name()),
                        (href, id, name)
                    );
                }
            }
        }
    }

    #[test]
    fn a_link_takes_two_words() {
        assert_eq!(size_of::<Option<Link<Vm>>>(), 16);
    }

    #[test]
    fn a_reference_with_the_usual_texts_is_one_allocation_of_the_href() {
        let reference = Reference::new(Some("/api/vms/123"), Some("123"), None).expect("short");
        assert_eq!(reference.text.len(), "/api/vms/123".len());
        assert_eq!(Reference::new(Some(&"x".repeat(70_000)), None, None), None);
    }
}
