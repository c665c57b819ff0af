//! Pages of the engine's web application, and the headers that it adds to its own, such as those of
//! the login service: a cookie with the language, and protection against other sites.

use time::{Duration, OffsetDateTime};

use crate::message::{HTML, Request, Response};
use crate::server::APPLICATION;

/// Lifetime of the cookie, in seconds: the longest that Java can express.
const MAX_AGE: i64 = 2_147_483_647;

/// Adds the headers to a response.
pub(crate) fn with_headers(response: Response) -> Response {
    let expires = date(OffsetDateTime::now_utc() + Duration::seconds(MAX_AGE));
    let cookie =
        format!("locale=en_US; path=/; secure; HttpOnly; Max-Age={MAX_AGE}; Expires={expires}");
    response
        .with_header("Set-Cookie", cookie)
        .with_header("X-XSS-PROTECTION", "1; MODE=BLOCK")
        .with_header("X-CONTENT-TYPE-OPTIONS", "NOSNIFF")
        .with_header("X-FRAME-OPTIONS", "SAMEORIGIN")
}

/// The session of the welcome page. It only tells who was at the login page.
const SESSION: &str = "JSESSIONID=welcome";

/// Returns the welcome page, or a redirect to the login page for a client without a session.
///
/// A client that ignores cookies is redirected for ever. That is how clients of engines find out
/// that this address, without `/api`, is none of the API.
pub(crate) fn welcome(request: &Request, origin: &str) -> Response {
    let cookies = request.header("Cookie").unwrap_or_default();
    if cookies.split(';').any(|cookie| cookie.trim() == SESSION) {
        return page(200, "Welcome to the simulated engine", "");
    }
    Response::redirect(format!(
        "{origin}{APPLICATION}/login?scope=ovirt-ext%3Dauth%3Aidentity"
    ))
}

/// Starts a session, and redirects back to the welcome page: nobody is logged in to the portals.
pub(crate) fn login(origin: &str) -> Response {
    Response::redirect(format!("{origin}{APPLICATION}/")).with_header(
        "Set-Cookie",
        format!("{SESSION}; path={APPLICATION}; HttpOnly"),
    )
}

/// Returns the page for an unknown path.
pub(crate) fn not_found() -> Response {
    page(
        404,
        "404 - Page not found",
        "<p><a href=\"/ovirt-engine/\">Click here to continue.</a></p>",
    )
}

fn page(status: u16, title: &str, content: &str) -> Response {
    let page = format!(
        "<!DOCTYPE html><html><head><title>{title}</title></head><body><p>{title}</p>\
         {content}</body></html>"
    );
    Response {
        status,
        ..Response::typed(HTML, page)
    }
}

/// Formats a date as cookies have it, such as `Sat, 18-Dec-2094 06:23:08 GMT`.
fn date(time: OffsetDateTime) -> String {
    let first_three = |name: String| name.chars().take(3).collect::<String>();
    format!(
        "{}, {:02}-{}-{} {:02}:{:02}:{:02} GMT",
        first_three(time.weekday().to_string()),
        time.day(),
        first_three(time.month().to_string()),
        time.year(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    #[test]
    fn dates_are_those_of_cookies() {
        let time = OffsetDateTime::UNIX_EPOCH;
        assert_eq!(super::date(time), "Thu, 01-Jan-1970 00:00:00 GMT");
    }
}
