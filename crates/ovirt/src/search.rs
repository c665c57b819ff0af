//! Queries in the engine's search language, put together with values quoted where they must be.

use std::fmt::{self, Display, Write as _};

use crate::error::Error;

/// A query in the engine's search language, for the `search` of lists.
///
/// Conditions are joined by `and`, or by `or` after [`or`](Self::or); `and` binds more tightly, and
/// there are no parentheses. Fields are those of the kind of object that is listed, or of one related to
/// it: `name`, `status`, `host.name`, `vms.status`. Values are the engine's own names, which aren't always
/// those of the API: the status of a machine that starts is `PoweringUp` here. In texts `*` stands for
/// anything, and there is no way to mean the character itself; case doesn't matter unless
/// `case_sensitive` of the list is set.
///
/// An engine answers a query that it doesn't understand with an empty list, and no error.
///
/// ```
/// use ovirt::{Order, Search};
///
/// let search = Search::new()
///     .equal("name", "web *")
///     .equal("cluster", "Default")
///     .or()
///     .greater("memory", 4096)
///     .sort_by("name", Order::Ascending)
///     .build()?;
/// assert_eq!(
///     search,
///     r#"name="web *" and cluster=Default or memory>4096 sortby name asc"#
/// );
/// # Ok::<(), ovirt::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a query does nothing before it is given to a list"]
pub struct Search {
    conditions: String,
    order: Option<(String, Order)>,
    page: Option<u32>,
    or: bool,
    /// The first thing that can't be expressed.
    flaw: Option<String>,
}

/// The direction of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// From small to large; objects without a value come first.
    Ascending,
    /// From large to small; objects without a value come last.
    Descending,
}

impl Search {
    /// A query for everything.
    pub fn new() -> Self {
        Self::default()
    }

