//! Conditions: the terms of a search, resolved and ready to be matched against many objects.

use std::cmp::Ordering;
use std::collections::HashSet;

use time::OffsetDateTime;

use crate::node::Node;
use crate::object::TAGS;
use crate::world::World;

use super::date;
use super::entity::{Entity, Field, FieldType, Related};
use super::grammar::{Operator, Query, Subject, Term};
use super::pattern::Pattern;
use super::related::{sources_of, with_descendant_tags};
use super::tables;
use super::value::ValueReader;

/// What conditions are compiled with.
#[derive(Clone, Copy)]
pub(super) struct Context<'w> {
    pub(super) world: &'w World,
    pub(super) case_sensitive: bool,
}

/// A predicate on objects.
pub(super) struct Condition<'w> {
    test: Test<'w>,
    /// Whether the result of the test is inverted.
    negated: bool,
}

enum Test<'w> {
    /// Any value of a field matches.
    Field(ValueReader<'w>, ValueMatcher<'w>),
    /// Any value of several fields matches.
    FreeText(Vec<ValueReader<'w>>, Pattern),
    /// The object has one of these ids.
    Ids(HashSet<&'w str>),
}

/// Matches a value.
enum ValueMatcher<'w> {
    NonEmpty,
    Pattern(Pattern),
    Number {
        operator: Operator,
        operand: f64,
        unit: f64,
    },
    OneOf(Vec<String>),
    Severity(Operator, i64),
    Timestamp(Operator, date::Timestamp),
    Tag(HashSet<&'w str>),
}

/// Compiles a search into alternatives of conditions. Returns `None` if a term is invalid.
pub(super) fn compile<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    query: &Query<'_>,
) -> Option<Vec<Vec<Condition<'w>>>> {
    check_free_text_count(entity, query)?;
    let compile_all = |terms: &Vec<Term<'_>>| {
        let is_decided = |term: &&Term<'_>| !is_blank_of_center(entity, terms, term);
        let terms = terms.iter().filter(is_decided);
        terms
            .map(|term| compile_term(context, entity, term))
            .collect()
    };
    query.alternatives.iter().map(compile_all).collect()
}

/// Whether a term looks for the template Blank in a data center. Blank is in none, but Ansible's
/// module for VMs looks for it there.
fn is_blank_of_center(entity: &Entity, terms: &[Term<'_>], term: &Term<'_>) -> bool {
    let says = |term: &Term<'_>, name: &str| {
        matches!(term.subject, Subject::Named(own) if own.eq_ignore_ascii_case(name))
            && term.operator == Operator::Equal
    };
    entity.table.entity == "template"
        && says(term, "datacenter")
        && terms
            .iter()
            .any(|term| says(term, "name") && term.value == "Blank")
}

/// Allows at most one free text per entity.
fn check_free_text_count(entity: &Entity, query: &Query<'_>) -> Option<()> {
    let mut seen = HashSet::new();
    for term in query.alternatives.iter().flatten() {
        let searched = match term.subject {
            Subject::FreeText { .. } => Some(None),
            Subject::Named(name) if entity.field(name).is_none() => {
                entity.related(name).map(|other| Some(other.names))
            }
            _ => None,
        };
        if searched.is_some_and(|names| !seen.insert(names)) {
            return None;
        }
    }
    Some(())
}

fn compile_term<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    term: &Term<'_>,
) -> Option<Condition<'w>> {
    let (operator, value) = (term.operator, term.value);
    match term.subject {
        Subject::FreeText { quoted } => {
            let is_name = entity.field(value).is_some() || entity.related(value).is_some();
            (quoted || !is_name).then(|| free_text_condition(context, entity, operator, value))?
        }
        Subject::Named(name) => match (entity.field(name), entity.related(name)) {
            (Some(field), _) => field_condition(context, entity, field, operator, value),
            (None, Some(other)) => {
                let target = tables::entity(other.target)?;
                let inner = free_text_condition(context, target, operator, value)?;
                Some(related_condition(context, other, target, inner))
            }
            (None, None) => None,
        },
        Subject::RelatedField(other, field) => {
            let other = entity.related(other)?;
            let target = tables::entity(other.target)?;
            let field = target.field(field)?;
            let inner = field_condition(context, target, field, operator, value)?;
            Some(related_condition(context, other, target, inner))
        }
    }
}

