//! The program `ovirt-engine-sim`: see the module `program` of the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match ovirt_engine_sim::program::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("ovirt-engine-sim: {message}");
            ExitCode::FAILURE
        }
    }
}
