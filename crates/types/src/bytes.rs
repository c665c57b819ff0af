//! Searches in texts that are mostly short, such as names and values: sixteen bytes at once, without
//! the call of a search made for long texts, which takes over where a text is one.

mod simd;

use simd::{COUNT, Lanes};

/// How many bytes are looked at here before a search for long texts is worth its call.
const SHORT: usize = 128;

/// The eight bytes at a position, the first one lowest.
#[inline(always)]
pub(crate) fn word(text: &[u8], at: usize) -> Option<u64> {
    let bytes = text.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*bytes))
}

/// The first bytes of a word.
#[inline(always)]
pub(crate) fn head(word: u64, bytes: usize) -> u64 {
    match 8_usize.checked_sub(bytes) {
        None => word,
        Some(8) => 0,
        Some(others) => word & (u64::MAX >> (8 * others)),
    }
}

/// Whether two texts are the same, of which most are as short as names and addresses: each is
/// looked at from its beginning and from its end, which may overlap.
#[inline(always)]
pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    const ONE: usize = COUNT + 1;
    const TWO: usize = 2 * COUNT;
    const MORE: usize = TWO + 1;
    const FOUR: usize = 4 * COUNT;
    match a.len() {
        length if length != b.len() => false,
        4..=7 => a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk(),
        8..=COUNT => {
            a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk()
        }
        ONE..=TWO => differences(a, b, 0).is_some_and(Lanes::are_zero),
        MORE..=FOUR => {
            let inner = differences(a, b, COUNT);
            let all = differences(a, b, 0).zip(inner).map(|(a, b)| a.or(b));
            all.is_some_and(Lanes::are_zero)
        }
        _ => a == b,
    }
}

/// A hash of a text, as wyhash has it: it needn't withstand anybody, since texts with the same one are compared.
#[inline]
pub(crate) fn hash(seed: u64, text: &[u8]) -> u64 {
    const SECRET: u64 = 0xe703_7ed1_a0b4_28db;
    let mix = |a: u64, b: u64| {
        let product = u128::from(a) * u128::from(b);
        product as u64 ^ (product >> 64) as u64
    };
    let mut hash = seed ^ 0x9e37_79b9_7f4a_7c15 ^ text.len() as u64;
    let (pairs, rest) = text.as_chunks::<16>();
    for pair in pairs {
        let word = |at| word(pair, at).unwrap_or_default();
        hash = mix(word(0) ^ hash, word(8) ^ SECRET);
    }
    let (first, last) = rest.split_at(rest.len().min(8));
    let word = |part: &[u8]| {
        part.first_chunk()
            .map_or_else(|| short(part), |word| u64::from_le_bytes(*word))
    };
    mix(mix(word(first) ^ hash, word(last) ^ SECRET), SECRET)
}

/// The differences of two texts of the same length, of as many bytes as there are lanes so far from the
/// beginning and so far from the end.
#[inline(always)]
fn differences(a: &[u8], b: &[u8], at: usize) -> Option<Lanes> {
    let end = a.len().checked_sub(at)?;
    let (begin_a, begin_b) = (a.get(at..)?.first_chunk()?, b.get(at..)?.first_chunk()?);
    let (end_a, end_b) = (a.get(..end)?.last_chunk()?, b.get(..end)?.last_chunk()?);
    let begin = Lanes::of(begin_a).differences(Lanes::of(begin_b));
    Some(begin.or(Lanes::of(end_a).differences(Lanes::of(end_b))))
}

/// Where the first byte is for which `marks` leaves a mark; in the rest of a long text `search`
/// finds it.
#[inline(always)]
fn first(
    text: &[u8],
    marks: impl Fn(Lanes) -> Lanes,
    search: impl FnOnce(&[u8]) -> Option<usize>,
) -> Option<usize> {
    let mut at = 0;
    while let Some(lanes) = text.get(at..).and_then(<[u8]>::first_chunk) {
        if let Some(found) = marks(Lanes::of(lanes)).first() {
            return Some(at + found);
        }
        at += COUNT;
        if at == SHORT {
            return search(text.get(at..)?).map(|found| at + found);
        }
    }
    last(text, at, marks)
}

/// The same for the end of a text, of which only some bytes after `at` are left.
#[inline]
fn last(text: &[u8], at: usize, marks: impl Fn(Lanes) -> Lanes) -> Option<usize> {
    if at == text.len() {
        return None;
    }
    // With some bytes before them that have no mark, or with others after them that don't count.
    let (begin, lanes) = match text.last_chunk() {
        Some(chunk) => (text.len() - COUNT, Lanes::of(chunk)),
        None => (0, Lanes::of(&padded(text))),
    };
    let found = begin + marks(lanes).first()?;
    (found < text.len()).then_some(found)
}

/// Fewer bytes than there are lanes, with zeros after them.
#[inline(always)]
fn padded(text: &[u8]) -> [u8; COUNT] {
    let mut lanes = [0; COUNT];
    for (lane, byte) in lanes.chunks_exact_mut(8).zip(text.chunks(8)) {
        let word = byte
            .first_chunk()
            .map_or_else(|| short(byte), |word| u64::from_le_bytes(*word));
        lane.copy_from_slice(&word.to_le_bytes());
    }
    lanes
}

