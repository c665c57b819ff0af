//! Saves the inventory of a real engine as documents that [`EngineBuilder::load`] takes, without
//! its secrets.
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

/// Collections that change all the time and say little of an inventory.
const EXCLUDED: &[&str] = &["events", "jobs", "statistics"];

/// How deep collections are looked for: `vms/ID/snapshots/ID/disks` has three.
const MAX_LEVELS: usize = 3;

/// An engine whose inventory is to be saved.
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

/// What was saved.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct DumpReport {
    /// How many documents there are.
    pub documents: usize,
    /// How many values were left away as they are secret.
    pub redacted: usize,
    /// What could not be read, and why.
    pub skipped: Vec<String>,
}

impl Dumper {
    /// An engine by the URL of its API, such as `https://engine.example.com/ovirt-engine/api`, and
    /// who logs in.
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

    /// Certificates of authorities to trust, in PEM. HTTPS needs them.
    pub fn ca_pem(mut self, pem: impl Into<String>) -> Self {
        self.ca_pem = pem.into();
        self
    }

    /// Reads all that can be listed, and writes it into a folder, a file a collection. Nothing of
    /// the engine is changed.
    ///
    /// Passwords, keys, tokens and scripts are left away, with whatever else the API's model knows
    /// to be secret. Names and addresses stay: look at the files before you give them away.
    ///
    /// # Errors
    ///
    /// When the engine can't be reached or logged in to, or a file can't be written. What is
    /// refused in between is in [`DumpReport::skipped`].
    pub fn save(&self, folder: &Path) -> io::Result<DumpReport> {
        let run = || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(self.crawl(folder))
        };
        // A thread of its own, as this may be called within async code.
        std::thread::scope(|scope| scope.spawn(run).join())
            .unwrap_or_else(|_| Err(io::Error::other("the thread that reads has panicked")))
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

/// The collections that an object has links to, below its own path.
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

/// The file of a path; a name from outside can't lead out of the folder.
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
