//! Any bytes as a configuration file: neither the builder nor the error reveals the password.

use std::fs;

use ovirt::ConnectionBuilder;

use crate::replay;

/// The password of a profile added to every input.
const PASSWORD: &str = "pa55word-that-nobody-must-see";

/// The check of one input: the text before and after a profile.
pub fn check(data: &[u8]) {
    let half = data.len() / 2;
    let (above, below) = data.split_at(half);
    let profile = format!("\n[lab]\npassword = {PASSWORD}\n");
    let file = replay::file();
    fs::write(file, [above, profile.as_bytes(), below].concat()).expect("a configuration file");
    let texts = ["lab", "other"].map(
        |name| match ConnectionBuilder::from_profile_in(file, name) {
            Ok(builder) => format!("{builder:?}"),
            Err(error) => format!("{error} {error:?}"),
        },
    );
    fs::remove_file(file).expect("the configuration file");
    assert!(!texts.concat().contains(PASSWORD), "{texts:?}");
}
