//! Plays short stories: requests in order, with the status code and words that each expects.

use std::collections::HashMap;

use crate::client::{Client, engine};

/// A name, a request (method, path, body), the status code, and what the response contains, or
/// lacks after `!`. In a request, `{name}` is the identifier in the response of the row with this
/// name.
pub(crate) type Row = (&'static str, &'static str, u16, &'static str);

/// Sends the requests of a story, in order.
pub(crate) fn play(rows: &[Row]) {
    let engine = engine();
    let client = Client::new(&engine);
    let mut names = HashMap::new();
    for collection in [
        "clusters",
        "datacenters",
        "hosts",
        "users",
        "storagedomains",
    ] {
        names.insert(collection, client.first(collection));
    }
    for (name, request, status, expected) in rows {
        let fill = |text: &str| {
            let mut filled = text.to_owned();
            for (name, id) in &names {
                filled = filled.replace(&format!("{{{name}}}"), id);
            }
            filled
        };
        let (filled, expected) = (fill(request), fill(expected));
        let mut parts = filled.splitn(3, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (method, path, body) = (part(), format!("/{}", part()), part());
        let mut response = client.send(method, &path, body);
        // A command may have to wait for another.
        while *status != 409 && response.status == 409 {
            response = client.send(method, &path, body);
        }
        assert_eq!(response.status, *status, "{request}: {}", response.body);
        let (is_absent, text) = match expected.strip_prefix('!') {
            Some(text) => (true, text),
            None => (false, expected.as_str()),
        };
        assert!(
            response.body.contains(text) != is_absent,
            "{request}: {expected}: {}",
            response.body
        );
        if !name.is_empty() {
            names.insert(name, response.id());
        }
    }
}
