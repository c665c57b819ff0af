//! Indents XML for people.

/// Puts each element on a line of its own, with two blanks for each level. Elements that contain
/// only text stay on one line. A document with line breaks is as its sender wants it.
pub(super) fn indent(document: &str) -> String {
    if document.contains(">\n") {
        return document.to_owned();
    }
    let mut text = String::new();
    let mut depth = 0_usize;
    // Whether the last tag opened an element that has no children yet.
    let mut is_open = false;
    let mut rest = document;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        text.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let is_closing = tag.starts_with("</");
        let is_opening = !is_closing && !tag.ends_with("/>");
        if is_closing {
            depth = depth.saturating_sub(1);
        }
        let is_joined = text.is_empty() || (is_closing && is_open);
        if !is_joined {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        }
        text.push_str(tag);
        let is_head = tag.starts_with("<?") || tag.starts_with("<!");
        is_open = is_opening && !is_head;
        depth += usize::from(is_open);
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::indent;

    #[test]
    fn elements_with_children_are_broken_into_lines() {
        let table = [
            ("<a/>", "<a/>"),
            ("<a><b>x</b></a>", "<a>\n  <b>x</b>\n</a>"),
            (
                "<?xml version='1.0'?><a><b/><c><d></d></c></a>",
                "<?xml version='1.0'?>\n<a>\n  <b/>\n  <c>\n    <d></d>\n  </c>\n</a>",
            ),
            ("<a>\n<b/></a>", "<a>\n<b/></a>"),
            ("</a></b", "</a>\n</b"),
            ("no tags", "no tags"),
        ];
        for (document, expected) in table {
            assert_eq!(indent(document), expected);
        }
    }
}
