//! The data endpoint of image transfers: reads and writes disk data over HTTP, authorized by the
//! ticket in the path. Speaks the protocol of `ovirt-imageio`.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use bytes::Bytes;
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};

use crate::image::{Extent, Images, Ticket};
use crate::injection::ResponseBody;
use crate::lock::lock;
use crate::message::{Parameters, Request};
use serde_json::{Map, Value};

mod blake2b;

/// Size of response chunks, in bytes.
const CHUNK: u64 = 1 << 20;

/// Maximum size of a JSON document in a request, in bytes.
const MAX_JSON: usize = 1 << 20;

/// The advertised number of concurrent readers and writers per ticket.
const MAX_CONNECTIONS: u32 = 8;

/// An error response: status code, message, and the image size for `Content-Range`.
#[derive(Debug)]
struct Rejection(u16, String, Option<u64>);

impl Rejection {
    fn new(status: u16, text: impl Into<String>) -> Self {
        Self(status, text.into(), None)
    }

    /// The requested range exceeds the image.
    fn out_of_range(size: u64) -> Self {
        Self(416, "Requested range not satisfiable".into(), Some(size))
    }
}

type HttpResponse = hyper::Response<ResponseBody>;

/// Whether a path belongs to the data endpoint.
pub(crate) fn handles(path: &str) -> bool {
    path.starts_with("/images/") || path == "/info/"
}

/// Handles a request, including its body. Unless `execute`, only drains the body.
pub(crate) async fn handle(
    request: &Request,
    body: Incoming,
    images: &Arc<Mutex<Images>>,
    execute: bool,
) -> HttpResponse {
    if !execute {
        let mut body = body;
        while let Some(Ok(_)) = body.frame().await {}
        return HttpResponse::default();
    }
    match route(request, body, images).await {
        Ok(response) => response,
        Err(Rejection(status, text, size)) => {
            let mut response = text_response(status, format!("{text}\n"));
            let headers = response.headers_mut();
            if let Some(size) = size
                && let Ok(value) = format!("bytes */{size}").parse()
            {
                headers.insert("content-range", value);
            }
            // The rest of the request body is not read.
            if status != 404
                && let Ok(value) = "close".parse()
            {
                headers.insert("connection", value);
            }
            response
        }
    }
}

