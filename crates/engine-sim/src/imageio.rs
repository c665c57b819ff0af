//! The data endpoint of image transfers: reads and writes the data of disks over HTTP, for whoever
//! has the ticket that is in the path.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use bytes::Bytes;
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};

use crate::image::{Images, Ticket};
use crate::injection::Paced;
use crate::message::{Parameters, Request};
use crate::server::lock;
use serde_json::{Map, Value};

mod blake2b;

/// How much is read at once.
const PIECE: u64 = 1 << 20;

/// The largest JSON document of a request, in bytes.
const MAX_JSON: usize = 1 << 20;

/// Readers and writers of a ticket at a time that clients are told of.
const MAX_CONNECTIONS: u32 = 8;

/// A refusal: status, text, and whether the range should be told.
#[derive(Debug)]
struct Refusal(u16, String, Option<u64>);

impl Refusal {
    fn new(status: u16, text: impl Into<String>) -> Self {
        Self(status, text.into(), None)
    }

    /// What is asked for is beyond the end.
    fn range(size: u64) -> Self {
        Self(416, "Requested range not satisfiable".into(), Some(size))
    }
}

type Answer = hyper::Response<Paced>;

/// Whether a path is of the data endpoint.
pub(crate) fn serves(path: &str) -> bool {
    path.starts_with("/images/") || path == "/info/"
}

/// Answers a request, whose body is still to come; or only takes the body in.
pub(crate) async fn answer(
    request: &Request,
    body: Incoming,
    images: &Arc<Mutex<Images>>,
    carry_out: bool,
) -> Answer {
    if !carry_out {
        let mut body = body;
        while let Some(Ok(_)) = body.frame().await {}
        return Answer::default();
    }
    match route(request, body, images).await {
        Ok(answer) => answer,
        Err(Refusal(status, text, size)) => {
            let mut answer = plain(status, format!("{text}\n"));
            let headers = answer.headers_mut();
            if let Some(size) = size
                && let Ok(value) = format!("bytes */{size}").parse()
            {
                headers.insert("content-range", value);
            }
            // What is left of a request's body is not waited for.
            if status != 404
                && let Ok(value) = "close".parse()
            {
                headers.insert("connection", value);
            }
            answer
        }
    }
}