/// Fewer than eight bytes as a word.
#[inline(always)]
pub(crate) fn short(text: &[u8]) -> u64 {
    match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) => {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            u64::from(first) | u64::from(last) << (8 * (text.len() - 4))
        }
        _ => {
            let later = text.iter().rev();
            later.fold(0, |word, byte| word << 8 | u64::from(*byte))
        }
    }
}

/// Where this byte is.
#[inline(always)]
pub(crate) fn find(text: &[u8], byte: u8) -> Option<usize> {
    let marks = |lanes: Lanes| lanes.equal(byte);
    first(text, marks, |rest| memchr::memchr(byte, rest))
}

/// Where the first one of two bytes is.
#[inline(always)]
pub(crate) fn find2(text: &[u8], [a, b]: [u8; 2]) -> Option<usize> {
    let marks = |lanes: Lanes| lanes.equal(a).or(lanes.equal(b));
    first(text, marks, |rest| memchr::memchr2(a, b, rest))
}

/// Where the first one of three bytes is.
#[inline(always)]
pub(crate) fn find3(text: &[u8], [a, b, c]: [u8; 3]) -> Option<usize> {
    let marks = |lanes: Lanes| lanes.equal(a).or(lanes.equal(b)).or(lanes.equal(c));
    first(text, marks, |rest| memchr::memchr3(a, b, c, rest))
}

/// Where the first byte is that is `a` or below `bound`.
#[inline(always)]
pub(crate) fn find_or_below(text: &[u8], a: u8, bound: u8) -> Option<usize> {
    let marks = |lanes: Lanes| lanes.equal(a).or(lanes.below(bound));
    let is = |byte: &u8| *byte == a || *byte < bound;
    first(text, marks, |rest| rest.iter().position(is))
}

/// Where the first byte is that may be one that a document can't have in a text as it stands, or
/// that begins one of the two characters beyond ASCII that it can't have at all. Ends of lines are
/// always found `in_attribute`, otherwise only where that costs nothing.
#[inline(always)]
pub(crate) fn find_escapable(text: &[u8], in_attribute: bool) -> Option<usize> {
    // `<` and `>`, and `"` and `&`, differ in one bit.
    let marks = |lanes: Lanes| {
        let control = lanes.below(b' ');
        let brackets = lanes.with(0x02).equal(b'>');
        let others = lanes.with(0x04).equal(b'&');
        control.or(brackets).or(others).or(lanes.equal(0xef))
    };
    first(text, marks, |rest| special_in_blocks(rest, in_attribute))
}

/// The same for long texts: whether a block has such a byte is found out for many of its bytes at
/// once, and mostly it has none.
fn special_in_blocks(text: &[u8], in_attribute: bool) -> Option<usize> {
    let is_special = |byte: u8| {
        (byte < b' ') & (in_attribute | (byte != b'\n'))
            | (byte | 0x02 == b'>')
            | (byte | 0x04 == b'&')
            | (byte == 0xef)
    };
    let mut before = 0;
    for block in text.chunks(256) {
        if block
            .iter()
            .fold(false, |any, byte| any | is_special(*byte))
        {
            let found = block.iter().position(|byte| is_special(*byte));
            return found.map(|found| before + found);
        }
        before += block.len();
    }
    None
}

/// Where the first byte is that isn't a blank or a control character.
#[inline(always)]
pub(crate) fn find_non_blank(text: &[u8]) -> Option<usize> {
    let is_blank = |byte: &u8| *byte <= b' ';
    first(
        text,
        |lanes| lanes.not_below(b'!'),
        |rest| rest.iter().position(|byte| !is_blank(byte)),
    )
}

#[cfg(test)]
mod tests {
    use super::{
        equal, find, find_escapable, find_non_blank, find_or_below, find2, find3, head, short, word,
    };

    #[test]
    fn a_short_text_is_the_beginning_of_a_word() {
        let text = b"abcdefgh";
        let whole = word(text, 0).expect("eight bytes");
        for length in 0..8 {
            assert_eq!(short(&text[..length]), head(whole, length));
        }
    }

    #[test]
    fn names_are_the_same_if_all_of_their_bytes_are() {
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
    fn found_as_one_byte_after_the_other() {
        let bytes: Vec<u8> = (0..=255).collect();
        let interesting = [0, b'\t', b' ', b'!', b'&', b'<', b'>', b'a', 127, 128, 255];
        for byte in interesting {
            for filler in bytes.iter().copied() {
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
                    let is_special = |byte| byte < b' ' || b"<>\"&\xef".contains(&byte);
                    let expected = position(&is_special);
                    assert_eq!(find_escapable(&text, true), expected);
                    let is_end_of_line = |at: usize| text[at] == b'\n';
                    if find_escapable(&text, false) != expected {
                        assert!(expected.is_some_and(is_end_of_line));
                    }
                }
            }
        }
    }
}