async fn route(
    request: &Request,
    body: Incoming,
    images: &Arc<Mutex<Images>>,
) -> Result<HttpResponse, Rejection> {
    if request.path == "/info/" {
        return Ok(json_response(r#"{"version":"2.5.0"}"#.to_owned()));
    }
    let path = request.path.trim_start_matches("/images/");
    let (id, rest) = path.split_once('/').unwrap_or((path, ""));
    if id == "*" && request.method == "OPTIONS" {
        return Ok(json_response(features(None)));
    }
    let mut guard = TicketGuard::new(images, id)?;
    let allowed = |method: &str| request.method == method;
    match rest {
        "" if allowed("OPTIONS") => options(&guard.ticket),
        "" if allowed("GET") => get(request, &mut guard),
        "" if allowed("PUT") => put(request, body, &mut guard).await,
        "" if allowed("PATCH") => patch(body, guard).await,
        "extents" if allowed("GET") => extents(request, guard).await,
        "checksum" if allowed("GET") => checksum(request, guard).await,
        "checksum/algorithms" if allowed("GET") => {
            Ok(json_response(r#"{"algorithms":["blake2b"]}"#.to_owned()))
        }
        "" | "extents" | "checksum" | "checksum/algorithms" => {
            Err(Rejection::new(405, "Method not allowed"))
        }
        _ => Err(Rejection::new(404, "No handler for this path")),
    }
}

/// Marks a ticket as in use while a request is in progress.
struct TicketGuard {
    images: Arc<Mutex<Images>>,
    id: String,
    ticket: Ticket,
}

impl TicketGuard {
    fn new(images: &Arc<Mutex<Images>>, id: &str) -> Result<Self, Rejection> {
        let mut locked = lock(images);
        let ticket = locked
            .ticket_mut(id)
            .ok_or_else(|| Rejection::new(403, format!("No such ticket {id}")))?;
        ticket.active += 1;
        ticket.used = Instant::now();
        Ok(Self {
            images: Arc::clone(images),
            id: id.to_owned(),
            ticket: ticket.clone(),
        })
    }

    /// Counts transferred bytes. Fails if the ticket was removed in the meantime.
    fn record_progress(&self, locked: &mut Images, bytes: u64) -> Result<(), Rejection> {
        let ticket = locked
            .ticket_mut(&self.id)
            .ok_or_else(|| Rejection::new(403, "The ticket was cancelled"))?;
        ticket.used = Instant::now();
        ticket.transferred = ticket.transferred.saturating_add(bytes).min(ticket.size);
        Ok(())
    }

    fn check_writable(&self) -> Result<(), Rejection> {
        if self.ticket.writable {
            Ok(())
        } else {
            Err(Rejection::new(403, "The ticket forbids write"))
        }
    }
}

impl Drop for TicketGuard {
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

fn options(ticket: &Ticket) -> Result<HttpResponse, Rejection> {
    let allow = if ticket.writable {
        "OPTIONS,GET,PUT,PATCH"
    } else {
        "OPTIONS,GET"
    };
    Ok(with_header(
        json_response(features(Some(ticket))),
        "allow",
        allow,
    ))
}

/// Returns the data, or a range of it.
fn get(request: &Request, guard: &mut TicketGuard) -> Result<HttpResponse, Rejection> {
    let size = guard.ticket.size;
    let range = request
        .header("Range")
        .map(|range| parse_range(range, size));
    let (status, start, end) = match range.transpose()? {
        Some((start, end)) => (206, start, end),
        None => (200, 0, size),
    };
    let ticket = guard.ticket.clone();
    let (images, id) = (Arc::clone(&guard.images), guard.id.clone());
    let mut position = start;
    let body = ResponseBody::generated(end - start, move || {
        let length = CHUNK.min(end - position);
        let mut locked = lock(&images);
        let data = locked.read(&ticket.disk, ticket.format, position, length as usize);
        if let Some(ticket) = locked.ticket_mut(&id) {
            ticket.used = Instant::now();
            ticket.transferred = ticket.transferred.saturating_add(length).min(ticket.size);
        }
        position += length;
        data
    });
    let mut response = hyper::Response::new(body);
    *response.status_mut() = status_code(status);
    response = with_header(response, "content-type", "application/octet-stream");
    response = with_header(response, "content-disposition", "attachment");
    response = with_header(response, "accept-ranges", "bytes");
    if status == 206 {
        let shown = format!("bytes {start}-{}/{size}", end.saturating_sub(1));
        response = with_header(response, "content-range", &shown);
    }
    Ok(close_if_requested(request, response))
}

/// Parses a `Range` header to the first byte and the one after the last.
fn parse_range(text: &str, size: u64) -> Result<(u64, u64), Rejection> {
    let (first, last) = text
        .trim()
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
        .ok_or_else(|| Rejection::out_of_range(size))?;
    let start: u64 = first
        .trim()
        .parse()
        .map_err(|_| Rejection::out_of_range(size))?;
    let end = match last.trim() {
        "" => size,
        last => {
            let last: u64 = last.parse().map_err(|_| Rejection::out_of_range(size))?;
            last.saturating_add(1)
        }
    };
    if start >= end || end > size {
        return Err(Rejection::out_of_range(size));
    }
    Ok((start, end))
}

/// Writes the body at the start of the `Content-Range`.
async fn put(
    request: &Request,
    mut body: Incoming,
    guard: &mut TicketGuard,
) -> Result<HttpResponse, Rejection> {
    guard.check_writable()?;
    let length = body
        .size_hint()
        .exact()
        .filter(|_| request.header("Content-Length").is_some())
        .ok_or_else(|| Rejection::new(400, "Content-Length header is required"))?;
    let start = match request.header("Content-Range") {
        None => 0,
        // Only the start of the range is used.
        Some(range) => range
            .trim()
            .strip_prefix("bytes ")
            .and_then(|range| range.split('-').next()?.trim().parse::<u64>().ok())
            .ok_or_else(|| Rejection::new(400, format!("Invalid Content-Range: {range}")))?,
    };
    let size = guard.ticket.size;
    if start.checked_add(length).is_none_or(|end| end > size) {
        return Err(Rejection::out_of_range(size));
    }
    let parameters = Parameters::parse(&request.query, '&');
    let flush = match parameters.get("flush") {
        None | Some("y") => true,
        Some("n") => false,
        Some(other) => return Err(Rejection::new(400, format!("Invalid flush: {other}"))),
    };
    let mut position = start;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| Rejection::new(400, format!("Short body: {error}")))?;
        if let Ok(data) = frame.into_data() {
            let mut locked = lock(&guard.images);
            guard.record_progress(&mut locked, data.len() as u64)?;
            locked
                .write(&guard.ticket, position, &data)
                .map_err(io_error)?;
            position += data.len() as u64;
        }
    }
    if flush {
        lock(&guard.images).flush(&guard.ticket).map_err(io_error)?;
    }
    Ok(close_if_requested(
        request,
        hyper::Response::new(ResponseBody::default()),
    ))
}

/// Zeroes a range, or flushes.
async fn patch(body: Incoming, guard: TicketGuard) -> Result<HttpResponse, Rejection> {
    guard.check_writable()?;
    let body = http_body_util::Limited::new(body, MAX_JSON).collect().await;
    let body = body
        .map_err(|error| Rejection::new(400, error.to_string()))?
        .to_bytes();
    let text = std::str::from_utf8(&body).map_err(|_| Rejection::new(400, "Invalid JSON"))?;
    let (zeroed, flush) = parse_patch(text, guard.ticket.size)?;
    off_runtime(move || {
        let mut locked = lock(&guard.images);
        if let Some((offset, length)) = zeroed {
            guard.record_progress(&mut locked, length)?;
            let zeroed = locked.zero(&guard.ticket, offset, length);
            zeroed.map_err(io_error)?;
        }
        if flush {
            locked.flush(&guard.ticket).map_err(io_error)?;
        }
        drop(locked);
        Ok(hyper::Response::new(ResponseBody::default()))
    })
    .await
}

/// Returns the offset and length of the range to zero, and whether to flush.
fn parse_patch(text: &str, size: u64) -> Result<(Option<(u64, u64)>, bool), Rejection> {
    let members: Map<String, Value> =
        serde_json::from_str(text).map_err(|_| Rejection::new(400, "Invalid JSON"))?;
    let number = |name: &str| match members.get(name) {
        None => Ok(None),
        Some(value) => value
            .as_u64()
            .map(Some)
            .ok_or_else(|| Rejection::new(400, format!("Invalid {name}: {value}"))),
    };
    let mut flush = members.get("flush") == Some(&Value::Bool(true));
    let zeroed = match members.get("op").and_then(Value::as_str) {
        Some("flush") => {
            flush = true;
            None
        }
        Some("zero") => {
            let offset = number("offset")?.unwrap_or_default();
            let length = number("size")?.ok_or_else(|| Rejection::new(400, "Missing size"))?;
            if offset.checked_add(length).is_none_or(|end| end > size) {
                return Err(Rejection::out_of_range(size));
            }
            Some((offset, length))
        }
        other => {
            let other = other.unwrap_or_default();
            return Err(Rejection::new(400, format!("Invalid op: {other}")));
        }
    };
    Ok((zeroed, flush))
}

/// Executes long work on a thread of its own, so that the server can serve other requests.
async fn off_runtime<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Rejection> + Send + 'static,
) -> Result<T, Rejection> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Rejection::new(500, error.to_string())))
}

