//! Static descriptions of structs and their members, and lookup of members by name.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::bytes;
use crate::name_index::{NameIndex, NameKey};

/// Description of a struct.
#[derive(Debug)]
pub struct StructInfo {
    /// Name of the Rust type.
    pub type_name: &'static str,
    /// XML tag of an object.
    pub tag: &'static str,
    /// XML tag of a list of objects.
    pub plural: &'static str,
    /// Whether the struct has the text members `id` and `name`, so that links can refer to it.
    pub identified: bool,
    /// The members, sorted by tag.
    pub members: &'static [MemberInfo],
    /// Built on first use: evaluating it at compile time would be slow for hundreds of structs.
    pub(crate) lookups: OnceLock<Lookups>,
}

/// Indexes of a struct's members.
#[derive(Debug)]
pub(crate) struct Lookups {
    by_tag: NameIndex,
    by_rel: NameIndex,
    /// Position of the member `href`.
    pub(crate) href: Option<usize>,
    /// Position of the member `id`.
    pub(crate) id: Option<usize>,
}

/// Description of a member.
#[derive(Debug)]
pub struct MemberInfo {
    /// Name in the API model and in JSON.
    pub name: &'static str,
    /// XML tag.
    pub tag: &'static str,
    /// The start tag.
    pub start_tag: &'static str,
    /// The end tag.
    pub end_tag: &'static str,
    /// XML tag of the items of a list of scalars; empty for other members.
    pub item_tag: &'static str,
    /// Whether the value must be redacted in `Debug` output and logs.
    pub secret: bool,
}

impl MemberInfo {
    /// Whether the member is an XML attribute.
    #[inline]
    pub fn is_attribute(&self) -> bool {
        matches!(self.name, "id" | "href")
    }

    /// The `rel` of a link that stands for this member: the name without underscores.
    pub fn rel(&self) -> Cow<'static, str> {
        if self.name.contains('_') {
            return self.name.replace('_', "").into();
        }
        self.name.into()
    }

    /// Whether a link with this `rel` stands for this member.
    fn has_rel(&self, rel: &str) -> bool {
        let without_underscores = || self.name.bytes().filter(|byte| *byte != b'_');
        bytes::equal(self.name.as_bytes(), rel.as_bytes()) || without_underscores().eq(rel.bytes())
    }
}

impl StructInfo {
    #[inline]
    pub(crate) fn lookups(&self) -> &Lookups {
        self.lookups.get_or_init(|| {
            let members = self.members.iter();
            Lookups {
                by_tag: NameIndex::new(members.clone().map(|member| Cow::Borrowed(member.tag))),
                by_rel: NameIndex::new(members.map(MemberInfo::rel)),
                href: self.find_name("href"),
                id: self.find_name("id"),
            }
        })
    }

    /// Finds a member by its tag; `key` is the key of the tag.
    #[inline]
    pub(crate) fn find_tag(
        &self,
        tag: &[u8],
        key: NameKey,
    ) -> Option<(usize, &'static MemberInfo)> {
        self.lookups().by_tag.find(key, tag.len(), |index| {
            let member = self.members.get(index)?;
            bytes::equal(member.tag.as_bytes(), tag).then_some((index, member))
        })
    }

    /// Finds the member that a link with this `rel` stands for.
    #[inline]
    pub(crate) fn find_rel(&self, rel: &str) -> Option<(usize, &'static MemberInfo)> {
        let key = NameKey::new(rel.as_bytes());
        self.lookups().by_rel.find(key, rel.len(), |index| {
            let member = self.members.get(index)?;
            member.has_rel(rel).then_some((index, member))
        })
    }

    /// Position of the member with this name in the API model.
    pub fn find_name(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }
}
