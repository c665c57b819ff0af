//! The table of a type of object: everything the engine does with it, in rows.
//!
//! Each type has a static [`Kind`] in its own file below `kinds`; `dispatch` executes its rows and
//! knows no type. A type without a table is only stored.
//!
//! # How to add an action
//!
//! 1. Add a line to `actions` of the type's table:
//!    `act("start", "run", &[DOWN, PAUSED], start).event(153).inlines_object()`. It names the
//!    action of the model, the verb in refusals, the statuses in which it is allowed (none: all)
//!    and the function with what does not fit the row; `nothing` if all of it does. Further rows
//!    are methods of [`Action`]: `moves("up", &["maintenance"])` sets a status now and others one
//!    step after the other, `with_tasks()` answers 202, `permit(...)` names the permit.
//! 2. Add the text of a new event to `audit_messages`, by its code.
//! 3. Update the lists made from the tables:
//!    `OVIRT_UPDATE=1 cargo test -p ovirt-engine-sim --lib table_tests`.
//!
//! # How to add a type
//!
//! 1. Add a file with a table below `kinds`, and a line to `kinds::ALL` or, if objects are only
//!    stored, a table and a line to `kinds/kept.rs`. Rows that are not named come from [`KEPT`].
//! 2. Update the lists, as for an action. Tests compare all names with the model.
//!
//! # Rows by topic
//!
//! | topic | rows |
//! | --- | --- |
//! | requests | `add.required`, `add.missing`, `references`, `referred`, `validate`, `name_rule` |
//! | commands | `add`, `assign`, `update`, `remove`, `actions`, `status`, `job` |
//! | access | `visible`, `parents`, `attached_in`, `permits_below`, `creator_roles` |
//! | collections | `source`, `unchecked`, `absent`, `listed`, `unlisted`, `below` |
//! | responses | `address`, `show`, `present_texts`, `costly`, `unlinked`, `searches` |

mod action;
mod addressing;
mod command;
mod document;
mod source;

use std::borrow::Cow;

use ovirt_model::names;

use crate::caller::ADMINISTRATE;
use crate::defaults::{self, Defaults};
use crate::fault::Fault;
use crate::message::Parameters;
use crate::name_rule::NameRule;
use crate::node::Node;
use crate::object::{ObjectRef, PERMISSIONS};
use crate::world::World;

pub(crate) use action::{Action, act};
pub(crate) use addressing::{Address, AddressRule, Addressing, Below, ParentRule, WITH_PARENT};
pub(crate) use command::{Add, Answer, Assign, Command, Remove, Row, Update};
pub(crate) use document::{Missing, References, Referred, check_members};
pub(crate) use source::{Place, Source};

/// Names of statuses.
pub(crate) type Statuses = &'static [&'static str];

