//! Conditions: a query compiled for evaluation on many objects.

use std::cmp::Ordering;
use std::collections::HashSet;

use time::OffsetDateTime;

use crate::node::Node;
use crate::world::World;

use super::date;
use super::entity::{Entity, Field, Kind, Related};
use super::grammar::{Operator, Query, Subject, Term};
use super::names::SEVERITIES;
use super::pattern::Pattern;
use super::read::Reader;
use super::related::{sources, with_tags_below};

/// The context of a search.
#[derive(Clone, Copy)]
pub(super) struct Context<'w> {
    pub(super) world: &'w World,
    pub(super) case_sensitive: bool,
}

/// A predicate on objects.
pub(super) struct Condition<'w> {
    test: Test<'w>,
    /// Whether the test is negated.
    negated: bool,
}

enum Test<'w> {
    /// A test of a field's values.
    Field(Reader<'w>, Check<'w>),
    /// A text in any of these fields.
    Texts(Vec<Reader<'w>>, Pattern),
    /// One of these IDs.
    Ids(HashSet<&'w str>),
}

/// A test of one value.
enum Check<'w> {
    Any,
    Fits(Pattern),
    Number {
        operator: Operator,
        wanted: f64,
        unit: f64,
    },
    OneOf(Vec<&'static str>),
    Severity(Operator, i64),
    Moment(Operator, date::Moment),
    Tag(HashSet<&'w str>),
}

/// Compiles a query to alternatives of conditions; `None` if it is invalid.
pub(super) fn compile<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    query: &Query<'_>,
) -> Option<Vec<Vec<Condition<'w>>>> {
    check_free_texts(entity, query)?;
    let all = |terms: &Vec<Term<'_>>| {
        let terms = terms.iter();
        terms.map(|term| condition(context, entity, term)).collect()
    };
    query.any.iter().map(all).collect()
}

/// Bounds the work: free text is compiled at most once per entity.
fn check_free_texts(entity: &Entity, query: &Query<'_>) -> Option<()> {
    let mut seen = HashSet::new();
    for term in query.any.iter().flatten() {
        let place = match term.subject {
            Subject::Anything { .. } => Some(None),
            Subject::Named(name) if entity.field(name).is_none() => {
                entity.related(name).map(|other| Some(other.names))
            }
            _ => None,
        };
        if place.is_some_and(|place| !seen.insert(place)) {
            return None;
        }
    }
    Some(())
}

fn condition<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    term: &Term<'_>,
) -> Option<Condition<'w>> {
    let (operator, value) = (term.operator, term.value);
    match term.subject {
        Subject::Anything { quoted } => {
            let is_name = entity.field(value).is_some() || entity.related(value).is_some();
            (quoted || !is_name).then(|| free_text(context, entity, operator, value))?
        }
        Subject::Named(name) => match (entity.field(name), entity.related(name)) {
            (Some(field), _) => on_field(context, entity, field, operator, value),
            (None, Some(other)) => {
                let inner = free_text(context, other.entity, operator, value)?;
                Some(on_related(context, other, inner))
            }
            (None, None) => None,
        },
        Subject::Related(other, field) => {
            let other = entity.related(other)?;
            let field = other.entity.field(field)?;
            let inner = on_field(context, other.entity, field, operator, value)?;
            Some(on_related(context, other, inner))
        }
    }
}

/// Free text: matches any text field.
fn free_text<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    operator: Operator,
    value: &str,
) -> Option<Condition<'w>> {
    if !operator.is_equality() {
        return None;
    }
    let readers = entity
        .texts()
        .map(|field| Reader::new(context.world, entity, field.read));
    let pattern = Pattern::containing(value, context.case_sensitive);
    Some(Condition {
        test: Test::Texts(readers.collect(), pattern),
        negated: operator == Operator::NotEqual,
    })
}

/// A condition on a linked object. A negated one also matches objects without
/// a linked object.
fn on_related<'w>(
    context: Context<'w>,
    other: &Related,
    condition: Condition<'w>,
) -> Condition<'w> {
    let world = context.world;
    let (wanted, others): (Vec<&Node>, Vec<&Node>) = other
        .entity
        .objects(world)
        .into_iter()
        .partition(|object| condition.holds(world, object));
    let ids = |objects: &[&'w Node]| objects.iter().map(|object| object.id()).collect();
    let found = sources(world, other.hops, ids(&wanted));
    if !condition.negated {
        return Condition {
            test: Test::Ids(found),
            negated: false,
        };
    }
    // Keeps those that have only other ones.
    let mut left = sources(world, other.hops, ids(&others));
    left.retain(|id| !found.contains(id));
    Condition {
        test: Test::Ids(left),
        negated: true,
    }
}

