//! Runs an example by its name, on the engine that the environment describes or on the simulator.
//!
//! Each example is one file with one function, `run`. The end of its documentation shows what it
//! prints on the simulator. The test `output` compares.

// Examples print.
#![allow(clippy::print_stdout)]
// The bans in clippy.toml are for the library.
#![allow(clippy::disallowed_methods)]

mod connecting;
mod lab;
mod login;
mod vms;

use std::error::Error;
use std::process::ExitCode;

use login::Login;
use ovirt::{Connection, Result};

/// Defines a function that runs an example by its name, and the list of the names by area.
macro_rules! examples {
    ($list:ident, $run:ident($argument:ty): $($area:ident { $($name:ident)* })*) => {
        const $list: &[(&str, &[&str])] = &[$((stringify!($area), &[$(stringify!($name)),*]),)*];

        /// Runs the example, if there is one of that name.
        async fn $run(name: &str, argument: $argument) -> Option<Result<()>> {
            match name {
                $($(stringify!($name) => Some($area::$name::run(argument).await),)*)*
                _ => None,
            }
        }
    };
}

examples! { WITH_LOGIN, run_with_login(&Login):
    connecting {
        test_connection
    }
}

examples! { CONNECTED, run_connected(&Connection):
    vms {
        list_vms
        start_vm
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let Some(name) = std::env::args().nth(1) else {
        for (area, names) in WITH_LOGIN.iter().chain(CONNECTED) {
            println!("{area}: {}", names.join(" "));
        }
        return ExitCode::SUCCESS;
    };
    match run(&name).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(name: &str) -> Result<(), Box<dyn Error>> {
    // The simulator stops when it is dropped.
    let (login, _engine) = login::from_environment().await?;
    if let Some(result) = run_with_login(name, &login).await {
        return Ok(result?);
    }
    let connection = login.connect()?;
    let result = run_connected(name, &connection).await;
    connection.close().await?;
    Ok(result.ok_or_else(|| format!("there is no example \"{name}\""))??)
}
