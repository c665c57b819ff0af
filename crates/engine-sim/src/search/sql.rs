//! The faults of searches that the database of an engine rejects. Their texts have the statement,
//! in lower case and with spaces instead of underscores.

use super::entity::Entity;
use super::grammar::{Query, Subject, Term};
use crate::object::{VMS, is_uuid};

/// The limit of statements without one.
const UNLIMITED: usize = 2_147_483_647;

/// The names that a statement has for an entity.
struct Names {
    view: &'static str,
    /// The column with the identifier.
    key: &'static str,
    order: &'static str,
}

impl Names {
    fn of(entity: &Entity) -> Self {
        let (view, key, order) = match entity.table.entity {
            "vm" => (VMS, "vm guid", "vm name asc"),
            "disk" => ("all disks", "disk id", "disk alias asc, disk id asc"),
            "host" => ("vds with tags", "vds id", "vds name asc"),
            "user" => ("vdc users", "user id", "name asc"),
            "event" => ("audit log", "audit log id", "audit log id desc"),
            "job" => ("job", "job id", "start time asc"),
            other => (other, "id", "name asc"),
        };
        Self { view, key, order }
    }

    /// Returns a statement with a condition, which may be empty.
    fn statement(&self, condition: &str, offset: &str, limit: usize) -> String {
        let Self { view, order, .. } = self;
        let selected = match condition {
            "" => format!("select  {view}.* from  {view}  "),
            condition => format!("select distinct {view}.* from  {view}   where  {condition} "),
        };
        format!(
            "select * from (({selected})  order by {order} ) as t1 offset ({offset} -1) limit {limit}"
        )
    }
}

/// Returns the detail of the fault if the database rejects a search.
pub(super) fn failure(entity: &Entity, query: &Query<'_>, max: Option<usize>) -> Option<String> {
    let names = Names::of(entity);
    let limit = max.unwrap_or(UNLIMITED);
    let mut terms = query.alternatives.iter().flatten();
    if let Some(found) = terms.find_map(|term| term_failure(entity, &names, term, limit)) {
        return Some(found);
    }
    // Pages are counted from 1.
    (query.page == Some(0)).then(|| {
        let offset = match limit {
            0 | 1 => (1 - limit).to_string(),
            limit => format!("-{}", limit - 1),
        };
        let statement = names.statement("", &offset, limit);
        rejected("sql", &statement, "offset must not be negative")
    })
}

fn term_failure(entity: &Entity, names: &Names, term: &Term<'_>, limit: usize) -> Option<String> {
    let Names { view, key, .. } = names;
    let value = term.value;
    match term.subject {
        Subject::Named(name) if name.eq_ignore_ascii_case("id") && !is_uuid(value) => {
            entity.field("id")?;
            let condition = format!("{view}.{key} = '{value}'");
            // Lists of disks are limited after the search.
            let limit = if *view == "all disks" {
                UNLIMITED
            } else {
                limit
            };
            let statement = names.statement(&condition, "1", limit);
            let error = format!("invalid input syntax for type uuid: \"{value}\"");
            let error = at(&statement, &format!("'{value}'"), &error);
            Some(rejected("sql", &statement, &error))
        }
        Subject::Named(name)
            if entity.table.entity == "event" && name.eq_ignore_ascii_case("host") =>
        {
            Some(events_of_host(value, limit))
        }
        Subject::Named(name) if entity.breaks(name) => {
            let column = format!("{view}.{}", name.to_lowercase().replace('_', " "));
            let condition = format!("{column} ilike '{value}'");
            let statement = names.statement(&condition, "1", limit);
            Some(unknown_column(&statement, &column))
        }
        Subject::RelatedField(other, field) if entity.breaks(&format!("{other}.")) => {
            let field = field.to_lowercase();
            let statement = format!(
                "select * from ((select  distinct  {view}.* from  {view}   left outer join vms with \
                 tags on {view}.vm guid=vms with tags.vm guid    where (  vms with tags.vm {field} \
                 ilike '{value}'  and  ({view}.username is null or {view}.username  not ilike '')  \
                 ))  order by {} ) as t1 offset (1 -1) limit {limit}",
                names.order
            );
            Some(unknown_column(&statement, &format!("{view}.vm guid")))
        }
        _ => None,
    }
}

/// Columns of hosts that are searched for a text.
const HOST_TEXTS: &[&str] = &[
    "cluster name",
    "cpu model",
    "free text comment",
    "host name",
    "software version",
    "storage pool name",
    "tag name",
    "vds name",
];

/// Returns the failure of a search for the events of a host: the engine joins the hosts by another
/// name than it looks them up by.
fn events_of_host(value: &str, limit: usize) -> String {
    const VIEW: &str = "vds with tags";
    let texts = HOST_TEXTS.iter();
    let texts = texts.map(|column| format!("{VIEW}.{column} ilike '%{value}%'"));
    let texts = texts.collect::<Vec<_>>().join(" or  ");
    let statement = format!(
        "select * from (select * from audit log where ( audit log id in (select distinct audit \
         log.audit log id from  audit log   left outer join (select distinct vds id, vds name from \
         {VIEW}) {VIEW} temp on audit log.vds id={VIEW} temp.vds id    where  (  {texts} )  and \
         not deleted))  order by audit log id desc ) as t1 offset (1 -1) limit {limit}"
    );
    let first = format!("{VIEW}.cluster name");
    let error = format!("missing from-clause entry for table \"{VIEW}\"");
    rejected(
        "bad sql grammar",
        &statement,
        &at(&statement, &first, &error),
    )
}

fn unknown_column(statement: &str, column: &str) -> String {
    let error = at(
        statement,
        column,
        &format!("column {column} does not exist"),
    );
    rejected("bad sql grammar", statement, &error)
}

/// Adds the position of a part of the statement to an error.
fn at(statement: &str, part: &str, error: &str) -> String {
    let position = statement.find(part).map_or(1, |index| index + 1);
    format!("{error}\n  position: {position}")
}

fn rejected(what: &str, statement: &str, error: &str) -> String {
    let exception =
        format!("nested exception is org.postgresql.util.psqlexception: error: {error}");
    match what {
        "sql" => format!("statementcallback; sql [{statement}]; error: {error}; {exception}"),
        what => format!("statementcallback; {what} [{statement}]; {exception}"),
    }
}
