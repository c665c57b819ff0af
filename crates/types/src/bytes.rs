//! Byte search, comparison and hashing for short strings such as tag names and attribute values.
//!
//! Works on eight bytes at a time, packed into a `u64`, and hands long inputs over to `memchr`,
//! whose call costs more than the search of a short string.

use memchr::{memchr, memchr2, memchr3};

/// How many bytes are searched here before `memchr` takes over.
const SHORT: usize = 128;

/// Bytes in a [`Word`].
const WIDTH: usize = size_of::<u64>();

/// The value 1 in each byte of a word.
const ONES: u64 = u64::MAX / 255;

/// The highest bit of each byte of a word, which marks a match.
const MARKS: u64 = ONES << 7;

/// Eight bytes, the first one lowest. Matches are marked in the highest bit of their byte.
///
/// Only the first mark is reliable: a borrow may set wrong marks above it.
#[derive(Clone, Copy)]
struct Word(u64);

impl Word {
    /// Marks bytes equal to `byte`.
    #[inline(always)]
    fn equal(self, byte: u8) -> Self {
        Self(self.0 ^ (ONES * u64::from(byte))).below(1)
    }

    /// Marks bytes below `bound`, which is at most 128.
    #[inline(always)]
    fn below(self, bound: u8) -> Self {
        Self(self.0.wrapping_sub(ONES * u64::from(bound)) & !self.0 & MARKS)
    }

    /// Marks bytes at or above `bound`, which is at most 128.
    #[inline(always)]
    fn at_least(self, bound: u8) -> Self {
        // No sum carries into the next byte.
        let sums = (self.0 & !MARKS) + ONES * u64::from(128 - bound);
        Self((sums | self.0) & MARKS)
    }

    /// Sets `bits` in each byte.
    #[inline(always)]
    fn with_bits(self, bits: u8) -> Self {
        Self(self.0 | (ONES * u64::from(bits)))
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Position of the first marked byte.
    #[inline(always)]
    fn first_mark(self) -> Option<usize> {
        (self.0 != 0).then(|| self.0.trailing_zeros() as usize / WIDTH)
    }
}

/// Offset of the first byte equal to `byte`.
#[inline(always)]
pub(crate) fn find(text: &[u8], byte: u8) -> Option<usize> {
    search(text, |word| word.equal(byte), |rest| memchr(byte, rest))
}

/// Offset of the first byte equal to one of two.
#[inline(always)]
pub(crate) fn find2(text: &[u8], [a, b]: [u8; 2]) -> Option<usize> {
    search(
        text,
        |word| word.equal(a).or(word.equal(b)),
        |rest| memchr2(a, b, rest),
    )
}

/// Offset of the first byte equal to one of three.
#[inline(always)]
pub(crate) fn find3(text: &[u8], [a, b, c]: [u8; 3]) -> Option<usize> {
    search(
        text,
        |word| word.equal(a).or(word.equal(b)).or(word.equal(c)),
        |rest| memchr3(a, b, c, rest),
    )
}

/// Offset of the first byte that equals `byte` or is below `bound`.
#[inline(always)]
pub(crate) fn find_or_below(text: &[u8], byte: u8, bound: u8) -> Option<usize> {
    search_words(text, |word| word.equal(byte).or(word.below(bound)))
}

/// Offset of the first byte that is neither a space nor an ASCII control character.
#[inline(always)]
pub(crate) fn find_non_blank(text: &[u8]) -> Option<usize> {
    search_words(text, |word| word.at_least(b'!'))
}

/// Offset of the first byte that may need escaping: `<`, `>`, `&`, `"`, a control character, or
/// 0xEF, which starts the noncharacters U+FFFE and U+FFFF.
#[inline(always)]
pub(crate) fn find_escapable(text: &[u8]) -> Option<usize> {
    search_words(text, |word| {
        // `<` and `>` differ in one bit, and so do `"` and `&`.
        let brackets = word.with_bits(b'<' ^ b'>').equal(b'>');
        let others = word.with_bits(b'"' ^ b'&').equal(b'&');
        word.below(b' ')
            .or(brackets)
            .or(others)
            .or(word.equal(0xef))
    })
}

/// Searches a short prefix by words and the rest with `long`.
#[inline(always)]
fn search(
    text: &[u8],
    marks: impl Fn(Word) -> Word,
    long: impl FnOnce(&[u8]) -> Option<usize>,
) -> Option<usize> {
    match text.split_at_checked(SHORT) {
        None => search_words(text, marks),
        Some((prefix, rest)) => {
            search_words(prefix, marks).or_else(|| long(rest).map(|found| SHORT + found))
        }
    }
}

#[inline(always)]
fn search_words(text: &[u8], marks: impl Fn(Word) -> Word) -> Option<usize> {
    let mut at = 0;
    while let Some(word) = word_at(text, at) {
        if let Some(found) = marks(Word(word)).first_mark() {
            return Some(at + found);
        }
        at += WIDTH;
    }
    if at == text.len() {
        return None;
    }
    // The last word overlaps bytes without a match, or is padded with zeros.
    let (start, word) = match text.last_chunk() {
        Some(last) => (text.len() - WIDTH, u64::from_le_bytes(*last)),
        None => (0, short_word(text)),
    };
    let found = start + marks(Word(word)).first_mark()?;
    (found < text.len()).then_some(found)
}

/// The eight bytes at an offset, the first one lowest.
#[inline(always)]
pub(crate) fn word_at(text: &[u8], at: usize) -> Option<u64> {
    let bytes = text.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*bytes))
}

