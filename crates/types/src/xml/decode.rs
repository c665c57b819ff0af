//! Decoder: fills objects and lists from a document in one pass, by reflection.

mod attributes;
mod document;
mod list;
mod member;
mod object;
mod scalar;

use self::attributes::ObjectAttributes;
pub use self::document::root_element;
pub(super) use self::document::{epilog, list_token, prolog, skipped_item};
pub(crate) use self::document::{list, object, root_tag, unknown_root};
pub(super) use self::list::ListToken;
pub(crate) use self::list::is_plural;
use super::budget::Budget;
use super::error::{XmlError, printable};
use super::list_cache::ListCache;
use super::tokenizer::{Token, Tokenizer};

/// How deep objects may be nested; responses of engines stay below ten. Bounds the stack.
const MAX_DEPTH: usize = 64;

type Result<T> = std::result::Result<T, XmlError>;

/// The state of decoding a document.
///
/// Methods that decode an element are called after its start tag and return after its end tag.
/// Their parameter `empty` tells whether the tag was an empty-element tag.
struct Decoder<'a> {
    tokens: Tokenizer<'a>,
    depth: usize,
    budget: Budget,
    /// Only for lists, whose objects have much in common.
    cache: Option<ListCache>,
}

impl<'a> Decoder<'a> {
    /// A decoder that takes no memory for objects until it gets a budget.
    fn new(text: &'a str) -> Self {
        Self {
            tokens: Tokenizer::new(text),
            depth: 0,
            budget: Budget::new(0),
            cache: None,
        }
    }

    #[inline]
    fn next_token(&mut self) -> Result<Token> {
        self.tokens.next_token().map_err(XmlError::syntax)
    }

    #[inline]
    fn next_token_skip_space(&mut self) -> Result<Token> {
        self.tokens
            .next_token_skip_space()
            .map_err(XmlError::syntax)
    }

    #[cold]
    fn error(&self, message: impl Into<String>) -> XmlError {
        XmlError::new(message, self.tokens.position())
    }

    /// Skips a token within an element, unless it is an error there.
    #[cold]
    fn skip_token(&self, token: Token) -> Result<()> {
        match token {
            Token::Eof => Err(XmlError::incomplete(
                "unexpected end of the document within an element",
                self.tokens.position(),
            )),
            Token::DocType => Err(self.doctype_error()),
            _ => Ok(()),
        }
    }

    #[cold]
    fn doctype_error(&self) -> XmlError {
        self.error("document type declarations are not allowed")
    }

    /// Skips an element.
    fn skip(&mut self, empty: bool) -> Result<()> {
        let mut open = usize::from(!empty);
        while open > 0 {
            match self.next_token_skip_space()? {
                Token::Start => open += 1,
                Token::End => open -= 1,
                Token::Empty | Token::Text => {}
                token => self.skip_token(token)?,
            }
        }
        Ok(())
    }

    #[inline]
    fn enter(&mut self) -> Result<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("objects are nested more than {MAX_DEPTH} levels deep");
            return Err(self.error(message));
        }
        Ok(())
    }

    #[inline]
    fn leave(&mut self) {
        self.depth -= 1;
    }
}

/// The start of a text, for error messages.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).map(printable).collect();
    if short.chars().count() < text.chars().count() {
        short.push('…');
    }
    short
}
