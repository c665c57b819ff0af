//! Sessions identified by a cookie.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::client::{engine, send};

#[test]
fn a_session_persists_while_the_client_requests_it() {
    let engine = engine();
    let pair = format!("{}:{}", engine.username(), engine.password());
    let basic = format!("Basic {}", BASE64_STANDARD.encode(pair));
    let get = |headers: &[(&str, &str)]| send(&engine, "GET", "/ovirt-engine/api", headers, "");
    assert_eq!(get(&[("Authorization", &basic)]).header("Set-Cookie"), None);
    let persistent = ("Prefer", "persistent-auth");
    let begun = get(&[("Authorization", &basic), persistent, ("Session-TTL", "5")]);
    let cookie = begun.header("Set-Cookie").expect("a session");
    assert!(
        cookie.ends_with("; path=/ovirt-engine/api; HttpOnly"),
        "{cookie}"
    );
    let cookie = cookie.split(';').next().expect("a pair");
    for _ in 0..2 {
        assert_eq!(get(&[("Cookie", cookie), persistent]).status, 200);
    }
    // Without `Prefer: persistent-auth` the session ends with the request.
    assert_eq!(get(&[("Cookie", cookie)]).status, 200);
    assert_eq!(get(&[("Cookie", cookie), persistent]).status, 401);
    let begun = get(&[("Authorization", &basic), persistent]);
    let cookie = begun.header("Set-Cookie").expect("a session").to_owned();
    let cookie = cookie.split(';').next().expect("a pair");
    let renewed = [("Cookie", cookie), ("Prefer", "new-auth, persistent-auth")];
    assert_eq!(get(&renewed).status, 401);
    assert_eq!(
        get(&[("Cookie", "JSESSIONID=nonsense"), persistent]).status,
        401
    );
}
