//! What has arrived of a document and is still to be read, and where in the document that is.

use memchr::memrchr;
use simdutf8::compat::Utf8Error;

/// How much is looked at and copied at once, in bytes: it stays in the cache nearest to the processor.
const BLOCK: usize = 16 << 10;

/// A place in a document: bytes and lines before it, and bytes before it in its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) offset: usize,
    pub(super) lines: usize,
    pub(super) column: usize,
}

/// Text that has arrived.
#[derive(Default)]
pub(super) struct Buffer {
    text: String,
    /// Ends of lines in it.
    lines: usize,
    /// Where it begins in the document.
    begin: Position,
    /// Bytes that begin a character whose others aren't there yet.
    partial: Vec<u8>,
}

impl Buffer {
    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text from a position on.
    pub(super) fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Where it begins in the document.
    pub(super) fn begin(&self) -> Position {
        self.begin
    }

    /// Whether a character isn't there as a whole.
    pub(super) fn is_within_character(&self) -> bool {
        !self.partial.is_empty()
    }

    /// Adds bytes, as far as they are characters.
    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Result<(), Utf8Error> {
        while let ([_, ..], Some((byte, rest))) = (&*self.partial, bytes.split_first()) {
            let mut character = std::mem::take(&mut self.partial);
            character.push(*byte);
            bytes = rest;
            self.push_characters(&character)?;
        }
        self.text.reserve(bytes.len());
        self.push_characters(bytes)
    }

    fn push_characters(&mut self, mut bytes: &[u8]) -> Result<(), Utf8Error> {
        while !bytes.is_empty() {
            let block = bytes.get(..BLOCK).unwrap_or(bytes);
            let error = match simdutf8::compat::from_utf8(block) {
                Ok(text) => {
                    self.add(text);
                    bytes = bytes.get(block.len()..).unwrap_or_default();
                    continue;
                }
                Err(error) => error,
            };
            let (good, rest) = bytes.split_at(error.valid_up_to());
            self.add(&String::from_utf8_lossy(good));
            if error.error_len().is_some() {
                return Err(error);
            }
            if block.len() == bytes.len() {
                self.partial = rest.to_vec();
                return Ok(());
            }
            // A character goes on in the next block.
            bytes = rest;
        }
        Ok(())
    }

    fn add(&mut self, text: &str) {
        self.text.push_str(text);
        self.lines += lines(text);
    }

    /// Drops what is before a position.
    pub(super) fn drop_before(&mut self, at: usize) {
        let begin = self.position(at);
        self.lines -= begin.lines - self.begin.lines;
        self.begin = begin;
        self.text.drain(..at);
    }

    /// The place in the document that one in the text is.
    pub(super) fn position(&self, at: usize) -> Position {
        let (before, after) = self.text.split_at_checked(at).unwrap_or((&self.text, ""));
        // What is shorter is counted.
        let passed = if before.len() < after.len() {
            lines(before)
        } else {
            self.lines - lines(after)
        };
        let column = match memrchr(b'\n', before.as_bytes()) {
            Some(last) => at - last - 1,
            None => self.begin.column + at,
        };
        Position {
            offset: self.begin.offset + at,
            lines: self.begin.lines + passed,
            column,
        }
    }
}

/// How many ends of lines a text has.
fn lines(text: &str) -> usize {
    bytecount::count(text.as_bytes(), b'\n')
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Buffer, Position};

    /// The place after a text that begins here, found one character after the other.
    fn after(begin: Position, text: &str) -> Position {
        text.chars().fold(begin, |at, c| Position {
            offset: at.offset + c.len_utf8(),
            lines: at.lines + usize::from(c == '\n'),
            column: if c == '\n' {
                0
            } else {
                at.column + c.len_utf8()
            },
        })
    }

    #[test]
    fn characters_may_be_divided_anywhere_and_places_are_those_in_the_document() {
        let text = "a\u{20ac}\n\u{1f600}\u{fc}\n\nb".repeat(BLOCK / 4);
        for size in [1, 2, 3, 5, BLOCK - 1, BLOCK, BLOCK + 1, text.len()] {
            let mut buffer = Buffer::default();
            let (mut whole, mut place) = (String::new(), Position::default());
            for (number, part) in text.as_bytes().chunks(size).enumerate() {
                buffer.push(part).expect("characters");
                let here = buffer.text();
                let ends = [here.len(), here.find('\n').map_or(0, |at| at + 1)];
                let taken = here.get(..ends[number % 2]).expect("a character's end");
                whole.push_str(taken);
                let end = taken.len();
                place = after(place, taken);
                assert_eq!(buffer.position(end), place, "{size}");
                buffer.drop_before(end);
                if size == 1 && number == 3000 {
                    break;
                }
            }
            whole.push_str(buffer.text());
            assert!(text.starts_with(&whole));
            assert!(size == 1 || (whole == text && !buffer.is_within_character()));
        }
    }

    #[test]
    fn bytes_that_are_no_characters_end_it() {
        for good in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1] {
            let mut buffer = Buffer::default();
            let bytes = ["\u{fc}".repeat(good).as_bytes(), b"\xc3<more"].concat();
            buffer.push(&bytes).expect_err("half a character");
            assert_eq!(buffer.text(), "\u{fc}".repeat(good));
            let mut buffer = Buffer::default();
            buffer.push(b"a\xe2").expect("a part of a character");
            assert!(buffer.is_within_character());
            buffer.push(b"\x82<").expect_err("half a character");
            assert_eq!(buffer.text(), "a");
        }
    }
}
