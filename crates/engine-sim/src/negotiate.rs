//! Content negotiation: the representation a request accepts, and that of its body.

use crate::fault::Fault;
use crate::json::{self, ParseError};
use crate::message::{Body, Parameters, Request, Response, XML};
use crate::node::Node;
use crate::schema::Schema;

/// Representation of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// XML, the default.
    Xml,
    /// JSON.
    Json,
    /// The connection file of a console viewer; only for consoles.
    Viewer,
}

impl Format {
    /// Returns the representation that a request accepts.
    ///
    /// # Errors
    ///
    /// Fails if it accepts no known one, or if the header has no media type.
    pub(crate) fn accepted(request: &Request) -> Result<Self, Fault> {
        let accepted = request.header("Accept").map_or("", str::trim);
        if accepted.is_empty() {
            return Ok(Self::Xml);
        }
        // Of several with the same weight the first one wins.
        let mut best: Option<(Self, f32)> = None;
        for range in accepted.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let format = match parts.next().unwrap_or_default() {
                "application/xml" | "application/*" | "*/*" => Self::Xml,
                "application/json" => Self::Json,
                "application/x-virt-viewer" => Self::Viewer,
                kind if !kind.contains('/') => return Err(Fault::BadRequest),
                _ => continue,
            };
            let weight = parts
                .find_map(|part| part.strip_prefix("q=")?.parse().ok())
                .unwrap_or(1.0);
            if best.is_none_or(|(_, other)| weight > other) {
                best = Some((format, weight));
            }
        }
        best.map(|(format, _)| format).ok_or(Fault::NotAcceptable)
    }

    /// Returns the representation of the request body; `None` if it is missing or unknown.
    pub(crate) fn of_body(request: &Request) -> Option<Self> {
        let kind = request.header("Content-Type").unwrap_or_default();
        match kind.split(';').next().unwrap_or_default().trim() {
            kind if kind.eq_ignore_ascii_case("application/xml") => Some(Self::Xml),
            kind if kind.eq_ignore_ascii_case("application/json") => Some(Self::Json),
            _ => None,
        }
    }
}

/// Parses a request body as a document with this root tag.
pub(crate) fn parse_body(
    schema: &Schema,
    format: Format,
    body: &[u8],
    tag: &str,
) -> Result<Node, ParseError> {
    let text = std::str::from_utf8(body).map_err(|error| error.to_string())?;
    let document = match format {
        Format::Json => json::decode(schema, text, tag)?,
        _ => Node::parse(text)?,
    };
    if !is_text(&document) {
        return Err("a text has a character that XML does not allow"
            .to_owned()
            .into());
    }
    Ok(document)
}

/// Whether responses can contain all texts of a document: XML has no way to write most control
/// characters.
fn is_text(document: &Node) -> bool {
    let is_allowed = |c: char| match c {
        '\t' | '\n' | '\r' => true,
        _ => c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'),
    };
    let attributes = document.attributes.iter().map(|(_, value)| value);
    document.text.chars().all(is_allowed)
        && attributes.flat_map(|value| value.chars()).all(is_allowed)
        && document.children.iter().all(is_text)
}

/// The details that a request asks for, as `detail=main+size` in its query or `Accept` header.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Details {
    names: Vec<String>,
    without_main: bool,
}

impl Details {
    pub(crate) fn requested(request: &Request, parameters: &Parameters) -> Self {
        let accept = request.header("Accept").unwrap_or_default();
        let after_type = accept
            .split(';')
            .find_map(|part| part.trim().strip_prefix("detail="));
        Self::parse(parameters.get("detail").or(after_type).unwrap_or_default())
    }

    fn parse(text: &str) -> Self {
        let mut details = Self::default();
        // A `+` in a query was decoded to a space.
        let mut rest = text.trim();
        while !rest.is_empty() {
            let removed = rest.starts_with('-');
            let name = rest.trim_start_matches(['-', '+', ' ']);
            let end = name.find(['-', '+', ' ']).unwrap_or(name.len());
            let (name, after) = name.split_at(end);
            if removed {
                details.without_main |= name == "main";
                details.names.retain(|own| own != name);
            } else if !name.is_empty() {
                details.names.push(name.to_owned());
            }
            rest = after;
        }
        details
    }

    /// Whether only the default details are requested.
    pub(crate) fn is_empty(&self) -> bool {
        self.names.iter().all(|name| name == "main") && !self.without_main
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }

    /// Whether the main details are excluded.
    pub(crate) fn without_main(&self) -> bool {
        self.without_main
    }
}

/// Encodes the document of a response, if it has one, in the accepted representation.
pub(crate) fn encode_body(response: &mut Response, request: &Request, schema: &Schema) {
    let Body::Document(document) = &response.body else {
        return;
    };
    let (kind, body) = match Format::accepted(request) {
        Ok(Format::Json) => {
            let empty_array = json::has_empty_array(&request.path);
            let text = json::encode(schema, document, empty_array);
            ("application/json", text)
        }
        _ => (XML, document.to_xml()),
    };
    response.content_type = kind;
    response.body = Body::Bytes(body.into_bytes());
}

#[cfg(test)]
mod tests {
    use super::{Details, Format};
    use crate::message::Request;

    #[test]
    fn format_with_the_highest_weight_wins() {
        for (accept, expected) in [
            ("", Some(Format::Xml)),
            ("*/*", Some(Format::Xml)),
            ("text/xml", None),
            ("nonsense", None),
            ("application/json", Some(Format::Json)),
            ("application/xml; detail=statistics", Some(Format::Xml)),
            ("text/html, application/json", Some(Format::Json)),
            (
                "application/xml;q=0.5, application/json;q=0.9",
                Some(Format::Json),
            ),
            (
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                Some(Format::Xml),
            ),
            ("application/x-virt-viewer", Some(Format::Viewer)),
            ("image/png", None),
        ] {
            let request = Request {
                method: "GET".to_owned(),
                path: String::new(),
                query: String::new(),
                headers: vec![("accept".to_owned(), accept.to_owned())],
                body: Vec::new(),
            };
            assert_eq!(Format::accepted(&request).ok(), expected, "{accept}");
        }
    }

    #[test]
    fn details_can_be_added_and_removed() {
        let details = Details::parse("main+statistics");
        assert!(details.has("statistics") && !details.without_main());
        let details = Details::parse("-main+size");
        assert!(details.has("size") && details.without_main());
        assert!(Details::parse("main size").has("size"));
        assert_eq!(Details::parse(" ").names, [""; 0]);
    }
}
