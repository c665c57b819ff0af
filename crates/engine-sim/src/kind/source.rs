//! Where the objects of a collection come from.

use crate::computed::Compute;
use crate::object::ObjectRef;

/// Where the objects of a collection come from.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// Stored in the collection itself.
    Own(String),
    /// Computed, unless some are stored at this path, for example because they were loaded.
    Computed { path: String, compute: Compute },
    /// Computed, always: a view of objects stored elsewhere.
    View { path: String, compute: Compute },
    /// Stored in another collection: the objects with a member that refers to the parent.
    Filtered {
        /// Path of the other collection.
        home: String,
        /// Tags of the members that may refer to the parent.
        members: Vec<String>,
        /// Identifier of the parent.
        parent: String,
        /// Whether it includes objects stored below other objects.
        everywhere: bool,
    },
    /// Stored in another collection: the objects with a disk on a storage domain.
    OnStorageDomain {
        /// Path of the other collection.
        home: String,
        /// Identifier of the storage domain.
        domain: String,
    },
    /// Permissions: the objects of another source, and those on the whole system and on the objects
    /// above.
    Permissions(Box<Source>),
    /// Stored in another collection; this collection stores the assignments.
    Assigned {
        /// Path of this collection.
        own: String,
        /// Path of the other collection.
        home: String,
    },
}

/// A collection below an object.
pub(crate) struct Place<'a> {
    pub(crate) path: &'a str,
    pub(crate) parent: ObjectRef,
    /// Name of the parent's type.
    pub(crate) parent_type: &'a str,
    /// The top-level collection of the type; empty if it has none.
    pub(crate) home: &'a str,
}

impl Place<'_> {
    /// Stored in the collection itself.
    pub(crate) fn own(&self) -> Source {
        Source::Own(self.path.to_owned())
    }

    /// Stored at the top level, assigned to the parent.
    pub(crate) fn assigned(&self) -> Source {
        Source::Assigned {
            own: self.path.to_owned(),
            home: self.home.to_owned(),
        }
    }

    /// Computed, unless stored in the collection itself.
    pub(crate) fn computed(&self, compute: Compute) -> Source {
        Source::Computed {
            path: self.path.to_owned(),
            compute,
        }
    }

    /// Always computed.
    pub(crate) fn view(&self, compute: Compute) -> Source {
        Source::View {
            path: self.path.to_owned(),
            compute,
        }
    }

    /// Stored at the top level, with a member that refers to the parent.
    pub(crate) fn filtered(&self, members: impl IntoIterator<Item = impl Into<String>>) -> Source {
        Source::Filtered {
            home: self.home.to_owned(),
            members: members.into_iter().map(Into::into).collect(),
            everywhere: false,
            parent: self.parent.id().to_owned(),
        }
    }
}
