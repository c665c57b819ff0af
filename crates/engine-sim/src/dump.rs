//! Dumps the inventory of a real engine, without secrets, as documents for [`EngineBuilder::load`].
//!
//! [`EngineBuilder::load`]: crate::EngineBuilder::load

use std::collections::{BTreeSet, VecDeque};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use ovirt_model::{MethodKind, Model};

use crate::dump::client::Client;
use crate::dump::redact::Redactor;
use crate::node::Node;

mod client;
mod redact;

/// Collections to skip: measurements, and what engines no longer serve but still link to.
const EXCLUDED: &[&str] = &["katelloerrata", "openstackvolumeproviders", "statistics"];

/// Maximum nesting of collections; `vms/ID/snapshots/ID/disks` has three levels.
const MAX_LEVELS: usize = 3;

/// Dumps the inventory of a real engine into a folder. Only sends requests that read.
#[derive(Clone)]
pub struct Dumper {
    url: String,
    username: String,
    password: String,
    ca_pem: String,
}

impl fmt::Debug for Dumper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            url,
            username: _,
            password: _,
            ca_pem: _,
        } = self;
        f.debug_struct("Dumper")
            .field("url", url)
            .finish_non_exhaustive()
    }
}

/// The result of [`Dumper::save`].
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct DumpReport {
    /// Number of documents written.
    pub documents: usize,
    /// Number of secret values removed.
    pub redacted: usize,
    /// Collections that could not be read, each with the reason.
    pub skipped: Vec<String>,
}

impl Dumper {
    /// Returns a dumper for an engine. `url` is the URL of its API, such as
    /// `https://engine.example.com/ovirt-engine/api`.
    pub fn new(
        url: impl Into<String>,
        username: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        Self {
            url: url.into(),
            username: username.into(),
            password: password.into(),
            ca_pem: String::new(),
        }
    }

    /// Sets the trusted CA certificates, in PEM format. Required for HTTPS.
    pub fn ca_pem(mut self, pem: impl Into<String>) -> Self {
        self.ca_pem = pem.into();
        self
    }

    /// Reads all collections and writes each into a file in `folder`.
    ///
    /// Passwords, keys, tokens, scripts and all members that the API model marks as secret are
    /// removed. Names and addresses are not: review the files before you share them.
    ///
    /// # Errors
    ///
    /// Fails if the engine cannot be reached, rejects the login, or a file cannot be written.
    /// Collections that the engine refuses to list are in [`DumpReport::skipped`].
    pub fn save(&self, folder: &Path) -> io::Result<DumpReport> {
        let run = || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(self.crawl(folder))
        };
        // A separate thread, since the caller may be inside an async runtime.
        std::thread::scope(|scope| scope.spawn(run).join())
            .unwrap_or_else(|_| Err(io::Error::other("the thread of the dump panicked")))
    }

    async fn crawl(&self, folder: &Path) -> io::Result<DumpReport> {
        let mut client = Client::new(&self.url, &self.ca_pem)?;
        client.log_in(&self.username, &self.password).await?;
        let model = Model::embedded();
        let redactor = Redactor::new(&model);
        let mut report = DumpReport::default();
        let root = client.get("").await?.unwrap_or_default();
        let mut queue: VecDeque<String> = rels(&root).map(str::to_owned).collect();
        let mut seen = BTreeSet::new();
        while let Some(path) = queue.pop_front() {
            if !seen.insert(path.clone()) || path.split('/').count() > 2 * MAX_LEVELS {
                continue;
            }
            // Without an address of their own, items are served as they are listed.
            let has_items = has_method(&model, &format!("{path}/0"), MethodKind::Get);
            let read = match has_method(&model, &path, MethodKind::List) && has_items {
                true => read_list(&mut client, &path).await,
                false => client.get(&path).await,
            };
            let mut document = match read {
                Ok(Some(document)) => document,
                // Engines link to some addresses that they do not have.
                Ok(None) => continue,
                Err(error) => {
                    report.skipped.push(format!("{path}: {error}"));
                    continue;
                }
            };
            queue.extend(next_paths(&client, &model, &path, &document));
            report.redacted += redactor.redact(&mut document);
            write(&folder.join(file_path(&path)), &document)?;
            report.documents += 1;
        }
        client.log_out().await;
        Ok(report)
    }
}

/// Reads a list with the members that engines leave out otherwise, if the engine can make it.
async fn read_list(client: &mut Client, path: &str) -> io::Result<Option<Node>> {
    match client.get(&format!("{path}?all_content=true")).await {
        Err(_) => client.get(path).await,
        list => list,
    }
}

/// Returns the paths that a document leads to: collections, the items of a list, which have more
/// members on their own, and what an object refers to.
fn next_paths(client: &Client, model: &Model, path: &str, document: &Node) -> Vec<String> {
    let mut next = Vec::new();
    if !has_method(model, path, MethodKind::List) {
        add_collections(model, &[path], document, &mut next);
        add_references(client, model, document, &mut next);
        return next;
    }
    for item in &document.children {
        if let Some(own) = own_path(client, model, path, item) {
            // Some have their collections only below the list, such as CPU profiles.
            add_collections(
                model,
                &[&own, &format!("{path}/{}", item.id())],
                item,
                &mut next,
            );
            if has_method(model, &own, MethodKind::Get) {
                next.push(own);
            }
        }
    }
    next
}

/// Adds the paths of the collections that an object links to. The first path of the object below
/// which the API has them is right.
fn add_collections(model: &Model, owners: &[&str], object: &Node, next: &mut Vec<String>) {
    for rel in rels(object) {
        let paths = owners.iter().map(|owner| format!("{owner}/{rel}"));
        next.extend(paths.into_iter().find(|path| model.locate(path).is_some()));
    }
}

/// Adds the paths of the objects that an object refers to.
fn add_references(client: &Client, model: &Model, node: &Node, next: &mut Vec<String>) {
    for child in &node.children {
        let path = child
            .attribute("href")
            .and_then(|href| client.api_path(href));
        next.extend(path.filter(|path| has_method(model, path, MethodKind::Get)));
        add_references(client, model, child, next);
    }
}

/// Returns the path of an item of a list. Some addresses of engines are wrong, such as
/// `storagedomains/1/null/2`.
fn own_path(client: &Client, model: &Model, list: &str, item: &Node) -> Option<String> {
    let address = item
        .attribute("href")
        .and_then(|href| client.api_path(href));
    let below = || Some(format!("{list}/{}", item.id())).filter(|_| !item.id().is_empty());
    let is_known = |path: &String| model.locate(path).is_some();
    address
        .filter(is_known)
        .or_else(|| below().filter(is_known))
}

/// Whether the API has a method at a path.
fn has_method(model: &Model, path: &str, kind: MethodKind) -> bool {
    let service = model.locate(path);
    service.is_some_and(|service| model.method(service, kind).is_some())
}

/// Returns the names of the collections that an object links to.
fn rels(object: &Node) -> impl Iterator<Item = &str> {
    let links = object.children.iter().filter(|child| child.tag == "link");
    let rels = links.filter_map(|link| link.attribute("rel"));
    rels.filter(|rel| !rel.contains('/') && !EXCLUDED.contains(rel))
}

/// Returns the file of a path. Sanitized, so that a name cannot lead out of the folder.
fn file_path(path: &str) -> PathBuf {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '-' {
            c
        } else {
            '_'
        }
    };
    let segments = path
        .split('/')
        .map(|segment| segment.chars().map(plain).collect::<String>());
    segments.collect::<PathBuf>().with_extension("xml")
}

fn write(file: &Path, document: &Node) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, document.to_xml())
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))
}
