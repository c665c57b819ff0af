//! Tags that are written as others before them, which needn't be scanned.

use super::{Event, Scanner, Span, Tag};
use crate::xml::find;

/// A tag that came, with the blanks before it: another one that is written alike means the same.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    kind: Kind,
    /// Where its name begins and ends, from the beginning of the text.
    name: (u8, u8),
    /// Of the blanks and the tag so much is compared as it stands.
    length: u16,
    /// How much follows the address of the object in the tag of a link.
    rest_length: u16,
    /// Where the text begins that is compared.
    text: usize,
    /// Where that begins which follows the address.
    rest: usize,
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

impl Scanner<'_> {
    /// What came last, which began at `begin` with blanks or a tag. `own` is the address of the object
    /// that it is in, as the document has it; nothing if it has none.
    pub(in crate::xml) fn seen(&self, begin: usize, event: Event, own: &str) -> Seen {
        let blanks = find::not_blank(self.text.as_bytes().get(begin..).unwrap_or_default());
        let tag = begin + blanks.unwrap_or_default();
        let seen = |kind, end: usize, name: Span, rest: Span| {
            Some(Seen {
                kind,
                name: (
                    u8::try_from(name.0 - begin).ok()?,
                    u8::try_from(name.1 - begin).ok()?,
                ),
                length: u16::try_from(end - begin).ok()?,
                rest_length: u16::try_from(rest.1 - rest.0).ok()?,
                text: begin,
                rest: rest.0,
            })
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

    /// Takes a tag if it is written as the one that came before.
    #[inline]
    pub(in crate::xml) fn again(&mut self, seen: &Seen, own: &str) -> Option<Event> {
        let text = self.text.as_bytes();
        let before = text.get(seen.text..seen.text + usize::from(seen.length))?;
        let begin = self.at;
        let end = begin + before.len();
        if seen.kind == Kind::Unusual || !find::same(text.get(begin..end)?, before) {
            return None;
        }
        let name = (
            begin + usize::from(seen.name.0),
            begin + usize::from(seen.name.1),
        );
        match seen.kind {
            Kind::Unusual => None,
            Kind::End => {
                let open = self
                    .open
                    .pop_if(|open| text.get(name.0..name.1) == Some(*open));
                open?;
                self.at = end;
                Some(Event::End)
            }
            Kind::Start | Kind::Empty => {
                self.at = end;
                Some(self.started(name, name.1, true, seen.kind == Kind::Empty))
            }
            Kind::Attributes => {
                let (end, is_empty) = self.usual_end(end)?;
                self.at = end + 1 + usize::from(is_empty);
                Some(self.started(name, end, true, is_empty))
            }
            Kind::Link(is_empty) => {
                let rest = text.get(seen.rest..seen.rest + usize::from(seen.rest_length))?;
                let after = text.get(end..)?.strip_prefix(own.as_bytes())?;
                if !after.starts_with(rest) {
                    return None;
                }
                self.at = end + own.len() + rest.len();
                Some(self.started(name, name.1, true, is_empty))
            }
        }
    }
}

/// Whether an address is below this one.
fn below(href: &str, own: &str) -> bool {
    let rest = href.strip_prefix(own).filter(|_| !own.is_empty());
    rest.is_some_and(|rest| rest.starts_with('/'))
}
