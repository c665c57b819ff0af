//! Faults: the errors with which the engine rejects requests.

use std::borrow::Cow;

use crate::message::{HTML, Response};
use crate::node::Node;
use crate::status::FAILED;

/// Returns the text of the application server about an unknown path.
fn no_such_path(url: &str) -> String {
    format!("RESTEASY003210: Could not find resource for full path: {url}")
}

/// Returns the text of the application server about an unknown member.
fn unknown_member(class: &str, name: &str) -> String {
    let name = quick_xml::escape::escape(name);
    format!(
        "Unrecognized field &quot;{name}&quot; (class org.ovirt.engine.api.model.{class}), not \
         marked as ignorable"
    )
}

/// A rejected request.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// A fault document with reason and detail.
    Document {
        /// Status code of the response.
        status: u16,
        /// The kind of error.
        reason: Cow<'static, str>,
        /// The details.
        detail: String,
    },
    /// No such object; the response has no body.
    NotFound,
    /// The API has no such path. The text is the URL.
    NoSuchPath(String),
    /// The resource does not support the method.
    MethodNotAllowed,
    /// The application server does not support the method.
    UnsupportedMethod(String),
    /// The application server does not know a member of a JSON document.
    UnknownMember { class: String, name: String },
    /// The application server cannot parse the request.
    BadRequest,
    /// The request accepts no representation that the engine supports.
    NotAcceptable,
    /// The representation of the body is missing or unsupported.
    UnsupportedMediaType,
    /// Internal error of the application server.
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

    /// The command conflicts with the current state. The detail is a list of messages.
    pub(crate) fn conflict(message: impl std::fmt::Display) -> Self {
        Self::new(409, "Operation Failed", format!("[{message}]"))
    }

    /// The current state forbids an action.
    pub(crate) fn cannot(verb: &str, what: &str, why: impl std::fmt::Display) -> Self {
        Self::conflict(format!("Cannot {verb} {what}. {why}"))
    }

    /// The user lacks a permission.
    pub(crate) fn forbidden() -> Self {
        Self::new(
            403,
            "Operation Failed",
            "[User is not authorized to perform this action.]",
        )
    }

    /// The simulator does not implement the operation.
    pub(crate) fn unsimulated(what: impl std::fmt::Display) -> Self {
        Self::new(
            501,
            "Operation Failed",
            format!("[{what} is not supported by the simulator.]"),
        )
    }

    /// A parameter of the command is invalid.
    pub(crate) fn invalid(message: impl std::fmt::Display) -> Self {
        Self::new(400, "Operation Failed", format!("[{message}]"))
    }

    /// Another operation holds a lock on the object.
    pub(crate) fn locked() -> Self {
        Self::conflict("Related operation is currently in progress. Please try again later.")
    }

    /// A fault from a fault injection rule.
    pub(crate) fn injected(status: u16, reason: &str, detail: &str) -> Self {
        Self::new(status, reason.to_owned(), detail)
    }

    /// The document refers to an object that does not exist.
    pub(crate) fn entity(what: impl std::fmt::Display) -> Self {
        Self::new(404, "Operation Failed", format!("Entity not found: {what}"))
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

    /// A mandatory parameter is missing (the engine's generated checks).
    pub(crate) fn mandatory(paths: &[String]) -> Self {
        let quoted = paths.iter().map(|path| path.replace("[]", ""));
        let quoted: Vec<String> = quoted.map(|path| format!("'{path}'")).collect();
        let detail = match quoted.as_slice() {
            [one] => format!("Parameter {one} is mandatory but was not provided."),
            all => format!(
                "Parameters {} are mandatory but both were not provided.",
                all.join(" or ")
            ),
        };
        Self::new(400, "Input validation failed.", detail)
    }

    /// The document matches none of the signatures of the method.
    pub(crate) fn signature() -> Self {
        Self::new(
            400,
            "Input validation failed.",
            "No matching signature found, make sure that mandatory attributes are provided.",
        )
    }

    /// A mandatory parameter is missing (the engine's handwritten checks).
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

    pub(crate) fn negative_max(max: i64) -> Self {
        let detail = format!("illegal max count value for query : {max}");
        Self::new(400, "Operation Failed", detail)
    }

    /// The engine fails to validate a command.
    pub(crate) fn validation_failure() -> Self {
        Self::server_error("[General command validation failure.]")
    }

    /// The engine itself fails.
    pub(crate) fn server_error(detail: &str) -> Self {
        Self::new(500, "Operation Failed", detail)
    }

    /// The application server cannot convert a value.
    pub(crate) fn failed(detail: impl Into<String>) -> Self {
        Self::new(400, "Operation failed", detail)
    }

    /// Returns the status code and the fault document, if it has one.
    fn document(&self) -> Option<(u16, Node)> {
        match self {
            Self::Document {
                status,
                reason,
                detail,
            } => {
                let mut fault = Node::new("fault");
                if !detail.is_empty() {
                    fault.set("detail", detail.as_str());
                }
                Some((*status, fault.with_text("reason", reason.as_ref())))
            }
            _ => None,
        }
    }

    /// Returns the response.
    pub(crate) fn into_response(self) -> Response {
        match self.document() {
            Some((status, document)) => Response::document(status, document),
            None => match self {
                Self::MethodNotAllowed => Response::empty(405),
                Self::UnsupportedMethod(method) => {
                    let text = format!("HTTP method {method} is not supported by this URL");
                    Response::html(405, &text)
                }
                Self::NoSuchPath(url) => Response {
                    status: 404,
                    ..Response::typed(HTML, no_such_path(&url))
                },
                Self::UnknownMember { class, name } => Response {
                    status: 400,
                    ..Response::typed(HTML, unknown_member(&class, &name))
                },
                Self::BadRequest => Response::html(400, "Bad Request"),
                Self::NotAcceptable => Response::empty(406),
                Self::UnsupportedMediaType => Response::empty(415),
                Self::Internal => Response::html(500, "Internal Server Error"),
                _ => Response::empty(404),
            },
        }
    }

    /// Returns the response to an action, with the fault inside the action document.
    pub(crate) fn into_action(self, mut action: Node) -> Response {
        match self.document() {
            Some((status, fault)) => {
                action.children.push(fault);
                action.set("status", FAILED);
                Response::document(status, action)
            }
            None => self.into_response(),
        }
    }
}
