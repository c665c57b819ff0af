//! Checks of the requests that the SDK sends.
//!
//! Each line's method is called through the SDK's typed request builder. The request that arrives
//! on a socket is compared with the expected one.

use std::collections::BTreeMap;

use ovirt::Connection;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::capture_server::{CaptureServer, CapturedRequest};
use crate::compare;
use crate::generated::calls::call;

/// Methods for which the reference implementation is wrong. The engine reads the bricks from the
/// body, even of a `DELETE`; the reference puts them in the query or omits them.
pub(crate) const REFERENCE_DEFECTS: &[&str] = &["gluster_bricks.add", "gluster_bricks.remove"];

/// Why a line did not pass.
pub(crate) enum LineError {
    /// The line cannot be checked, for example because the typed API cannot express its request.
    Skipped(String),
    /// The line is malformed, or the SDK's request differs from the expected one.
    Failed(String),
}

/// The arguments of a line, by name.
pub(crate) struct Arguments<'a> {
    values: &'a Value,
    /// Names that have been looked up, to detect unknown arguments.
    used: std::cell::RefCell<Vec<&'static str>>,
}

impl<'a> Arguments<'a> {
    /// Decodes a mandatory argument.
    pub(crate) fn mandatory<T: DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<T, LineError> {
        self.optional(name)?
            .ok_or_else(|| LineError::Skipped(format!("the mandatory argument `{name}` is absent")))
    }

    /// Decodes an argument that the SDK takes by a setter. `None` if absent.
    pub(crate) fn optional<T: DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, LineError> {
        self.used.borrow_mut().push(name);
        match self.values.get(name) {
            None => Ok(None),
            Some(value) => serde_json::from_value(value.clone())
                .map(Some)
                .map_err(|error| LineError::Failed(format!("argument `{name}`: {error}"))),
        }
    }

    /// Returns the name of an argument that no parameter of the SDK has used.
    fn unused(&self) -> Option<&'a str> {
        let used = self.used.borrow();
        let mut names = self.values.as_object()?.keys().map(String::as_str);
        names.find(|name| !used.contains(name))
    }
}

/// Defines `call`, which dispatches to a method by name and ignores the response.
macro_rules! calls {
    ( $( $name:literal $service:ident $method:ident
         ( $( $argument:ident : $argument_type:ty = $argument_name:literal ),* )
         [ $( $setter:ident : $setter_type:ty = $setter_name:literal ),* ] ; )* ) => {
        /// Calls the method `name` of `service`.
        pub(crate) fn call(
            name: &str,
            service: ovirt::AnyService,
            arguments: &crate::requests::Arguments<'_>,
        ) -> Result<(), crate::requests::LineError> {
            use crate::requests::LineError;
            match name {
                $( $name => {
                    let service: $service =
                        service.typed().map_err(|error| LineError::Failed(error.to_string()))?;
                    #[allow(unused_mut)]
                    let mut request = service
                        .$method( $( arguments.mandatory::<$argument_type>($argument_name)? ),* );
                    $( if let Some(value) = arguments.optional::<$setter_type>($setter_name)? {
                        request = request.$setter(value);
                    } )*
                    // The texts of the lines are no searches and no links.
                    let _ = request.without_checks().call();
                    Ok(())
                } )*
                _ => Err(LineError::Failed(format!("the SDK has no method `{name}`"))),
            }
        }
    };
}

pub(crate) use calls;

/// Calls each line's method and compares the request with the expected one.
///
/// Returns whether no line failed.
pub(crate) fn check(lines: &[Value]) -> Result<bool, String> {
    let server =
        CaptureServer::start().map_err(|error| format!("cannot open a socket: {error}"))?;
    let connection = Connection::builder(server.url())
        .token("conformance")
        .build()
        .map_err(|error| error.to_string())?;
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for line in lines {
        let key = line["key"].as_str().unwrap_or("(no key)");
        match check_line(&connection, &server, line) {
            Ok(()) => passed += 1,
            Err(LineError::Skipped(reason)) => {
                skipped += 1;
                println!("SKIP {key}: {reason}");
            }
            Err(LineError::Failed(message)) => {
                failed += 1;
                println!("FAIL {key}: {message}");
            }
        }
    }
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    Ok(failed == 0)
}

fn check_line(
    connection: &Connection,
    server: &CaptureServer,
    line: &Value,
) -> Result<(), LineError> {
    let member = |name: &str| {
        line[name]
            .as_str()
            .ok_or_else(|| LineError::Failed(format!("missing `{name}`")))
    };
    let service = connection
        .service(member("at")?)
        .map_err(|error| LineError::Failed(error.to_string()))?;
    let arguments = Arguments {
        values: &line["arguments"],
        used: Default::default(),
    };
    let name = format!("{}.{}", member("service")?, member("method")?);
    if REFERENCE_DEFECTS.contains(&name.as_str()) {
        let reason = "the engine does not accept the request of the reference implementation";
        return Err(LineError::Skipped(reason.to_owned()));
    }
    call(&name, service, &arguments)?;
    let request = server
        .take()
        .ok_or_else(|| LineError::Failed("the SDK sent no request".to_owned()))?;
    if let Some(name) = arguments.unused() {
        return Err(LineError::Failed(format!(
            "the SDK has no parameter `{name}`"
        )));
    }
    compare_request(&line["http"], &request).map_err(LineError::Failed)
}

pub(crate) fn compare_request(expected: &Value, actual: &CapturedRequest) -> Result<(), String> {
    if expected["method"] != actual.method.as_str() {
        return Err(format!(
            "method: expected {}, found {}",
            expected["method"], actual.method
        ));
    }
    let path = expected["path"].as_str().unwrap_or_default();
    if path != actual.path {
        return Err(format!("path: expected {path}, found {}", actual.path));
    }
    let query: BTreeMap<&str, Value> = actual
        .query
        .iter()
        .map(|(name, value)| (name.as_str(), Value::from(value.as_str())))
        .collect();
    let query = serde_json::to_value(query).map_err(|error| error.to_string())?;
    compare::json(&expected["query"], &query)
        .map_err(|difference| format!("query: {difference}"))?;
    match (expected["body"].as_str(), actual.body.as_str()) {
        (None, "") => Ok(()),
        (None, body) => Err(format!("body: expected none, found {body}")),
        (Some(expected), actual) => {
            compare::xml(expected, actual).map_err(|difference| format!("body: {difference}"))
        }
    }
}