/// Matches a text in any text field.
fn free_text_condition<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    operator: Operator,
    value: &str,
) -> Option<Condition<'w>> {
    if !operator.is_equality() {
        return None;
    }
    let readers = entity
        .free_text_fields()
        .map(|field| ValueReader::new(context.world, entity, field.source));
    let pattern = Pattern::containing(value, context.case_sensitive);
    Some(Condition {
        test: Test::FreeText(readers.collect(), pattern),
        negated: operator == Operator::NotEqual,
    })
}

/// Matches if any related object matches. A negated condition also matches without related objects.
fn related_condition<'w>(
    context: Context<'w>,
    other: &Related,
    target: &Entity,
    condition: Condition<'w>,
) -> Condition<'w> {
    let world = context.world;
    let (matching, others): (Vec<&Node>, Vec<&Node>) = target
        .objects(world)
        .into_iter()
        .partition(|object| condition.matches(world, object));
    let ids = |objects: &[&'w Node]| objects.iter().map(|object| object.id()).collect();
    let found = sources_of(world, other.hops, ids(&matching));
    if !condition.negated {
        return Condition {
            test: Test::Ids(found),
            negated: false,
        };
    }
    // Objects whose related objects all fail to match.
    let mut excluded = sources_of(world, other.hops, ids(&others));
    excluded.retain(|id| !found.contains(id));
    Condition {
        test: Test::Ids(excluded),
        negated: true,
    }
}

fn field_condition<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    field: &Field,
    operator: Operator,
    value: &str,
) -> Option<Condition<'w>> {
    let reader = ValueReader::new(context.world, entity, field.source);
    let negated = operator == Operator::NotEqual;
    let is_null = value.is_empty() || value.eq_ignore_ascii_case("null");
    if field.kind == FieldType::Nullable && is_null && operator.is_equality() {
        return Some(Condition {
            test: Test::Field(reader, ValueMatcher::NonEmpty),
            negated: !negated,
        });
    }
    let matcher = ValueMatcher::new(context, field.kind, operator, value)?;
    Some(Condition {
        test: Test::Field(reader, matcher),
        negated,
    })
}

impl<'w> ValueMatcher<'w> {
    /// Returns `None` if the operator or the value is invalid for the field's type.
    fn new(context: Context<'w>, kind: FieldType, operator: Operator, value: &str) -> Option<Self> {
        if matches!(kind, FieldType::Date { .. } | FieldType::Duration) {
            return Self::new_time(kind, operator, value);
        }
        if !operator.is_equality() && !matches!(kind, FieldType::Number(_) | FieldType::Severity) {
            return None;
        }
        let sensitive = context.case_sensitive;
        Some(match kind {
            FieldType::Text | FieldType::NamedOnly | FieldType::Nullable => {
                Self::Pattern(Pattern::new(value, sensitive))
            }
            FieldType::Substring => Self::Pattern(Pattern::containing(value, sensitive)),
            FieldType::Number(unit) => Self::Number {
                operator,
                operand: value
                    .parse()
                    .ok()
                    .filter(|number: &f64| number.is_finite())?,
                unit,
            },
            FieldType::Flag => {
                let value = value.to_ascii_lowercase();
                matches!(value.as_str(), "true" | "false").then_some(Self::OneOf(vec![value]))?
            }
            FieldType::Words(words) => {
                let words = words.iter();
                let matching = words.filter(|(word, _)| word.eq_ignore_ascii_case(value));
                let values: Vec<String> = matching.map(|(_, value)| value.clone()).collect();
                (!values.is_empty()).then_some(Self::OneOf(values))?
            }
            FieldType::Severity => Self::Severity(operator, severity(value)?),
            FieldType::Tag => {
                let pattern = Pattern::new(value, sensitive);
                let tags = context.world.store.list(TAGS).iter();
                let named = tags.filter(|tag| pattern.matches(tag.get("name").unwrap_or_default()));
                let named = named.map(Node::id).collect();
                Self::Tag(with_descendant_tags(context.world, named))
            }
            FieldType::Date { .. } | FieldType::Duration => return None,
        })
    }

