//! Image transfers: their phases, and the data endpoint as imageio clients use it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use ovirt_engine_sim::Rule;

use crate::client::{Client, engine};
use crate::scratch::Scratch;

const MIB: usize = 1 << 20;
const SIZE: usize = 4 * MIB;

/// A response of the data endpoint.
struct Data {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Data {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

/// Sends a request with extra headers to the data endpoint.
fn send(url: &str, method: &str, rest: &str, lines: &[&str], body: &[u8]) -> Data {
    let url = url.strip_prefix("http://").expect("plain HTTP");
    let (server, path) = url.split_once('/').expect("a path");
    let mut stream = TcpStream::connect(server).expect("it listens");
    let mut head =
        format!("{method} /{path}{rest} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n");
    for line in lines {
        head.push_str(&format!("{line}\r\n"));
    }
    if !body.is_empty() {
        head.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    stream
        .write_all(format!("{head}\r\n").as_bytes())
        .expect("sent");
    // The response may precede the end of the request.
    let _ = stream.write_all(body);
    let mut response = Vec::new();
    stream.read_to_end(&mut response).expect("answered");
    let end = response
        .windows(4)
        .position(|part| part == b"\r\n\r\n")
        .expect("a head");
    let head = String::from_utf8_lossy(&response[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    Data {
        status: status.expect("a status"),
        head,
        body: response[end + 4..].to_vec(),
    }
}

/// Adds a disk of a format.
fn disk(client: &Client<'_>, format: &str) -> String {
    sized_disk(client, format, SIZE as u64)
}

/// Adds a disk of a format and a size.
fn sized_disk(client: &Client<'_>, format: &str, size: u64) -> String {
    let domain = client.get("/storagedomains?max=1").body;
    let domain = domain
        .split(" id=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let body = format!(
        "<disk><name>image-{format}</name><format>{format}</format>\
         <provisioned_size>{size}</provisioned_size>\
         <storage_domains><storage_domain id=\"{}\"/></storage_domains></disk>",
        domain.expect("a storage domain")
    );
    let response = client.post("/disks", &body);
    let id = response.id();
    client.wait_for(&format!("/disks/{id}"), "status", "ok");
    id
}

/// Starts a transfer; returns its path and the URL of its data.
fn transfer(client: &Client<'_>, disk: &str, members: &str) -> (String, String) {
    let body = format!("<image_transfer><disk id=\"{disk}\"/>{members}</image_transfer>");
    let response = client.post("/imagetransfers", &body);
    assert_eq!(response.status, 201, "{}", response.body);
    assert_eq!(response.text("phase"), "transferring");
    let path = format!("/imagetransfers/{}", response.id());
    (path, response.text("transfer_url").to_owned())
}

fn act(client: &Client<'_>, path: &str, action: &str) -> u16 {
    client.post(&format!("{path}/{action}"), "<action/>").status
}

fn pattern(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8 + 1).collect()
}

const RAW: &str = "<format>raw</format>";
const DOWNLOAD: &str = "<format>raw</format><direction>download</direction>";

#[test]
fn uploaded_data_can_be_downloaded() {
    let engine = engine();
    let client = Client::new(&engine);
    let disk = disk(&client, "cow");
    let (path, url) = transfer(&client, &disk, RAW);
    assert_eq!(
        client.get(&format!("/disks/{disk}")).text("status"),
        "locked"
    );
    let options = send(&url, "OPTIONS", "", &[], b"");
    assert_eq!(
        options.text(),
        r#"{"features":["checksum","extents","flush","zero"],"max_readers":8,"max_writers":8}"#
    );
    let mut whole = vec![0; SIZE];
    let data = pattern(MIB + 10);
    for at in [100_000, 2 * MIB] {
        let range = format!("Content-Range: bytes {at}-{}/*", at + data.len() - 1);
        let put = send(&url, "PUT", "?flush=n", &[&range], &data);
        assert_eq!((put.status, put.body.len()), (200, 0));
        whole[at..at + data.len()].copy_from_slice(&data);
    }
    let zero = format!(r#"{{"op": "zero", "offset": {MIB}, "size": 70000, "flush": true}}"#);
    assert_eq!(send(&url, "PATCH", "", &[], zero.as_bytes()).status, 200);
    whole[MIB..MIB + 70_000].fill(0);
    assert_eq!(
        send(&url, "PATCH", "", &[], br#"{"op":"flush"}"#).status,
        200
    );
    let progress = client.get(&path);
    assert_eq!(
        progress.text("transferred"),
        (2 * data.len() + 70_000).to_string()
    );
    assert_eq!(act(&client, &path, "finalize"), 200);
    client.wait_for(&path, "phase", "finished_success");
    assert!(!client.get(&path).body.contains("transfer_url"));
    let after = client.get(&format!("/disks/{disk}"));
    assert_eq!(after.text("status"), "ok");
    assert_ne!(after.text("actual_size"), "0");
    assert_eq!(
        send(&url, "GET", "", &[], b"").status,
        403,
        "the ticket is gone"
    );

    let (path, url) = transfer(&client, &disk, DOWNLOAD);
    let all = send(&url, "GET", "", &[], b"");
    assert_eq!(all.status, 200);
    assert!(all.body == whole);
    let part = send(&url, "GET", "", &["Range: bytes=99990-100009"], b"");
    assert_eq!(part.status, 206);
    assert_eq!(part.body, whole[99_990..100_010]);
    assert!(
        part.head
            .contains(&format!("content-range: bytes 99990-100009/{SIZE}")),
        "{}",
        part.head
    );
    let extents = send(&url, "GET", "/extents", &[], b"");
    let first = r#"[{"start":0,"length":65536,"zero":true,"hole":true},{"start":65536,"length":"#;
    assert!(extents.text().starts_with(first), "{}", extents.text());
    let options = send(&url, "OPTIONS", "", &[], b"");
    assert!(
        options.head.contains("allow: OPTIONS,GET\r\n"),
        "{}",
        options.head
    );
    assert_eq!(
        send(&url, "PUT", "", &[], b"x").status,
        403,
        "it is read-only"
    );
    act(&client, &path, "finalize");
    client.wait_for(&path, "phase", "finished_success");
}

#[test]
fn invalid_data_requests_are_refused() {
    let engine = engine();
    let client = Client::new(&engine);
    let disk = disk(&client, "raw");
    let (_, url) = transfer(&client, &disk, RAW);
    let beyond = format!("Range: bytes=0-{SIZE}");
    let put = format!("Content-Range: bytes {SIZE}-/*");
    let zero = format!(r#"{{"op":"zero","offset":1,"size":{SIZE}}}"#);
    type Lines<'a> = &'a [&'a str];
    let table: [(&str, &str, Lines<'_>, &[u8], u16); 15] = [
        ("GET", "", &[&beyond], b"", 416),
        ("GET", "", &["Range: bytes=-5"], b"", 416),
        ("GET", "", &["Range: bytes=0-1,3-4"], b"", 416),
        ("GET", "", &["Range: bytes=5-4"], b"", 416),
        ("GET", "", &["Range: lines=1-2"], b"", 416),
        ("PUT", "", &[&put], b"x", 416),
        ("PUT", "", &["Content-Range: x"], b"x", 400),
        ("PUT", "?flush=maybe", &[], b"x", 400),
        ("PUT", "", &["Transfer-Encoding: chunked"], b"", 400),
        ("PATCH", "", &[], zero.as_bytes(), 416),
        ("PATCH", "", &[], br#"{"op":"dance"}"#, 400),
        ("PATCH", "", &[], b"{", 400),
        ("GET", "/extents?context=dirty", &[], b"", 404),
        ("GET", "/nothing", &[], b"", 404),
        ("DELETE", "", &[], b"", 405),
    ];
    for (method, rest, lines, body, status) in table {
        let response = send(&url, method, rest, lines, body);
        assert_eq!(response.status, status, "{method} {rest} {lines:?}");
        assert!(
            response.head.contains("content-type: text/plain"),
            "{}",
            response.head
        );
    }
    let unknown = url.replace(
        &url[url.len() - 36..],
        "00000000-0000-0000-0000-000000000000",
    );
    assert_eq!(send(&unknown, "GET", "", &[], b"").status, 403);
    let any = url.replace(&url[url.len() - 36..], "*");
    assert!(!send(&any, "OPTIONS", "", &[], b"").text().contains("max_"));
}

#[test]
fn a_transfer_is_paused_resumed_and_cancelled() {
    let engine = engine();
    let client = Client::new(&engine);
    let disk = disk(&client, "raw");
    let (path, first) = transfer(&client, &disk, RAW);
    assert_eq!(act(&client, &path, "pause"), 200);
    let paused = client.get(&path);
    assert_eq!(paused.text("phase"), "paused_user");
    assert_eq!(paused.text("transfer_url"), first);
    assert_eq!(send(&first, "OPTIONS", "", &[], b"").status, 403);
    assert_eq!(act(&client, &path, "resume"), 200);
    let second = client.wait_for(&path, "phase", "transferring");
    assert_ne!(second.text("transfer_url"), first);
    let busy = format!("<image_transfer><disk id=\"{disk}\"/></image_transfer>");
    let refused = client.post("/imagetransfers", &busy);
    assert_eq!(refused.status, 409);
    assert!(
        refused.text("detail").contains("is being transferred"),
        "{}",
        refused.body
    );
    assert_eq!(act(&client, &path, "cancel"), 200);
    let cancelled = client.wait_for(&path, "phase", "finished_failure");
    assert!(!cancelled.body.contains("transfer_url"));
    assert!(cancelled.body.contains(&format!("<image id=\"{disk}\"/>")));
    assert_eq!(
        client.get(&format!("/disks/{disk}")).status,
        404,
        "an upload takes its disk along"
    );
}

#[test]
fn uploads_in_the_disk_format_are_validated() {
    let engine = engine();
    let client = Client::new(&engine);
    let upload = |content: &[u8]| {
        let disk = disk(&client, "cow");
        let (path, url) = transfer(&client, &disk, "<format>cow</format>");
        assert_eq!(send(&url, "PUT", "", &[], content).status, 200);
        act(&client, &path, "finalize");
        (disk, path)
    };
    let (disk, path) = upload(b"not such a file");
    client.wait_for(&path, "phase", "finished_failure");
    assert_eq!(
        client.get(&format!("/disks/{disk}")).text("status"),
        "illegal"
    );
    client.send("DELETE", &format!("/disks/{disk}"), "");
    let content = b"QFI\xfb and the rest";
    let (disk, path) = upload(content);
    client.wait_for(&path, "phase", "finished_success");
    let (_, url) = transfer(
        &client,
        &disk,
        "<format>cow</format><direction>download</direction>",
    );
    assert_eq!(send(&url, "GET", "", &[], b"").body, content);
}

#[test]
fn an_idle_transfer_ends_by_its_timeout_policy() {
    let engine = engine();
    let client = Client::new(&engine);
    let begin = |policy: &str| {
        let disk = disk(&client, "raw");
        let members = format!(
            "{DOWNLOAD}<inactivity_timeout>1</inactivity_timeout>\
             <timeout_policy>{policy}</timeout_policy>"
        );
        transfer(&client, &disk, &members).0
    };
    let (paused, cancelled) = (begin("pause"), begin("cancel"));
    let deadline = std::time::Instant::now() + Duration::from_secs(60);
    while client.get(&paused).text("phase") == "transferring" {
        assert!(std::time::Instant::now() < deadline);
    }
    assert_eq!(client.get(&paused).text("phase"), "paused_system");
    client.wait_for(&cancelled, "phase", "finished_cleanup");
}

#[test]
fn a_rule_can_break_data_transfers() {
    let engine = engine();
    let client = Client::new(&engine);
    let disk = disk(&client, "raw");
    let (_, url) = transfer(&client, &disk, RAW);
    let data = pattern(3 * MIB);
    engine.inject(Rule::status(500).method("PUT").path("/images/**").times(1));
    assert_eq!(send(&url, "PUT", "", &[], &data).status, 500);
    assert_eq!(send(&url, "PUT", "", &[], &data).status, 200);
    engine.inject(Rule::cut(100).path("/images/**"));
    let cut = send(&url, "GET", "", &[], b"");
    assert_eq!(cut.body, data[..100]);
    assert!(
        cut.head.contains(&format!("content-length: {SIZE}")),
        "{}",
        cut.head
    );
}

#[test]
fn a_start_does_not_read_the_holes_of_an_image() {
    const TIB: u64 = 1 << 40;
    let scratch = Scratch::new("holes");
    let start = || scratch.engine(Duration::from_millis(2));
    let path;
    {
        let engine = start();
        let client = Client::new(&engine);
        let disk_id = sized_disk(&client, "raw", 8 * TIB);
        let (transfer_path, url) = transfer(&client, &disk_id, RAW);
        path = transfer_path;
        for at in [5, 4 * TIB, 8 * TIB - 1] {
            let range = format!("Content-Range: bytes {at}-{at}/*");
            assert_eq!(send(&url, "PUT", "", &[&range], b"x").status, 200);
        }
        let zero = format!("{{\"op\":\"zero\",\"offset\":{TIB},\"size\":{TIB}}}");
        assert_eq!(
            send(
                &url,
                "PATCH",
                "",
                &["Content-Type: application/json"],
                zero.as_bytes()
            )
            .status,
            200
        );
    }
    let engine = start();
    let client = Client::new(&engine);
    let url = client.get(&path).text("transfer_url").to_owned();
    for at in [5, 4 * TIB, 8 * TIB - 1] {
        let range = format!("Range: bytes={}-{at}", at - 1);
        assert_eq!(send(&url, "GET", "", &[&range], b"").body, b"\0x", "{at}");
    }
}

#[test]
fn a_transfer_resumes_after_a_restart() {
    let scratch = Scratch::new("transfer");
    let start = || scratch.engine(Duration::from_millis(2));
    let data = pattern(MIB);
    let (disk_id, path);
    {
        let engine = start();
        let client = Client::new(&engine);
        disk_id = disk(&client, "raw");
        let (transfer_path, url) = transfer(&client, &disk_id, RAW);
        path = transfer_path;
        assert_eq!(
            send(&url, "PUT", "", &["Content-Range: bytes 100-/*"], &data).status,
            200
        );
    }
    let engine = start();
    let client = Client::new(&engine);
    let going = client.get(&path);
    assert_eq!(going.text("phase"), "transferring");
    assert_eq!(
        client.get(&format!("/disks/{disk_id}")).text("status"),
        "locked"
    );
    let got = send(
        going.text("transfer_url"),
        "GET",
        "",
        &["Range: bytes=0-1048775"],
        b"",
    );
    assert!(got.body[..100].iter().all(|byte| *byte == 0));
    assert!(got.body[100..100 + MIB] == data);
    act(&client, &path, "finalize");
    client.wait_for(&path, "phase", "finished_success");
}

#[test]
fn huge_sizes_take_no_work() {
    let engine = engine();
    let client = Client::new(&engine);
    let size = 1_u64 << 62;
    let disk = sized_disk(&client, "raw", size);
    let (path, url) = transfer(&client, &disk, RAW);
    let zero = format!(r#"{{"op":"zero","offset":0,"size":{size}}}"#);
    assert_eq!(send(&url, "PATCH", "", &[], zero.as_bytes()).status, 200);
    let extents = send(&url, "GET", "/extents", &[], b"");
    let whole = format!(r#"[{{"start":0,"length":{size},"zero":true,"hole":true}}]"#);
    assert_eq!(extents.text(), whole);
    let checksum = send(&url, "GET", "/checksum", &[], b"");
    assert_eq!(checksum.status, 400, "{}", checksum.head);
    assert!(checksum.text().contains("at most"), "{}", checksum.text());
    let last = format!("Range: bytes={}-{}", size - 10, size - 1);
    assert_eq!(send(&url, "GET", "", &[&last], b"").body, [0; 10]);
    let beyond = format!("Range: bytes=0-{}", u64::MAX);
    assert_eq!(send(&url, "GET", "", &[&beyond], b"").status, 416);
    assert_eq!(act(&client, &path, "cancel"), 200);
    // A timeout beyond the range of the clock is no timeout.
    let disk = self::disk(&client, "raw");
    let timeout = format!("{RAW}<inactivity_timeout>{}</inactivity_timeout>", i32::MAX);
    transfer(&client, &disk, &timeout);
}

#[test]
fn tickets_do_not_follow_from_the_seed() {
    let url = || {
        let engine = engine();
        let client = Client::new(&engine);
        let disk = disk(&client, "raw");
        let (_, url) = transfer(&client, &disk, RAW);
        url.rsplit('/').next().expect("a ticket").to_owned()
    };
    assert_ne!(url(), url());
}

#[test]
fn downloads_convert_between_the_formats() {
    let engine = engine();
    let client = Client::new(&engine);
    let (source, target) = (disk(&client, "cow"), disk(&client, "cow"));
    let cow = |direction: &str| format!("<format>cow</format><direction>{direction}</direction>");
    let download = |disk: &str, members: &str| {
        let (path, url) = transfer(&client, disk, members);
        let data = send(&url, "GET", "", &[], b"").body;
        act(&client, &path, "finalize");
        client.wait_for(&path, "phase", "finished_success");
        data
    };
    let upload = |disk: &str, members: &str, data: &[u8], last: &str| {
        let (path, url) = transfer(&client, disk, members);
        assert_eq!(send(&url, "PUT", "", &[], data).status, 200);
        act(&client, &path, "finalize");
        client.wait_for(&path, "phase", last);
    };
    assert!(
        download(&source, &cow("download")).starts_with(b"QFI"),
        "an empty disk is a file too"
    );

    let mut data = vec![0; SIZE];
    data[MIB..MIB + 100_000].copy_from_slice(&pattern(100_000));
    upload(&source, RAW, &data, "finished_success");
    let file = download(&source, &cow("download"));
    assert!(file.len() < SIZE / 2, "{} bytes", file.len());
    upload(&target, &cow("upload"), &file, "finished_success");
    assert!(download(&target, DOWNLOAD) == data);
    assert!(download(&target, &cow("download")) == file);
}

#[test]
fn a_damaged_file_ends_the_download_that_would_convert_it() {
    let engine = engine();
    let client = Client::new(&engine);
    let disk = disk(&client, "cow");
    let (path, url) = transfer(&client, &disk, "<format>cow</format>");
    assert_eq!(send(&url, "PUT", "", &[], b"QFI\xfbdamaged").status, 200);
    act(&client, &path, "finalize");
    client.wait_for(&path, "phase", "finished_success");
    let body = format!("<image_transfer><disk id=\"{disk}\"/>{DOWNLOAD}</image_transfer>");
    let path = format!(
        "/imagetransfers/{}",
        client.post("/imagetransfers", &body).id()
    );
    client.wait_for(&path, "phase", "finished_failure");
    assert_eq!(client.get(&path).get("transfer_url"), None);
}

#[test]
fn disks_list_the_images_that_snapshots_keep() {
    let engine = engine();
    let client = Client::new(&engine);
    let path = client.add_vm("new", "");
    let disk = disk(&client, "cow");
    let attachment = format!(
        "<disk_attachment><interface>virtio</interface><disk id=\"{disk}\"/></disk_attachment>"
    );
    let attached = client.post(&format!("{path}/diskattachments"), &attachment);
    assert_eq!(attached.status, 201, "{}", attached.body);
    let images = format!("/disks/{disk}/disksnapshots");
    assert_eq!(client.get(&images).document().children.len(), 0);

    let body = "<snapshot><description>one</description></snapshot>";
    let snapshot = client.post(&format!("{path}/snapshots"), body).id();
    let snapshot_path = format!("{path}/snapshots/{snapshot}");
    client.wait_for(&snapshot_path, "snapshot_status", "ok");
    let kept = client.get(&images);
    assert_eq!(kept.text("disk_snapshot.snapshot.id"), snapshot);
    assert_eq!(kept.text("disk_snapshot.disk.id"), disk);
    assert_eq!(kept.get("disk_snapshot.parent.id"), None);
    let image = kept.id();
    let domain = client.get(&format!("/disks/{disk}"));
    let domain = domain.text("storage_domains.storage_domain.id");
    let path = format!("/storagedomains/{domain}/disksnapshots/{image}");
    assert_eq!(client.get(&path).status, 200);

    let all = client.get(&format!("{images}?include_active=true"));
    let all: Vec<_> = all.document().all("disk_snapshot").collect();
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].get("parent.id"), Some(image.as_str()));
    assert_eq!(all[1].get("is_active"), None);

    let body = format!(
        "<image_transfer><snapshot id=\"{image}\"/><direction>download</direction></image_transfer>"
    );
    let started = client.post("/imagetransfers", &body);
    assert_eq!(started.status, 201, "{}", started.body);
    assert_eq!(started.text("phase"), "transferring");
    act(
        &client,
        &format!("/imagetransfers/{}", started.id()),
        "cancel",
    );
    client.wait_for(&format!("/disks/{disk}"), "status", "ok");

    let active = all[1].attribute("id").expect("an id");
    let refused = client.send("DELETE", &path.replace(&image, active), "");
    assert_eq!(refused.status, 400);
    assert!(
        refused.body.contains("disk snapshot(s) is active"),
        "{}",
        refused.body
    );
    let removed = client.send("DELETE", &path, "");
    assert_eq!(removed.status, 200, "{}", removed.body);
    assert_eq!(client.get(&path).status, 404);
    assert_eq!(client.get(&images).document().children.len(), 0);
    let disks = client.get(&format!("{snapshot_path}/disks"));
    assert_eq!(disks.document().children.len(), 0);
}
