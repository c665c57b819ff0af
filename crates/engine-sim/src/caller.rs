//! The user who sends a request, with the roles that apply.

use std::collections::{HashMap, HashSet};

use crate::node::Node;
use crate::object::{ObjectRef, PERMISSIONS, ROLES};
use crate::world::World;

/// Login name of the administrator.
pub(crate) const USERNAME: &str = "admin@internal";

/// Identifier of the group of all users.
pub(crate) const EVERYONE: &str = "eee00000-0000-0000-0000-123456789eee";

/// The role that permits everything.
pub(crate) const SUPER_USER: &str = "SuperUser";

/// The permit of all commands without one of their own, which roles for administrators have.
pub(crate) const ADMINISTRATE: &str = "administrate";

/// The user who sends a request. `access` decides what the user sees and may do.
#[derive(Debug, Clone, Default)]
pub(crate) struct Caller {
    /// Identifier of the user.
    pub(crate) user: String,
    /// Whether the user has a role for administrators.
    pub(crate) administrator: bool,
    /// Whether the user sees only objects with permissions.
    pub(crate) filtered: bool,
    pub(crate) grants: Vec<Grant>,
    /// Identifiers of the ancestors of objects with permissions, which are visible too.
    pub(crate) visible_parents: HashSet<String>,
    /// Identifiers of the objects that others are attached to: VMs and templates by the identifiers
    /// of their disks. Empty for users who see everything.
    pub(crate) owners: HashMap<String, Vec<String>>,
}

/// A role on an object, or on the whole system.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    pub(crate) role: String,
    pub(crate) permits: Permits,
    /// Whether the objects below are visible too.
    pub(crate) includes_children: bool,
    pub(crate) object: Option<String>,
}

/// The permits of a role.
#[derive(Debug, Clone)]
pub(crate) enum Permits {
    All,
    Named(Vec<String>),
}

impl Caller {
    /// Whether the caller has the superuser role on the whole system.
    pub(crate) fn is_superuser(&self) -> bool {
        self.grants.iter().any(|grant| {
            let of_all = matches!(grant.permits, Permits::All) && grant.object.is_none();
            of_all && grant.role == SUPER_USER
        })
    }

    /// Whether the caller sees information about the engine itself.
    pub(crate) fn sees_engine(&self) -> bool {
        self.administrator && !self.filtered
    }

    /// Grants the user roles on an object of a type.
    pub(crate) fn grant(&self, world: &mut World, roles: &[&str], kind: &str, id: &str) {
        let schema = &world.schema;
        let structure = schema.model.structure("permission");
        let has_member = structure.is_some_and(|own| schema.member(own, kind).is_some());
        let path = match schema.home(kind).filter(|_| !has_member) {
            Some(home) => ObjectRef::new(home, id).below(PERMISSIONS),
            None => PERMISSIONS.to_owned(),
        };
        for role in roles {
            let Some(role) = world.find_by_name(ROLES, role).map(Node::id) else {
                continue;
            };
            let mut permission = Node::new("permission")
                .with(Node::reference("role", role))
                .with(Node::reference("user", &self.user));
            if path == PERMISSIONS {
                permission.children.push(Node::reference(kind, id));
            }
            world.store.add(&path, permission);
        }
    }
}

impl Grant {
    /// The role of the administrator.
    pub(crate) fn superuser() -> Self {
        Self {
            role: SUPER_USER.to_owned(),
            permits: Permits::All,
            includes_children: true,
            object: None,
        }
    }
}

impl Permits {
    pub(crate) fn has(&self, permit: &str) -> bool {
        match self {
            Self::All => true,
            Self::Named(names) => names.iter().any(|name| name == permit),
        }
    }
}
