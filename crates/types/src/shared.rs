//! Nested objects that several objects share, copied on write.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::reflect::{Object, Reflect, Storage};

/// A nested object, used like a `Box`.
///
/// Equal objects of a list are stored once: ten thousand VMs have few different operating systems
/// and BIOS settings. Modifying one copies it first, so that others never see the change.
///
/// ```
/// use ovirt_types::{Cpu, CpuTopology, Vm};
///
/// let one = Vm::new().cpu(Cpu::new().topology(CpuTopology::new().cores(2)));
/// let mut other = one.clone();
/// other.cpu.get_or_insert_default().level = Some(3);
/// assert_eq!(one.cpu.as_ref().and_then(|cpu| cpu.level), None);
/// assert_eq!(other.cpu.map(|cpu| cpu.into_inner().level), Some(Some(3)));
/// ```
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Stores an object.
    pub fn new(object: T) -> Self {
        Self(Arc::new(object))
    }
}

impl<T: Clone> Shared<T> {
    /// Returns the object, cloned if it is shared. Allows fields to be moved out.
    ///
    /// ```
    /// use ovirt_types::{Cpu, Shared, Vm};
    ///
    /// let vm = Vm::new().cpu(Cpu::new().name("EPYC"));
    /// let name = vm.cpu.map(Shared::into_inner).and_then(|cpu| cpu.name);
    /// assert_eq!(name.as_deref(), Some("EPYC"));
    /// ```
    pub fn into_inner(self) -> T {
        Arc::unwrap_or_clone(self.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> Clone for Shared<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> From<T> for Shared<T> {
    fn from(object: T) -> Self {
        Self::new(object)
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Object> Storage for Shared<T> {
    fn copy(&self) -> Self {
        self.clone()
    }

    fn object(&self) -> &dyn Reflect {
        &**self
    }

    fn insert_empty(slot: &mut Option<Self>) -> &mut dyn Reflect {
        match Arc::get_mut(&mut slot.insert(Self::default()).0) {
            Some(object) => object,
            None => unreachable!("a new object is not shared"),
        }
    }
}
