//! Any bytes as a file of profiles: a connection that keeps its secrets, or an error that does.

use std::fs;

use ovirt::ConnectionBuilder;

use crate::replay;

/// The password in a profile that every input gets.
const PASSWORD: &str = "pa55word-that-nobody-must-see";

/// The check of one input: what stands above a profile and below it.
pub fn check(data: &[u8]) {
    let half = data.len() / 2;
    let (above, below) = data.split_at(half);
    let profile = format!("\n[lab]\npassword = {PASSWORD}\n");
    let file = replay::file();
    fs::write(file, [above, profile.as_bytes(), below].concat()).expect("a file of profiles");
    let shown = ["lab", "other"].map(
        |name| match ConnectionBuilder::from_profile_in(file, name) {
            Ok(builder) => format!("{builder:?}"),
            Err(error) => format!("{error} {error:?}"),
        },
    );
    fs::remove_file(file).expect("the file of profiles");
    assert!(!shown.concat().contains(PASSWORD), "{shown:?}");
}
