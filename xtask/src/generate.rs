//! Generates Rust code from the model: types, services, and the list of the model's files.
//!
//! Generated code is data and thin typed wrappers; logic is handwritten.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use ovirt_model::Model;

use crate::MODEL;

mod calls;
mod docs;
mod search;
mod services;
mod types;

/// Generated files: path relative to the repository, and text.
type Files = BTreeMap<String, String>;

/// Folders that contain only generated files.
const FOLDERS: &[&str] = &[
    "crates/conformance/src/generated",
    "crates/types/src/generated",
    "crates/ovirt/src/services/generated",
];

/// Writes the generated files, or with `check` compares them.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let folder = root.join(MODEL);
    let model = Model::load(&folder).map_err(|error| error.to_string())?;
    let mut files = Files::new();
    model_files(&folder, &mut files)?;
    types::generate(&model, &mut files);
    services::generate(&model, &mut files);
    search::generate(&mut files);
    calls::generate(&model, &mut files);
    let files = format(root, files)?;
    let stale = differences(root, &files);
    if stale.is_empty() {
        return Ok(());
    }
    if check {
        let list = stale.join("\n  ");
        return Err(format!("stale, run `cargo xtask generate`:\n  {list}"));
    }
    write(root, &files)
}

/// The header of a generated file.
fn header(purpose: &str, source: &str) -> String {
    let source = format!("{MODEL}/{source}");
    let source = source.trim_end_matches('/');
    format!("//! {purpose}\n//!\n//! @generated from `{source}` by `cargo xtask generate`.\n\n")
}

/// Embeds the model's files in `ovirt-model`.
fn model_files(folder: &Path, files: &mut Files) -> Result<(), String> {
    let mut text = header("The model's files, as this crate carries them.", "");
    text.push_str(
        "/// Name and text of every file.\npub(crate) const FILES: &[(&str, &str)] = &[\n",
    );
    for path in Model::files_in(folder).map_err(|error| error.to_string())? {
        let name = path.strip_prefix(folder).unwrap_or(&path).display();
        text.push_str(&format!(
            "    (\"{name}\", include_str!(\"../data/{name}\")),\n"
        ));
    }
    text.push_str("];\n");
    files.insert("crates/model/src/embedded.rs".to_owned(), text);
    Ok(())
}

/// Formats all files with rustfmt in a temporary folder.
fn format(root: &Path, files: Files) -> Result<Files, String> {
    let scratch = root.join("target/generated");
    let failed = |error: std::io::Error| format!("{}: {error}", scratch.display());
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch).map_err(failed)?;
    }
    let mut paths = Vec::new();
    for (name, text) in &files {
        let path = scratch.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(&scratch)).map_err(failed)?;
        std::fs::write(&path, text).map_err(failed)?;
        // rustfmt would also format the modules that a list of modules declares.
        let folder = name.trim_end_matches(".rs").to_owned() + "/";
        let has_modules = files.keys().any(|other| other.starts_with(&folder));
        if !has_modules {
            paths.push(path);
        }
    }
    let config = root.join("rustfmt.toml");
    let status = Command::new("rustfmt")
        .arg("--config-path")
        .arg(config)
        .args(&paths)
        .status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(format!("rustfmt: {status}")),
        Err(error) => return Err(format!("rustfmt cannot be run: {error}")),
    }
    files
        .into_keys()
        .map(|name| {
            let text = std::fs::read_to_string(scratch.join(&name)).map_err(failed)?;
            Ok((name, text))
        })
        .collect()
}

/// Names of missing, different and obsolete files.
fn differences(root: &Path, files: &Files) -> Vec<String> {
    let mut stale: Vec<String> = files
        .iter()
        .filter(|(name, text)| {
            std::fs::read_to_string(root.join(name)).map_or(true, |old| old != **text)
        })
        .map(|(name, _)| name.clone())
        .collect();
    stale.extend(
        existing(root)
            .into_iter()
            .filter(|name| !files.contains_key(name)),
    );
    stale
}

/// All files in the generated folders.
fn existing(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<_> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(name) = path.strip_prefix(root) {
                found.push(name.to_string_lossy().into_owned());
            }
        }
    }
    found
}