fn on_field<'w>(
    context: Context<'w>,
    entity: &'static Entity,
    field: &'static Field,
    operator: Operator,
    value: &str,
) -> Option<Condition<'w>> {
    let reader = Reader::new(context.world, entity, field.read);
    let negated = operator == Operator::NotEqual;
    let is_null = value.is_empty() || value.eq_ignore_ascii_case("null");
    if field.kind == Kind::Nullable && is_null && operator.is_equality() {
        return Some(Condition {
            test: Test::Field(reader, Check::Any),
            negated: !negated,
        });
    }
    let check = Check::new(context, field.kind, operator, value)?;
    Some(Condition {
        test: Test::Field(reader, check),
        negated,
    })
}

impl<'w> Check<'w> {
    /// Compiles an operator and value; `None` if they do not fit the kind of the field.
    fn new(context: Context<'w>, kind: Kind, operator: Operator, value: &str) -> Option<Self> {
        if matches!(kind, Kind::Date { .. } | Kind::Period) {
            return Self::of_time(kind, operator, value);
        }
        if !operator.is_equality() && !matches!(kind, Kind::Number(_) | Kind::Severity) {
            return None;
        }
        let sensitive = context.case_sensitive;
        Some(match kind {
            Kind::Text | Kind::Quiet | Kind::Nullable => Self::Fits(Pattern::new(value, sensitive)),
            Kind::Part => Self::Fits(Pattern::containing(value, sensitive)),
            Kind::Number(unit) => Self::Number {
                operator,
                wanted: value
                    .parse()
                    .ok()
                    .filter(|number: &f64| number.is_finite())?,
                unit,
            },
            Kind::OneOf(names) => {
                let known = names.iter();
                let meant = known.filter(|(own, _)| own.eq_ignore_ascii_case(value));
                let meant: Vec<&str> = meant.map(|(_, api)| *api).collect();
                (!meant.is_empty()).then_some(Self::OneOf(meant))?
            }
            Kind::Severity => Self::Severity(operator, severity(value)?),
            Kind::Tag => {
                let pattern = Pattern::new(value, sensitive);
                let tags = context.world.store.list("tags").iter();
                let named = tags.filter(|tag| pattern.matches(tag.get("name").unwrap_or_default()));
                let named = named.map(Node::id).collect();
                Self::Tag(with_tags_below(context.world, named))
            }
            Kind::Date { .. } | Kind::Period => return None,
        })
    }

    fn of_time(kind: Kind, operator: Operator, value: &str) -> Option<Self> {
        let now = OffsetDateTime::now_utc();
        let moment = match kind {
            Kind::Period => date::period(value)?,
            _ => date::parse(value, now)?,
        };
        match operator {
            Operator::Less | Operator::Greater => Some(Self::Moment(operator, moment)),
            Operator::Equal if kind == (Kind::Date { whole_day: true }) => {
                Some(Self::Moment(operator, moment))
            }
            _ => None,
        }
    }

    fn allows(&self, text: &str) -> bool {
        match self {
            Self::Any => !text.is_empty(),
            Self::Fits(pattern) => pattern.matches(text),
            Self::Number {
                operator,
                wanted,
                unit,
            } => {
                let number = text.trim().parse::<f64>();
                number.is_ok_and(|number| compare(*operator, (number / unit).total_cmp(wanted)))
            }
            Self::OneOf(names) => names.iter().any(|name| name.eq_ignore_ascii_case(text)),
            Self::Severity(operator, wanted) => {
                severity(text).is_some_and(|own| compare(*operator, own.cmp(wanted)))
            }
            Self::Moment(operator, wanted) => moment(text).is_some_and(|own| match operator {
                Operator::Equal => (*wanted..date::day_after(*wanted)).contains(&own),
                operator => compare(*operator, own.cmp(wanted)),
            }),
            Self::Tag(tags) => tags.contains(text),
        }
    }
}

/// Whether an ordering satisfies an operator. Inequality is tested as equality,
/// and the condition is negated.
fn compare(operator: Operator, order: Ordering) -> bool {
    match operator {
        Operator::Equal | Operator::NotEqual => order.is_eq(),
        Operator::Less => order.is_lt(),
        Operator::LessOrEqual => order.is_le(),
        Operator::Greater => order.is_gt(),
        Operator::GreaterOrEqual => order.is_ge(),
    }
}

/// Parses a severity, given by name or number.
pub(super) fn severity(text: &str) -> Option<i64> {
    let mut known = SEVERITIES.iter();
    let (_, own) = known.find(|(name, number)| {
        name.eq_ignore_ascii_case(text) || text.parse().is_ok_and(|text: i64| text == *number)
    })?;
    Some(*own)
}

/// Parses a date, or a number of seconds.
pub(super) fn moment(text: &str) -> Option<date::Moment> {
    text.parse().ok().or_else(|| date::told(text))
}

impl Condition<'_> {
    pub(super) fn holds(&self, world: &World, object: &Node) -> bool {
        let found = match &self.test {
            Test::Field(reader, check) => reader.any(world, object, &mut |text| check.allows(text)),
            Test::Texts(readers, pattern) => readers
                .iter()
                .any(|reader| reader.any(world, object, &mut |text| pattern.matches(text))),
            Test::Ids(ids) => ids.contains(object.id()),
        };
        found != self.negated
    }
}
