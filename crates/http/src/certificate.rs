//! [`Certificate`]: the properties of an X.509 certificate that users check before trusting it.

use std::fmt;

use ring::digest::{SHA256, digest};
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;

/// The properties of an X.509 certificate that users check before trusting it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The subject, such as `CN=engine.example.com, O=example.com`.
    pub subject: String,
    /// The issuer, in the same form.
    pub issuer: String,
    /// The end of its validity, such as `2030-01-31 12:00:00 UTC`.
    pub valid_until: String,
    /// Its SHA-256 fingerprint.
    pub fingerprint: Fingerprint,
}

/// The SHA-256 digest of a certificate in DER form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Certificate {
    /// Parses the first certificate in a PEM text; `name` is that of the text in error messages.
    ///
    /// # Errors
    ///
    /// A message for the user if the text contains no valid certificate.
    pub fn from_pem(name: &str, pem: &[u8]) -> Result<Self, String> {
        let certificates = parse_pem(name, pem)?;
        let der = certificates.first().map(|der| &**der).unwrap_or_default();
        Ok(Self::from_der(der))
    }

    /// Parses a certificate in DER form. Properties that cannot be parsed are empty.
    pub(crate) fn from_der(der: &[u8]) -> Self {
        let (subject, issuer, valid_until) = parse_der(der).unwrap_or_default();
        Self {
            subject,
            issuer,
            valid_until,
            fingerprint: Fingerprint::of(der),
        }
    }
}

impl Fingerprint {
    pub(crate) fn of(der: &[u8]) -> Self {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(digest(&SHA256, der).as_ref());
        Self(bytes)
    }

    /// Parses a fingerprint: 64 hexadecimal digits, with colons or without, after an optional
    /// `SHA256:` or the prefix that `openssl` prints.
    ///
    /// # Errors
    ///
    /// A message for the user.
    pub fn parse(text: &str) -> Result<Self, String> {
        Self::parse_hex(text.trim()).ok_or_else(|| {
            "the fingerprint is not a SHA-256 digest: it should be SHA256: and 64 hexadecimal digits"
                .to_owned()
        })
    }

