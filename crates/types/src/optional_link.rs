//! [`OptionalLink`]: what a link member refers to, if it is set.

use crate::link::Link;
use crate::reflect::Object;

/// Access through a link that may be unset, without `as_ref` and `and_then`.
///
/// ```
/// use ovirt_types::{FromXml, OptionalLink as _, Vm};
///
/// let vm = Vm::from_xml(
///     r#"<vm>
///         <host id="7"/>
///         <cluster id="1"><name>Default</name><data_center id="2"/></cluster>
///     </vm>"#,
/// )?;
/// assert_eq!(vm.host.id(), Some("7"));
/// assert_eq!(vm.cluster.name(), Some("Default"));
/// assert_eq!(vm.template.name(), None);
///
/// // With the request's `follow("cluster")`, links lead on.
/// let data_center = vm.cluster.object().and_then(|cluster| cluster.data_center.id());
/// assert_eq!(data_center, Some("2"));
/// # Ok::<(), ovirt_types::XmlError>(())
/// ```
pub trait OptionalLink<T> {
    /// Identifier of the linked object.
    fn id(&self) -> Option<&str>;

    /// Name of the linked object, which the engine rarely sends: see [`Link::name`].
    fn name(&self) -> Option<&str>;

    /// Address of the linked object, as a path on the engine's host.
    fn href(&self) -> Option<&str>;

    /// The linked object, if the response contains more than a reference: see [`Link::object`].
    fn object(&self) -> Option<&T>;
}

impl<T: Object> OptionalLink<T> for Option<Link<T>> {
    fn id(&self) -> Option<&str> {
        self.as_ref()?.id()
    }

    fn name(&self) -> Option<&str> {
        self.as_ref()?.name()
    }

    fn href(&self) -> Option<&str> {
        self.as_ref()?.href()
    }

    fn object(&self) -> Option<&T> {
        self.as_ref()?.object()
    }
}