/// What the engine does with objects of one type.
pub(crate) struct Kind {
    /// Name of the type in the model; empty if it has no table.
    pub(crate) name: &'static str,
    /// What refusals call an object, such as `Virtual Disk`.
    pub(crate) title: &'static str,
    /// What events call an object.
    pub(crate) event_title: &'static str,
    /// Whether commands have a job, which responses to removals and actions refer to.
    pub(crate) job: bool,
    pub(crate) status: Status,
    /// Statuses that a restart ends: member, status, the one that follows.
    pub(crate) interrupted: &'static [(&'static str, &'static str, &'static str)],
    /// Completes what a restart has interrupted, beyond statuses.
    pub(crate) restarted: fn(&mut World),
    pub(crate) visible: Visible,
    /// Members that refer to the objects that one is below: permissions on these apply to it, too.
    pub(crate) parents: &'static [&'static str],
    /// The collection, below other objects, whose entries attach an object to these by its
    /// identifier: it is below them, too. Empty for none.
    pub(crate) attached_in: &'static str,
    /// The collection of the objects that have the same identifiers; events are about these, too.
    /// Empty for none.
    pub(crate) twin: &'static str,
    /// The roles on a new object that its creator gets.
    pub(crate) creator_roles: &'static [&'static str],
    /// Whether its creator gets them only without the permit to grant roles on the object.
    pub(crate) spares_managers: bool,
    /// Returns the objects that were added together with a new one, such as the disks of a VM.
    pub(crate) added_with: fn(&World, &ObjectRef) -> Vec<ObjectRef>,
    /// Permits that commands on collections below an object require: path segment (empty for all
    /// others), permit. Without any, only administrators may execute them.
    pub(crate) permits_below: &'static [(&'static str, &'static str)],
    pub(crate) unique_name: UniqueName,
    /// Whether an object may have the name of another one, such as a version of a template.
    pub(crate) shares_name: fn(&Node) -> bool,
    pub(crate) name_rule: Option<NameRule>,
    /// Checks the values of a new object or of an update, before permissions are checked.
    pub(crate) validate: fn(&Node) -> Result<(), Fault>,
    /// Members that responses have as they are stored, without addresses.
    pub(crate) verbatim: &'static [&'static str],
    pub(crate) address: Addressing,
    pub(crate) below: Below,
    /// Returns the source of a collection below an object. By default, it has the objects that
    /// refer to that one or, if the type has no member for it, are assigned to it.
    pub(crate) source: fn(&World, &Place<'_>) -> Option<Source>,
    /// What can be read of a collection below an object although there is no such object.
    pub(crate) unchecked: Unchecked,
    /// Returns the fault for an object that the collection at the top level lacks, given the HTTP
    /// method and the identifier.
    pub(crate) absent: fn(&str, &str) -> Fault,
    /// Returns an object that can be read although the list at the top level lacks it.
    pub(crate) unlisted: fn(&World, &str) -> Option<Node>,
    /// Whether an object has links to the collections below it.
    pub(crate) has_links: fn(&Node) -> bool,
    /// Whether an object has the links to collections that it inlines, too.
    pub(crate) links_inlined: bool,
    /// Members and actions of the model that an object has no links to.
    pub(crate) unlinked: &'static [&'static str],
    /// Links to searches: name and path segment.
    pub(crate) searches: &'static [(&'static str, &'static str)],
    /// Texts that are present even if unset.
    pub(crate) present_texts: &'static [&'static str],
    /// Texts that are present, even if unset, in reads of a collection below another object.
    pub(crate) present_below: &'static [&'static str],
    /// Members, with the text that they have in responses to searches and changes: the engine
    /// computes them only for single objects and lists below others.
    pub(crate) uncomputed: &'static [(&'static str, &'static str)],
    /// Members that only responses with all content have.
    pub(crate) costly: &'static [&'static str],
    /// Their texts, unless set.
    pub(crate) costly_defaults: &'static [Defaults],
    /// Sets defaults derived from other objects.
    pub(crate) complete_costly: fn(&World, &mut Node),
    /// The references in documents of the type.
    pub(crate) references: References,
    /// References to objects of the type.
    pub(crate) referred: Referred,
    /// Members that only the engine sets: ignored in requests.
    pub(crate) set_by_engine: &'static [&'static str],
    /// Members that only additions set: ignored in updates.
    pub(crate) set_once: &'static [&'static str],
    /// Members that are always present.
    pub(crate) defaults: &'static [Defaults],
    /// Whether a new object keeps the identifier that its check has set.
    pub(crate) keeps_id: bool,
    /// Whether a search continues after the identifier in the parameter `from`.
    pub(crate) is_paged: bool,
    /// Whether lists have their size, if the request asks for this detail.
    pub(crate) has_size: bool,
    /// Whether a list has an object, depending on the parameters of the request.
    pub(crate) listed: fn(&Parameters, &Node) -> bool,
    pub(crate) add: Add,
    pub(crate) assign: Assign,
    pub(crate) update: Update,
    pub(crate) remove: Remove,
    pub(crate) actions: &'static [Action],
    /// Changes an object for a response, depending on the parameters of the request.
    pub(crate) show: for<'n> fn(&World, &Parameters, Cow<'n, Node>) -> Cow<'n, Node>,
    /// Returns the file that a client may ask for instead of a document.
    pub(crate) file: fn(&World, &ObjectRef) -> Result<Vec<u8>, Fault>,
}

