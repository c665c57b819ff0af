//! Any fields and values in a search query: the query contains exactly those conditions, so that no
//! value can inject syntax.

use ovirt::Search;

/// A condition: field, operator, value. A free-text search has only the value.
type Condition = (String, &'static str, String);

const OPERATORS: &[&str] = &["=", "!=", "<", ">", "<=", ">=", ""];

/// The check of one input: a condition per line, with a character for the operator, field, tab and
/// value.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let conditions: Vec<Condition> = text.split('\n').filter_map(condition).collect();
    let search = conditions.iter().fold(Search::new(), add);
    match search.build() {
        Ok(query) => assert_eq!(parse(&query), conditions, "{query}"),
        Err(error) => drop(error.to_string()),
    }
}

fn condition(line: &str) -> Option<Condition> {
    let mut characters = line.chars();
    let operator = u32::from(characters.next()?) as usize % OPERATORS.len();
    let (field, value) = characters.as_str().split_once('\t')?;
    let operator = OPERATORS[operator];
    let field = if operator.is_empty() { "" } else { field };
    Some((field.to_owned(), operator, value.to_owned()))
}

fn add(search: Search, (field, operator, value): &Condition) -> Search {
    match *operator {
        "=" => search.equal(field, value),
        "!=" => search.not_equal(field, value),
        "<" => search.less(field, value),
        ">" => search.greater(field, value),
        "<=" => search.at_most(field, value),
        ">=" => search.at_least(field, value),
        _ => search.text(value),
    }
}

/// Parses the conditions of a query. Spaces separate words, except within quotes.
fn parse(query: &str) -> Vec<Condition> {
    let mut conditions = Vec::new();
    let mut rest = query;
    while !rest.is_empty() {
        if !conditions.is_empty() {
            rest = rest.strip_prefix(" and ").expect("conditions are joined");
        }
        let is_end = |character: char| "=!<>\" ".contains(character);
        let end = rest.find(is_end).unwrap_or(rest.len());
        let (field, after) = rest.split_at(end);
        let mut operators = ["!=", "<=", ">=", "=", "<", ">"].into_iter();
        let operator = operators.find(|operator| after.starts_with(operator));
        let (field, operator, after) = match operator {
            Some(operator) => (field, operator, &after[operator.len()..]),
            None => ("", "", rest),
        };
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').expect("a closing quote"),
            None => after.split_at(after.find(' ').unwrap_or(after.len())),
        };
        conditions.push((field.to_owned(), operator, value.to_owned()));
        rest = after;
    }
    conditions
}
