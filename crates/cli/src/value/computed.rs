//! Values that several members give together, such as the number of CPUs.

use serde_json::Value;

use super::{path, unit};

/// Computes a value from an object.
type Compute = fn(&Value) -> Option<Value>;

/// Values that several members give together: the name, the members, and how they are computed.
const COMPUTED: &[(&str, &[&str], Compute)] = &[
    ("cpus", &["cpu"], |object| {
        let topology = path::get(object, "cpu.topology")?;
        let part = |name: &str| topology.get(name).and_then(Value::as_i64);
        let numbers = ["sockets", "cores", "threads"].map(|name| part(name).unwrap_or(1));
        Some(numbers.iter().product::<i64>().into())
    }),
    ("up", &["start_time"], |object| {
        object.get("start_time").cloned()
    }),
    ("vms", &["summary"], |object| {
        let summary = object.get("summary")?;
        let active = summary.get("active")?.as_i64()?;
        Some(format!("{active}/{}", summary.get("total")?).into())
    }),
    ("total", &["available", "used"], |object| {
        let part = |name: &str| object.get(name).and_then(Value::as_i64);
        Some((part("available")? + part("used")?).into())
    }),
    ("took", &["start_time", "end_time"], |object| {
        let time = |name: &str| unit::seconds(object.get(name)?.as_str()?);
        let end = time("end_time").unwrap_or_else(unit::now);
        Some(unit::show_duration(end - time("start_time")?).into())
    }),
    ("value", &["values"], |object| {
        let values = object.pointer("/values")?.as_array()?;
        let datum = values.first()?.get("datum").cloned();
        datum.or_else(|| values.first()?.get("detail").cloned())
    }),
];

/// The value at a path, or a computed one.
pub(crate) fn get(object: &Value, path: &str) -> Value {
    let member = path::get(object, path);
    let computed = || {
        let (.., compute) = COMPUTED.iter().find(|(name, ..)| *name == path)?;
        compute(object)
    };
    member.or_else(computed).unwrap_or(Value::Null)
}

/// The members that a computed value is made from; none for other names.
pub(crate) fn members(name: &str) -> &'static [&'static str] {
    let value = COMPUTED.iter().find(|(known, ..)| *known == name);
    value.map_or(&[], |(_, members, _)| members)
}

/// Whether this is the name of a computed value.
pub(crate) fn is_known(name: &str) -> bool {
    !members(name).is_empty()
}
