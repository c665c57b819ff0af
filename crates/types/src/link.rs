//! Links to objects that have a URL of their own.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;

use crate::debug;
use crate::reference::Reference;
use crate::reflect::{LinkSlot, Object, Reflect, Value, is_reference, set_text, text_of};

/// A link to an object: a reference with `href`, `id` and `name`, or the object itself.
///
/// Responses contain references unless the request said `follow`. In a request, a link is made
/// from an object, usually one that only has an `id` or a `name`:
///
/// ```
/// use ovirt_types::{Cluster, Vm};
///
/// let vm = Vm::new().name("web1").cluster(Cluster::named("Default"));
/// let cluster = vm.cluster.as_ref().expect("set above");
/// assert_eq!(cluster.name(), Some("Default"));
/// assert_eq!(cluster.id(), None);
/// ```
pub struct Link<T> {
    target: LinkTarget,
    of: PhantomData<fn() -> T>,
}

enum LinkTarget {
    Reference(Reference),
    /// Always a `T`. Type-erased: links connect all types of the API, and checking auto traits
    /// along all of them would exceed the compiler's recursion limit. Boxed twice: a thin pointer
    /// keeps links at two words, and few links have an object.
    Object(Box<Box<dyn Reflect>>),
}

impl LinkTarget {
    fn object<T: Object>(object: T) -> Self {
        Self::Object(Box::new(Box::new(object)))
    }
}

impl<T: Object> Link<T> {
    /// Identifier of the linked object.
    pub fn id(&self) -> Option<&str> {
        self.text("id", Reference::id)
    }

    /// Name of the linked object. The engine rarely sends it: most references have only `id` and
    /// `href`.
    pub fn name(&self) -> Option<&str> {
        self.text("name", Reference::name)
    }

    /// Address of the linked object, as a path on the engine's host. Set by the engine.
    pub fn href(&self) -> Option<&str> {
        self.text("href", Reference::href)
    }

    fn text<'a>(
        &'a self,
        name: &str,
        of_reference: impl Fn(&'a Reference) -> Option<&'a str>,
    ) -> Option<&'a str> {
        match &self.target {
            LinkTarget::Reference(reference) => of_reference(reference),
            LinkTarget::Object(object) => text_of(object.as_ref().as_ref(), name),
        }
    }

    /// The linked object, if the response contains more than a reference: after `follow`, and in
    /// the few places where the engine always embeds it.
    pub fn object(&self) -> Option<&T> {
        match &self.target {
            LinkTarget::Reference(_) => None,
            LinkTarget::Object(object) => (object.as_ref().as_ref() as &dyn Any).downcast_ref(),
        }
    }

    /// Converts the link into the linked object; from a reference, one that has at most `id`,
    /// `name` and `href`.
    pub fn into_object(self) -> T {
        match self.target {
            LinkTarget::Reference(reference) => {
                let mut object = T::default();
                for (name, part) in reference.parts() {
                    set_text(&mut object, name, Some(part));
                }
                object
            }
            LinkTarget::Object(object) => (*object as Box<dyn Any>)
                .downcast()
                .map_or_else(|_| T::default(), |object| *object),
        }
    }

    /// A reference by `id` or `name`.
    fn refer(id: Option<&str>, name: Option<&str>) -> Self {
        Self::new(match Reference::new(None, id, name) {
            Some(reference) => LinkTarget::Reference(reference),
            // Too long for a reference.
            None => {
                let mut object = T::default();
                set_text(&mut object, "id", id);
                set_text(&mut object, "name", name);
                LinkTarget::object(object)
            }
        })
    }

    pub(crate) fn value(&self) -> Value<'_> {
        match &self.target {
            LinkTarget::Reference(reference) => Value::Reference(reference, T::type_info()),
            LinkTarget::Object(object) => Value::Object(object.as_ref().as_ref()),
        }
    }
}

impl<T> Link<T> {
    fn new(target: LinkTarget) -> Self {
        Self {
            target,
            of: PhantomData,
        }
    }
}

impl<T: Object> Clone for Link<T> {
    fn clone(&self) -> Self {
        Self::new(match (&self.target, self.object()) {
            (LinkTarget::Reference(reference), _) => LinkTarget::Reference(reference.clone()),
            (LinkTarget::Object(_), object) => {
                LinkTarget::object(object.cloned().unwrap_or_default())
            }
        })
    }
}

impl<T: Object> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.target, &other.target) {
            (LinkTarget::Reference(one), LinkTarget::Reference(other)) => one == other,
            (LinkTarget::Object(_), LinkTarget::Object(_)) => self.object() == other.object(),
            _ => false,
        }
    }
}

impl<T: Object> From<T> for Link<T> {
    fn from(object: T) -> Self {
        Self::new(match equivalent_reference(&object) {
            Some(reference) => LinkTarget::Reference(reference),
            None => LinkTarget::object(object),
        })
    }
}

impl<T: Object> From<&T> for Link<T> {
    /// Refers to an object by its `id`, or by its `name` if it has no `id`. A reference to an
    /// object without both has an empty `id`, with which a request fails before it is sent.
    /// An object of a type without these members is copied.
    fn from(object: &T) -> Self {
        if !T::type_info().identified {
            return object.clone().into();
        }
        let (id, name) = (text_of(object, "id"), text_of(object, "name"));
        let name = name.filter(|_| id.is_none());
        Self::refer(id.or(name.is_none().then_some("")), name)
    }
}

impl<T: Object> From<&str> for Link<T> {
    /// Refers to the object with this `id`.
    fn from(id: &str) -> Self {
        Self::refer(Some(id), None)
    }
}

impl<T: Object> From<&String> for Link<T> {
    /// Refers to the object with this `id`.
    fn from(id: &String) -> Self {
        id.as_str().into()
    }
}

impl<T: Object> From<String> for Link<T> {
    /// Refers to the object with this `id`.
    fn from(id: String) -> Self {
        id.as_str().into()
    }
}

/// A reference that says as much as the object, if there is one.
fn equivalent_reference(object: &dyn Reflect) -> Option<Reference> {
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
    fn accepts_references(&self) -> bool {
        T::type_info().identified
    }

    fn set_reference(&mut self, reference: Reference) {
        *self = Some(Link::new(LinkTarget::Reference(reference)));
    }

    fn set_object(&mut self, fill: &mut dyn FnMut(&mut dyn Reflect)) {
        let mut object = T::new_boxed_object();
        fill(object.as_mut());
        *self = Some(Link::new(match equivalent_reference(object.as_ref()) {
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
    use super::Link;
    use crate::Vm;

    #[test]
    fn a_link_takes_two_words() {
        assert_eq!(size_of::<Option<Link<Vm>>>(), 16);
    }
}
