//! Makes answers of objects: addresses, actions, links, and the order that engines have.

use ovirt_model::{Service, Struct};

use crate::node::Node;
use crate::world::{API, World};

/// What the answers of one request have in common.
pub(crate) struct Renderer<'a> {
    pub(crate) world: &'a World,
    /// `/v4` where the request's path had it.
    pub(crate) version: &'static str,
}

impl Renderer<'_> {
    /// The address of a path below the API's root.
    pub(crate) fn href(&self, path: &str) -> String {
        format!("{API}{}/{path}", self.version)
    }

    /// A reference to a job.
    pub(crate) fn job(&self, id: &str) -> Node {
        let mut job = Node::new("job");
        job.set_attribute("href", &self.href(&format!("jobs/{id}")));
        job.set_attribute("id", id);
        job
    }

    /// The object at a path, as an answer has it.
    pub(crate) fn object(
        &self,
        object: &Node,
        kind: &Struct,
        service: Option<&Service>,
        path: &str,
    ) -> Node {
        let mut answer = Node::new(kind.tag());
        answer.set_attribute("href", &self.href(path));
        if !object.id().is_empty() {
            answer.set_attribute("id", object.id());
        }
        let schema = &self.world.schema;
        let place = |tag: &str| schema.place(kind, tag);
        let mut members: Vec<Node> = object
            .children
            .iter()
            .map(|child| self.member(child, kind))
            .collect();
        members.sort_by_key(|child| place(&child.tag).unwrap_or(usize::MAX));
        let identified = schema.member(kind, "comment").is_some();
        for tag in ["description", "comment"] {
            if identified && object.child(tag).is_none() {
                let index = members
                    .iter()
                    .take_while(|child| before(&child.tag, tag))
                    .count();
                members.insert(index, Node::leaf(tag, ""));
            }
        }
        if let Some(service) = service {
            answer.children.extend(self.actions(service, path));
            let names = members
                .iter()
                .take_while(|child| before(&child.tag, "link"))
                .count();
            members.splice(names..names, self.links(service, object, path));
        }
        answer.children.append(&mut members);
        answer
    }

    /// The links to the actions of a service.
    fn actions(&self, service: &Service, path: &str) -> Option<Node> {
        let exits = self.world.schema.exits(service)?;
        let mut actions = Node::new("actions");
        actions.children = exits
            .actions
            .iter()
            .map(|segment| self.link(segment, &format!("{path}/{segment}")))
            .collect();
        (!actions.children.is_empty()).then_some(actions)
    }

    /// The links to the collections below an object, but for those that are in place.
    fn links(&self, service: &Service, object: &Node, path: &str) -> Vec<Node> {
        let exits = self.world.schema.exits(service);
        exits
            .iter()
            .flat_map(|exits| &exits.links)
            .filter(|(name, _)| object.child(name).is_none())
            .map(|(_, segment)| self.link(segment, &format!("{path}/{segment}")))
            .collect()
    }

    fn link(&self, rel: &str, path: &str) -> Node {
        let mut link = Node::new("link");
        link.set_attribute("href", &self.href(path));
        link.set_attribute("rel", rel);
        link
    }

    /// A member: references get the address of what they refer to.
    fn member(&self, child: &Node, kind: &Struct) -> Node {
        let mut answer = child.clone();
        let schema = &self.world.schema;
        let Some(member) = schema.member(kind, &child.tag) else {
            return answer;
        };
        let Some(of) = member
            .kind
            .named()
            .and_then(|name| schema.model.structure(name))
        else {
            return answer;
        };
        if member.list {
            answer.children = child
                .children
                .iter()
                .map(|item| self.reference(item, of))
                .collect();
            return answer;
        }
        self.reference(child, of)
    }

    fn reference(&self, child: &Node, of: &Struct) -> Node {
        let mut answer = child.clone();
        if let (false, Some(home), None) = (
            child.id().is_empty(),
            self.world.schema.home(&of.name),
            child.attribute("href"),
        ) {
            let href = (
                "href".to_owned(),
                self.href(&format!("{home}/{}", child.id())),
            );
            answer.attributes.insert(0, href);
        }
        answer.children = child
            .children
            .iter()
            .map(|inner| self.member(inner, of))
            .collect();
        answer
    }

    /// A list, as an answer has it.
    pub(crate) fn list(
        &self,
        objects: &[Node],
        kind: &Struct,
        service: &Service,
        path: &str,
    ) -> Node {
        let mut list = Node::new(kind.plural_tag());
        let item = self.world.schema.item_service(service);
        list.children = objects
            .iter()
            .map(|object| self.object(object, kind, item, &format!("{path}/{}", object.id())))
            .collect();
        list
    }
}

/// Whether a member stands before another one of those that come first.
fn before(tag: &str, other: &str) -> bool {
    const FIRST: &[&str] = &["name", "description", "comment", "link"];
    let place = |tag: &str| FIRST.iter().position(|first| *first == tag);
    place(tag).is_some_and(|own| place(other).is_none_or(|other| own < other))
}
