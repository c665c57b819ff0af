//! Buffer for the part of a document that has not been decoded yet, with its position.

use memchr::memrchr;
use simdutf8::compat::Utf8Error;

/// How many bytes are validated and copied at once: they stay in the L1 cache.
const BLOCK: usize = 16 << 10;

/// A position in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    /// Bytes before the position.
    pub(super) offset: usize,
    /// Line ends before the position.
    pub(super) lines: usize,
    /// Bytes before the position in its line.
    pub(super) column: usize,
}

/// Received text.
#[derive(Default)]
pub(super) struct Buffer {
    text: String,
    /// Number of line ends in `text`.
    lines: usize,
    /// Position of `text` in the document.
    start: Position,
    /// First bytes of a character that has not been received completely.
    partial: Vec<u8>,
}

impl Buffer {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text from an offset on.
    pub(super) fn text_from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Position of the buffer in the document.
    pub(super) fn start(&self) -> Position {
        self.start
    }

    /// Whether the last character is incomplete.
    pub(super) fn has_partial_character(&self) -> bool {
        !self.partial.is_empty()
    }

    /// Appends bytes. On invalid UTF-8, appends what precedes it and returns an error.
    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Result<(), Utf8Error> {
        while let ([_, ..], Some((byte, rest))) = (&*self.partial, bytes.split_first()) {
            let mut character = std::mem::take(&mut self.partial);
            character.push(*byte);
            bytes = rest;
            self.push_blocks(&character)?;
        }
        self.text.reserve(bytes.len());
        self.push_blocks(bytes)
    }

    fn push_blocks(&mut self, mut bytes: &[u8]) -> Result<(), Utf8Error> {
        while !bytes.is_empty() {
            let block = bytes.get(..BLOCK).unwrap_or(bytes);
            let error = match simdutf8::compat::from_utf8(block) {
                Ok(text) => {
                    self.push_str(text);
                    bytes = bytes.get(block.len()..).unwrap_or_default();
                    continue;
                }
                Err(error) => error,
            };
            let (valid, rest) = bytes.split_at(error.valid_up_to());
            self.push_str(&String::from_utf8_lossy(valid));
            if error.error_len().is_some() {
                return Err(error);
            }
            if block.len() == bytes.len() {
                self.partial = rest.to_vec();
                return Ok(());
            }
            // The character continues in the next block.
            bytes = rest;
        }
        Ok(())
    }

    fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
        self.lines += count_lines(text);
    }

    /// Removes the text before an offset.
    pub(super) fn drop_before(&mut self, at: usize) {
        let start = self.position(at);
        self.lines -= start.lines - self.start.lines;
        self.start = start;
        self.text.drain(..at);
    }

    /// Position in the document of an offset in the buffer.
    pub(super) fn position(&self, at: usize) -> Position {
        let (before, after) = self.text.split_at_checked(at).unwrap_or((&self.text, ""));
        // Counts in the shorter part.
        let lines = if before.len() < after.len() {
            count_lines(before)
        } else {
            self.lines - count_lines(after)
        };
        let column = match memrchr(b'\n', before.as_bytes()) {
            Some(last) => at - last - 1,
            None => self.start.column + at,
        };
        Position {
            offset: self.start.offset + at,
            lines: self.start.lines + lines,
            column,
        }
    }
}

fn count_lines(text: &str) -> usize {
    bytecount::count(text.as_bytes(), b'\n')
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Buffer, Position};

    /// The position after a text that starts at `start`, computed character by character.
    fn advance(start: Position, text: &str) -> Position {
        text.chars().fold(start, |at, c| Position {
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
    fn characters_may_be_split_anywhere_and_positions_are_those_in_the_document() {
        let text = "a\u{20ac}\n\u{1f600}\u{fc}\n\nb".repeat(BLOCK / 4);
        for size in [1, 2, 3, 5, BLOCK - 1, BLOCK, BLOCK + 1, text.len()] {
            let mut buffer = Buffer::default();
            let (mut whole, mut position) = (String::new(), Position::default());
            for (number, part) in text.as_bytes().chunks(size).enumerate() {
                buffer.push(part).expect("valid UTF-8");
                let here = buffer.text();
                let ends = [here.len(), here.find('\n').map_or(0, |at| at + 1)];
                let taken = here.get(..ends[number % 2]).expect("a character boundary");
                whole.push_str(taken);
                let end = taken.len();
                position = advance(position, taken);
                assert_eq!(buffer.position(end), position, "{size}");
                buffer.drop_before(end);
                if size == 1 && number == 3000 {
                    break;
                }
            }
            whole.push_str(buffer.text());
            assert!(text.starts_with(&whole));
            assert!(size == 1 || (whole == text && !buffer.has_partial_character()));
        }
    }

    #[test]
    fn text_before_invalid_utf8_is_kept() {
        for count in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1] {
            let mut buffer = Buffer::default();
            let bytes = ["\u{fc}".repeat(count).as_bytes(), b"\xc3<more"].concat();
            buffer.push(&bytes).expect_err("invalid UTF-8");
            assert_eq!(buffer.text(), "\u{fc}".repeat(count));
            let mut buffer = Buffer::default();
            buffer.push(b"a\xe2").expect("an incomplete character");
            assert!(buffer.has_partial_character());
            buffer.push(b"\x82<").expect_err("invalid UTF-8");
            assert_eq!(buffer.text(), "a");
        }
    }
}
