//! Dumps the inventory of a real engine, without secrets, as documents for [`EngineBuilder::load`].
//!
//! [`EngineBuilder::load`]: crate::EngineBuilder::load

use std::collections::{BTreeSet, VecDeque};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use ovirt_model::Model;

use crate::dump::client::Client;
use crate::dump::redact::redact;
use crate::node::Node;

mod client;
mod redact;

/// Collections to skip: they change constantly and do not belong to an inventory.
const EXCLUDED: &[&str] = &["events", "jobs", "statistics"];

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
        let mut report = DumpReport::default();
        let root = client.get("").await?;
        let mut queue = VecDeque::from(links(&root, ""));
        let mut seen = BTreeSet::new();
        while let Some(path) = queue.pop_front() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let mut list = match client.get(&path).await {
                Ok(list) => list,
                Err(error) => {
                    report.skipped.push(format!("{path}: {error}"));
                    continue;
                }
            };
            for item in &list.children {
                if let Some(own) = item
                    .attribute("href")
                    .and_then(|href| client.api_path(href))
                {
                    queue.extend(links(item, &own));
                }
            }
            report.redacted += redact(&mut list, &model);
            write(&folder.join(file_path(&path)), &list)?;
            report.documents += 1;
        }
        client.log_out().await;
        Ok(report)
    }
}

/// Returns the paths of the collections that an object links to.
fn links(object: &Node, own: &str) -> Vec<String> {
    let rels = object
        .children
        .iter()
        .filter(|child| child.tag == "link")
        .filter_map(|link| link.attribute("rel"));
    rels.filter(|rel| !rel.contains('/') && !EXCLUDED.contains(rel))
        .map(|rel| {
            if own.is_empty() {
                rel.to_owned()
            } else {
                format!("{own}/{rel}")
            }
        })
        .filter(|path| path.split('/').count() < 2 * MAX_LEVELS)
        .collect()
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