/// The first `length` bytes of a word, the others zeroed.
#[inline(always)]
pub(crate) fn word_prefix(word: u64, length: usize) -> u64 {
    match WIDTH.checked_sub(length) {
        None => word,
        Some(WIDTH) => 0,
        Some(others) => word & (u64::MAX >> (8 * others)),
    }
}

/// Fewer than eight bytes as a word padded with zeros.
#[inline(always)]
pub(crate) fn short_word(text: &[u8]) -> u64 {
    match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) => {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            u64::from(first) | u64::from(last) << (8 * (text.len() - 4))
        }
        _ => {
            let bytes = text.iter().rev();
            bytes.fold(0, |word, byte| word << 8 | u64::from(*byte))
        }
    }
}

/// Whether two strings are equal; faster than `==` for strings of at most 64 bytes.
#[inline(always)]
pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        length if length != b.len() => false,
        4..=7 => ends_equal::<4>(a, b),
        8..=16 => ends_equal::<8>(a, b),
        17..=32 => ends_equal::<16>(a, b),
        33..=64 => ends_equal::<32>(a, b),
        _ => a == b,
    }
}

/// Whether the first and the last `N` bytes are equal.
#[inline(always)]
fn ends_equal<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}

/// A wyhash-like hash. Not collision resistant: users compare the strings as well.
#[inline]
pub(crate) fn hash(seed: u64, text: &[u8]) -> u64 {
    const SECRET: u64 = 0xe703_7ed1_a0b4_28db;
    let mix = |a: u64, b: u64| {
        let product = u128::from(a) * u128::from(b);
        product as u64 ^ (product >> 64) as u64
    };
    let word = |text: &[u8]| word_at(text, 0).unwrap_or_else(|| short_word(text));
    let mut hash = seed ^ 0x9e37_79b9_7f4a_7c15 ^ text.len() as u64;
    let (pairs, rest) = text.as_chunks::<16>();
    for pair in pairs {
        let (first, last) = pair.split_at(WIDTH);
        hash = mix(word(first) ^ hash, word(last) ^ SECRET);
    }
    let (first, last) = rest.split_at(rest.len().min(WIDTH));
    mix(mix(word(first) ^ hash, word(last) ^ SECRET), SECRET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_word_equals_the_prefix_of_a_word() {
        let text = b"abcdefgh";
        let word = word_at(text, 0).expect("eight bytes");
        for length in 0..8 {
            assert_eq!(short_word(&text[..length]), word_prefix(word, length));
        }
    }

    #[test]
    fn equal_compares_every_byte() {
        for length in 0..80 {
            let name: Vec<u8> = (b' '..).take(length).collect();
            assert!(equal(&name, &name));
            assert!(!equal(&name, &[&name[..], b"x"].concat()));
            for at in 0..length {
                let mut other = name.clone();
                other[at] ^= 1;
                assert!(!equal(&name, &other));
            }
        }
    }

    #[test]
    fn searches_agree_with_a_bytewise_search() {
        let interesting = [0, b'\t', b' ', b'!', b'&', b'<', b'>', b'a', 127, 128, 255];
        for byte in interesting {
            for filler in 0..=255 {
                for length in [0, 1, 7, 8, 15, 16, 17, 127, 128, 129, 140] {
                    let mut text = vec![filler; length];
                    text.push(byte);
                    text.extend_from_slice(&interesting);
                    let position = |is: &dyn Fn(u8) -> bool| text.iter().position(|byte| is(*byte));
                    assert_eq!(find(&text, b'<'), position(&|byte| byte == b'<'));
                    assert_eq!(
                        find2(&text, [b'<', b'&']),
                        position(&|byte| matches!(byte, b'<' | b'&'))
                    );
                    assert_eq!(
                        find3(&text, [b'a', 0, 255]),
                        position(&|byte| matches!(byte, b'a' | 0 | 255))
                    );
                    assert_eq!(
                        find_or_below(&text, b'>', b'('),
                        position(&|byte| byte == b'>' || byte < b'(')
                    );
                    assert_eq!(find_non_blank(&text), position(&|byte| byte > b' '));
                    assert_eq!(
                        find_escapable(&text),
                        position(&|byte| byte < b' ' || b"<>\"&\xef".contains(&byte))
                    );
                }
            }
        }
    }
}
