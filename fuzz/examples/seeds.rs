//! Generates the seeds, which are the initial inputs, and the XML dictionary:
//! `cargo run --example seeds`.
//!
//! Documents are encoded from random values of the model's types, with a fixed seed.

use std::collections::BTreeSet;
use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};

use ovirt_model::{Model, Struct};

/// The generator of random values, shared with the tests of ovirt-types.
#[path = "../../crates/types/tests/it/generator.rs"]
mod generator;

use generator::Generator;

/// Types whose documents become seeds, in addition to the root elements of the JSON target.
const TYPES: &[&str] = &[
    "vlan",
    "operating_system_info",
    "ticket",
    "host_nic",
    "step",
];

/// Documents with markup that the encoder never writes.
const HANDWRITTEN: &[(&str, &str)] = &[
    (
        "whole",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<!-- c --><vm href=\"/a/1\" \
         id='1'><actions><link href=\"/a/1/start\" rel=\"start\"/></actions><name>a &amp; \
         &#x1F980;</name><comment><![CDATA[a < b]]></comment><link href=\"/a/1/nics\" rel=\"nics\"/>\
         <cluster href=\"/b/2\" id=\"2\"/><what><ever/></what><?pi data?></vm>",
    ),
    (
        "list",
        "\u{feff}<vms href='a>b'><size>1</size><vm id=\"1\"><name>a<![CDATA[</vm>]]></name>\
         <!-- </vm> --></vm><vm\n id='2'/></vms >\r\n",
    ),
    (
        "secrets",
        "<host><root_password>a&amp;b</root_password><name>n</name></host>",
    ),
    (
        "entities",
        "<!DOCTYPE vm [<!ENTITY a 'b'>]><vm><name>&a;</name></vm>",
    ),
];

const FAULT: &str = "<fault><detail>[The name is in use., Try another.]</detail>\
                     <reason>Operation Failed</reason></fault>";

const DATES: &[&str] = &[
    "2024-03-05T17:20:11.042+01:00",
    "2024-02-29T23:59:59Z",
    "0001-01-01T00:00:00.123456789-0330",
    "9999-12-31T23:59:59",
];

/// A character for the operator, a field, a tab and a value in each line.
const SEARCHES: &[(&str, &str)] = &[
    (
        "all",
        "Fname\tweb*\nGhost.status\tUp\nHmemory\t1024\nK\tfree text",
    ),
    ("words", "Fname\tand\nFname\tor\nFname\t\nFname\ta=b"),
];

const PROFILES: &[(&str, &str)] = &[
    (
        "keys",
        "[other]\nengine_url = https://e/ovirt-engine/api\nusername = admin@internal\n\
         engine_url = https://e/ovirt-engine/api\nusername = admin@internal\nsecure = no\n",
    ),
    (
        "token",
        "; a comment\n[DEFAULT]\ntoken: x\n# more\ncafile = ca.pem\n\n[x]\n",
    ),
];

