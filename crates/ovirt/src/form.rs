//! Encodes and decodes queries and forms (`application/x-www-form-urlencoded`).

use crate::url::percent_decode;

/// Encodes pairs of names and values, as `a=1&b=x+y`.
pub(crate) fn encode<N: AsRef<str>, V: AsRef<str>>(
    pairs: impl IntoIterator<Item = (N, V)>,
) -> String {
    let mut form = String::new();
    for (name, value) in pairs {
        if !form.is_empty() {
            form.push('&');
        }
        push_escaped(&mut form, name.as_ref());
        form.push('=');
        push_escaped(&mut form, value.as_ref());
    }
    form
}

/// Decodes a name or a value of a query or a form.
pub(crate) fn decode(text: &str) -> String {
    percent_decode(&text.replace('+', " "))
}

fn push_escaped(form: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
                form.push(char::from(byte));
            }
            b' ' => form.push('+'),
            _ => {
                form.push('%');
                form.push(char::from(HEX[usize::from(byte >> 4)]));
                form.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn pairs_are_joined_and_escaped() {
        let table: &[(&[(&str, &str)], &str)] = &[
            (&[], ""),
            (&[("max", "50")], "max=50"),
            (
                &[("search", "name=web* and up"), ("x", "")],
                "search=name%3Dweb*+and+up&x=",
            ),
            (&[("u", "admin@internal")], "u=admin%40internal"),
            (&[("a&b", "ü+%")], "a%26b=%C3%BC%2B%25"),
        ];
        for (pairs, expected) in table {
            assert_eq!(encode(pairs.iter().copied()), *expected);
        }
    }
}
