//! Checks the query parameters `search` and `follow` against the API's model before they are sent.

use ovirt_types::__private::check_follow;

use crate::call::Call;
use crate::error::Error;
use crate::{search, suggestion, tree};

/// Checks a call, and translates the values in its search.
pub(crate) fn run(call: &mut Call) -> Result<(), Error> {
    let (service, _) = call.operation.split_once('.').unwrap_or_default();
    let invalid = |parameter: &str, reason: String| {
        Error::usage(format!("{}: invalid {parameter}: {reason}", call.operation))
    };
    if let Some(paths) = call.query("follow") {
        let object = tree::find(service).map_or("", |node| node.object);
        check_follow(object, paths).map_err(|unknown| {
            let links = unknown.links.iter().copied();
            let similar = suggestion::similar_or_all(&unknown.step, links);
            let (of, step) = (unknown.type_name, unknown.step);
            invalid("follow", format!("{of} has no link {step:?}{similar}"))
        })?;
    }
    if let Some(text) = call.query("search") {
        let translated = search::translate(service, text);
        if let Some(text) = translated.map_err(|reason| invalid("search", reason))? {
            call.set_query("search", text);
        }
    }
    Ok(())
}
