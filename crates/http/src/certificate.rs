//! As much of a certificate as people need to see to decide on it: whose it is, who signed it,
//! its validity and its fingerprint.

use std::fmt;

use ring::digest::{SHA256, digest};

use super::trust::certificates;

/// What people need to know of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Whose it is, such as `CN=engine.example.com, O=example.com`.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// The time until which it is valid, as `2030-01-31 12:00:00 UTC`.
    pub valid_until: String,
    /// Its SHA-256.
    pub fingerprint: Fingerprint,
}

/// The SHA-256 of a certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Certificate {
    /// Describes the first certificate of a PEM text, which has this name in messages.
    ///
    /// # Errors
    ///
    /// A sentence for the user, if there is none.
    pub fn first_in(name: &str, pem: &[u8]) -> Result<Self, String> {
        let found = certificates(name, pem)?;
        let der = found.first().map(|der| &**der).unwrap_or_default();
        Ok(Self::new(der))
    }

    /// Describes a certificate in DER form; what can't be read of it is left empty.
    pub(crate) fn new(der: &[u8]) -> Self {
        let (subject, issuer, valid_until) = parts(der).unwrap_or_default();
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

    /// Reads a fingerprint as people write it: 64 hexadecimal digits, with colons or without, and
    /// `SHA256:` or the like before them.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
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

/// Subject, issuer and end of the validity.
fn parts(der: &[u8]) -> Option<(String, String, String)> {
    let mut certificate = Der(Der(der).next()?.content);
    let mut signed = Der(certificate.next()?.content);
    let first = signed.next()?;
    // The version may be left out; then this is the serial number.
    if first.tag == 0xA0 {
        let _serial = signed.next()?;
    }
    let _algorithm = signed.next()?;
    let issuer = name(signed.next()?.content);
    let mut validity = Der(signed.next()?.content);
    let _begin = validity.next()?;
    let end = time(&validity.next()?)?;
    let subject = name(signed.next()?.content);
    Some((subject, issuer, end))
}

/// The parts of a distinguished name that people know, as `CN=x, O=y`.
fn name(content: &[u8]) -> String {
    let mut parts = Vec::new();
    for set in Der(content) {
        for attribute in Der(set.content) {
            let mut pair = Der(attribute.content);
            let (Some(kind), Some(value)) = (pair.next(), pair.next()) else {
                continue;
            };
            let kind = match kind.content {
                [0x55, 0x04, 0x03] => "CN",
                [0x55, 0x04, 0x06] => "C",
                [0x55, 0x04, 0x0A] => "O",
                [0x55, 0x04, 0x0B] => "OU",
                _ => continue,
            };
            // Control characters of a stranger don't belong on a terminal.
            let value = String::from_utf8_lossy(value.content);
            let value: String = value.chars().filter(|c| !c.is_control()).collect();
            parts.push(format!("{kind}={value}"));
        }
    }
    parts.join(", ")
}

/// `YYMMDDhhmmssZ`, or with a year of four digits.
fn time(value: &Value<'_>) -> Option<String> {
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

/// Values in DER, one after the other. Ends at what isn't well-formed.
struct Der<'a>(&'a [u8]);

struct Value<'a> {
    tag: u8,
    content: &'a [u8],
}

impl<'a> Iterator for Der<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
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
        Some(Value { tag, content })
    }
}

#[cfg(test)]
mod tests {
    use super::{Certificate, Fingerprint};

    #[test]
    fn fingerprints_are_read_as_people_write_them() {
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
            assert_eq!(Fingerprint::parse(&written), Some(fingerprint), "{written}");
        }
        for wrong in [
            "",
            "SHA256:",
            "SHA1:BA:78",
            &hex[3..],
            &hex.replace("BA", "XY"),
        ] {
            assert_eq!(Fingerprint::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_no_certificate_has_no_names() {
        for bytes in [
            &b""[..],
            b"0",
            b"\x30\x84\xff\xff\xff\xff",
            b"\x30\x80",
            &[0x30; 99],
        ] {
            let certificate = Certificate::new(bytes);
            assert_eq!(
                (certificate.subject.as_str(), certificate.issuer.as_str()),
                ("", "")
            );
        }
    }
}
