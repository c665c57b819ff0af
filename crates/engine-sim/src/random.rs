//! Random tokens, which nobody can guess from the seed or from earlier ones.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use tokio_rustls::rustls::crypto::ring;

/// Returns a token with the length of an engine's tokens; `None` if the system has no random
/// numbers.
pub(crate) fn token() -> Option<String> {
    Some(BASE64_URL_SAFE_NO_PAD.encode(bytes::<64>()?))
}

/// Returns an identifier; `None` if the system has no random numbers.
pub(crate) fn uuid() -> Option<String> {
    let number = u128::from_be_bytes(bytes()?);
    // Version 4, variant 1.
    let number = number & !(0xf << 76 | 0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let digits = format!("{number:032x}");
    let mut rest = digits.as_str();
    let parts = [8, 4, 4, 4, 12].map(|length| {
        let (part, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        part
    });
    Some(parts.join("-"))
}

fn bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let random = ring::default_provider().secure_random;
    random.fill(&mut bytes).ok().map(|()| bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn identifiers_are_of_version_4() {
        for _ in 0..20 {
            let id = super::uuid().expect("random numbers");
            let dashes: Vec<usize> = id.match_indices('-').map(|(at, _)| at).collect();
            assert_eq!((id.len(), dashes), (36, vec![8, 13, 18, 23]), "{id}");
            assert_eq!(&id[14..15], "4", "{id}");
            assert!(matches!(&id[19..20], "8" | "9" | "a" | "b"), "{id}");
        }
    }
}