/// Where the status is that decides what is allowed, and how a wrong one is refused.
pub(crate) struct Status {
    /// The member with the status.
    pub(crate) member: &'static str,
    /// The collection of owners whose status decides, such as that of the VM of a NIC; empty if the
    /// object's own does.
    pub(crate) owner: &'static str,
    /// The status of an object without one.
    pub(crate) default: &'static str,
    /// Returns the fault, given verb, title and status.
    pub(crate) refuse: fn(&str, &str, &str) -> Fault,
}

/// Who sees objects of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Visible {
    /// Everyone.
    Always,
    /// Users with a permission on the object, on an object above it, or on one below.
    Permitted,
    /// The user whom the object stands for.
    Oneself,
    /// The user whom the object refers to.
    Holder,
}

/// What can be read of a collection below an object of the top level although there is no such
/// object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unchecked {
    Nothing,
    /// Its list, which is empty.
    List,
    /// Its list, and the collections below its objects.
    Everything,
}

/// Whether names are unique in a collection, and how a name in use is refused.
#[derive(Debug, Clone, Copy)]
pub(crate) enum UniqueName {
    No,
    /// With the message that most types have.
    Yes,
    /// With this reason.
    Reason(&'static str),
    /// With this message.
    Message(&'static str),
    /// With this message and status code 400.
    Invalid(&'static str),
}

/// The table of a type that is only stored, and the defaults of all others.
pub(crate) const KEPT: Kind = Kind {
    name: "",
    title: "",
    event_title: "",
    job: false,
    status: Status {
        member: "status",
        owner: "",
        default: "",
        refuse,
    },
    interrupted: &[],
    restarted: |_| {},
    visible: Visible::Always,
    parents: &[],
    attached_in: "",
    twin: "",
    creator_roles: &[],
    spares_managers: false,
    added_with: |_, _| Vec::new(),
    permits_below: &[(PERMISSIONS, "manipulate_permissions")],
    unique_name: UniqueName::No,
    shares_name: |_| false,
    name_rule: None,
    validate: |_| Ok(()),
    verbatim: &[],
    address: addressing::BY_PATH,
    below: Below {
        address: AddressRule::Path,
        answer: Answer::Created,
        job: true,
        compute: None,
    },
    source: |_, _| None,
    unchecked: Unchecked::Nothing,
    absent: |_, _| Fault::NotFound,
    unlisted: |_, _| None,
    has_links: |_| true,
    links_inlined: false,
    unlinked: &[],
    searches: &[],
    present_texts: &[],
    present_below: &[],
    uncomputed: &[],
    costly: &[],
    costly_defaults: &[],
    complete_costly: |_, _| {},
    references: References {
        also: &[],
        new: &[],
        checked_later: &[],
    },
    referred: Referred {
        checked: true,
        unknown: |id| Fault::entity(id),
        unnamed: |kind, name| Fault::entity(format!("{}: name={name}", names::camel(kind))),
        titled: true,
    },
    set_by_engine: &["permissions", "status"],
    set_once: &[],
    defaults: &[],
    keeps_id: false,
    is_paged: false,
    has_size: false,
    listed: |_, _| true,
    add: Add {
        simulated: true,
        verb: "add",
        event: 0,
        logged: true,
        about: |_, _, _| None,
        variant: |_, _| None,
        permit: "",
        owners: &[],
        answer: Answer::Created,
        required: |_| Ok(()),
        missing: Missing::All,
        from: &[],
        refused: "",
        existing: |_, _, _| None,
        check: |_, _, _| Ok(()),
        done: |_, _, _| {},
    },
    assign: Assign {
        event: 0,
        undo_event: 0,
        taken: |_| None,
        check: |_, _, object| {
            // Only a reference is stored here.
            object.children.clear();
            Ok(())
        },
        done: |_, _, _| {},
        undo: |_, _, _| Ok(()),
    },
    update: Update {
        verb: "edit",
        event: 0,
        permit: "",
        from: &[],
        refused: "",
        apply: merge,
    },
    remove: Remove {
        verb: "remove",
        event: 0,
        permit: "",
        from: &[],
        refused: "",
        check: |_, _, _| Ok(()),
        done: |_, _, _| {},
    },
    actions: &[],
    show: |_, _, object| object,
    file: |_, _| Err(Fault::NotFound),
};

/// Does nothing: the row of the action says all.
pub(crate) fn nothing(
    _: &mut World,
    _: &Command<'_>,
    _: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    Ok(Vec::new())
}

/// Merges the changes of an update into the object.
pub(crate) fn merge(
    world: &mut World,
    _: &Command<'_>,
    object: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    object.change(world, |object| object.merge(changes));
    Ok(())
}

/// Refuses an operation because of the status of the object.
fn refuse(verb: &str, title: &str, status: &str) -> Fault {
    let why = format!("The {title} is in {} status.", display_name(status));
    Fault::cannot(verb, title, why)
}

/// Returns the name of a status or type in texts: `wait_for_launch` is `Wait for Launch`.
pub(crate) fn display_name(name: &str) -> String {
    let words = name.split('_').map(|word| {
        if matches!(word, "for" | "in") {
            return word.to_owned();
        }
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_uppercase() + rest
    });
    words.collect::<Vec<_>>().join(" ")
}

impl Kind {
    /// Returns the permit that a command on a collection below an object requires.
    pub(crate) fn permit_below(&self, segment: &str) -> &'static str {
        let named = self.permits_below.iter().find(|(own, _)| *own == segment);
        let others = || self.permits_below.iter().find(|(own, _)| own.is_empty());
        named
            .or_else(others)
            .map_or(ADMINISTRATE, |(_, permit)| permit)
    }

    /// Returns the row of an action; `None` if it is not simulated.
    pub(crate) fn action(&self, name: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.name == name)
    }

    /// Fails if the engine refuses the values of a document.
    pub(crate) fn check_values(&self, verb: &str, document: &Node) -> Result<(), Fault> {
        if let (Some(rule), Some(name)) = (self.name_rule, document.get("name")) {
            rule.check(verb, name)?;
        }
        (self.validate)(document)
    }

    /// Sets the members that are always present, unless given.
    pub(crate) fn complete(&self, object: &mut Node) {
        defaults::apply(self.defaults, object);
    }

    /// Returns the status that decides what is allowed.
    pub(crate) fn status_of<'w>(&self, world: &'w World, object: &ObjectRef) -> &'w str
    where
        Self: 'static,
    {
        let decisive = match self.status.owner {
            "" => Some(object.clone()),
            owners => object.owner(owners),
        };
        let text = decisive.and_then(|object| object.text(world, self.status.member));
        text.unwrap_or(self.status.default)
    }

    /// Fails if the status of an object does not allow a command.
    pub(crate) fn check_status(
        &self,
        world: &World,
        object: &ObjectRef,
        row: Row,
    ) -> Result<(), Fault> {
        self.check(self.status_of(world, object), row)
    }

    /// Fails if a status does not allow a command.
    pub(crate) fn check(&self, status: &str, row: Row) -> Result<(), Fault> {
        if row.from.is_empty() || row.from.contains(&status) {
            return Ok(());
        }
        let title = if row.title.is_empty() {
            self.title
        } else {
            row.title
        };
        Err(match row.refused {
            "" => (self.status.refuse)(row.verb, title, status),
            message => Fault::conflict(message),
        })
    }
}
