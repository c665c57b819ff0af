//! The grammar of searches: `name=web* and status=up or web sortby name desc page 2`.

/// A parsed query; its field names are not resolved.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Query<'a> {
    /// Alternatives of terms that must all match; an empty list matches everything.
    pub(super) any: Vec<Vec<Term<'a>>>,
    /// The sort field, and whether it is descending.
    pub(super) sort: Option<(&'a str, bool)>,
    /// The page, counted from one.
    pub(super) page: Option<usize>,
}

/// A condition.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Term<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) operator: Operator,
    pub(super) value: &'a str,
}

/// The subject of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject<'a> {
    /// Free text, matched against all text fields. Only a quoted one may equal a field name.
    Anything { quoted: bool },
    /// A field, or a related entity.
    Named(&'a str),
    /// A field of a related entity.
    Related(&'a str, &'a str),
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

/// Operators; longer ones precede their prefixes.
const OPERATORS: &[(&str, Operator)] = &[
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("=", Operator::Equal),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

impl Operator {
    /// Whether it compares for equality or inequality.
    pub(super) fn is_equality(self) -> bool {
        matches!(self, Self::Equal | Self::NotEqual)
    }
}

/// Parses a query; `None` if it is invalid.
pub(super) fn parse(text: &str) -> Option<Query<'_>> {
    if text.contains(['\'', ';']) {
        return None;
    }
    let mut query = Query::default();
    let mut cursor = Cursor { rest: text };
    // A connective that precedes the next condition.
    let mut waits = false;
    while cursor.skip_blanks() {
        if let Some(value) = cursor.quoted()? {
            let subject = Subject::Anything { quoted: true };
            query.push(subject, Operator::Equal, value);
            waits = false;
            continue;
        }
        let word = cursor.word()?;
        if let Some(operator) = cursor.operator() {
            let subject = match word.split_once('.') {
                Some((other, field)) => Subject::Related(other, field),
                None => Subject::Named(word),
            };
            query.push(subject, operator, cursor.value()?);
            waits = false;
        } else if is(word, "and") || is(word, "or") {
            if waits || query.any.is_empty() {
                return None;
            }
            waits = true;
            if is(word, "or") {
                query.any.push(Vec::new());
            }
        } else if is(word, "sortby") || is(word, "page") {
            let ended = !waits && query.end(word, &mut cursor)?;
            return ended.then_some(query);
        } else {
            let subject = Subject::Anything { quoted: false };
            query.push(subject, Operator::Equal, word);
            waits = false;
        }
    }
    (!waits).then_some(query)
}

fn is(word: &str, keyword: &str) -> bool {
    word.eq_ignore_ascii_case(keyword)
}

impl<'a> Query<'a> {
    fn push(&mut self, subject: Subject<'a>, operator: Operator, value: &'a str) {
        let term = Term {
            subject,
            operator,
            value,
        };
        match self.any.last_mut() {
            Some(all) => all.push(term),
            None => self.any.push(vec![term]),
        }
    }

    /// Parses the clauses after the conditions; returns whether the input ends there.
    fn end(&mut self, keyword: &str, cursor: &mut Cursor<'a>) -> Option<bool> {
        let mut keyword = keyword;
        if is(keyword, "sortby") {
            cursor.skip_blanks();
            let field = cursor.word()?;
            if !cursor.skip_blanks() {
                self.sort = Some((field, false));
                return Some(true);
            }
            let descending = match cursor.word()? {
                word if is(word, "asc") => false,
                word if is(word, "desc") => true,
                _ => return None,
            };
            self.sort = Some((field, descending));
            if !cursor.skip_blanks() {
                return Some(true);
            }
            keyword = cursor.word()?;
        }
        cursor.skip_blanks();
        let page = cursor.word()?.parse().ok().filter(|page| *page > 0)?;
        self.page = Some(page);
        Some(is(keyword, "page") && !cursor.skip_blanks())
    }
}

/// The remaining input.
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    /// Whether anything but white space is left.
    fn skip_blanks(&mut self) -> bool {
        self.rest = self.rest.trim_start();
        !self.rest.is_empty()
    }

    /// Takes the input before an index; `None` if that is empty.
    fn take(&mut self, end: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!taken.is_empty()).then_some(taken)
    }

    /// Takes a name, or an unquoted value in its place.
    fn word(&mut self) -> Option<&'a str> {
        let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '<' | '>' | '!' | '"');
        self.take(self.rest.find(ends).unwrap_or(self.rest.len()))
    }

    fn operator(&mut self) -> Option<Operator> {
        let rest = self.rest.trim_start();
        let (rest, operator) = OPERATORS
            .iter()
            .find_map(|(text, operator)| Some((rest.strip_prefix(text)?, operator)))?;
        self.rest = rest;
        Some(*operator)
    }

    /// Takes a quoted text if one starts here; an error if it is unterminated.
    #[allow(clippy::option_option)]
    fn quoted(&mut self) -> Option<Option<&'a str>> {
        let Some(rest) = self.rest.strip_prefix('"') else {
            return Some(None);
        };
        let (inside, rest) = rest.split_once('"')?;
        self.rest = rest;
        Some(Some(inside))
    }

    /// Takes the value after an operator: quoted, or up to white space.
    fn value(&mut self) -> Option<&'a str> {
        self.skip_blanks();
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
    fn what_is_no_search_is_refused() {
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
            "page 0",
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
    fn conditions_are_read() {
        use Operator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
        use Subject::{Anything, Named, Related};
        let (bare, quoted) = (Anything { quoted: false }, Anything { quoted: true });
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
            ("host.status=up", Related("host", "status"), Equal, "up"),
            ("10.0.0.1", bare, Equal, "10.0.0.1"),
            ("\"or\"", quoted, Equal, "or"),
        ] {
            let query = parse(text).unwrap_or_else(|| panic!("{text}"));
            let [all] = query.any.as_slice() else {
                panic!("{text}: {query:?}");
            };
            let [term] = all.as_slice() else {
                panic!("{text}: {query:?}");
            };
            let read = (term.subject, term.operator, term.value);
            assert_eq!(read, (subject, operator, value), "{text}");
        }
    }

    #[test]
    fn conditions_are_joined() {
        for (text, sizes, sort, page) in [
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
            let found: Vec<usize> = query.any.iter().map(Vec::len).collect();
            assert_eq!((query.sort, query.page), (sort, page), "{text}");
            assert_eq!(found, sizes, "{text}");
        }
    }
}
