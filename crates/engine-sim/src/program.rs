//! The command-line program: runs the simulator as a server, or dumps an engine's inventory. A part
//! of the library, so that other programs can contain it.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use crate::command_line::{self, Dump, Invocation, ServeOptions};
use crate::{Dumper, Engine, EngineBuilder, Exchange};

/// Environment variable that marks the background process.
const BACKGROUND_VARIABLE: &str = "OVIRT_ENGINE_SIM_BEHIND";

/// Runs the program `ovirt-engine-sim` with these arguments, without the program's name; returns
/// when the server has been told to stop.
///
/// # Errors
///
/// The text to report.
pub fn run(arguments: &[String]) -> Result<(), String> {
    match command_line::parse(arguments.iter().cloned())? {
        Invocation::Help => print(command_line::HELP),
        Invocation::Version => print(concat!(
            "ovirt-engine-sim ",
            env!("CARGO_PKG_VERSION"),
            "\n"
        )),
        Invocation::Serve(serve)
            if serve.background && std::env::var_os(BACKGROUND_VARIABLE).is_none() =>
        {
            start_in_background()?;
        }
        Invocation::Serve(serve) => serve_until_stopped(*serve)?,
        Invocation::Dump(options) => dump(options)?,
    }
    Ok(())
}

fn serve_until_stopped(serve: ServeOptions) -> Result<(), String> {
    let builder = match &serve.log {
        Some(file) => with_log(serve.builder, file)?,
        None => serve.builder,
    };
    let engine =
        builder.restarts(serve.restart).start().map_err(
            |error| match std::error::Error::source(&error) {
                Some(source) => format!("{error}: {source}"),
                None => error.to_string(),
            },
        )?;
    for skipped in engine.skipped() {
        eprintln!("skipped: {skipped}");
    }
    let ca_file = CaFile::write(&engine, serve.ca_file)?;
    if !serve.env {
        print("# The simulator is ready. Shell variables for its clients:\n");
    }
    print(&variables(
        &engine,
        ca_file.as_ref().map(|file| file.path.as_path()),
    ));
    if serve.background {
        // The foreground process waits for this line.
        print("\n");
    }
    wait(serve.exit_with_stdin)
}

/// The file with the CA certificate. Removed on drop unless the user chose its path.
struct CaFile {
    path: PathBuf,
    chosen: bool,
}

impl CaFile {
    fn write(engine: &Engine, path: Option<PathBuf>) -> Result<Option<Self>, String> {
        if engine.ca_pem().is_empty() {
            return Ok(None);
        }
        let chosen = path.is_some();
        let name = format!("ovirt-engine-sim-{}.pem", engine.address().port());
        let path = path.unwrap_or_else(|| std::env::temp_dir().join(name));
        std::fs::write(&path, engine.ca_pem())
            .map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Some(Self { path, chosen }))
    }
}

impl Drop for CaFile {
    fn drop(&mut self) {
        if !self.chosen {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Blocks until the process receives a signal, or until standard input ends if `with_stdin`.
fn wait(with_stdin: bool) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot create a runtime: {error}"))?;
    let (closed, stdin_closed) = tokio::sync::oneshot::channel();
    if with_stdin {
        // Only a blocking read notices the end; the thread may stay in it at exit.
        std::thread::spawn(move || {
            let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
            let _ = closed.send(());
        });
    } else {
        // Dropping the sender would complete `stdin_closed`.
        std::mem::forget(closed);
    }
    runtime.block_on(async {
        tokio::select! {
            told = shutdown_signal() => told.map_err(|error| error.to_string()),
            _ = stdin_closed => Ok(()),
        }
    })
}

#[cfg(unix)]
async fn shutdown_signal() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn shutdown_signal() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// Dumps the inventory of a real engine.
fn dump(options: Dump) -> Result<(), String> {
    let variable = |name| std::env::var(name).map_err(|_| format!("{name} is not set"));
    let username = match options.username {
        Some(username) => username,
        None => variable("OVIRT_USERNAME")?,
    };
    let mut dumper = Dumper::new(options.url, username, variable("OVIRT_PASSWORD")?);
    let ca_file = options
        .ca_file
        .or_else(|| variable("OVIRT_CAFILE").ok().map(Into::into));
    if let Some(file) = ca_file {
        let pem = std::fs::read_to_string(&file)
            .map_err(|error| format!("{}: {error}", file.display()))?;
        dumper = dumper.ca_pem(pem);
    }
    let report = dumper
        .save(&options.folder)
        .map_err(|error| error.to_string())?;
    for skipped in &report.skipped {
        eprintln!("skipped: {skipped}");
    }
    print(&format!(
        "{} documents written to {}; {} secret values redacted\n",
        report.documents,
        options.folder.display(),
        report.redacted
    ));
    Ok(())
}

/// The connection settings as `export` lines for a shell.
fn variables(engine: &Engine, ca_file: Option<&Path>) -> String {
    let mut lines = String::new();
    let mut add = |name: &str, value: &str| {
        let quoted = value.replace('\'', r"'\''");
        lines.push_str(&format!("export {name}='{quoted}'\n"));
    };
    add("OVIRT_URL", engine.url());
    add("OVIRT_USERNAME", engine.username());
    add("OVIRT_PASSWORD", engine.password());
    if let Some(file) = ca_file {
        // The user of the variables may have another working directory.
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        add("OVIRT_CAFILE", &file.to_string_lossy());
    }
    add("OVIRT_PID", &std::process::id().to_string());
    lines
}

/// Starts this program again as a background process and forwards its output until it is ready.
fn start_in_background() -> Result<(), String> {
    let failed = |error: io::Error| format!("cannot start a process: {error}");
    let program = std::env::current_exe().map_err(failed)?;
    let mut child = Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(BACKGROUND_VARIABLE, "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let stdout = child.stdout.take().ok_or("the process has no output")?;
    for line in BufReader::new(stdout).lines() {
        let line = line.map_err(failed)?;
        if line.is_empty() {
            return Ok(());
        }
        print(&format!("{line}\n"));
    }
    Err("the background process ended before it was ready".to_owned())
}

/// Logs one line per request to a file, or to standard error for `-`.
fn with_log(builder: EngineBuilder, file: &Path) -> Result<EngineBuilder, String> {
    let out: Box<dyn Write + Send> = if file == Path::new("-") {
        Box::new(io::stderr())
    } else {
        let opened = File::options().append(true).create(true).open(file);
        Box::new(opened.map_err(|error| format!("{}: {error}", file.display()))?)
    };
    let out = Mutex::new(out);
    Ok(builder.observe(move |exchange: &Exchange<'_>| {
        if let Ok(mut out) = out.lock() {
            // A failed log write must not stop the server.
            let _ = out.write_all(format!("{exchange}\n").as_bytes());
        }
    }))
}

/// Prints to standard output and ignores errors, since it may be closed.
fn print(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
