//! Responses whose type is only known at run time.

use http::Method;
use ovirt_types::__private::{object_of, text_of};
use ovirt_types::{Action, Document};

use super::Decode;
use crate::call::Call;
use crate::connection::Connection;
use crate::pending::BoxFuture;
use crate::response::{ReadMode, Response};
use crate::status::{self, Status};

impl Decode<Option<Document>> {
    /// A document of any type.
    pub(crate) fn document() -> Self {
        Self {
            mode: ReadMode::Buffer,
            decode: Response::into_document,
            reload,
            status: current_status,
        }
    }
}

fn reload(
    document: &Option<Document>,
    connection: &Connection,
) -> Option<BoxFuture<Option<Document>>> {
    let document = document.as_ref()?;
    // The address of an action is not that of its object.
    if document.object::<Action>().is_some() {
        return None;
    }
    let path = connection.path_of(text_of(object_of(document)?, "href"));
    let call = Call::new("follow", Method::GET, path.ok()?);
    Some(connection.fetch(call, Decode::document()))
}

fn current_status(document: &Option<Document>) -> Option<Status<'_>> {
    status::read(object_of(document.as_ref()?)?)
}
