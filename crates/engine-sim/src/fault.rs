//! What the engine says when it refuses a request: status, reason, detail.

use std::borrow::Cow;

use ovirt_model::names;

use crate::message::Response;
use crate::node::Node;

/// A refused request.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// A document with a reason and a detail.
    Document {
        /// Status of the answer.
        status: u16,
        /// The kind of refusal.
        reason: Cow<'static, str>,
        /// What exactly.
        detail: String,
    },
    /// Nothing is told: the object or the path isn't there.
    NotFound,
    /// The resource doesn't have the method.
    MethodNotAllowed,
    /// The application server understands nothing of it.
    BadRequest,
    /// The answer is wanted in something that the engine doesn't write.
    NotAcceptable,
    /// The body is in nothing that the engine reads, or it isn't said what it is in.
    UnsupportedMediaType,
    /// The application server gave up.
    Internal,
}

impl Fault {
    pub(crate) fn new(
        status: u16,
        reason: impl Into<Cow<'static, str>>,
        detail: impl Into<String>,
    ) -> Self {
        Self::Document {
            status,
            reason: reason.into(),
            detail: detail.into(),
        }
    }

    /// The state of things forbids the command. The detail is a printed list of messages.
    pub(crate) fn conflict(message: impl std::fmt::Display) -> Self {
        Self::new(409, "Operation Failed", format!("[{message}]"))
    }

    /// The state of things forbids an action: what can't be done with what, and why.
    pub(crate) fn cannot(verb: &str, what: &str, why: impl std::fmt::Display) -> Self {
        Self::conflict(format!("Cannot {verb} {what}. {why}"))
    }

    /// The user may not do it.
    pub(crate) fn forbidden() -> Self {
        Self::new(
            403,
            "Operation Failed",
            "[User is not authorized to perform this action.]",
        )
    }

    /// Real engines can do it, this one can't.
    pub(crate) fn unsimulated(what: impl std::fmt::Display) -> Self {
        Self::new(
            501,
            "Operation Failed",
            format!("[{what} is not simulated by the embedded engine.]"),
        )
    }

    /// A parameter of the command can't be right.
    pub(crate) fn invalid(message: impl std::fmt::Display) -> Self {
        Self::new(400, "Operation Failed", format!("[{message}]"))
    }

    /// Something else is being done with the object.
    pub(crate) fn locked() -> Self {
        Self::conflict("Related operation is currently in progress. Please try again later.")
    }

    /// What a rule of fault injection says.
    pub(crate) fn injected(status: u16, reason: &str, detail: &str) -> Self {
        Self::new(status, reason.to_owned(), detail)
    }

    /// A document names an object that isn't there.
    pub(crate) fn entity(what: impl std::fmt::Display) -> Self {
        Self::new(404, "Operation Failed", format!("Entity not found: {what}"))
    }

    /// A document names an object of a type by a name that none has.
    pub(crate) fn no_name(kind: &str, name: &str) -> Self {
        Self::entity(format!("{}: name={name}", names::camel(kind)))
    }

    pub(crate) fn syntax(usage: &str) -> Self {
        Self::new(
            400,
            "Request syntactically incorrect.",
            format!("For correct usage, see: {usage}"),
        )
    }

    pub(crate) fn value(detail: impl Into<String>) -> Self {
        Self::new(400, "Invalid value", detail)
    }

    /// A mandatory part is missing, found by the generated checks.
    pub(crate) fn mandatory(paths: &[String]) -> Self {
        let quoted: Vec<String> = paths.iter().map(|path| format!("'{path}'")).collect();
        let detail = match quoted.as_slice() {
            [one] => format!("Parameter {one} is mandatory but was not provided."),
            all => format!(
                "Parameters {} are mandatory but both were not provided.",
                all.join(" or ")
            ),
        };
        Self::new(400, "Input validation failed.", detail)
    }

    /// The document fits none of the ways to add such an object.
    pub(crate) fn signature() -> Self {
        Self::new(
            400,
            "Input validation failed.",
            "No matching signature found, make sure that mandatory attributes are provided.",
        )
    }

    /// A mandatory part is missing, found by the checks written by hand.
    pub(crate) fn incomplete(class: &str, paths: &[String], method: &str) -> Self {
        let detail = format!("{class} [{}] required for {method}", paths.join(", "));
        Self::new(400, "Incomplete parameters", detail)
    }

    pub(crate) fn immutable(member: &str) -> Self {
        Self::new(
            409,
            "Broken immutability constraint",
            format!("Attempt to set immutable field: {member}"),
        )
    }

    pub(crate) fn negative_max() -> Self {
        Self::new(
            400,
            "Operation Failed",
            "The parameter 'max' must not be negative.",
        )
    }

    /// The document of it, if it has one.
    fn document(&self) -> Option<(u16, Node)> {
        match self {
            Self::Document {
                status,
                reason,
                detail,
            } => {
                let fault = Node::new("fault")
                    .with_text("detail", detail)
                    .with_text("reason", reason.as_ref());
                Some((*status, fault))
            }
            _ => None,
        }
    }

    /// The answer.
    pub(crate) fn into_response(self) -> Response {
        match self.document() {
            Some((status, document)) => Response::document(status, document),
            None => match self {
                Self::MethodNotAllowed => Response::empty(405),
                Self::BadRequest => Response::html(400, "Bad Request"),
                Self::NotAcceptable => Response::empty(406),
                Self::UnsupportedMediaType => Response::html(415, "Unsupported Media Type"),
                Self::Internal => Response::html(500, "Internal Server Error"),
                _ => Response::empty(404),
            },
        }
    }

    /// The answer to an action, which has the fault inside.
    pub(crate) fn into_action(self, mut action: Node) -> Response {
        match self.document() {
            Some((status, fault)) => {
                action.children.push(fault);
                action.set("status", "failed");
                Response::document(status, action)
            }
            None => self.into_response(),
        }
    }
}
