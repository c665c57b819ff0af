//! Validation of connection settings, before anything is sent.

use std::error::Error as _;
use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder, Error};

const URL: &str = "https://engine.example.com/ovirt-engine/api";

#[test]
fn invalid_settings_are_rejected_with_advice() {
    let new = || Connection::builder(URL);
    let table: Vec<(ConnectionBuilder, &str)> = vec![
        (
            Connection::builder("engine.example.com"),
            "it should look like https://",
        ),
        (new().ca_file("/nonexistent/ca.pem"), "check that it exists"),
        (
            new().ca_file("Cargo.toml"),
            "contains no certificate in PEM form",
        ),
        (new().ca_pem("nothing"), "-----BEGIN CERTIFICATE-----"),
        (
            new().ca_pem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
            "contains an invalid certificate",
        ),
        (
            new().server_fingerprint("12:34"),
            "the fingerprint is not a SHA-256 digest",
        ),
        (new().header("a b", "c"), "not a valid header name"),
        (new().header("A", "b\nc"), "value of the header A"),
        (new().token(" "), "the token is empty"),
        (new().credentials("", "x"), "the user is empty"),
        (new().timeout(Duration::ZERO), "timeout is zero"),
        (
            new().connect_timeout(Duration::ZERO),
            "connect_timeout is zero",
        ),
    ];
    for (builder, text) in table {
        let error = builder.build().unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error:?}");
        assert!(error.to_string().contains(text), "{text}: {error}");
        assert_eq!(error.to_string().lines().count(), 1);
    }
}

#[test]
fn unreadable_file_is_an_error_with_a_source() {
    let builder = Connection::builder(URL).ca_file("/nonexistent/ca.pem");
    assert!(builder.build().unwrap_err().source().is_some());
}

#[test]
fn url_has_no_trailing_slash() {
    let connection = Connection::builder(format!("{URL}/"))
        .insecure(true)
        .build()
        .unwrap();
    assert_eq!(connection.url(), URL);
    assert_eq!(connection.clone().url(), URL);
}
