//! The program `ovirt`.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use ovirt_cli::{Io, Stderr, run};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let stdout = io::stdout();
    let is_terminal = stdout.is_terminal();
    let mut out = io::BufWriter::with_capacity(1 << 16, stdout.lock());
    let mut stdin = io::stdin().lock();
    let mut streams = Io::new(&mut stdin, &mut out, Stderr::of_process());
    streams.is_terminal = is_terminal;
    streams.can_ask = io::stdin().is_terminal() && io::stderr().is_terminal();
    let code = run(&arguments, &|name| std::env::var_os(name), &mut streams);
    // A reader that has gone, such as `head`, is no failure.
    let _ = out.flush();
    ExitCode::from(code)
}