fn write(root: &Path, files: &Files) -> Result<(), String> {
    for name in existing(root)
        .into_iter()
        .filter(|name| !files.contains_key(name))
    {
        std::fs::remove_file(root.join(&name)).map_err(|error| format!("{name}: {error}"))?;
    }
    for (name, text) in files {
        let path = root.join(name);
        let failed = |error: std::io::Error| format!("{name}: {error}");
        if std::fs::read_to_string(&path).is_ok_and(|old| old == *text) {
            continue;
        }
        std::fs::create_dir_all(path.parent().unwrap_or(root)).map_err(failed)?;
        std::fs::write(&path, text).map_err(failed)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A synthetic model with difficult names and shapes.
    const OBSTACLES: &str = "\
struct option -- Hides the prelude's.
  type: string -- A word of the language.

struct tree is identified -- Has itself inside.
  async: boolean -- A word of the language.
  branches: [tree] -- Inside.
  colours: [colour] -- A list of values.
  crown: crown -- Boxed.
  names: [string] -- A list of texts.
  numa_nodes: [tree] -- Another tag.
  parent: link tree -- Above.
  password: secret string -- Must not be <shown>.
  trunk: trunk since 4.1 deprecated 4.3 -- With a single member.

struct crown -- Leads back.
  of: tree -- The tree.
  shade: string -- One text.
  shape: string -- Another one.

struct trunk inline -- Made of one value.
  width: long -- In [cm].

struct identified -- Has an identity.
  id: string -- An identifier.
  name: string -- A name.

enum colour -- A colour.
  unknown -- A value of that name.

service system -- The root.
  locate trees: trees -- All trees.

service tree -- A tree.
  action clone -- Copies it.
    in async: boolean -- Whether to wait.
    in tree: tree -- The copy.
    requires tree.name
  get -- Reads it.
    out tree: tree -- The tree.
  action move -- Moves it.
    out tree: tree -- Where it is.

service trees -- All trees.
  add -- Plants one.
    in clone: boolean -- Whether to copy.
    inout tree: tree -- The tree.
    demands tree.name|tree.trunk.width
    variant from_seed -- Plants one of a seed.
      in seed: string -- The seed.
      requires seed
  locate tree(id): tree -- One of them.
";

    fn obstacles() -> Files {
        let mut model = Model::default();
        model.add_file("obstacles.api", OBSTACLES).expect("a model");
        assert_eq!(model.check(), []);
        let mut files = Files::new();
        types::generate(&model, &mut files);
        services::generate(&model, &mut files);
        files
    }

    #[test]
    fn types_handle_all_obstacles() {
        let files = obstacles();
        let file = |name: &str| &files[&format!("crates/types/src/generated/{name}.rs")];
        let tree = file("structs/tree");
        for line in [
            "    #[doc(alias = \"async\")]\n    pub async_: Option<bool>,",
            "    #[doc(alias = \"host_numa_nodes\")]\n    pub numa_nodes: Option<List<Tree>>,",
            "    pub branches: Option<List<Tree>>,",
            "    pub parent: Option<Link<Tree>>,",
            "    pub crown: Option<Shared<Crown>>,",
            "    pub trunk: Option<Trunk>,",
            "    pub href: Option<String>,",
            "    /// Must not be \\<shown\\>.",
            "    /// With a single member. Since 4.1. Deprecated since 4.3.",
            "    Tree \"tree\" \"trees\" identified {",
            "boolean async_ = \"async\";",
            "enumerations(Colour) colours of \"colour\";",
            "texts(String) names of \"name\";",
            "list(Tree) numa_nodes as \"host_numa_nodes\";",
            "        /// Must not be \\<shown\\>.\n        10 secret password;",
            "object(Crown) crown;",
            "inline(Trunk) trunk;",
            "use crate::{Colour, Crown, Link, List, Shared, Trunk};",
        ] {
            assert!(tree.contains(line), "{line} is not in\n{tree}");
        }
        assert!(!file("structs/trunk").contains("href"));
        let option = file("structs/option");
        assert!(
            option
                .contains("#[doc(alias = \"Option\")]\n#[derive(Clone)]\npub struct NamedOption {")
        );
        assert!(file("structs/trunk").contains("from_simple!(Trunk, i64, width);"));
        assert!(file("enums/colour").contains("        Unknown = \"unknown\","));
    }

    #[test]
    fn services_handle_all_obstacles() {
        let files = obstacles();
        let file = |name: &str| &files[&format!("crates/ovirt/src/services/generated/{name}.rs")];
        let trees = file("trees");
        for line in [
            "    pub fn add(&self, tree: impl Into<Tree>) -> TreesAdd {",
            "self.0.add::<Tree>(\"trees.add\", tree.into())",
            ".requires(\"tree.name|tree.trunk.width\")",
            "query(bool) clone_ = \"clone\";",
            "    pub fn add_from_seed(&self, tree: impl Into<Tree>, seed: impl Into<String>) -> TreesAdd {",
            "    pub fn tree_service(&self, id: impl Identifier<Tree>) -> TreeService {",
        ] {
            assert!(trees.contains(line), "{line} is not in\n{trees}");
        }
        let tree = file("tree");
        for line in [
            "    pub fn clone_(&self, tree: impl Into<Tree>) -> TreeClone {",
            "    #[doc(alias = \"move\")]\n    #[inline]\n    pub fn move_(&self) -> TreeMove {",
            "    TreeMove -> object(Tree, tree);",
            "        #[doc(alias = \"async\")]\n        value(bool) async_;",
            "wait!(TreeService, Tree);",
        ] {
            assert!(tree.contains(line), "{line} is not in\n{tree}");
        }
    }

    #[test]
    fn generated_code_is_up_to_date() {
        let root = crate::root();
        if let Err(message) = run(&root, true) {
            panic!("{message}");
        }
    }
}