    /// The field has this value. For a date it is the whole day.
    pub fn equal(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "=", &value)
    }

    /// The field has another value, or none.
    pub fn not_equal(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "!=", &value)
    }

    /// The field is less than this. Only numbers and dates, and the severity of events, have an order.
    pub fn less(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "<", &value)
    }

    /// The field is greater than this. Dates can be days such as `today` and `yesterday`.
    pub fn greater(self, field: &str, value: impl Display) -> Self {
        self.condition(field, ">", &value)
    }

    /// The field is this or less; for numbers only.
    pub fn at_most(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "<=", &value)
    }

    /// The field is this or greater; for numbers only.
    pub fn at_least(self, field: &str, value: impl Display) -> Self {
        self.condition(field, ">=", &value)
    }

    /// Some text of the object has this in it. It can be said once in a query.
    pub fn text(mut self, value: impl Display) -> Self {
        let value = self.value(&value);
        self.join(&value);
        self
    }

    /// Joins the next condition by `or` rather than `and`.
    pub fn or(mut self) -> Self {
        self.or = true;
        self
    }

    /// The order of the list; by name mostly if not said.
    pub fn sort_by(mut self, field: &str, order: Order) -> Self {
        self.check_field(field);
        self.order = Some((field.to_owned(), order));
        self
    }

    /// The page of this number, from 1, with as many objects as the list's `max`. It needs an order
    /// to be of use.
    pub fn page(mut self, number: u32) -> Self {
        if number == 0 {
            self.flaw("pages are counted from 1");
        }
        self.page = Some(number);
        self
    }

    /// The query as a text.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] for what the language can't express: the characters `"`, `'` and `;` in a
    /// value, and fields that aren't names.
    pub fn build(self) -> Result<String, Error> {
        let Self {
            conditions: mut query,
            order,
            page,
            or: _,
            flaw,
        } = self;
        if let Some(flaw) = flaw {
            return Err(Error::usage(format!(
                "the search can't be expressed: {flaw}"
            )));
        }
        let mut add = |part: String| {
            if !query.is_empty() {
                query.push(' ');
            }
            query.push_str(&part);
        };
        if let Some((field, order)) = order {
            let order = match order {
                Order::Ascending => "asc",
                Order::Descending => "desc",
            };
            add(format!("sortby {field} {order}"));
        }
        if let Some(page) = page {
            add(format!("page {page}"));
        }
        Ok(query)
    }

    fn condition(mut self, field: &str, operator: &str, value: &dyn Display) -> Self {
        self.check_field(field);
        let value = self.value(value);
        self.join(&format!("{field}{operator}{value}"));
        self
    }

    fn join(&mut self, condition: &str) {
        if !self.conditions.is_empty() {
            let word = if self.or { " or " } else { " and " };
            self.conditions.push_str(word);
        }
        self.or = false;
        self.conditions.push_str(condition);
    }

    /// The value, in quotes if the language needs them.
    fn value(&mut self, value: &dyn Display) -> String {
        let mut text = String::new();
        // Writing into a text can't fail, but a value's own `Display` can.
        if write!(text, "{value}").is_err() {
            self.flaw("a value can't be printed");
        }
        if let Some(bad) = text
            .chars()
            .find(|c| matches!(c, '"' | '\'' | ';') || c.is_control())
        {
            self.flaw(&format!(
                "a value has the character {bad:?}, which no quotes help"
            ));
        }
        let plain =
            |c: char| c.is_alphanumeric() || matches!(c, '*' | '-' | '_' | '.' | ':' | '@' | '/');
        let keyword = ["and", "or", "sortby", "page", "asc", "desc", "null"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word));
        if !text.is_empty() && text.chars().all(plain) && !keyword {
            text
        } else {
            format!("\"{text}\"")
        }
    }

    fn check_field(&mut self, field: &str) {
        let is_name = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        if field.split('.').count() > 2 || !field.split('.').all(is_name) {
            self.flaw(&format!("{field:?} is not the name of a field"));
        }
    }

    fn flaw(&mut self, flaw: &str) {
        self.flaw.get_or_insert_with(|| flaw.to_owned());
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, Search};

    #[test]
    fn values_are_quoted_where_they_must_be() {
        let table = [
            ("web1", "name=web1"),
            ("web*", "name=web*"),
            ("a b", "name=\"a b\""),
            ("a=b", "name=\"a=b\""),
            ("<", "name=\"<\""),
            ("", "name=\"\""),
            ("OR", "name=\"OR\""),
            ("null", "name=\"null\""),
            ("(a)", "name=\"(a)\""),
            ("100%", "name=\"100%\""),
            ("\u{fc}ber", "name=\u{fc}ber"),
            ("10.0.0.1/24", "name=10.0.0.1/24"),
        ];
        for (value, expected) in table {
            assert_eq!(
                Search::new().equal("name", value).build().unwrap(),
                expected
            );
        }
    }

    #[test]
    fn all_that_the_language_has() {
        let search = Search::new()
            .not_equal("host.status", "Up")
            .less("uptime", "yesterday")
            .or()
            .at_most("memory", 1024)
            .at_least("vcpus", 2)
            .text("free text")
            .sort_by("name", Order::Descending)
            .page(2);
        assert_eq!(
            search.build().unwrap(),
            "host.status!=Up and uptime<yesterday or memory<=1024 and vcpus>=2 \
             and \"free text\" sortby name desc page 2"
        );
        let order = Search::new().sort_by("id", Order::Ascending);
        assert_eq!(order.build().unwrap(), "sortby id asc");
        assert_eq!(Search::new().build().unwrap(), "");
        // An `or` in front of everything or at the end joins nothing.
        let search = Search::new().or().equal("a", 1).or();
        assert_eq!(search.build().unwrap(), "a=1");
    }

    #[test]
    fn what_can_not_be_expressed_is_an_error() {
        for search in [
            Search::new().equal("name", "a\"b"),
            Search::new().equal("name", "a'b"),
            Search::new().equal("name", "a;b"),
            Search::new().equal("name", "a\nb"),
            Search::new().equal("", "a"),
            Search::new().equal("a b", "a"),
            Search::new().equal("a.b.c", "a"),
            Search::new().sort_by("name asc page", Order::Ascending),
            Search::new().page(0),
        ] {
            assert!(search.clone().build().is_err(), "{search:?}");
        }
    }
}