async fn route(
    request: &Request,
    body: Incoming,
    images: &Arc<Mutex<Images>>,
) -> Result<Answer, Refusal> {
    if request.path == "/info/" {
        return Ok(json_answer(r#"{"version":"2.5.0"}"#.to_owned()));
    }
    let path = request.path.trim_start_matches("/images/");
    let (id, rest) = path.split_once('/').unwrap_or((path, ""));
    if id == "*" && request.method == "OPTIONS" {
        return Ok(json_answer(features(None)));
    }
    let mut user = User::new(images, id)?;
    let allowed = |method: &str| request.method == method;
    match rest {
        "" if allowed("OPTIONS") => options(&user.ticket),
        "" if allowed("GET") => get(request, &mut user),
        "" if allowed("PUT") => put(request, body, &mut user).await,
        "" if allowed("PATCH") => patch(body, &mut user).await,
        "extents" if allowed("GET") => extents(request, &user),
        "checksum" if allowed("GET") => checksum(request, &user),
        "checksum/algorithms" if allowed("GET") => {
            Ok(json_answer(r#"{"algorithms":["blake2b"]}"#.to_owned()))
        }
        "" | "extents" | "checksum" | "checksum/algorithms" => {
            Err(Refusal::new(405, "Method not allowed"))
        }
        _ => Err(Refusal::new(404, "No handler for this path")),
    }
}

/// A request that uses a ticket, for as long as it does.
struct User {
    images: Arc<Mutex<Images>>,
    id: String,
    ticket: Ticket,
}

impl User {
    fn new(images: &Arc<Mutex<Images>>, id: &str) -> Result<Self, Refusal> {
        let mut locked = lock(images);
        let ticket = locked
            .ticket_mut(id)
            .ok_or_else(|| Refusal::new(403, format!("No such ticket {id}")))?;
        ticket.active += 1;
        ticket.used = Instant::now();
        Ok(Self {
            images: Arc::clone(images),
            id: id.to_owned(),
            ticket: ticket.clone(),
        })
    }

    /// Notes down that bytes were moved; an error where the ticket was taken away meanwhile.
    fn moved(&self, locked: &mut Images, bytes: u64) -> Result<(), Refusal> {
        let ticket = locked
            .ticket_mut(&self.id)
            .ok_or_else(|| Refusal::new(403, "The ticket was cancelled"))?;
        ticket.used = Instant::now();
        ticket.transferred = ticket.transferred.saturating_add(bytes).min(ticket.size);
        Ok(())
    }

    fn writable(&self) -> Result<(), Refusal> {
        if self.ticket.writable {
            Ok(())
        } else {
            Err(Refusal::new(403, "The ticket forbids write"))
        }
    }
}

impl Drop for User {
    fn drop(&mut self) {
        if let Some(ticket) = lock(&self.images).ticket_mut(&self.id) {
            ticket.active = ticket.active.saturating_sub(1);
            ticket.used = Instant::now();
        }
    }
}

fn features(ticket: Option<&Ticket>) -> String {
    let writable = ticket.is_none_or(|ticket| ticket.writable);
    let names = if writable {
        r#""checksum","extents","flush","zero""#
    } else {
        r#""checksum","extents""#
    };
    match ticket {
        None => format!(r#"{{"features":[{names}]}}"#),
        Some(_) => format!(
            r#"{{"features":[{names}],"max_readers":{MAX_CONNECTIONS},"max_writers":{MAX_CONNECTIONS}}}"#
        ),
    }
}

fn options(ticket: &Ticket) -> Result<Answer, Refusal> {
    let allow = if ticket.writable {
        "OPTIONS,GET,PUT,PATCH"
    } else {
        "OPTIONS,GET"
    };
    Ok(with(json_answer(features(Some(ticket))), "allow", allow))
}

/// The data, or a range of it.
fn get(request: &Request, user: &mut User) -> Result<Answer, Refusal> {
    let size = user.ticket.size;
    let range = request
        .header("Range")
        .map(|range| bytes_range(range, size));
    let (status, start, end) = match range.transpose()? {
        Some((start, end)) => (206, start, end),
        None => (200, 0, size),
    };
    let ticket = user.ticket.clone();
    let (images, id) = (Arc::clone(&user.images), user.id.clone());
    let mut position = start;
    let body = Paced::lazy(end - start, move || {
        let length = PIECE.min(end - position);
        let mut locked = lock(&images);
        let data = locked.read(&ticket.disk, ticket.form, position, length as usize);
        if let Some(ticket) = locked.ticket_mut(&id) {
            ticket.used = Instant::now();
            ticket.transferred = ticket.transferred.saturating_add(length).min(ticket.size);
        }
        position += length;
        data
    });
    let mut answer = hyper::Response::new(body);
    *answer.status_mut() = code(status);
    answer = with(answer, "content-type", "application/octet-stream");
    answer = with(answer, "content-disposition", "attachment");
    answer = with(answer, "accept-ranges", "bytes");
    if status == 206 {
        let shown = format!("bytes {start}-{}/{size}", end.saturating_sub(1));
        answer = with(answer, "content-range", &shown);
    }
    Ok(closing(request, answer))
}

/// First byte, and the one after the last.
fn bytes_range(text: &str, size: u64) -> Result<(u64, u64), Refusal> {
    let (first, last) = text
        .trim()
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
        .ok_or_else(|| Refusal::range(size))?;
    let start: u64 = first.trim().parse().map_err(|_| Refusal::range(size))?;
    let end = match last.trim() {
        "" => size,
        last => {
            let last: u64 = last.parse().map_err(|_| Refusal::range(size))?;
            last.saturating_add(1)
        }
    };
    if start >= end || end > size {
        return Err(Refusal::range(size));
    }
    Ok((start, end))
}

/// Writes data at the start of the range that is told.
async fn put(request: &Request, mut body: Incoming, user: &mut User) -> Result<Answer, Refusal> {
    user.writable()?;
    let length = body
        .size_hint()
        .exact()
        .filter(|_| request.header("Content-Length").is_some())
        .ok_or_else(|| Refusal::new(400, "Content-Length header is required"))?;
    let start = match request.header("Content-Range") {
        None => 0,
        // Only where it begins counts.
        Some(range) => range
            .trim()
            .strip_prefix("bytes ")
            .and_then(|range| range.split('-').next()?.trim().parse::<u64>().ok())
            .ok_or_else(|| Refusal::new(400, format!("Invalid Content-Range: {range}")))?,
    };
    let size = user.ticket.size;
    if start.checked_add(length).is_none_or(|end| end > size) {
        return Err(Refusal::range(size));
    }
    let parameters = Parameters::parse(&request.query, '&');
    let flush = match parameters.get("flush") {
        None | Some("y") => true,
        Some("n") => false,
        Some(other) => return Err(Refusal::new(400, format!("Invalid flush: {other}"))),
    };
    let mut position = start;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| Refusal::new(400, format!("Short body: {error}")))?;
        if let Ok(data) = frame.into_data() {
            let mut locked = lock(&user.images);
            user.moved(&mut locked, data.len() as u64)?;
            locked
                .write(&user.ticket, position, &data)
                .map_err(failed)?;
            position += data.len() as u64;
        }
    }
    if flush {
        lock(&user.images).flush(&user.ticket).map_err(failed)?;
    }
    Ok(closing(request, hyper::Response::new(Paced::default())))
}

/// Zeroes a range, or flushes.
async fn patch(body: Incoming, user: &mut User) -> Result<Answer, Refusal> {
    user.writable()?;
    let body = http_body_util::Limited::new(body, MAX_JSON).collect().await;
    let body = body
        .map_err(|error| Refusal::new(400, error.to_string()))?
        .to_bytes();
    let text = std::str::from_utf8(&body).map_err(|_| Refusal::new(400, "Invalid JSON"))?;
    let members: Map<String, Value> =
        serde_json::from_str(text).map_err(|_| Refusal::new(400, "Invalid JSON"))?;
    let number = |name: &str| match members.get(name) {
        None => Ok(None),
        Some(value) => value
            .as_u64()
            .map(Some)
            .ok_or_else(|| Refusal::new(400, format!("Invalid {name}: {value}"))),
    };
    let mut flush = members.get("flush") == Some(&Value::Bool(true));
    match members.get("op").and_then(Value::as_str) {
        Some("flush") => flush = true,
        Some("zero") => {
            let offset = number("offset")?.unwrap_or_default();
            let length = number("size")?.ok_or_else(|| Refusal::new(400, "Missing size"))?;
            let size = user.ticket.size;
            if offset.checked_add(length).is_none_or(|end| end > size) {
                return Err(Refusal::range(size));
            }
            let mut locked = lock(&user.images);
            user.moved(&mut locked, length)?;
            locked.zero(&user.ticket, offset, length).map_err(failed)?;
        }
        other => {
            let other = other.unwrap_or_default();
            return Err(Refusal::new(400, format!("Invalid op: {other}")));
        }
    }
    if flush {
        lock(&user.images).flush(&user.ticket).map_err(failed)?;
    }
    Ok(hyper::Response::new(Paced::default()))
}

/// Which parts are zero, or have changed.
fn extents(request: &Request, user: &User) -> Result<Answer, Refusal> {
    let parameters = Parameters::parse(&request.query, '&');
    let dirty = match parameters.get("context") {
        None | Some("zero") => false,
        Some("dirty") if user.ticket.incremental => true,
        Some("dirty") => return Err(Refusal::new(404, "There is no dirty bitmap")),
        Some(other) => return Err(Refusal::new(400, format!("Invalid context: {other}"))),
    };
    let items: Vec<String> = lock(&user.images)
        .extents(&user.ticket)
        .into_iter()
        .map(|extent| {
            let (start, length, zero) = (extent.start, extent.length, extent.zero);
            if dirty {
                let dirty = !zero;
                format!(r#"{{"start":{start},"length":{length},"dirty":{dirty},"zero":{zero}}}"#)
            } else {
                format!(r#"{{"start":{start},"length":{length},"zero":{zero},"hole":{zero}}}"#)
            }
        })
        .collect();
    Ok(json_answer(format!("[{}]", items.join(","))))
}

/// The digest of the digests of all blocks.
fn checksum(request: &Request, user: &User) -> Result<Answer, Refusal> {
    let parameters = Parameters::parse(&request.query, '&');
    match parameters.get("algorithm") {
        None | Some("blake2b") => {}
        Some(other) => {
            return Err(Refusal::new(400, format!("Unsupported algorithm: {other}")));
        }
    }
    let block = match parameters.get("block_size").map(str::parse::<u64>) {
        None => 4 << 20,
        Some(Ok(size)) if (1 << 20..=16 << 20).contains(&size) && size.is_multiple_of(4096) => size,
        Some(_) => return Err(Refusal::new(400, "Invalid block_size")),
    };
    let Ticket {
        disk, form, size, ..
    } = &user.ticket;
    let mut digests = Vec::new();
    let mut of_zeros = None;
    let extents = lock(&user.images).extents(&user.ticket);
    let mut position = 0;
    while position < *size {
        let length = block.min(size - position);
        let zero = extents.iter().any(|extent| {
            extent.zero
                && extent.start <= position
                && position + length <= extent.start + extent.length
        });
        // Most disks are mostly zero.
        let digest = match of_zeros {
            Some(digest) if zero && length == block => digest,
            _ => {
                let data = lock(&user.images).read(disk, *form, position, length as usize);
                let digest = blake2b::digest(&data);
                if zero && length == block {
                    of_zeros = Some(digest);
                }
                digest
            }
        };
        digests.extend_from_slice(&digest);
        position += length;
    }
    let digest: String = blake2b::digest(&digests)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(json_answer(format!(
        r#"{{"algorithm":"blake2b","block_size":{block},"checksum":"{digest}"}}"#
    )))
}

fn failed(error: std::io::Error) -> Refusal {
    Refusal::new(500, error.to_string())
}

fn code(status: u16) -> hyper::StatusCode {
    hyper::StatusCode::from_u16(status).unwrap_or(hyper::StatusCode::INTERNAL_SERVER_ERROR)
}

fn plain(status: u16, text: String) -> Answer {
    let mut answer = hyper::Response::new(Paced::whole(Bytes::from(text)));
    *answer.status_mut() = code(status);
    with(answer, "content-type", "text/plain; charset=UTF-8")
}

fn json_answer(text: String) -> Answer {
    let answer = hyper::Response::new(Paced::whole(Bytes::from(text)));
    with(answer, "content-type", "application/json")
}

fn with(mut answer: Answer, name: &'static str, value: &str) -> Answer {
    if let Ok(value) = value.parse() {
        answer.headers_mut().insert(name, value);
    }
    answer
}

/// The connection ends after the answer where the client says so.
fn closing(request: &Request, answer: Answer) -> Answer {
    match Parameters::parse(&request.query, '&').get("close") {
        Some("y") => with(answer, "connection", "close"),
        _ => answer,
    }
}
