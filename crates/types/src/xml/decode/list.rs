//! Lists and their items.

use super::{Decoder, Result};
use crate::reflect::{ItemKind, ListSlot, Reflect, StructInfo, UntypedList};
use crate::xml::tokenizer::Token;

/// What comes next within the root element of a list.
pub(in crate::xml) enum ListToken {
    /// An item, which has been decoded.
    Object,
    /// Anything else, which has been skipped.
    Other,
    /// The end tag of the list.
    End,
}

/// Whether a tag is that of a list of these structs.
pub(crate) fn is_plural(info: &StructInfo, tag: &str) -> bool {
    tag == info.plural
        // Engines misspell this one, and may be corrected.
        || (tag == "operating_systems" && info.plural == "operation_systems")
}

/// Whether an element may precede the items of a list without being one.
///
/// All others are items, whatever their tag: handwritten documents may not use that of the
/// type.
fn is_list_metadata(tag: &[u8]) -> bool {
    matches!(tag, b"actions" | b"link" | b"size" | b"total" | b"active")
}

impl Decoder<'_> {
    /// Fills a list from its element.
    pub(super) fn list(&mut self, empty: bool, slot: &mut dyn ListSlot) -> Result<()> {
        let (list, kind) = slot.list_or_insert();
        list.clear();
        if self.tokens.has_attributes()
            && let Some(href) = self.attributes()?.href
        {
            list.set_href(&href);
        }
        if empty {
            return Ok(());
        }
        self.enter()?;
        loop {
            match self.next_token_skip_space()? {
                Token::Start => self.item(false, list, kind)?,
                Token::Empty => self.item(true, list, kind)?,
                Token::End => break,
                token => self.skip_token(token)?,
            }
        }
        list.shrink_to_fit();
        self.leave();
        Ok(())
    }

    fn item(&mut self, empty: bool, list: &mut UntypedList, kind: ItemKind) -> Result<()> {
        if is_list_metadata(self.tokens.name_bytes()) {
            return self.skip(empty);
        }
        if let Some(object) = list.push_object(kind) {
            return self.item_object(empty, object);
        }
        let text = self.text(empty)?;
        list.push_text(&text, kind);
        Ok(())
    }

    fn item_object(&mut self, empty: bool, object: &mut dyn Reflect) -> Result<()> {
        let tag = object.struct_info().tag;
        self.object(empty, object)
            .map_err(|error| error.within(tag))
    }

    /// Decodes the next token of a list; fills `object` if it is an item.
    pub(super) fn list_token(&mut self, object: &mut dyn Reflect) -> Result<ListToken> {
        let empty = match self.next_token_skip_space()? {
            Token::Start => false,
            Token::Empty => true,
            Token::End => return Ok(ListToken::End),
            token => {
                self.skip_token(token)?;
                return Ok(ListToken::Other);
            }
        };
        if is_list_metadata(self.tokens.name_bytes()) {
            self.skip(empty)?;
            return Ok(ListToken::Other);
        }
        self.item_object(empty, object)?;
        Ok(ListToken::Object)
    }
}
