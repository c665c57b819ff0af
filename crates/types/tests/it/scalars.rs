//! Texts, numbers, booleans, dates and attributes: decoding and encoding.

use ovirt_types::{Date, Document, FromXml, Statistic, ToXml, Vm};

fn name(content: &str) -> Option<String> {
    let document = format!("<vm><name>{content}</name></vm>");
    Vm::from_xml(&document)
        .unwrap_or_else(|error| panic!("{error}: {document}"))
        .name
}

fn vm(member: &str, text: &str) -> Vm {
    let document = format!("<vm><{member}>{text}</{member}></vm>");
    Vm::from_xml(&document).unwrap_or_else(|error| panic!("{error}: {document}"))
}

#[test]
fn text_is_unescaped_and_joined() {
    for (content, expected) in [
        ("", ""),
        (" web\t1 ", " web\t1 "),
        ("a&amp;b&lt;c&gt;d&quot;e&apos;f", "a&b<c>d\"e'f"),
        ("&#65;&#x42;&#x1F980;&#xd;&#10;", "AB🦀\r\n"),
        ("<![CDATA[<a> & ]] >]]>", "<a> & ]] >"),
        ("a<![CDATA[b]]>c<![CDATA[]]>d", "abcd"),
        ("a<!-- b -->c", "ac"),
        ("a<?b c?>d", "ad"),
        ("a<b>c</b>d<e/>f", "adf"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("<![CDATA[one\r\ntwo]]>", "one\ntwo"),
        ("&amp;amp;", "&amp;"),
        ("日本語 é", "日本語 é"),
        ("]]", "]]"),
    ] {
        assert_eq!(name(content).as_deref(), Some(expected), "{content:?}");
    }
}

#[test]
fn an_empty_element_is_an_empty_text_or_an_unset_value() {
    assert_eq!(
        Vm::from_xml("<vm><name/></vm>").unwrap(),
        Vm::from_xml("<vm><name></name></vm>").unwrap()
    );
    assert_eq!(Vm::from_xml("<vm><name/></vm>").unwrap(), Vm::named(""));
    for member in ["memory", "stateless", "start_time", "status"] {
        for document in [
            format!("<vm><{member}/></vm>"),
            format!("<vm><{member}> \n</{member}></vm>"),
        ] {
            assert_eq!(
                Vm::from_xml(&document).expect(member),
                Vm::new(),
                "{document}"
            );
        }
    }
    let objects = Vm::from_xml("<vm><cpu/><nics/><os></os></vm>").unwrap();
    assert!(objects.cpu.is_some() && objects.os.is_some());
    assert_eq!(objects.nics.map(|nics| nics.len()), Some(0));
}

#[test]
fn booleans_are_true_false_1_or_0_in_any_case() {
    for (text, expected) in [
        ("true", true),
        ("TRUE", true),
        ("True", true),
        ("1", true),
        (" true\n", true),
        ("false", false),
        ("FALSE", false),
        ("fAlse", false),
        ("0", false),
        ("<!-- c -->true", true),
        ("&#116;rue", true),
    ] {
        assert_eq!(vm("stateless", text).stateless, Some(expected), "{text}");
    }
    assert_eq!(
        Vm::new().stateless(true).to_xml(),
        "<vm><stateless>true</stateless></vm>"
    );
}

#[test]
fn integers_have_64_bits() {
    for number in [0, 1, -1, i64::from(i32::MAX) + 1, i64::MAX, i64::MIN] {
        assert_eq!(vm("memory", &number.to_string()).memory, Some(number));
        let encoded = Vm::new().memory(number).to_xml();
        assert_eq!(encoded, format!("<vm><memory>{number}</memory></vm>"));
    }
    assert_eq!(vm("memory", " 007 ").memory, Some(7));
}

#[test]
fn decimals_keep_their_value() {
    for (text, number) in [
        ("0.1", 0.1),
        ("-2", -2.0),
        ("1e3", 1000.0),
        ("3.", 3.0),
        ("123456789.123456789", 123_456_789.123_456_79),
    ] {
        let document =
            format!("<statistic><values><value><datum>{text}</datum></value></values></statistic>");
        let statistic = Statistic::from_xml(&document).expect(text);
        let value = statistic.values.as_ref().and_then(|values| values[0].datum);
        assert_eq!(value, Some(number), "{text}");
        assert_eq!(
            Statistic::from_xml(statistic.to_xml()).expect(text),
            statistic
        );
    }
}

#[test]
fn dates_keep_fraction_and_offset() {
    for (text, printed, milliseconds) in [
        (
            "2024-03-05T17:20:11.042+01:00",
            "2024-03-05T17:20:11.042+01:00",
            1_709_655_611_042,
        ),
        (
            "2024-03-05T17:20:11.042Z",
            "2024-03-05T17:20:11.042+00:00",
            1_709_659_211_042,
        ),
        (
            "2024-03-05T17:20:11",
            "2024-03-05T17:20:11",
            1_709_659_211_000,
        ),
        (
            "\n2024-03-05T17:20:11.5-03:30 ",
            "2024-03-05T17:20:11.5-03:30",
            1_709_671_811_500,
        ),
    ] {
        let date = vm("start_time", text).start_time.expect(text);
        assert_eq!(date.to_string(), printed);
        assert_eq!(date.unix_milliseconds(), milliseconds);
        assert_eq!(
            Vm::new().start_time(date).to_xml(),
            format!("<vm><start_time>{printed}</start_time></vm>")
        );
    }
    let one: Date = "2024-03-05T17:20:11Z".parse().unwrap();
    let other: Date = "2024-03-05T18:20:11+01:00".parse().unwrap();
    assert_eq!(one, other, "the same instant");
    assert_eq!(one.unix_milliseconds(), other.unix_milliseconds());
    assert_eq!(
        (one.offset_seconds(), other.offset_seconds()),
        (Some(0), Some(3600))
    );
}

#[test]
fn special_characters_are_escaped() {
    let special = "a<b>&\"c\"'d'\r\n\te]]>🦀";
    let vm = Vm::with_id(special).name(special);
    let expected = "<vm id=\"a&lt;b&gt;&amp;&quot;c&quot;'d'&#13;&#10;&#9;e]]&gt;🦀\">\
        <name>a&lt;b&gt;&amp;\"c\"'d'&#13;\n\te]]&gt;🦀</name></vm>";
    assert_eq!(vm.to_xml(), expected);
    assert_eq!(Vm::from_xml(vm.to_xml()).unwrap(), vm);
}

#[test]
fn characters_that_xml_cannot_represent_are_omitted() {
    let encoded = Vm::named("a\0\u{1}\u{b}\u{1f}\u{fffe}\u{ffff}b").to_xml();
    assert_eq!(encoded, "<vm><name>ab</name></vm>");
}

#[test]
fn attributes_are_unescaped() {
    let vm = Vm::from_xml("<vm id = 'a&amp;b&#x43;\"' href=\"/x?a='1'&amp;b=2\" />").unwrap();
    assert_eq!(vm.id.as_deref(), Some("a&bC\""));
    assert_eq!(vm.href.as_deref(), Some("/x?a='1'&b=2"));
}

#[test]
fn declarations_comments_and_white_space_around_the_root_are_skipped() {
    for document in [
        "<vm id='1'/>",
        "\u{feff}<vm id='1'/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<vm id='1'/>\r\n",
        "\n\n<!-- a --><?b c?>\n<vm id='1'></vm><!-- d --><?e f?>\n ",
        "<vm\n\tid='1'\n/>",
        "<vm id='1' xmlns:xsi='urn:x'></vm >",
    ] {
        assert_eq!(Vm::from_xml(document).expect(document), Vm::with_id("1"));
        assert_eq!(
            Document::from_xml(document).expect(document).object(),
            Some(&Vm::with_id("1"))
        );
    }
}