    fn new_time(kind: FieldType, operator: Operator, value: &str) -> Option<Self> {
        let now = OffsetDateTime::now_utc();
        let timestamp = match kind {
            FieldType::Duration => date::parse_duration(value)?,
            _ => date::parse_date(value, now)?,
        };
        match operator {
            Operator::Less | Operator::Greater => Some(Self::Timestamp(operator, timestamp)),
            Operator::Equal if kind == (FieldType::Date { whole_day: true }) => {
                Some(Self::Timestamp(operator, timestamp))
            }
            _ => None,
        }
    }

    fn matches(&self, text: &str) -> bool {
        match self {
            Self::NonEmpty => !text.is_empty(),
            Self::Pattern(pattern) => pattern.matches(text),
            Self::Number {
                operator,
                operand,
                unit,
            } => {
                let number = text.trim().parse::<f64>();
                number.is_ok_and(|number| satisfies(*operator, (number / unit).total_cmp(operand)))
            }
            Self::OneOf(names) => names.iter().any(|name| name.eq_ignore_ascii_case(text)),
            Self::Severity(operator, operand) => {
                severity(text).is_some_and(|own| satisfies(*operator, own.cmp(operand)))
            }
            Self::Timestamp(operator, operand) => {
                parse_timestamp(text).is_some_and(|own| match operator {
                    Operator::Equal => (*operand..date::day_after(*operand)).contains(&own),
                    operator => satisfies(*operator, own.cmp(operand)),
                })
            }
            Self::Tag(tags) => tags.contains(text),
        }
    }
}

/// Severities of events: name, and the engine's number.
const SEVERITIES: &[(&str, i64)] = &[("normal", 0), ("warning", 1), ("error", 2), ("alert", 10)];

/// Whether an ordering satisfies an operator. `!=` is tested like `=`: the condition is negated.
fn satisfies(operator: Operator, order: Ordering) -> bool {
    match operator {
        Operator::Equal | Operator::NotEqual => order.is_eq(),
        Operator::Less => order.is_lt(),
        Operator::LessOrEqual => order.is_le(),
        Operator::Greater => order.is_gt(),
        Operator::GreaterOrEqual => order.is_ge(),
    }
}

/// Parses a severity given by name or number.
pub(super) fn severity(text: &str) -> Option<i64> {
    let mut known = SEVERITIES.iter();
    let (_, own) = known.find(|(name, number)| {
        name.eq_ignore_ascii_case(text) || text.parse().is_ok_and(|text: i64| text == *number)
    })?;
    Some(*own)
}

/// Parses a date or a number of seconds.
fn parse_timestamp(text: &str) -> Option<date::Timestamp> {
    text.parse().ok().or_else(|| date::parse_rfc3339(text))
}

impl Condition<'_> {
    pub(super) fn matches(&self, world: &World, object: &Node) -> bool {
        let found = match &self.test {
            Test::Field(reader, matcher) => {
                reader.any(world, object, &mut |text| matcher.matches(text))
            }
            Test::FreeText(readers, pattern) => readers
                .iter()
                .any(|reader| reader.any(world, object, &mut |text| pattern.matches(text))),
            Test::Ids(ids) => ids.contains(object.id()),
        };
        found != self.negated
    }
}
