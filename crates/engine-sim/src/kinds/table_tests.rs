//! Tests of the tables: their names are in the model, and the lists made from them are up to date.

use std::fmt::Write as _;
use std::time::Duration;

use ovirt_model::{MethodKind, Model, Service, Struct};

use super::{ALL, all};
use crate::fault::Fault;
use crate::inventory::{self, Sizes};
use crate::kind::{Action, AddressRule, Kind, ParentRule};
use crate::node::Node;
use crate::object::{ObjectRef, ROLES};
use crate::world::World;

fn world() -> World {
    // Longer than the test: nothing that an action has scheduled happens.
    let step = Duration::from_secs(3600);
    let mut world = World::new(1, step, "localhost:1".to_owned());
    let sizes = Sizes {
        fresh: false,
        hosts: 2,
        host_nics: 1,
        host_updates: true,
        vms: 2,
    };
    inventory::fill(&mut world, sizes);
    world
}

fn structure<'m>(model: &'m Model, name: &str) -> &'m Struct {
    model
        .structure(name)
        .unwrap_or_else(|| panic!("no type {name}"))
}

/// Returns the services of the objects of a type.
fn services<'m>(world: &'m World, kind: &'m str) -> impl Iterator<Item = &'m Service> {
    let schema = &world.schema;
    schema.model.services().filter(move |service| {
        let own = schema.object_type(service);
        own.is_some_and(|own| own.name == kind)
    })
}

/// Returns the statuses that the model has for what decides over commands on objects of a type.
fn statuses(world: &World, kind: &Kind) -> Vec<String> {
    let owner = match kind.status.owner {
        "" => kind.name.to_owned(),
        home => {
            let resource = world.schema.locate(home).expect("a collection");
            let owner = world.schema.item_type(resource.service);
            owner.expect("a type").name.clone()
        }
    };
    values(world, &owner, kind.status.member)
}

/// Returns the values of a member that is an enumeration; none if the type does not have it.
fn values(world: &World, kind: &str, member: &str) -> Vec<String> {
    let schema = &world.schema;
    let member = schema.member(structure(&schema.model, kind), member);
    let values = member.and_then(|member| schema.model.enumeration(member.kind.named()?));
    let values = values.map_or(&[][..], |item| &item.values);
    values.iter().map(|value| value.name.clone()).collect()
}

