//! Renders objects as response documents: addresses, actions, links, and the engine's member order.

use ovirt_model::{Member, Service, Struct};

use crate::address;
use crate::kind::{Address, Kind};
use crate::kinds;
use crate::node::Node;
use crate::sink::{Sink, TreeBuilder};
use crate::world::{API, World};

/// Renders the documents of one response.
pub(crate) struct Renderer<'a> {
    pub(crate) world: &'a World,
    /// `/v4` if the path of the request has it, else empty.
    pub(crate) version: &'static str,
    /// Whether the request adds or updates objects, which may have another address then.
    pub(crate) writes: bool,
}

/// Members in front of the links, in their order.
const FIRST: &[&str] = &["name", "description", "comment"];

impl Renderer<'_> {
    /// Returns the address of a path below the API root.
    pub(crate) fn href(&self, path: &str) -> String {
        format!("{API}{}/{path}", self.version)
    }

    /// Returns a reference to a job.
    pub(crate) fn job(&self, id: &str) -> Node {
        let mut job = Node::new("job");
        job.set_attribute("href", &self.href(&format!("jobs/{id}")));
        job.set_attribute("id", id);
        job
    }

    /// Renders the object at a path.
    pub(crate) fn object(
        &self,
        object: &Node,
        kind: &Struct,
        service: Option<&Service>,
        path: &str,
    ) -> Node {
        let mut tree = TreeBuilder::default();
        self.write(&mut tree, object, kind, service, &[path]);
        tree.finish()
    }

    /// Renders a list.
    pub(crate) fn list<'n>(
        &self,
        objects: impl IntoIterator<Item = &'n Node>,
        kind: &Struct,
        service: &Service,
        path: &str,
    ) -> Node {
        let mut tree = TreeBuilder::default();
        self.write_list(&mut tree, objects, kind, service, path);
        tree.finish()
    }

    /// Writes a list.
    pub(crate) fn write_list<'n>(
        &self,
        sink: &mut impl Sink,
        objects: impl IntoIterator<Item = &'n Node>,
        kind: &Struct,
        service: &Service,
        path: &str,
    ) {
        let tag = kind.plural_tag();
        let item = self.world.schema.item_service(service);
        sink.open(&tag);
        for object in objects {
            self.write(sink, object, kind, item, &[path, "/", object.id()]);
        }
        sink.close(&tag);
    }

    /// Writes an object. Its path is the concatenation of the parts.
    pub(crate) fn write(
        &self,
        sink: &mut impl Sink,
        object: &Node,
        kind: &Struct,
        service: Option<&Service>,
        path: &[&str],
    ) {
        let schema = &self.world.schema;
        let tag = schema.tag(kind);
        let table = kinds::of(&kind.name);
        let own = address::of(self.world, object, table, path, self.writes);
        let mut address = vec![API, self.version, "/"];
        match &own {
            Address::Path => address.extend(path),
            Address::Other(other) => address.push(other),
            Address::None | Address::Anonymous | Address::Bare | Address::Identifier => {}
        }
        sink.open(tag);
        if own == Address::Identifier {
            sink.attribute("id", &[object.id()]);
            sink.close(tag);
            return;
        }
        if matches!(own, Address::Path | Address::Other(_)) {
            sink.attribute("href", &address);
        }
        if !object.id().is_empty() && own != Address::Anonymous {
            sink.attribute("id", &[object.id()]);
        }
        if let Some(service) = service {
            self.write_actions(sink, service, table, &mut address);
        }
        self.write_first(sink, object, (kind, table), path);
        if let Some(service) = service.filter(|_| (table.has_links)(object)) {
            self.write_links(sink, service, object, table, &mut address);
        }
        self.write_members(sink, object, (kind, table), (path, own == Address::Bare));
        sink.close(tag);
    }

    /// Writes the members in front of the links.
    fn write_first(
        &self,
        sink: &mut impl Sink,
        object: &Node,
        (kind, table): (&Struct, &Kind),
        path: &[&str],
    ) {
        let steps = path.first().map_or(0, |path| path.split('/').count());
        let is_below = !self.writes && steps > 2;
        for first in FIRST {
            let is_present = table.present_texts.contains(first)
                || is_below && table.present_below.contains(first);
            match object.child(first) {
                Some(child) if self.world.schema.hides(kind, child) => {}
                Some(child) if is_present || *first == "name" || !child.text.is_empty() => {
                    child.write(sink);
                }
                None if is_present => {
                    sink.open(first);
                    sink.close(first);
                }
                _ => {}
            }
        }
    }

    /// Writes the members behind the links. Those of bare objects have no addresses.
    fn write_members(
        &self,
        sink: &mut impl Sink,
        object: &Node,
        (kind, table): (&Struct, &Kind),
        (path, is_bare): (&[&str], bool),
    ) {
        let parent = address::parent(self.world, object, (kind, table), path);
        for (member, child) in self.in_model_order(object, kind, parent.as_ref()) {
            let is_verbatim =
                table.verbatim.contains(&child.tag.as_str()) && !child.children.is_empty();
            if is_verbatim || is_bare {
                self.write_verbatim(sink, child, member);
                continue;
            }
            match address::of_reference(self.world, object, table, child, path) {
                Some(address) => {
                    let mut child = child.clone();
                    child.set_attribute("href", &self.href(&address));
                    self.write_member(sink, &child, member);
                }
                None => self.write_member(sink, child, member),
            }
        }
    }

    /// Returns the members behind the links, with the reference to the parent, in the order of the
    /// model. Members that the model lacks are last.
    fn in_model_order<'n>(
        &'n self,
        object: &'n Node,
        kind: &Struct,
        parent: Option<&'n Node>,
    ) -> impl Iterator<Item = (Option<&'n Member>, &'n Node)> {
        let schema = &self.world.schema;
        let mut members: Vec<(usize, Option<&Member>, &Node)> = object
            .children
            .iter()
            .filter(|child| !FIRST.contains(&child.tag.as_str()))
            .filter(|child| !schema.hides(kind, child))
            .map(|child| match schema.position(kind, &child.tag) {
                Some((position, member)) => (position, Some(member), child),
                None => (usize::MAX, None, child),
            })
            .collect();
        if let Some(parent) = parent
            && let Some((position, member)) = schema.position(kind, &parent.tag)
        {
            members.push((position, Some(member), parent));
        }
        members.sort_by_key(|(position, ..)| *position);
        members
            .into_iter()
            .map(|(_, member, child)| (member, child))
    }

    /// Writes a member as it is stored, as far as responses have it.
    fn write_verbatim(&self, sink: &mut impl Sink, child: &Node, member: Option<&Member>) {
        let schema = &self.world.schema;
        let kind = member.and_then(|member| schema.model.structure(member.kind.named()?));
        match kind {
            Some(kind) => schema.visible(child, kind).write(sink),
            None => child.write(sink),
        }
    }

    /// Writes the links to the actions of a service.
    fn write_actions<'p>(
        &'p self,
        sink: &mut impl Sink,
        service: &Service,
        table: &Kind,
        address: &mut Vec<&'p str>,
    ) {
        let Some(links) = self.world.schema.links(service) else {
            return;
        };
        if links.actions.is_empty() {
            return;
        }
        sink.open("actions");
        for segment in &links.actions {
            if !table.unlinked.contains(&segment.as_str()) {
                write_link(sink, address, segment, segment);
            }
        }
        sink.close("actions");
    }

    /// Writes the links to the collections below an object, except for those already inlined.
    fn write_links<'p>(
        &'p self,
        sink: &mut impl Sink,
        service: &Service,
        object: &Node,
        table: &Kind,
        address: &mut Vec<&'p str>,
    ) {
        let links = self.world.schema.links(service);
        for (name, segment) in links.iter().flat_map(|links| &links.links) {
            let is_inlined = !table.links_inlined && object.child(name).is_some();
            if !is_inlined && !table.unlinked.contains(&name.as_str()) {
                write_link(sink, address, segment, segment);
            }
        }
        for (name, segment) in table.searches {
            write_link(sink, address, segment, name);
        }
    }

    /// Writes a member. References get the address of their object.
    fn write_member(&self, sink: &mut impl Sink, child: &Node, member: Option<&Member>) {
        let target = member.and_then(|member| {
            let target = self.world.schema.model.structure(member.kind.named()?)?;
            Some((member, target))
        });
        match target {
            None => child.write(sink),
            Some((member, target)) if member.list => {
                sink.open(&child.tag);
                child.write_attributes(sink);
                for item in &child.children {
                    self.write_reference(sink, item, target);
                }
                sink.close(&child.tag);
            }
            Some((_, target)) => self.write_reference(sink, child, target),
        }
    }

    fn write_reference(&self, sink: &mut impl Sink, child: &Node, target: &Struct) {
        sink.open(&child.tag);
        if let (false, Some(home), None) = (
            child.id().is_empty(),
            self.world.schema.home(&target.name),
            child.attribute("href"),
        ) {
            sink.attribute("href", &[API, self.version, "/", home, "/", child.id()]);
        }
        child.write_attributes(sink);
        if child.children.is_empty() {
            sink.text(&child.text);
        }
        let schema = &self.world.schema;
        let inner = child.children.iter();
        let mut inner: Vec<&Node> = inner.filter(|inner| !schema.hides(target, inner)).collect();
        inner.sort_by(|one, other| one.tag.cmp(&other.tag));
        for inner in inner {
            let member = self.world.schema.member(target, &inner.tag);
            self.write_member(sink, inner, member);
        }
        sink.close(&child.tag);
    }
}

/// Writes a link to a path below an address.
fn write_link<'a>(sink: &mut impl Sink, address: &mut Vec<&'a str>, segment: &'a str, rel: &str) {
    address.extend(["/", segment]);
    sink.open("link");
    sink.attribute("href", address);
    sink.attribute("rel", &[rel]);
    sink.close("link");
    address.truncate(address.len().saturating_sub(2));
}
