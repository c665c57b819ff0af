//! Services: handles of the engine's objects and collections. A service is a connection and a
//! path; locators extend the path, methods return requests.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use http::Method;
use ovirt_types::__private::Object;
use ovirt_types::{Link, List, MissingId, ToXml};

use crate::connection::Connection;
use crate::error::Error;
use crate::request::Draft;
use crate::tree;

/// A service of the API: the handle of an object or a collection of the engine.
///
/// Locators return services, beginning with [`Connection::system_service`]. Other types cannot
/// implement this trait.
pub trait Service: Clone + fmt::Debug + Send + Sync + sealed::SealedService + 'static {
    /// Name of the service in the API's model, such as `vms`.
    const NAME: &'static str;

    /// Path below the API's root, such as `/vms/123`.
    fn path(&self) -> &str;
}

pub(crate) mod sealed {
    use super::Location;

    /// Only services of the SDK implement `Service`.
    pub trait SealedService: Sized {
        #[doc(hidden)]
        fn at(location: Location) -> Self;
    }
}

/// A connection and a path below the API's root.
#[derive(Clone)]
pub struct Location {
    connection: Connection,
    path: String,
    /// Set if a locator got an object without an id. Locators cannot fail, so requests do.
    missing_id: Option<MissingId>,
}

impl Location {
    pub(crate) fn connection(&self) -> Connection {
        self.connection.clone()
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The root of the API.
    pub(crate) fn root(connection: &Connection) -> Self {
        Self {
            connection: connection.clone(),
            path: String::new(),
            missing_id: None,
        }
    }

    /// Appends a fixed path segment.
    pub(crate) fn segment(&self, segment: &str) -> Self {
        let path = format!("{}/{segment}", self.path);
        Self {
            connection: self.connection.clone(),
            path,
            missing_id: self.missing_id,
        }
    }

    /// Appends the identifier of an object, percent-encoded.
    pub(crate) fn item(&self, id: Result<Cow<'_, str>, MissingId>) -> Self {
        match id {
            Ok(id) => self.segment(&encode(&id)),
            Err(missing) => Self {
                missing_id: self.missing_id.or(Some(missing)),
                ..self.segment("")
            },
        }
    }

    pub(crate) fn add<T: Object>(&self, operation: &'static str, document: T) -> Draft {
        self.draft(operation, Method::POST)
            .object(Arc::new(document))
    }

    /// Adds an object that exists already to a collection.
    pub(crate) fn add_reference<T: Object>(
        &self,
        operation: &'static str,
        reference: Link<T>,
    ) -> Draft {
        self.add(operation, reference.into_object())
    }

    pub(crate) fn add_list<T>(&self, operation: &'static str, list: &List<T>) -> Draft
    where
        List<T>: ToXml,
    {
        self.draft(operation, Method::POST).list(list)
    }

    pub(crate) fn get(&self, operation: &'static str) -> Draft {
        self.draft(operation, Method::GET)
    }

    pub(crate) fn update<T: Object>(&self, operation: &'static str, document: T) -> Draft {
        self.draft(operation, Method::PUT)
            .object(Arc::new(document))
    }

    pub(crate) fn remove(&self, operation: &'static str) -> Draft {
        self.draft(operation, Method::DELETE)
    }

    pub(crate) fn action(&self, operation: &'static str, segment: &str) -> Draft {
        let mut draft = self.segment(segment).draft(operation, Method::POST);
        // The engine requires an `<action>`, even an empty one.
        draft.action();
        draft
    }

    pub(crate) fn draft(&self, operation: &'static str, method: Method) -> Draft {
        let draft = Draft::new(&self.connection, operation, method, self.path.clone());
        draft.missing_id(self.missing_id)
    }
}

/// Percent-encodes an identifier as one path segment.
fn encode(id: &str) -> String {
    let mut encoded = String::with_capacity(id.len());
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Defines the handle of a service.
macro_rules! service {
    ( $(#[$doc:meta])* $name:ident = $model_name:literal ) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(pub(crate) $crate::service::Location);

        impl $crate::service::sealed::SealedService for $name {
            #[inline]
            fn at(location: $crate::service::Location) -> Self {
                Self(location)
            }
        }

        impl $crate::Service for $name {
            const NAME: &'static str = $model_name;

            #[inline]
            fn path(&self) -> &str {
                self.0.path()
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0.path()).finish()
            }
        }
    };
}

pub(crate) use service;

impl Connection {
    /// Finds the service at a path below the API's root, such as `vms/123/diskattachments`.
    /// Nothing is sent.
    ///
    /// ```no_run
    /// # fn example(connection: &ovirt::Connection) -> Result<(), ovirt::Error> {
    /// use ovirt::services::DiskAttachmentsService;
    ///
    /// let service = connection.service("vms/123/diskattachments")?;
    /// let attachments: DiskAttachmentsService = service.typed()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if the API has no service at that path.
    pub fn service(&self, path: &str) -> Result<AnyService, Error> {
        let path = path.trim_matches('/');
        let mut location = Location::root(self);
        let mut node = tree::root();
        for segment in path.split('/').filter(|_| !path.is_empty()) {
            node = node
                .filter(|_| !segment.is_empty())
                .and_then(|node| node.child(segment));
            location = location.segment(&encode(segment));
        }
        match node {
            Some(node) => Ok(AnyService {
                name: node.name,
                location,
            }),
            None => Err(Error::usage(format!(
                "the API has no service at the path {path:?}"
            ))),
        }
    }
}

/// A service whose type is known at run time only; returned by [`Connection::service`].
#[derive(Clone)]
pub struct AnyService {
    pub(crate) name: &'static str,
    pub(crate) location: Location,
}

impl AnyService {
    /// Name of the service in the API's model, such as `vms`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Path below the API's root, such as `/vms/123`.
    pub fn path(&self) -> &str {
        self.location.path()
    }

    /// Converts into the type of the service.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if `S` is another type.
    pub fn typed<S: Service>(self) -> Result<S, Error> {
        if S::NAME == self.name {
            return Ok(S::at(self.location));
        }
        let (path, name) = (self.path(), self.name);
        Err(Error::usage(format!(
            "{path} is the service `{name}`, not `{}`",
            S::NAME
        )))
    }
}

impl fmt::Debug for AnyService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, location } = self;
        f.debug_struct("AnyService")
            .field("name", name)
            .field("path", &location.path)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn identifiers_are_encoded_as_one_segment() {
        assert_eq!(encode("123-abc_4.7"), "123-abc_4.7");
        assert_eq!(encode("a/b c?é"), "a%2Fb%20c%3F%C3%A9");
    }
}
