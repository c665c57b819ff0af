//! Generates the search tables of `ovirt`.

use std::fmt::Write as _;

use ovirt_model::{FieldKind, SearchEntity, SearchTables, names};

use super::{Files, header};

pub(super) fn generate(files: &mut Files) {
    let tables = SearchTables::embedded();
    let mut text = header("The search tables.", "search.txt");
    text.push_str(
        "use super::table::Entity;\nuse super::table::FieldKind::{\n    Boolean, Date, Number, Severity, Tag, Text, Time, Words,\n};\n",
    );
    text.push_str("\n/// The services whose lists can be searched, sorted by name.\n");
    text.push_str("pub(super) static SERVICES: &[(&str, &Entity)] = &[\n");
    let mut services: Vec<(&String, &String)> = tables
        .entities
        .iter()
        .flat_map(|(name, entity)| entity.services.iter().map(move |service| (service, name)))
        .collect();
    services.sort();
    for (service, name) in services {
        let _ = writeln!(text, "    (\"{service}\", &{}),", name.to_uppercase());
    }
    text.push_str("];\n");
    for (name, entity) in &tables.entities {
        text.push_str(&entity_table(name, entity));
    }
    for (name, words) in &tables.words {
        let _ = writeln!(
            text,
            "\nconst {}: &[(&str, &str)] = &[",
            name.to_uppercase()
        );
        for (word, value) in words {
            let _ = writeln!(text, "    (\"{word}\", \"{value}\"),");
        }
        text.push_str("];\n");
    }
    files.insert("crates/ovirt/src/search/generated.rs".to_owned(), text);
}

fn entity_table(name: &str, entity: &SearchEntity) -> String {
    let plural = names::plural(name).replace('_', " ");
    let title = match plural.as_str() {
        "vms" => "VMs".to_owned(),
        plural => plural.replace("vm ", "VM "),
    };
    let mut text = format!(
        "\nstatic {}: Entity = Entity {{\n    name: \"{title}\",\n    fields: &[\n",
        name.to_uppercase()
    );
    for (field, kind) in &entity.fields {
        let kind = match kind {
            FieldKind::Text => "Text".to_owned(),
            FieldKind::Boolean => "Boolean".to_owned(),
            FieldKind::Number(_) => "Number".to_owned(),
            FieldKind::Date => "Date".to_owned(),
            FieldKind::Time => "Time".to_owned(),
            FieldKind::Severity => "Severity".to_owned(),
            FieldKind::Tag => "Tag".to_owned(),
            FieldKind::Words(words) => format!("Words({})", words.to_uppercase()),
        };
        let _ = writeln!(text, "        (\"{field}\", {kind}),");
    }
    text.push_str("    ],\n    related: &[\n");
    for (names, target) in &entity.related {
        let _ = writeln!(text, "        (&{names:?}, &{}),", target.to_uppercase());
    }
    text.push_str("    ],\n};\n");
    text
}
