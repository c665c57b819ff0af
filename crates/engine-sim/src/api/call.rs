//! A request in the course of its execution, with its user and the object that it addresses.

use std::borrow::Cow;

use ovirt_model::{Service, Struct};

use super::request::ApiRequest;
use crate::caller::Caller;
use crate::fault::Fault;
use crate::kind::{Command, Kind, Row, Source};
use crate::kinds;
use crate::node::Node;
use crate::object::ObjectRef;
use crate::render::Renderer;
use crate::schema::{Resource, Schema};
use crate::world::World;

/// A request with its user.
pub(crate) struct Call<'a> {
    pub(super) request: &'a ApiRequest<'a>,
    pub(super) caller: Caller,
    pub(super) schema: &'a Schema,
}

impl<'a> Call<'a> {
    /// Determines the user and applies the request's filter.
    pub(super) fn new(
        world: &World,
        request: &'a ApiRequest<'a>,
        schema: &'a Schema,
    ) -> Result<Self, Fault> {
        let mut caller = Caller::new(world, &request.login);
        caller.apply_filter(&request.parameters)?;
        Ok(Self {
            request,
            caller,
            schema,
        })
    }

    /// Returns the renderer of response documents.
    pub(super) fn renderer<'w>(&self, world: &'w World) -> Renderer<'w> {
        Renderer {
            world,
            version: self.request.version,
            writes: matches!(self.request.method, "POST" | "PUT"),
        }
    }

    /// Fails if the user may not execute a command.
    pub(super) fn check_permission(
        &self,
        world: &World,
        target: &Target<'_>,
        row: Row,
        new: Option<(&Kind, &Node)>,
    ) -> Result<(), Fault> {
        let permit = match target.collection.split_once('/') {
            None => row.permit(),
            Some((home, rest)) => {
                let below = rest.split('/').nth(1).unwrap_or_default();
                self.kind_at(home).permit_below(below)
            }
        };
        let path = &target.resource.path;
        self.caller.check_command(world, path, permit, new)
    }

    /// Fails with "not found" if the path contains an object that the user does not see.
    pub(super) fn check_path(&self, world: &World, resource: &Resource<'_>) -> Result<(), Fault> {
        let is_hidden = |(collection, id): &(String, String)| {
            let resource = self.schema.locate(collection)?;
            let kind = self.schema.item_type(resource.service)?;
            let object = world.object(&world.source(&resource), id)?;
            Some(!self.sees(world, &kind.name, &object))
        };
        let mut ids = resource.ids.iter();
        if self.caller.filtered && ids.any(|id| is_hidden(id) == Some(true)) {
            return Err(Fault::NotFound);
        }
        Ok(())
    }

    /// Whether the user sees an object of a type.
    pub(super) fn sees(&self, world: &World, kind: &str, object: &Node) -> bool {
        self.caller.sees(world, kinds::of(kind), object)
    }

    /// Returns the table of the items of a collection at the top level.
    fn kind_at(&self, home: &str) -> &'static Kind {
        let resource = self.schema.locate(home);
        let kind = resource.and_then(|resource| self.schema.item_type(resource.service));
        kinds::of(kind.map_or("", |kind| &kind.name))
    }

    /// Returns the command on objects of a type.
    pub(super) fn command<'c>(
        &'c self,
        world: &World,
        type_name: &'c str,
        target: &'c Target<'_>,
    ) -> Command<'c> {
        let kind = kinds::of(type_name);
        let (owner, _) = target.collection.rsplit_once('/').unwrap_or_default();
        Command {
            kind,
            type_name,
            collection: &target.collection,
            stored_in: world.stored_in(&target.source),
            parameters: &self.request.parameters,
            correlation_id: &self.request.correlation_id,
            job: kind.job && kinds::at(self.schema, owner).below.job,
            caller: Some(&self.caller),
        }
    }
}

/// The object or collection that a request addresses. Resolved once.
pub(super) struct Target<'s> {
    pub(super) resource: Resource<'s>,
    /// Service of the collection that the object belongs to, or of the addressed collection.
    pub(super) collection_service: &'s Service,
    /// Path of that collection.
    pub(super) collection: String,
    /// Identifier of the object; empty if the path ends otherwise.
    pub(super) id: String,
    /// Where the objects of the collection are stored.
    pub(super) source: Source,
}

impl<'s> Target<'s> {
    /// Resolves a path; `None` if the API does not have it.
    pub(super) fn resolve(world: &World, schema: &'s Schema, path: &str) -> Option<Self> {
        Some(Self::new(world, schema.locate(path)?))
    }

    fn new(world: &World, resource: Resource<'s>) -> Self {
        let item = resource
            .item()
            .map(|(collection, id)| (collection.to_owned(), id.to_owned()));
        let above = item.as_ref().and_then(|_| resource.above());
        let (collection, id) = item.unwrap_or_else(|| (resource.path.clone(), String::new()));
        let owner = above.as_ref().unwrap_or(&resource);
        Self {
            collection_service: owner.service,
            source: world.source(owner),
            collection,
            id,
            resource,
        }
    }

    /// Returns the target of an item of the addressed collection; `None` if items have no service.
    pub(super) fn item(&self, schema: &'s Schema, id: &str) -> Option<Self> {
        let service = schema.item_service(self.resource.service)?;
        Some(Self {
            resource: self.resource.item_at(service, id),
            collection_service: self.collection_service,
            collection: self.collection.clone(),
            id: id.to_owned(),
            source: self.source.clone(),
        })
    }

    /// Returns the handle of the addressed object.
    pub(super) fn object(&self, world: &World) -> ObjectRef {
        ObjectRef::new(world.stored_in(&self.source), self.id.as_str())
    }

    /// Returns the addressed object. A service without an identifier has a single object, empty
    /// until it is updated.
    pub(super) fn find<'w>(&self, world: &'w World) -> Option<Cow<'w, Node>> {
        if !self.id.is_empty() {
            return world.object(&self.source, &self.id);
        }
        let first = world.store.list(&self.resource.path).first();
        Some(first.map_or_else(|| Cow::Owned(Node::default()), Cow::Borrowed))
    }

    /// Returns the type of the addressed object.
    pub(super) fn object_type(&self, schema: &'s Schema) -> Option<&'s Struct> {
        schema.object_type(self.resource.service)
    }

    /// Returns the type of the collection's items.
    pub(super) fn item_type(&self, schema: &'s Schema) -> Option<&'s Struct> {
        schema.item_type(self.collection_service)
    }
}
