//! What benchmarks do with the command line, in their own process.

use std::ffi::OsString;

use ovirt_cli::{Io, Stderr, run};

use crate::Result;

/// Runs `ovirt` with these arguments; drops what it prints.
///
/// # Errors
///
/// The exit code is not 0.
pub fn ovirt(arguments: &[&str], variables: &[(&str, OsString)]) -> Result<()> {
    let arguments: Vec<String> = arguments.iter().map(|one| (*one).to_owned()).collect();
    let environment = |name: &str| {
        let variable = variables.iter().find(|(known, _)| *known == name);
        variable.map(|(_, value)| value.clone())
    };
    let (mut stdin, mut stdout) = (std::io::empty(), std::io::sink());
    let mut io = Io::new(&mut stdin, &mut stdout, Stderr::of_process());
    match run(&arguments, &environment, &mut io) {
        0 => Ok(()),
        code => Err(format!("ovirt {arguments:?} failed with exit code {code}").into()),
    }
}