fn main() -> Result<()> {
    let model = Model::embedded();
    let seeds = Seeds(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"));
    for structure in seed_types(&model) {
        seeds.of_type(&model, structure)?;
    }
    for (name, text) in HANDWRITTEN {
        seeds.put("document", name, text)?;
        seeds.put("tokenizer", name, text)?;
        seeds.put("list_reader", name, &format!("\u{7}{text}"))?;
    }
    for (name, text) in DATES
        .iter()
        .enumerate()
        .map(|(at, text)| (at.to_string(), text))
    {
        seeds.put("date", &name, text)?;
    }
    for (name, text) in SEARCHES {
        seeds.put("search", name, text)?;
    }
    for (name, text) in PROFILES {
        seeds.put("profile", name, text)?;
    }
    seeds.responses()?;
    seeds.logins()?;
    seeds.large()?;
    fs::write(seeds.0.join("xml.dict"), dictionary(&model))
}

fn seed_types(model: &Model) -> impl Iterator<Item = &Struct> {
    let is_seed = |structure: &&Struct| {
        let tag = structure.tag();
        TYPES
            .iter()
            .chain(ovirt_fuzz::json::ROOTS)
            .any(|name| *name == tag)
    };
    model.structs().filter(is_seed)
}

/// The folder of the seeds.
struct Seeds(PathBuf);

impl Seeds {
    fn put(&self, target: &str, name: &str, text: &str) -> Result<()> {
        let folder = self.0.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), text)
    }

    fn of_type(&self, model: &Model, structure: &Struct) -> Result<()> {
        let tag = structure.tag();
        let numbers = random(tag.bytes().map(u32::from).sum(), 200);
        let json = Generator::new(model, &numbers).object(structure);
        let document = generator::document(&tag, &json);
        let (xml, json) = (document.to_xml(), generator::json(&document));
        self.put("document", &tag, &xml)?;
        self.put("tokenizer", &tag, &xml)?;
        if let Some(root) = ovirt_fuzz::json::ROOTS.iter().position(|root| *root == tag) {
            // A printable character whose code modulo the number of roots is the position.
            let root = char::from(b'0' + u8::try_from(root).unwrap_or_default());
            self.put("json", &tag, &format!("{root}{json}"))?;
        }
        if tag == "vm" {
            let json = Generator::new(model, &numbers).list(structure);
            let xml = generator::document("vms", &json).to_xml();
            self.put("document", "vms", &xml)?;
            self.put("list_reader", "vms", &format!("\u{1}{xml}"))?;
        }
        Ok(())
    }

    fn responses(&self) -> Result<()> {
        let table = [
            (
                "list",
                "\0\0\0<vms><vm id='1'><name>a</name></vm><vm/></vms>".to_owned(),
            ),
            ("stream", "\u{5}\0\0<vms><vm id='1'/><vm/></vms>".to_owned()),
            ("object", "\u{1}\0\0<vm id='1'/>".to_owned()),
            ("fault", format!("\u{2}\u{8}\0{FAULT}")),
            (
                "failed",
                format!("\u{3}\0\0<action>{FAULT}<status>failed</status></action>"),
            ),
            (
                "page",
                "\u{4}\u{12}\u{3}<html><title>Bad Gateway</title></html>".to_owned(),
            ),
        ];
        table
            .iter()
            .try_for_each(|(name, text)| self.put("responses", name, text))
    }

    /// Each body, uncompressed and compressed.
    fn large(&self) -> Result<()> {
        let table: &[(&str, char, &[(u8, &str)])] = &[
            ("list", '\0', &[(0, "<vms>"), (20, "<vm/>"), (0, "</vms>")]),
            (
                "stream",
                '\u{1}',
                &[(0, "<vms>"), (20, "<vm/>"), (0, "</vms>")],
            ),
            (
                "object",
                '\u{2}',
                &[(0, "<vm><nics>"), (20, "<nic/>"), (0, "</nics></vm>")],
            ),
            ("text", '\u{2}', &[(0, "<vm><name>"), (23, "xyz")]),
            ("fault", '\u{3}', &[(0, "<fault><detail>"), (22, "[x., ")]),
            ("page", '\u{4}', &[(0, "<html><title>"), (22, "&amp;")]),
            (
                "login",
                '\u{5}',
                &[(0, "{\"x\":["), (21, "[],"), (0, "0]}")],
            ),
        ];
        for (name, request, parts) in table {
            let part = |(times, text): &(u8, &str)| {
                let length = u8::try_from(text.len()).unwrap_or_default();
                format!("{}{}{text}", char::from(*times), char::from(length))
            };
            let parts: String = parts.iter().map(part).collect();
            self.put("large", name, &format!("{request}\0{parts}"))?;
            self.put(
                "large",
                &format!("{name}-gzip"),
                &format!("{request}\u{1}{parts}"),
            )?;
        }
        Ok(())
    }

    fn logins(&self) -> Result<()> {
        let table = [
            (
                "token",
                "\0\u{2}{\"access_token\":\"x\",\"exp\":\"1700000000000\"}",
            ),
            (
                "array",
                "\0\u{2}[{\"access_token\":\"x\",\"exp\":1700000000000}]",
            ),
            (
                "refused",
                "\u{8}\u{2}{\"error_code\":\"access_denied\",\"error\":\"No.\"}",
            ),
            (
                "invalid",
                "\u{9}\u{2}{\"error\":\"invalid_grant\",\"error_description\":\"No.\"}",
            ),
            (
                "page",
                "\u{12}\u{3}<!doctype html><html><title>Starting</title></html>",
            ),
        ];
        table
            .iter()
            .try_for_each(|(name, text)| self.put("login", name, text))
    }
}

/// Markup and the tags of all members.
fn dictionary(model: &Model) -> String {
    let markup = [
        "<?xml version='1.0'?>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<!DOCTYPE",
        "</",
        "/>",
        "&amp;",
        "&#x41;",
        "&#10;",
        " id='1'",
        " href=\"/a\"",
        " rel='nics'",
        "<link",
        "***",
    ];
    let members = model
        .structs()
        .flat_map(|structure| model.members(structure));
    let tags: BTreeSet<String> = members
        .map(|member| member.name.clone())
        .chain(model.structs().map(Struct::tag))
        .collect();
    let mut text = String::from("# Generated by `cargo run --example seeds`.\n");
    let words = markup.iter().map(|text| (*text).to_owned());
    for word in words.chain(tags.into_iter().map(|tag| format!("<{tag}>"))) {
        text.push_str(&format!("\"{}\"\n", word.replace('"', "\\\"")));
    }
    text
}

/// Pseudorandom numbers.
fn random(seed: u32, count: usize) -> Vec<u32> {
    let mut state = seed | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state
    };
    std::iter::repeat_with(next).take(count).collect()
}
