//! What the compiler says about wrong programs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::support::TempDir;

/// The library as compiled last, and the folder of its dependencies.
fn library() -> (PathBuf, PathBuf) {
    let test = env::current_exe().expect("the path of the test");
    let folder = test.parent().expect("a folder").to_owned();
    let newest = fs::read_dir(&folder)
        .expect("the folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("libovirt-") && name.ends_with(".rlib")
        })
        .max_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok());
    (newest.expect("the compiled library"), folder)
}

/// The messages of the compiler for a program. `test` must be unique.
fn messages(test: &str, program: &str) -> String {
    let (library, dependencies) = library();
    let folder = TempDir::new(test);
    let source = folder.path().join("program.rs");
    fs::write(&source, program).expect("the program is written");
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(compiler)
        .args(["--edition", "2024", "--emit", "metadata", "-o"])
        .arg(folder.path().join("program.rmeta"))
        .arg("--extern")
        .arg(with_prefix("ovirt=", &library))
        .arg("-L")
        .arg(with_prefix("dependency=", &dependencies))
        .arg(&source)
        .output()
        .expect("rustc runs");
    assert!(!output.status.success(), "the program compiles");
    String::from_utf8(output.stderr).expect("text")
}

fn with_prefix(prefix: &str, path: &Path) -> String {
    format!("{prefix}{}", path.display())
}

#[test]
fn types_have_the_path_that_users_write() {
    let messages = messages(
        "type-paths",
        "struct Vm;\nfn take(_: Vm) {}\nfn main() { take(ovirt::types::Vm::new()); }",
    );
    assert!(
        messages.contains("expected `Vm`, found `ovirt::types::Vm`"),
        "{messages}"
    );
    assert!(!messages.contains("ovirt::ovirt_types"), "{messages}");
}

#[test]
fn a_wrong_argument_of_a_setter_is_explained() {
    for (argument, message) in [
        (
            "memory(\"2 GiB\")",
            "a member of type `i64` cannot be set to `&str`",
        ),
        (
            "memory(2_i32)",
            "a member of type `i64` cannot be set to `i32`",
        ),
        (
            "description(5)",
            "a member of type `String` cannot be set to `{integer}`",
        ),
        (
            "cluster(Some(5))",
            "a member of type `Link<Cluster>` cannot be set to `Option<{integer}>`",
        ),
    ] {
        let program = format!("fn main() {{ let _ = ovirt::types::Vm::new().{argument}; }}");
        let messages = messages("wrong-arguments", &program)
            .replace("std::string::", "")
            .replace("ovirt::types::", "");
        assert!(messages.contains(message), "{messages}");
    }
}
