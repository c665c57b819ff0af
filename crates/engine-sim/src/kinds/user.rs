//! Users of the engine.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::caller::EVERYONE;
use crate::directory;
use crate::fault::Fault;
use crate::kind::{
    Add, Address, AddressRule, Addressing, Command, KEPT, Kind, Place, Remove, Source, Visible,
    WITH_PARENT,
};
use crate::node::Node;
use crate::object::{DOMAINS, ObjectRef, PERMISSIONS, TAGS, USERS};
use crate::world::World;

pub(super) static USER: Kind = Kind {
    name: "user",
    source: in_directory,
    address: Addressing {
        // The list of a directory has addresses in the directory, its users have others.
        rule: AddressRule::By(|_, user, path| match path {
            [path] if path.starts_with(DOMAINS) => Address::Other(format!("{USERS}/{}", user.id())),
            _ => Address::Path,
        }),
        ..KEPT.address
    },
    permits_below: &[
        (PERMISSIONS, "manipulate_permissions"),
        (TAGS, "tag_management"),
    ],
    title: "User",
    visible: Visible::Oneself,
    // The password is write-only: never part of a response.
    set_by_engine: &["password"],
    add: Add {
        event: 149,
        existing: |world, _, user| {
            let mut users = world.store.list(USERS).iter();
            let name = user.get("user_name");
            let found = users.find(|other| other.get("user_name") == name);
            found.map(|found| found.id().to_owned())
        },
        check: check_add,
        permit: "manipulate_users",
        ..KEPT.add
    },
    remove: Remove {
        event: 148,
        check: check_remove,
        permit: "manipulate_users",
        ..KEPT.remove
    },
    ..KEPT
};

/// A group of the directory.
pub(super) static GROUP: Kind = Kind {
    name: "group",
    source: in_directory,
    title: "Group",
    remove: Remove {
        check: |_, _, group| match group.id() {
            EVERYONE => Err(Fault::conflict(
                "Cannot remove the built-in group \"Everyone\".",
            )),
            _ => Ok(()),
        },
        permit: "manipulate_users",
        ..KEPT.remove
    },
    ..KEPT
};

/// A key of a user for the serial consoles of VMs.
pub(super) static SSH_PUBLIC_KEY: Kind = Kind {
    name: "ssh_public_key",
    address: WITH_PARENT,
    title: PROPERTY,
    validate: |key| match key.get("content").is_none_or(is_public_key) {
        true => Ok(()),
        false => Err(Fault::invalid(format!(
            "Cannot add {PROPERTY}. The given SSH public key is invalid."
        ))),
    },
    ..KEPT
};

const PROPERTY: &str = "User Profile Property";

/// The directory has more users and groups than were added.
fn in_directory(_: &World, place: &Place<'_>) -> Option<Source> {
    place.path.starts_with("domains/").then(|| place.own())
}

/// Whether a text is a public key: a type, the key in Base64, and optionally a comment. The key is
/// a list of fields with their lengths; the first is the type.
fn is_public_key(text: &str) -> bool {
    let mut words = text.split_ascii_whitespace();
    let (Some(kind), Some(key)) = (words.next(), words.next()) else {
        return false;
    };
    let key = BASE64_STANDARD.decode(key).unwrap_or_default();
    let mut rest = key.as_slice();
    let mut fields = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk() {
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        let Some((field, after)) = after.split_at_checked(length) else {
            return false;
        };
        fields.push(field);
        rest = after;
    }
    rest.is_empty() && fields.len() > 1 && fields.first() == Some(&kind.as_bytes())
}

fn check_add(world: &mut World, _: &Command<'_>, user: &mut Node) -> Result<(), Fault> {
    directory::complete_user(world, user);
    Ok(())
}

fn check_remove(world: &mut World, _: &Command<'_>, user: &ObjectRef) -> Result<(), Fault> {
    // The first user is the internal administrator.
    if world
        .store
        .list(USERS)
        .first()
        .is_some_and(|first| first.id() == user.id())
    {
        return Err(Fault::conflict(
            "Cannot remove internal admin user or its permissions.",
        ));
    }
    Ok(())
}
