//! Parser of searches such as `name=web* and status=up or web sortby name desc page 2`.

/// A parsed search. Its names are not resolved yet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Query<'a> {
    /// Alternatives, each a list of terms that must all match. No alternatives match everything.
    pub(super) alternatives: Vec<Vec<Term<'a>>>,
    /// The field to sort by, and whether to sort in descending order.
    pub(super) sort: Option<(&'a str, bool)>,
    /// The page, counted from 1. The database rejects page 0.
    pub(super) page: Option<usize>,
}

/// A comparison.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Term<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) operator: Operator,
    pub(super) value: &'a str,
}

/// The left-hand side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject<'a> {
    /// Free text, compared with all text fields. Only quoted text may equal the name of a field.
    FreeText { quoted: bool },
    /// A field, or a related entity.
    Named(&'a str),
    /// A field of a related entity.
    RelatedField(&'a str, &'a str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Operators, the longer ones first.
const OPERATORS: &[(&str, Operator)] = &[
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("=", Operator::Equal),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

impl Operator {
    /// Whether this is `=` or `!=`.
    pub(super) fn is_equality(self) -> bool {
        matches!(self, Self::Equal | Self::NotEqual)
    }
}

/// Parses a search. Returns `None` on a syntax error.
pub(super) fn parse(text: &str) -> Option<Query<'_>> {
    if text.contains(['\'', ';']) {
        return None;
    }
    let mut query = Query::default();
    let mut lexer = Lexer { rest: text };
    // Set after `and` and `or`.
    let mut expects_term = false;
    while lexer.skip_whitespace() {
        if let Some(value) = lexer.quoted()? {
            let subject = Subject::FreeText { quoted: true };
            query.push(subject, Operator::Equal, value);
            expects_term = false;
            continue;
        }
        let word = lexer.word()?;
        if let Some(operator) = lexer.operator() {
            let subject = match word.split_once('.') {
                Some((other, field)) => Subject::RelatedField(other, field),
                None => Subject::Named(word),
            };
            query.push(subject, operator, lexer.value()?);
            expects_term = false;
        } else if is_keyword(word, "and") || is_keyword(word, "or") {
            if expects_term || query.alternatives.is_empty() {
                return None;
            }
            expects_term = true;
            if is_keyword(word, "or") {
                query.alternatives.push(Vec::new());
            }
        } else if is_keyword(word, "sortby") || is_keyword(word, "page") {
            let is_complete = !expects_term && query.parse_suffix(word, &mut lexer)?;
            return is_complete.then_some(query);
        } else {
            let subject = Subject::FreeText { quoted: false };
            query.push(subject, Operator::Equal, word);
            expects_term = false;
        }
    }
    (!expects_term).then_some(query)
}

fn is_keyword(word: &str, keyword: &str) -> bool {
    word.eq_ignore_ascii_case(keyword)
}

impl<'a> Query<'a> {
    fn push(&mut self, subject: Subject<'a>, operator: Operator, value: &'a str) {
        let term = Term {
            subject,
            operator,
            value,
        };
        match self.alternatives.last_mut() {
            Some(terms) => terms.push(term),
            None => self.alternatives.push(vec![term]),
        }
    }

    /// Parses `sortby` and `page`. Returns whether the input ends there, `None` on a syntax error.
    fn parse_suffix(&mut self, keyword: &str, lexer: &mut Lexer<'a>) -> Option<bool> {
        let mut keyword = keyword;
        if is_keyword(keyword, "sortby") {
            lexer.skip_whitespace();
            let field = lexer.word()?;
            if !lexer.skip_whitespace() {
                self.sort = Some((field, false));
                return Some(true);
            }
            let descending = match lexer.word()? {
                word if is_keyword(word, "asc") => false,
                word if is_keyword(word, "desc") => true,
                _ => return None,
            };
            self.sort = Some((field, descending));
            if !lexer.skip_whitespace() {
                return Some(true);
            }
            keyword = lexer.word()?;
        }
        lexer.skip_whitespace();
        let page = lexer.word()?.parse().ok()?;
        self.page = Some(page);
        Some(is_keyword(keyword, "page") && !lexer.skip_whitespace())
    }
}

/// Splits the input into words, operators and quoted texts.
struct Lexer<'a> {
    rest: &'a str,
}

impl<'a> Lexer<'a> {
    /// Returns whether any input is left.
    fn skip_whitespace(&mut self) -> bool {
        self.rest = self.rest.trim_start();
        !self.rest.is_empty()
    }

    /// Consumes the input up to an offset. Returns `None` if that is empty.
    fn take(&mut self, end: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!taken.is_empty()).then_some(taken)
    }

    /// Consumes a name or an unquoted free text.
    fn word(&mut self) -> Option<&'a str> {
        let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '<' | '>' | '!' | '"');
        self.take(self.rest.find(ends).unwrap_or(self.rest.len()))
    }

    /// Consumes an operator, if one follows.
    fn operator(&mut self) -> Option<Operator> {
        let rest = self.rest.trim_start();
        let (rest, operator) = OPERATORS
            .iter()
            .find_map(|(text, operator)| Some((rest.strip_prefix(text)?, operator)))?;
        self.rest = rest;
        Some(*operator)
    }

    /// Consumes a quoted text. Returns `Some(None)` if none follows, `None` if it is unterminated.
    #[allow(clippy::option_option)]
    fn quoted(&mut self) -> Option<Option<&'a str>> {
        let Some(rest) = self.rest.strip_prefix('"') else {
            return Some(None);
        };
        let (inside, rest) = rest.split_once('"')?;
        self.rest = rest;
        Some(Some(inside))
    }

    /// Consumes the value after an operator: quoted, or up to the next whitespace.
    fn value(&mut self) -> Option<&'a str> {
        self.skip_whitespace();
        if let Some(inside) = self.quoted()? {
            return Some(inside);
        }
        let end = self.rest.find(char::is_whitespace);
        let value = self.take(end.unwrap_or(self.rest.len()))?;
        (!value.contains(['<', '>', '!', '"']) && !value.starts_with('=')).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::{Operator, Subject, parse};

    #[test]
    fn invalid_searches_are_rejected() {
        for text in [
            "name=",
            "name= ",
            "=x",
            "name='x'",
            "name=x;",
            "name=\"x",
            "name==x",
            "name=a<b",
            "a ! b",
            "and",
            "or name=x",
            "name=x and",
            "name=x or ",
            "name=x and or name=y",
            "name=x and sortby name",
            "sortby",
            "sortby name page 2",
            "sortby name up",
            "sortby name asc name=x",
            "sortby name asc page",
            "sortby name asc page 1 name=x",
            "page",
            "page -1",
            "page x",
            "page 99999999999999999999999",
            "page 2 sortby name asc",
            "page 1 page 2",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn comparisons_are_parsed() {
        use Operator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
        use Subject::{FreeText, Named, RelatedField};
        let (bare, quoted) = (FreeText { quoted: false }, FreeText { quoted: true });
        for (text, subject, operator, value) in [
            ("name=web*", Named("name"), Equal, "web*"),
            (" name  !=  web ", Named("name"), NotEqual, "web"),
            ("memory<5", Named("memory"), Less, "5"),
            ("memory >5", Named("memory"), Greater, "5"),
            ("memory<= 5", Named("memory"), LessOrEqual, "5"),
            ("memory>=5", Named("memory"), GreaterOrEqual, "5"),
            ("name=\"a = b\"", Named("name"), Equal, "a = b"),
            ("name=\"\"", Named("name"), Equal, ""),
            ("fqdn=a=b", Named("fqdn"), Equal, "a=b"),
            ("name=and", Named("name"), Equal, "and"),
            (
                "host.status=up",
                RelatedField("host", "status"),
                Equal,
                "up",
            ),
            ("10.0.0.1", bare, Equal, "10.0.0.1"),
            ("\"or\"", quoted, Equal, "or"),
        ] {
            let query = parse(text).unwrap_or_else(|| panic!("{text}"));
            let [terms] = query.alternatives.as_slice() else {
                panic!("{text}: {query:?}");
            };
            let [term] = terms.as_slice() else {
                panic!("{text}: {query:?}");
            };
            let parsed = (term.subject, term.operator, term.value);
            assert_eq!(parsed, (subject, operator, value), "{text}");
        }
    }

    #[test]
    fn connectives_sorting_and_paging_are_parsed() {
        for (text, expected, sort, page) in [
            ("", &[][..], None, None),
            ("a=1 AND b=2 Or c=3", &[2, 1], None, None),
            ("a=1 b=2 or c=3 x", &[2, 2], None, None),
            ("a=\"1\"b=2", &[2], None, None),
            ("SortBy name", &[], Some(("name", false)), None),
            ("a=1 sortby name DESC", &[1], Some(("name", true)), None),
            ("x page 3", &[1], None, Some(3)),
            ("sortby b asc PAGE 2", &[], Some(("b", false)), Some(2)),
        ] {
            let query = parse(text).unwrap_or_else(|| panic!("{text}"));
            let lengths: Vec<usize> = query.alternatives.iter().map(Vec::len).collect();
            assert_eq!((query.sort, query.page), (sort, page), "{text}");
            assert_eq!(lengths, expected, "{text}");
        }
    }
}
