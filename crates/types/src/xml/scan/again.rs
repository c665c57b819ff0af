//! Tags that are written as others before them, which needn't be scanned.

use super::{Event, Scanner, Span, Tag, Usual};
use crate::xml::find;

/// A tag that came, with the blanks before it: another one that is written alike means the same.
///
/// Positions are numbers of few bytes: what is remembered of a list shall fit into the cache nearest to
/// the processor. A tag that doesn't fit into them isn't remembered.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    /// Where the text begins, among those that are remembered, that is compared as it stands: the
    /// blanks and the tag, or their beginning.
    text: u16,
    length: u8,
    /// How much follows the address of the object in the tag of a link; it comes after the text.
    rest_length: u8,
    /// Where its name begins and ends, from the beginning of the text.
    name: (u8, u8),
    kind: Kind,
}

/// How a tag is compared with one that came before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    /// Not at all.
    #[default]
    Unusual,
    Start,
    Empty,
    End,
    /// Up to the end of its name; its attributes may be others.
    Attributes,
    /// Up to the address in it, which goes on from that of the object that the link is in.
    Link(bool),
}

impl<'a> Scanner<'a> {
    /// What came last, which began at `begin` with blanks or a tag. `own` is the address of the object
    /// that it is in, as the document has it; nothing if it has none. What it is compared with is added
    /// to the texts.
    pub(in crate::xml) fn seen(
        &self,
        begin: usize,
        event: Event,
        own: &str,
        texts: &mut Vec<u8>,
    ) -> Seen {
        let text = self.text.as_bytes();
        let blanks = find::not_blank(text.get(begin..).unwrap_or_default());
        let tag = begin + blanks.unwrap_or_default();
        let mut seen = |kind, end: usize, name: Span, rest: Span| {
            let seen = Seen {
                text: u16::try_from(texts.len()).ok()?,
                length: u8::try_from(end - begin).ok()?,
                rest_length: u8::try_from(rest.1 - rest.0).ok()?,
                name: (
                    u8::try_from(name.0 - begin).ok()?,
                    u8::try_from(name.1 - begin).ok()?,
                ),
                kind,
            };
            texts.extend_from_slice(text.get(begin..end)?);
            texts.extend_from_slice(text.get(rest.0..rest.1)?);
            Some(seen)
        };
        let Tag { name, href, .. } = self.tag;
        let is_empty = event == Event::Empty;
        let seen = match event {
            Event::End if !self.odd => seen(Kind::End, self.at, (tag + 2, self.at - 1), (0, 0)),
            Event::Start | Event::Empty if !self.tag.is_usual => None,
            Event::Start | Event::Empty if self.tag.end == name.1 => {
                let kind = if is_empty { Kind::Empty } else { Kind::Start };
                seen(kind, self.at, name, (0, 0))
            }
            Event::Start | Event::Empty if href.1 > 0 && below(self.part(href), own) => {
                let rest = (href.0 + own.len(), self.at);
                seen(Kind::Link(is_empty), href.0, name, rest)
            }
            Event::Start | Event::Empty => seen(Kind::Attributes, name.1, name, (0, 0)),
            _ => None,
        };
        seen.unwrap_or_default()
    }

    /// Takes a tag if it is written as the one that came before, of which the text is among these.
    #[inline(always)]
    pub(in crate::xml) fn again(&mut self, seen: &Seen, texts: &[u8], own: &str) -> Option<Event> {
        let begin = self.at;
        let texts = texts.get(seen.text.into()..)?;
        let (before, texts) = texts.split_at_checked(seen.length.into())?;
        let text = self.rest().get(..before.len())?;
        if !find::same(text, before) {
            return None;
        }
        let end = begin + text.len();
        let name = (
            begin + usize::from(seen.name.0),
            begin + usize::from(seen.name.1),
        );
        match seen.kind {
            Kind::Start => {
                self.at = end;
                Some(self.started(name, name.1, true, false))
            }
            Kind::End => {
                let name = text.get(usize::from(seen.name.0)..usize::from(seen.name.1))?;
                if !find::same(name, self.open.last()?) {
                    return None;
                }
                self.open.pop();
                self.at = end;
                Some(Event::End)
            }
            _ => self.again_further(seen, texts, own, name, end),
        }
    }

    /// Where the address of the last element begins, if it goes on from this one and is written as usual.
    pub(in crate::xml) fn below(&self, own: &str) -> Option<usize> {
        let Usual { href, .. } = self.usual_attributes()?;
        below(href?, own).then_some(self.tag.href.0)
    }

    /// What has come since a position; nothing if a name has been seen that no document has that means well.
    pub(in crate::xml) fn plain_since(&self, begin: usize) -> Option<&'a [u8]> {
        let text = self.text.as_bytes().get(begin..self.at);
        text.filter(|_| !self.odd)
    }

    /// Passes over the rest of the element that was started last, with its end, which is so long.
    pub(in crate::xml) fn pass(&mut self, length: usize) {
        self.at += length;
        self.open.pop();
    }

    /// Goes on with a tag that is written as the one before up to its attributes or the address in it.
    #[inline(never)]
    fn again_further(
        &mut self,
        seen: &Seen,
        texts: &[u8],
        own: &str,
        name: Span,
        end: usize,
    ) -> Option<Event> {
        match seen.kind {
            Kind::Empty => {
                self.at = end;
                Some(self.started(name, name.1, true, true))
            }
            Kind::Attributes => {
                let (end, is_empty) = self.usual_end(end)?;
                self.at = end + 1 + usize::from(is_empty);
                Some(self.started(name, end, true, is_empty))
            }
            Kind::Link(is_empty) => {
                let text = self.text.as_bytes().get(end..)?;
                let (address, after) = text.split_at_checked(own.len())?;
                let before = texts.get(..seen.rest_length.into())?;
                let rest = after.get(..before.len())?;
                if !find::same(address, own.as_bytes()) || !find::same(rest, before) {
                    return None;
                }
                self.at = end + address.len() + rest.len();
                Some(self.started(name, name.1, true, is_empty))
            }
            Kind::Unusual | Kind::Start | Kind::End => None,
        }
    }
}

/// Whether an address is below this one.
fn below(href: &str, own: &str) -> bool {
    let rest = href.strip_prefix(own).filter(|_| !own.is_empty());
    rest.is_some_and(|rest| rest.starts_with('/'))
}
