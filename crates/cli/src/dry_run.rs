//! `--dry-run`: what would be sent, in several forms.

use crate::failure::Failure;
use crate::io::Io;
use crate::work::{self, Target, Work};

/// Prints the request for a target.
///
/// # Errors
///
/// An unknown form; a request that is not valid.
pub(crate) fn show(
    work: &Work<'_>,
    target: &Target,
    form: &str,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let form = form
        .split(',')
        .find(|part| *part != "offline")
        .unwrap_or_default();
    let shown = work::request(work, target)?.dry_run()?;
    let text = match form {
        "" | "http" => shown.to_string(),
        "curl" => format!("{}\n", shown.to_curl()),
        "xml" => format!("{}\n", shown.body()),
        "json" => {
            let text = serde_json::to_string_pretty(&target.document);
            format!("{}\n", text.unwrap_or_default())
        }
        _ => {
            return Err(
                Failure::usage(format!("there is no form {form:?} of a dry run"))
                    .hint("use http, curl, xml or json"),
            );
        }
    };
    let text = match work.session.options.is_offline() {
        // Objects that were not looked up stand in braces.
        true => text
            .replace("%7B", "{")
            .replace("%7D", "}")
            .replace("%3A", ":"),
        false => text,
    };
    Ok(write!(io.stdout, "{text}")?)
}