#[test]
fn types_and_actions_are_in_the_model_once() {
    let world = world();
    let mut names: Vec<&str> = all().map(|kind| kind.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    for kind in all() {
        structure(&world.schema.model, kind.name);
        for action in kind.actions {
            let mut all = services(&world, kind.name);
            let is_known = all.any(|service| {
                let methods = world.schema.model.methods(service);
                let mut actions = methods
                    .into_iter()
                    .filter(|method| method.kind == MethodKind::Action);
                actions.any(|method| method.name == action.name)
            });
            assert!(is_known, "{} has no action {}", kind.name, action.name);
        }
    }
}

#[test]
fn statuses_are_in_the_model() {
    let world = world();
    for kind in all() {
        let known = statuses(&world, kind);
        let check = |status: &str, row: &str| {
            let is_known = known.iter().any(|known| known == status);
            assert!(is_known, "{} {row}: no status {status}", kind.name);
        };
        let all = [kind.add.from, kind.update.from, kind.remove.from];
        for status in all.into_iter().flatten() {
            check(status, "change");
        }
        for action in kind.actions {
            for status in action.from.iter().chain(action.then) {
                check(status, action.name);
            }
            if !action.meanwhile.is_empty() {
                check(action.meanwhile, action.name);
            }
        }
        for (member, before, after) in kind.interrupted {
            let known = values(&world, kind.name, member);
            for status in [before, after] {
                let is_known = known.iter().any(|known| known == status);
                assert!(is_known, "{}.{member}: no status {status}", kind.name);
            }
        }
    }
}

#[test]
fn members_are_in_the_model() {
    let world = world();
    let schema = &world.schema;
    for kind in all() {
        let structure = structure(&schema.model, kind.name);
        let defaults = kind.defaults.iter().copied().flatten();
        let defaults = defaults.filter_map(|(path, _)| path.split('.').next());
        let fixed = kind.set_by_engine.iter().chain(kind.set_once).copied();
        // All types share these two.
        let fixed = fixed.filter(|tag| !matches!(*tag, "permissions" | "status"));
        let rows = &kind.references;
        let references = [rows.also, rows.new, rows.checked_later];
        let references = references.into_iter().flatten().copied();
        let parents = kind.parents.iter().chain(kind.add.owners).copied();
        for tag in defaults.chain(fixed).chain(references).chain(parents) {
            let is_known = schema.member(structure, tag).is_some();
            assert!(is_known, "{} has no member {tag}", kind.name);
        }
    }
}

#[test]
fn permits_and_roles_are_those_of_an_engine() {
    let world = world();
    let permits: Vec<&str> = world
        .store
        .all()
        .filter(|(path, _)| path.starts_with("roles/") && path.ends_with("/permits"))
        .flat_map(|(_, permits)| permits.iter().filter_map(|permit| permit.get("name")))
        .collect();
    for kind in all() {
        for role in kind.creator_roles {
            assert!(world.find_by_name(ROLES, role).is_some(), "{role}");
        }
        let below = kind.permits_below.iter().map(|(_, permit)| *permit);
        let actions = kind.actions.iter().map(|action| action.row());
        let rows = [kind.add.row(), kind.update.row(), kind.remove.row()];
        let rows = rows.into_iter().chain(actions).map(|row| row.permit());
        for permit in below.chain(rows) {
            let is_known = permit == "administrate" || permits.contains(&permit);
            assert!(is_known, "{}: no permit {permit}", kind.name);
        }
    }
}

#[test]
fn addresses_are_in_the_model() {
    let world = world();
    let schema = &world.schema;
    let is_collection = |path: &str| schema.locate(path).is_some();
    for kind in all() {
        let own = structure(&schema.model, kind.name);
        let check = |rule: AddressRule| match rule {
            AddressRule::TopLevel(home) => is_collection(home),
            AddressRule::Below {
                member,
                segment,
                except,
            } => {
                let home = schema.home(member).unwrap_or_default();
                schema.member(own, member).is_some()
                    && is_collection(&format!("{home}/1/{segment}"))
                    && is_collection(except)
            }
            _ => true,
        };
        let rows = &kind.address;
        let rules = [Some(rows.rule), rows.written, Some(kind.below.address)];
        assert!(rules.into_iter().flatten().all(check), "{}", kind.name);
        let attached = kind.attached_in;
        let owners = schema
            .model
            .structs()
            .filter_map(|own| schema.home(&own.name));
        let mut paths = owners.map(|home| format!("{home}/1/{attached}"));
        let is_known = attached.is_empty() || paths.any(|path| is_collection(&path));
        assert!(is_known, "{}: {attached}", kind.name);
        if let ParentRule::NamedBelow(home) = rows.parent {
            assert!(is_collection(home), "{}: {home}", kind.name);
        }
        for name in kind.unlinked {
            let is_known = services(&world, kind.name).any(|service| {
                let actions = schema.model.methods(service).into_iter();
                let mut locators = schema.model.locators(service).into_iter();
                actions
                    .filter_map(|action| action.segment())
                    .any(|segment| segment == *name)
                    || locators.any(|locator| locator.name == *name)
            });
            assert!(is_known, "{} has no link {name}", kind.name);
        }
    }
}

/// Returns an object of a type whose status decides over commands.
fn example(world: &World, kind: &'static Kind) -> Option<ObjectRef> {
    world.store.all().find_map(|(path, objects)| {
        let resource = world.schema.locate(path)?;
        let own = world.schema.item_type(resource.service)?;
        let object = ObjectRef::new(path, objects.first()?.id());
        let decides = match kind.status.owner {
            "" => object.text(world, kind.status.member).is_some(),
            home => object.owner(home).is_some(),
        };
        (own.name == kind.name && decides).then_some(object)
    })
}

/// Returns the path of an action on objects like an example, with `*` for identifiers and
/// `[STATUS]` for that of the object whose status decides.
fn pattern(kind: &Kind, object: &ObjectRef, action: &Action, status: &str) -> String {
    let path = object.path();
    let decisive = match kind.status.owner {
        "" => path.as_str(),
        home => {
            let end = path.match_indices('/').nth(1).expect("below its owner").0;
            assert!(path.starts_with(home), "{path}");
            &path[..end]
        }
    };
    let mut pattern = String::new();
    for (index, segment) in path.split('/').enumerate() {
        pattern.push_str(match index % 2 {
            0 => segment,
            _ if index + 1 == decisive.split('/').count() => status,
            _ => "*",
        });
        pattern.push('/');
    }
    pattern + &action.name.replace('_', "")
}

/// Returns how the engine answers each action in each status, according to the tables.
fn action_list() -> String {
    let world = world();
    let mut list = String::new();
    for kind in all().filter(|kind| kind.actions.iter().any(|one| !one.from.is_empty())) {
        let object = example(&world, kind).unwrap_or_else(|| panic!("no {}", kind.name));
        for action in kind.actions.iter().filter(|action| !action.from.is_empty()) {
            for status in statuses(&world, kind) {
                let path = pattern(kind, &object, action, &format!("[{status}]"));
                let Err(fault) = kind.check(&status, action.row()) else {
                    let _ = writeln!(list, "{path}: accepted");
                    continue;
                };
                let Fault::Document { status, detail, .. } = fault else {
                    panic!("{fault:?}");
                };
                let root = if action.bare_fault { "fault" } else { "action" };
                let detail = detail.replace('\n', "\\n");
                let _ = writeln!(list, "{path}: {status} {root} {detail}");
            }
        }
    }
    list
}

/// The tests over real sockets compare the answers with this list.
#[test]
fn actions_in_all_statuses_are_listed() {
    check_or_update("tests/actions.txt", |_| action_list());
}

#[test]
fn names_have_a_size_and_characters() {
    let check = |kind: &str, name: &str| {
        let document = Node::new("object").with_text("name", name);
        super::of(kind).check_values("add", &document).is_ok()
    };
    for name in ["a", "web-1_2.x", "\u{e4}", &"n".repeat(255)] {
        assert!(check("vm", name), "{name}");
    }
    for name in ["", "a b", "a/b", &"n".repeat(256)] {
        assert!(!check("vm", name), "{name}");
    }
    assert!(check("vm_pool", "pool-??") && !check("data_center", "a.b"));
    assert!(check("tag", "a b"), "types without a rule accept any name");
}

#[test]
fn a_vm_has_memory() {
    let check = |memory: &str| {
        let document = Node::new("vm").with_text("memory", memory);
        super::of("vm").check_values("edit", &document).is_ok()
    };
    assert!(check("1048576") && !check("99"));
}

/// Returns the list of what is simulated, for the guide.
fn list() -> String {
    let mut list = "| type | actions |\n| --- | --- |\n".to_owned();
    let with_actions = ALL.iter().filter(|kind| !kind.actions.is_empty());
    for kind in with_actions {
        let actions: Vec<String> = kind
            .actions
            .iter()
            .map(|action| format!("`{}`", action.name.replace('_', "")))
            .collect();
        let _ = writeln!(list, "| `{}` | {} |", kind.name, actions.join(", "));
    }
    let without = ALL.iter().filter(|kind| kind.actions.is_empty());
    let names: Vec<String> = without.map(|kind| format!("`{}`", kind.name)).collect();
    let _ = writeln!(list, "| without actions | {} |", names.join(", "));
    list
}

#[test]
fn guide_lists_the_simulated_types_and_actions() {
    check_or_update("../../docs/guide/simulator.md", |guide| {
        let begin = "<!-- simulated types -->\n";
        let (before, rest) = guide.split_once(begin).expect("the first marker");
        let (_, after) = rest.split_once("<!-- end -->").expect("the last marker");
        format!("{before}{begin}\n{}\n<!-- end -->{after}", list())
    });
}

/// Compares a file with what it should be. With `OVIRT_UPDATE` set, corrects it.
fn check_or_update(file: &str, expected: impl Fn(&str) -> String) {
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    let expected = expected(&current);
    if std::env::var_os("OVIRT_UPDATE").is_some() {
        std::fs::write(&path, expected).expect("written");
    } else {
        assert!(
            current == expected,
            "{file}: run this test with OVIRT_UPDATE=1"
        );
    }
}
