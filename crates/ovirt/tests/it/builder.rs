//! What is checked when a connection is made, before anything is sent.

use std::error::Error as _;
use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder, Error};

const URL: &str = "https://engine.example.com/ovirt-engine/api";

#[test]
fn what_can_not_work_is_refused_with_advice() {
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
        (new().header("a b", "c"), "name of a header"),
        (new().header("A", "b\nc"), "value of the header A"),
        (new().token(" "), "the token is empty"),
        (new().credentials("", "x"), "the user is empty"),
        (new().timeout(Duration::ZERO), "timeout is zero"),
        (
            new().connect_timeout(Duration::ZERO),
            "connect_timeout is zero",
        ),
    ];
    for (builder, words) in table {
        let error = builder.build().unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error:?}");
        assert!(error.to_string().contains(words), "{words}: {error}");
        assert_eq!(error.to_string().lines().count(), 1);
    }
}

#[test]
fn a_file_that_can_not_be_read_has_a_cause() {
    let error = Connection::builder(URL)
        .ca_file("/nonexistent/ca.pem")
        .build()
        .unwrap_err();
    assert!(error.source().is_some());
}

#[test]
fn a_connection_knows_its_url() {
    let connection = Connection::builder(format!("{URL}/"))
        .insecure(true)
        .build()
        .unwrap();
    assert_eq!(connection.url(), URL);
    assert_eq!(connection.clone().url(), URL);
}