    fn parse_hex(text: &str) -> Option<Self> {
        let digits = ["sha256:", "sha-256:", "sha256 fingerprint=", "sha256="]
            .iter()
            .find_map(|prefix| {
                let start = text.get(..prefix.len())?;
                start
                    .eq_ignore_ascii_case(prefix)
                    .then(|| &text[prefix.len()..])
            });
        let digits: Vec<u8> = digits
            .unwrap_or(text)
            .bytes()
            .filter(|byte| !matches!(byte, b':' | b' '))
            .collect();
        let mut bytes = [0; 32];
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).ok()?;
            *byte = u8::from_str_radix(pair, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SHA256:")?;
        for (index, byte) in self.0.iter().enumerate() {
            let colon = if index == 0 { "" } else { ":" };
            write!(f, "{colon}{byte:02X}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Returns the certificates in a PEM text, at least one.
pub(super) fn parse_pem(name: &str, pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, String> {
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let certificates =
        certificates.map_err(|error| format!("{name} contains an invalid certificate: {error}"))?;
    if certificates.is_empty() {
        return Err(format!(
            "{name} contains no certificate in PEM form: it should have a line \
             -----BEGIN CERTIFICATE-----"
        ));
    }
    Ok(certificates)
}

/// Returns subject, issuer and end of the validity.
fn parse_der(der: &[u8]) -> Option<(String, String, String)> {
    let mut certificate = DerReader(DerReader(der).next()?.content);
    let mut tbs = DerReader(certificate.next()?.content);
    // The version is optional; without it this is the serial number.
    if tbs.next()?.tag == 0xA0 {
        let _serial = tbs.next()?;
    }
    let _algorithm = tbs.next()?;
    let issuer = parse_name(tbs.next()?.content);
    let mut validity = DerReader(tbs.next()?.content);
    let _not_before = validity.next()?;
    let end = parse_time(&validity.next()?)?;
    let subject = parse_name(tbs.next()?.content);
    Some((subject, issuer, end))
}

/// Formats the well-known attributes of a distinguished name, as `CN=x, O=y`.
fn parse_name(content: &[u8]) -> String {
    let mut attributes = Vec::new();
    for set in DerReader(content) {
        for attribute in DerReader(set.content) {
            let mut pair = DerReader(attribute.content);
            let (Some(oid), Some(value)) = (pair.next(), pair.next()) else {
                continue;
            };
            let name = match oid.content {
                [0x55, 0x04, 0x03] => "CN",
                [0x55, 0x04, 0x06] => "C",
                [0x55, 0x04, 0x0A] => "O",
                [0x55, 0x04, 0x0B] => "OU",
                _ => continue,
            };
            // The name is printed before anyone trusts it: no terminal escape sequences.
            let value = String::from_utf8_lossy(value.content);
            let value: String = value.chars().filter(|c| !c.is_control()).collect();
            attributes.push(format!("{name}={value}"));
        }
    }
    attributes.join(", ")
}

/// Parses a `UTCTime` (`YYMMDDhhmmssZ`) or a `GeneralizedTime` (`YYYYMMDDhhmmssZ`).
fn parse_time(value: &DerValue<'_>) -> Option<String> {
    let text = std::str::from_utf8(value.content).ok()?;
    let (year, rest) = match value.tag {
        0x17 => {
            let (year, rest) = text.split_at_checked(2)?;
            let century = if year < "50" { "20" } else { "19" };
            (format!("{century}{year}"), rest)
        }
        _ => {
            let (year, rest) = text.split_at_checked(4)?;
            (year.to_owned(), rest)
        }
    };
    let part = |at: usize| rest.get(at..at + 2);
    let [month, day, hour, minute, second] = [part(0)?, part(2)?, part(4)?, part(6)?, part(8)?];
    Some(format!("{year}-{month}-{day} {hour}:{minute}:{second} UTC"))
}

/// Iterates over a sequence of DER values; ends at the first malformed one.
struct DerReader<'a>(&'a [u8]);

struct DerValue<'a> {
    tag: u8,
    content: &'a [u8],
}

impl<'a> Iterator for DerReader<'a> {
    type Item = DerValue<'a>;

    fn next(&mut self) -> Option<DerValue<'a>> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7F => (usize::from(first), rest),
            0x81..=0x84 => {
                let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7F))?;
                let length = bytes
                    .iter()
                    .fold(0, |length, byte| length << 8 | usize::from(*byte));
                (length, rest)
            }
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(DerValue { tag, content })
    }
}

#[cfg(test)]
mod tests {
    use super::{Certificate, Fingerprint};

    #[test]
    fn fingerprints_parse_in_all_common_notations() {
        let fingerprint = Fingerprint::of(b"abc");
        let text = fingerprint.to_string();
        assert!(text.starts_with("SHA256:BA:78:16:BF:"), "{text}");
        let hex = text.trim_start_matches("SHA256:");
        for written in [
            text.clone(),
            hex.to_owned(),
            hex.replace(':', "").to_lowercase(),
            format!(" sha256 Fingerprint={hex}\n"),
        ] {
            assert_eq!(Fingerprint::parse(&written), Ok(fingerprint), "{written}");
        }
        for invalid in [
            "",
            "SHA256:",
            "SHA1:BA:78",
            &hex[3..],
            &hex.replace("BA", "XY"),
        ] {
            assert!(Fingerprint::parse(invalid).is_err(), "{invalid}");
        }
    }

    #[test]
    fn malformed_certificates_have_empty_names() {
        for bytes in [
            &b""[..],
            b"0",
            b"\x30\x84\xff\xff\xff\xff",
            b"\x30\x80",
            &[0x30; 99],
        ] {
            let certificate = Certificate::from_der(bytes);
            assert_eq!(
                (certificate.subject.as_str(), certificate.issuer.as_str()),
                ("", "")
            );
        }
    }
}
