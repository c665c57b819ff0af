//! [`Named`]: finds the object of a collection that has a name.

use std::fmt;
use std::marker::PhantomData;

use ovirt_types::__private::{Object, text_of};
use ovirt_types::List;

use crate::error::{Error, NotFoundError};
use crate::lazy_call::{LazyCall, lazy};
use crate::request::Draft;
use crate::response_kind::Decode;
use crate::suggestion;

/// At most this many objects are requested to suggest a similar name.
const SUGGESTIONS: u32 = 200;

/// Requests the object with a name; returned by the method `named` of collections.
///
/// Nothing is sent until `.await`, `.call()` or `.spawn()`. One request is sent: a search for the
/// exact name where the engine can search, or else for the whole list. If there is no such object,
/// a second one looks for similar names.
///
/// ```no_run
/// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
/// let vms = connection.system_service().vms_service();
/// let vm = vms.named("web1").await?;
/// vms.vm_service(&vm).start().await?;
/// # Ok(())
/// # }
/// ```
///
/// Names are case-sensitive. For types without names, another member is compared: the `alias` of a
/// disk, the `description` of a snapshot, the `user_name` of a user. The documentation of the
/// method says which.
///
/// # Errors
///
/// [`Error::NotFound`] with similar names if no object has the name; [`Error::Usage`] with all ids
/// if several have it; any other error of a request.
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
pub struct Named<T> {
    /// The request for the list.
    list: Draft,
    name: String,
    /// The member that is compared.
    label: &'static str,
    /// The field of searches for the member; empty if the engine cannot search this collection.
    field: &'static str,
    of: PhantomData<fn() -> T>,
}

impl<T: Object> Named<T> {
    pub(crate) fn new(list: Draft, name: String, label: &'static str, field: &'static str) -> Self {
        Self {
            list,
            name,
            label,
            field,
            of: PhantomData,
        }
    }

    async fn find(self) -> Result<T, Error> {
        if self.name.is_empty() {
            let (label, path) = (self.label, self.list.path());
            return Err(Error::usage(format!(
                "the {label} to look for in {path} is empty"
            )));
        }
        let list = self.request(self.list.clone(), &self.name).await?;
        let (mut found, others): (Vec<T>, Vec<T>) = list
            .into_iter()
            .partition(|object| self.label_of(object) == Some(&self.name));
        match (found.pop(), found.is_empty()) {
            (Some(object), true) => Ok(object),
            (Some(object), false) => {
                found.push(object);
                Err(self.ambiguous(&found))
            }
            (None, _) => Err(self.not_found(others).await),
        }
    }

    /// Requests the objects whose label matches a text with wildcards; all if there is no search.
    async fn request(&self, mut draft: Draft, text: &str) -> Result<List<T>, Error> {
        if !self.field.is_empty() {
            let search = format!("{}=\"{}\"", self.field, expressible(text));
            draft = draft.query("search", &search);
        }
        draft.lazy(Decode::<List<T>>::list()).await
    }

    fn label_of<'a>(&self, object: &'a T) -> Option<&'a str> {
        text_of(object, self.label)
    }

    /// The error for a name that several objects have.
    fn ambiguous(&self, found: &[T]) -> Error {
        let mut ids: Vec<&str> = found
            .iter()
            .filter_map(|object| text_of(object, "id"))
            .collect();
        ids.sort_unstable();
        Error::usage(format!(
            "{} objects in {} have the {} {:?}: use one of their ids, {}",
            found.len(),
            self.list.path(),
            self.label,
            self.name,
            ids.join(", ")
        ))
    }

    /// The error for a name that no object has. `others` are objects with similar names, if any.
    async fn not_found(&self, others: Vec<T>) -> Error {
        let mut others = others;
        if let (true, Some(first)) = (others.is_empty(), self.name.chars().next()) {
            let draft = self.list.clone().query("max", &SUGGESTIONS);
            // Without suggestions, the error is as true.
            let similar = self.request(draft, &format!("{first}*")).await;
            others.extend(similar.unwrap_or_default());
        }
        let labels = others.iter().filter_map(|object| self.label_of(object));
        let (label, name, path) = (self.label, &self.name, self.list.path());
        let similar = suggestion::similar(name, labels);
        let advice = match similar.is_empty() {
            true => String::new(),
            false => format!(": did you mean {similar}?"),
        };
        NotFoundError::new(format!(
            "no object in {path} has the {label} {name:?} (case-sensitive){advice}"
        ))
        .into()
    }
}

/// A text with wildcards in place of characters that cannot be quoted in a search.
fn expressible(text: &str) -> String {
    let special = |c: char| matches!(c, '"' | '\'' | ';') || c.is_control();
    text.replace(special, "*")
}

impl<T> Clone for Named<T> {
    fn clone(&self) -> Self {
        Self {
            list: self.list.clone(),
            name: self.name.clone(),
            ..*self
        }
    }
}

impl<T: Object> From<Named<T>> for LazyCall<T> {
    fn from(named: Named<T>) -> Self {
        Self::new(&named.list.connection(), named.find())
    }
}

lazy!(Named<T>, T, T: Object);

impl<T> fmt::Debug for Named<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            list,
            name,
            label,
            field: _,
            of: _,
        } = self;
        f.debug_struct("Named")
            .field("path", &list.path())
            .field(label, name)
            .finish()
    }
}

/// Gives a service with a list the method `named`.
macro_rules! named {
    ($service:ident, $type:ty, $label:literal $(= $field:literal)?) => {
        impl $service {
            #[doc = concat!("Finds the object whose `", $label, "` is exactly this text: see")]
            /// [`Named`](crate::Named).
            #[inline]
            pub fn named(&self, name: impl Into<String>) -> $crate::Named<$type> {
                $crate::Named::new(self.list().0, name.into(), $label, concat!($($field)?))
            }
        }
    };
}

pub(crate) use named;
