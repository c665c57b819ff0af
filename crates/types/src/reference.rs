//! References to objects: `href`, `id` and `name` in one shared string.

use arcstr::ArcStr;

use crate::bytes;

/// `href`, `id` and `name` of an object in one allocation, which copies share.
///
/// The engine ends each `href` with the `id`, which then takes no memory of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The `href`, then the `id` unless the `href` ends with it, then the `name`.
    text: ArcStr,
    /// End of the `href`; [`ABSENT`] without one.
    href_end: u16,
    /// Start of the `id`; [`ABSENT`] without one.
    id_start: u16,
    /// End of the `id` and start of the `name`.
    id_end: u16,
    has_name: bool,
}

/// An offset that no part of a text can have.
const ABSENT: u16 = u16::MAX;

impl Reference {
    /// A reference with these parts; `None` if they take 64 KiB or more.
    pub(crate) fn new(href: Option<&str>, id: Option<&str>, name: Option<&str>) -> Option<Self> {
        let (href_text, id_text, name_text) = (
            href.unwrap_or_default(),
            id.unwrap_or_default(),
            name.unwrap_or_default(),
        );
        let overlaps = !href_text.is_empty() && href_text.ends_with(id_text);
        let own_id = if overlaps { "" } else { id_text };
        let id_end = href_text.len() + own_id.len();
        let text = if own_id.is_empty() && name_text.is_empty() {
            ArcStr::from(href_text)
        } else {
            [href_text, own_id, name_text].concat().into()
        };
        let offset = |at: usize| u16::try_from(at).ok().filter(|at| *at != ABSENT);
        let offset_if = |is: bool, at: usize| if is { offset(at) } else { Some(ABSENT) };
        Some(Self {
            text,
            href_end: offset_if(href.is_some(), href_text.len())?,
            id_start: offset_if(id.is_some(), id_end - id_text.len())?,
            id_end: offset(id_end)?,
            has_name: name.is_some(),
        })
    }

    /// Whether this is a reference with these parts and without a `name`.
    pub(crate) fn has_parts(&self, href: Option<&str>, id: Option<&str>) -> bool {
        let equal = |a: Option<&str>, b: Option<&str>| match (a, b) {
            (Some(a), Some(b)) => bytes::equal(a.as_bytes(), b.as_bytes()),
            (a, b) => a.is_none() && b.is_none(),
        };
        !self.has_name && equal(self.href(), href) && equal(self.id(), id)
    }

    /// Address of the object, as a path on the engine's host.
    pub fn href(&self) -> Option<&str> {
        self.part(self.href_end != ABSENT, 0, self.href_end.into())
    }

    /// Identifier of the object.
    pub fn id(&self) -> Option<&str> {
        self.part(
            self.id_start != ABSENT,
            self.id_start.into(),
            self.id_end.into(),
        )
    }

    /// Name of the object.
    pub fn name(&self) -> Option<&str> {
        self.part(self.has_name, self.id_end.into(), self.text.len())
    }

    /// The parts that are set, with their names.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = [
            ("href", self.href()),
            ("id", self.id()),
            ("name", self.name()),
        ];
        parts
            .into_iter()
            .filter_map(|(name, part)| Some((name, part?)))
    }

    fn part(&self, is_set: bool, start: usize, end: usize) -> Option<&str> {
        if is_set {
            self.text.get(start..end)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn parts_are_returned_as_given() {
        let texts = [None, Some(""), Some("123"), Some("/api/vms/123")];
        for href in texts {
            for id in texts {
                for name in texts {
                    let reference = Reference::new(href, id, name).expect("short texts");
                    assert_eq!(
                        (reference.href(), reference.id(), reference.name()),
                        (href, id, name)
                    );
                }
            }
        }
    }

    #[test]
    fn an_id_at_the_end_of_the_href_takes_no_memory() {
        let reference = Reference::new(Some("/api/vms/123"), Some("123"), None).expect("short");
        assert_eq!(reference.text.len(), "/api/vms/123".len());
    }

    #[test]
    fn parts_of_64_kib_or_more_are_rejected() {
        assert_eq!(Reference::new(Some(&"x".repeat(70_000)), None, None), None);
    }
}
