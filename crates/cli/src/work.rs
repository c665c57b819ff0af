//! [`Work`]: a verb, what it sends and to which objects; and the requests that come of it.

use ovirt::AnyRequest;
use ovirt_model::MethodKind;
use serde_json::Value;

use crate::address::Address;
use crate::draft::Draft;
use crate::failure::Failure;
use crate::noun::{Noun, Verb};
use crate::resolve::Object;
use crate::session::Session;

/// What a verb is asked to do.
pub(crate) struct Work<'w> {
    pub(crate) session: &'w Session<'w>,
    pub(crate) noun: &'w Noun<'w>,
    pub(crate) verb: &'w Verb<'w>,
    pub(crate) draft: &'w Draft<'w>,
    pub(crate) addresses: &'w [Address],
}

/// An object that a request is for, with the document to send.
pub(crate) struct Target {
    pub(crate) object: Object,
    pub(crate) document: Value,
}

impl Target {
    /// What is added to an object, given the identifiers in its path.
    pub(crate) fn of_parent(ids: &[String], document: Value) -> Self {
        Self {
            object: Object {
                address: String::new(),
                ids: ids.to_vec(),
            },
            document,
        }
    }
}

/// The request for a target.
///
/// # Errors
///
/// A path that the API does not have, or a document that the SDK does not accept.
pub(crate) fn request(work: &Work<'_>, target: &Target) -> Result<AnyRequest, Failure> {
    let Work {
        session,
        noun,
        verb,
        draft,
        ..
    } = *work;
    let options = session.options;
    let service = session.connection.service(&noun.path(&target.object.ids))?;
    let mut request = match verb.method.kind {
        MethodKind::Add => service.add(),
        MethodKind::Get => service.get(),
        MethodKind::List => service.list(),
        MethodKind::Remove => service.remove(),
        MethodKind::Update => service.update(),
        MethodKind::Action => service.action(&verb.method.name),
    };
    if let Some(document) = draft.document(&target.document)? {
        request = request.document(document);
    }
    for (name, value) in &draft.query {
        request = request.with_query(name, value);
    }
    if options.no_check {
        request = request.without_checks();
    }
    if let Some(id) = &options.request_id {
        request = request.with_correlation_id(id);
    }
    if let Some(limit) = options.wait_while_locked {
        request = request.with_wait_while_locked(limit);
    }
    Ok(request)
}
