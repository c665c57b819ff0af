//! Requests: each line's method is called through the SDK's typed request, and what arrives on a
//! socket is compared with what the line says.

use std::collections::BTreeMap;

use ovirt::Connection;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::catcher::{Catcher, Caught};
use crate::compare;
use crate::generated::calls::call;

/// Methods whose lines say what the engine doesn't read: it takes the bricks from a document, also
/// that of a `DELETE`, while the lines have them in the query or not at all.
const PEER_DEFECTS: &[&str] = &["gluster_bricks.add", "gluster_bricks.remove"];

/// Why a line wasn't sent.
pub(crate) enum Refused {
    /// The typed API can't express it.
    Inexpressible(String),
    /// Something is wrong with the line or the SDK.
    Failed(String),
}

/// The arguments of a line, by name.
pub(crate) struct Arguments<'a> {
    values: &'a Value,
    used: std::cell::RefCell<Vec<&'static str>>,
}

impl<'a> Arguments<'a> {
    /// A mandatory one.
    pub(crate) fn mandatory<T: DeserializeOwned>(&self, name: &'static str) -> Result<T, Refused> {
        self.optional(name)?.ok_or_else(|| {
            Refused::Inexpressible(format!(
                "`{name}` is a mandatory argument, the line has none"
            ))
        })
    }

    /// One with a setter.
    pub(crate) fn optional<T: DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, Refused> {
        self.used.borrow_mut().push(name);
        match self.values.get(name) {
            None => Ok(None),
            Some(value) => serde_json::from_value(value.clone())
                .map(Some)
                .map_err(|error| Refused::Failed(format!("argument `{name}`: {error}"))),
        }
    }

    fn unused(&self) -> Option<&'a str> {
        let used = self.used.borrow();
        let mut names = self.values.as_object()?.keys().map(String::as_str);
        names.find(|name| !used.contains(name))
    }
}

/// Makes the function that calls a method by its name. What the engine answers doesn't matter.
macro_rules! calls {
    ( $( $name:literal $service:ident $method:ident
         ( $( $argument:ident : $argument_type:ty = $argument_name:literal ),* )
         [ $( $setter:ident : $setter_type:ty = $setter_name:literal ),* ] ; )* ) => {
        /// Calls the method of this name of a service.
        pub(crate) fn call(
            name: &str,
            service: ovirt::AnyService,
            arguments: &crate::requests::Arguments<'_>,
        ) -> Result<(), crate::requests::Refused> {
            use crate::requests::Refused;
            match name {
                $( $name => {
                    let service: $service =
                        service.typed().map_err(|error| Refused::Failed(error.to_string()))?;
                    #[allow(unused_mut)]
                    let mut request = service
                        .$method( $( arguments.mandatory::<$argument_type>($argument_name)? ),* );
                    $( if let Some(value) = arguments.optional::<$setter_type>($setter_name)? {
                        request = request.$setter(value);
                    } )*
                    let _ = request.call();
                    Ok(())
                } )*
                _ => Err(Refused::Failed(format!("the SDK has no method {name}"))),
            }
        }
    };
}

pub(crate) use calls;

/// Calls each line's method and compares.
pub(crate) fn check(lines: &[Value]) -> Result<bool, String> {
    let catcher = Catcher::start().map_err(|error| format!("no socket: {error}"))?;
    let connection = Connection::builder(catcher.url())
        .token("conformance")
        .build()
        .map_err(|error| error.to_string())?;
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for line in lines {
        let key = line["key"].as_str().unwrap_or("(no key)");
        match check_line(&connection, &catcher, line) {
            Ok(()) => passed += 1,
            Err(Refused::Inexpressible(reason)) => {
                skipped += 1;
                println!("SKIP {key}: {reason}");
            }
            Err(Refused::Failed(message)) => {
                failed += 1;
                println!("FAIL {key}: {message}");
            }
        }
    }
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    Ok(failed == 0)
}

fn check_line(connection: &Connection, catcher: &Catcher, line: &Value) -> Result<(), Refused> {
    let text = |name: &str| {
        line[name]
            .as_str()
            .ok_or_else(|| Refused::Failed(format!("the line has no `{name}`")))
    };
    let service = connection
        .service(text("at")?)
        .map_err(|error| Refused::Failed(error.to_string()))?;
    let arguments = Arguments {
        values: &line["arguments"],
        used: Default::default(),
    };
    let name = format!("{}.{}", text("service")?, text("method")?);
    if PEER_DEFECTS.contains(&name.as_str()) {
        let reason = "the line has what the engine doesn't read, the SDK sends what it does";
        return Err(Refused::Inexpressible(reason.to_owned()));
    }
    call(&name, service, &arguments)?;
    let caught = catcher
        .take()
        .ok_or_else(|| Refused::Failed("nothing was sent".to_owned()))?;
    if let Some(name) = arguments.unused() {
        return Err(Refused::Failed(format!(
            "the SDK has no parameter `{name}`"
        )));
    }
    compare_request(&line["http"], &caught).map_err(Refused::Failed)
}

fn compare_request(want: &Value, have: &Caught) -> Result<(), String> {
    if want["method"] != have.method.as_str() {
        return Err(format!(
            "method: want {}, have {}",
            want["method"], have.method
        ));
    }
    let path = want["path"].as_str().unwrap_or_default();
    if path != have.path {
        return Err(format!("path: want {path}, have {}", have.path));
    }
    let query: BTreeMap<&str, Value> = have
        .query
        .iter()
        .map(|(name, value)| (name.as_str(), Value::from(value.as_str())))
        .collect();
    let query = serde_json::to_value(query).map_err(|error| error.to_string())?;
    compare::json(&want["query"], &query).map_err(|difference| format!("query {difference}"))?;
    match (want["body"].as_str(), have.body.as_str()) {
        (None, "") => Ok(()),
        (None, body) => Err(format!("body: want none, have {body}")),
        (Some(want), have) => {
            compare::xml(want, have).map_err(|difference| format!("body {difference}"))
        }
    }
}