/// Returns the zero or dirty extents.
async fn extents(request: &Request, guard: TicketGuard) -> Result<HttpResponse, Rejection> {
    let parameters = Parameters::parse(&request.query, '&');
    let dirty = match parameters.get("context") {
        None | Some("zero") => false,
        Some("dirty") if guard.ticket.incremental => true,
        Some("dirty") => return Err(Rejection::new(404, "There is no dirty bitmap")),
        Some(other) => return Err(Rejection::new(400, format!("Invalid context: {other}"))),
    };
    let write = move |extent: Extent| {
        let (start, length, zero) = (extent.start, extent.length, extent.zero);
        if dirty {
            let dirty = !zero;
            format!(r#"{{"start":{start},"length":{length},"dirty":{dirty},"zero":{zero}}}"#)
        } else {
            format!(r#"{{"start":{start},"length":{length},"zero":{zero},"hole":{zero}}}"#)
        }
    };
    off_runtime(move || {
        let extents = lock(&guard.images).extents(&guard.ticket);
        let items: Vec<String> = extents.into_iter().map(write).collect();
        Ok(json_response(format!("[{}]", items.join(","))))
    })
    .await
}

/// Maximum number of blocks of a checksum: 4 TiB with blocks of the default size.
const MAX_BLOCKS: u64 = 1 << 20;

/// Returns the checksum: the digest of the digests of all blocks.
async fn checksum(request: &Request, guard: TicketGuard) -> Result<HttpResponse, Rejection> {
    let parameters = Parameters::parse(&request.query, '&');
    match parameters.get("algorithm") {
        None | Some("blake2b") => {}
        Some(other) => {
            return Err(Rejection::new(
                400,
                format!("Unsupported algorithm: {other}"),
            ));
        }
    }
    let block = match parameters.get("block_size").map(str::parse::<u64>) {
        None => 4 << 20,
        Some(Ok(size)) if (1 << 20..=16 << 20).contains(&size) && size.is_multiple_of(4096) => size,
        Some(_) => return Err(Rejection::new(400, "Invalid block_size")),
    };
    if guard.ticket.size.div_ceil(block) > MAX_BLOCKS {
        let text = format!("The simulator computes checksums of at most {MAX_BLOCKS} blocks");
        return Err(Rejection::new(400, text));
    }
    let digest = off_runtime(move || Ok(digest_of(&guard, block))).await?;
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(json_response(format!(
        r#"{{"algorithm":"blake2b","block_size":{block},"checksum":"{digest}"}}"#
    )))
}

/// Computes the digest of the digests of all blocks.
fn digest_of(guard: &TicketGuard, block: u64) -> [u8; blake2b::DIGEST] {
    let Ticket {
        disk, format, size, ..
    } = &guard.ticket;
    let mut digests = Vec::new();
    let mut zero_digest = None;
    let mut extents = lock(&guard.images).extents(&guard.ticket).into_iter();
    let mut extent = extents.next();
    let mut position = 0;
    while position < *size {
        let length = block.min(size - position);
        while extent.is_some_and(|extent| extent.start + extent.length <= position) {
            extent = extents.next();
        }
        let is_zero =
            extent.is_some_and(|own| own.zero && position + length <= own.start + own.length);
        // Cached, since most disks are mostly zero.
        let digest = match zero_digest {
            Some(digest) if is_zero && length == block => digest,
            _ => {
                let data = lock(&guard.images).read(disk, *format, position, length as usize);
                let digest = blake2b::digest(&data);
                if is_zero && length == block {
                    zero_digest = Some(digest);
                }
                digest
            }
        };
        digests.extend_from_slice(&digest);
        position += length;
    }
    blake2b::digest(&digests)
}

fn io_error(error: std::io::Error) -> Rejection {
    Rejection::new(500, error.to_string())
}

fn status_code(status: u16) -> hyper::StatusCode {
    hyper::StatusCode::from_u16(status).unwrap_or(hyper::StatusCode::INTERNAL_SERVER_ERROR)
}

fn text_response(status: u16, text: String) -> HttpResponse {
    let mut response = hyper::Response::new(ResponseBody::whole(Bytes::from(text)));
    *response.status_mut() = status_code(status);
    with_header(response, "content-type", "text/plain; charset=UTF-8")
}

fn json_response(text: String) -> HttpResponse {
    let response = hyper::Response::new(ResponseBody::whole(Bytes::from(text)));
    with_header(response, "content-type", "application/json")
}

fn with_header(mut response: HttpResponse, name: &'static str, value: &str) -> HttpResponse {
    if let Ok(value) = value.parse() {
        response.headers_mut().insert(name, value);
    }
    response
}

/// Closes the connection after the response if the request has `close=y`.
fn close_if_requested(request: &Request, response: HttpResponse) -> HttpResponse {
    match Parameters::parse(&request.query, '&').get("close") {
        Some("y") => with_header(response, "connection", "close"),
        _ => response,
    }
}
