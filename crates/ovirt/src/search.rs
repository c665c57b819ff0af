//! [`Search`]: builds queries in the engine's search language, with values quoted as needed.

mod check;
mod generated;
mod table;

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use crate::error::Error;

pub(crate) use self::check::{is_searchable, translate};

/// A query in the engine's search language, for the `search` of lists.
///
/// Conditions are joined by `and`, or by `or` after [`or`](Self::or). `and` takes precedence, and
/// there are no parentheses. Fields are those of the listed objects or of related ones: `name`,
/// `status`, `host.name`, `vms.status`.
///
/// In texts `*` matches anything and cannot be escaped. Matching ignores case unless
/// `case_sensitive` of the list is set.
///
/// The engine responds to an invalid query with an empty list. So the SDK checks fields, operators
/// and values before it sends a query, and suggests similar ones. Values of the API are translated
/// into the engine's own words: `VmStatus::PoweringUp` is sent as `PoweringUp`. Texts passed to
/// `search` are checked and translated, too. [`Connection::raw`](crate::Connection::raw) sends
/// queries as they are.
///
/// ```no_run
/// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
/// use ovirt::Search;
/// use ovirt::types::VmStatus;
///
/// let vms = connection.system_service().vms_service();
/// let starting = Search::new().equal("status", VmStatus::PoweringUp);
/// let starting = vms.list().search(starting).await?;
/// let same = vms.list().search("status=powering_up").await?;
/// # Ok(())
/// # }
/// ```
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
#[must_use = "a query does nothing until it is passed to a list"]
pub struct Search {
    conditions: String,
    order: Option<(String, Order)>,
    page: Option<u32>,
    /// Whether `or` joins the next condition.
    or: bool,
    /// The first error; [`build`](Self::build) returns it.
    error: Option<String>,
}

/// A sort order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Smallest value first; objects without a value come before all others.
    Ascending,
    /// Largest value first; objects without a value come last.
    Descending,
}

impl Search {
    /// Creates a query that matches all objects.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a condition: the field equals this value. A date matches the whole day.
    pub fn equal(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "=", &value)
    }

    /// Adds a condition: the field has another value or none.
    pub fn not_equal(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "!=", &value)
    }

    /// Adds a condition: the field is less than this value. Applies to numbers, dates and the
    /// severity of events.
    pub fn less(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "<", &value)
    }

    /// Adds a condition: the field is greater than this value. Applies to numbers, dates and the
    /// severity of events. Dates can be days such as `today` and `yesterday`.
    pub fn greater(self, field: &str, value: impl Display) -> Self {
        self.condition(field, ">", &value)
    }

    /// Adds a condition: the field is at most this value. Applies to numbers only.
    pub fn at_most(self, field: &str, value: impl Display) -> Self {
        self.condition(field, "<=", &value)
    }

    /// Adds a condition: the field is at least this value. Applies to numbers only.
    pub fn at_least(self, field: &str, value: impl Display) -> Self {
        self.condition(field, ">=", &value)
    }

    /// Adds a condition: any text field contains this value. A query can have one such condition.
    pub fn text(mut self, value: impl Display) -> Self {
        let value = self.value(&value);
        self.join(&value);
        self
    }

    /// Joins the next condition with `or` instead of `and`.
    pub fn or(mut self) -> Self {
        self.or = true;
        self
    }

    /// Sets the sort key and order; the default of most lists is the name.
    pub fn sort_by(mut self, field: &str, order: Order) -> Self {
        self.check_field(field);
        self.order = Some((field.to_owned(), order));
        self
    }

    /// Requests one page, counted from 1; its size is the `max` of the list. Pages are consistent
    /// only with [`sort_by`](Self::sort_by).
    pub fn page(mut self, number: u32) -> Self {
        if number == 0 {
            self.fail("the page number is 0, but pages are counted from 1");
        }
        self.page = Some(number);
        self
    }

    /// Returns the query as a text.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if the search language cannot express the query: a value contains `"`, `'`,
    /// `;` or a control character, or a field is not a name.
    pub fn build(self) -> Result<String, Error> {
        let Self {
            conditions: mut query,
            order,
            page,
            or: _,
            error,
        } = self;
        if let Some(error) = error {
            return Err(Error::usage(format!("invalid search: {error}")));
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

    /// Formats a value, in quotes if it needs them.
    fn value(&mut self, value: &dyn Display) -> String {
        let mut text = String::new();
        // Writing to a `String` cannot fail, but the `Display` of the value can.
        if write!(text, "{value}").is_err() {
            self.fail("formatting a value failed");
        }
        if let Some(c) = text
            .chars()
            .find(|c| matches!(c, '"' | '\'' | ';') || c.is_control())
        {
            self.fail(&format!(
                "a value contains the character {c:?}, which cannot be quoted: use * in its place"
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
            self.fail(&format!("{field:?} is not a field name"));
        }
    }

    fn fail(&mut self, error: &str) {
        self.error.get_or_insert_with(|| error.to_owned());
    }
}

macro_rules! from_text {
    ($($type:ty),*) => {
        $(
            /// A query as it is; conditions that are added must hold as well.
            impl From<$type> for Search {
                fn from(text: $type) -> Self {
                    let conditions = text.to_string();
                    Self { conditions, ..Self::default() }
                }
            }
        )*
    };
}

from_text!(&str, String, &String, Cow<'_, str>, fmt::Arguments<'_>);

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
    fn values_are_quoted_as_needed() {
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
    fn all_operators_orders_and_pages_are_supported() {
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
        // A leading or trailing `or` has no effect.
        let search = Search::new().or().equal("a", 1).or();
        assert_eq!(search.build().unwrap(), "a=1");
    }

    #[test]
    fn inexpressible_queries_are_errors() {
        let character = |c| {
            format!(
                "a value contains the character {c}, which cannot be quoted: use * in its place"
            )
        };
        let table = [
            (Search::new().equal("name", "a\"b"), character("'\"'")),
            (Search::new().equal("name", "a'b"), character("'\\''")),
            (Search::new().equal("name", "a;b"), character("';'")),
            (Search::new().equal("name", "a\nb"), character("'\\n'")),
            (
                Search::new().equal("", "a"),
                "\"\" is not a field name".to_owned(),
            ),
            (
                Search::new().equal("a b", "a"),
                "\"a b\" is not a field name".to_owned(),
            ),
            (
                Search::new().equal("a.b.c", "a"),
                "\"a.b.c\" is not a field name".to_owned(),
            ),
            (
                Search::new().sort_by("name asc page", Order::Ascending),
                "\"name asc page\" is not a field name".to_owned(),
            ),
            (
                Search::new().page(0),
                "the page number is 0, but pages are counted from 1".to_owned(),
            ),
        ];
        for (search, expected) in table {
            let error = search.build().unwrap_err().to_string();
            assert_eq!(error, format!("invalid search: {expected}"));
        }
    }
}
