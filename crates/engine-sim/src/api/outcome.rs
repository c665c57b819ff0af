//! The outcome of a request: its response, and when to send it.

use std::time::Instant;

use crate::message::Response;
use crate::node::Node;

/// The response to a request, or the time to send it if the client waits for completion.
pub(crate) enum Outcome {
    Ready(Response),
    Deferred(Instant, Response),
}

impl From<Response> for Outcome {
    fn from(response: Response) -> Self {
        Self::Ready(response)
    }
}

/// Returns a link element.
pub(super) fn link(href: String, rel: &str) -> Node {
    let mut link = Node::new("link");
    link.set_attribute("href", &href);
    link.set_attribute("rel", rel);
    link
}
