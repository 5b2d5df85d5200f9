//! Which elements there are to a body, by what they are to its shape.

/// Elements that are shown. Everything else is taken away, its content left where it stands.
pub(super) const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that go with all that is in them, and may hold elements.
const DROPPED: &[&str] = &[
    "applet", "audio", "canvas", "datalist", "frameset", "map", "math", "noscript", "object",
    "select", "svg", "template", "video",
];

/// Elements whose content is no markup: it ends with their own end tag and nothing else. They go too.
const RAW: &[&str] = &[
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
];

const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Elements that parsers carry on into what follows when they are not closed.
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
];

/// What can stand in a table beside cells.
const TABLE_PARTS: &[&str] = &[
    "caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// The name as this program knows it; `None` for elements that are not shown.
pub(super) fn shown(name: &str) -> Option<&'static str> {
    let place = ELEMENTS.binary_search(&name).ok()?;
    ELEMENTS.get(place).copied()
}

pub(super) fn is_dropped(name: &str) -> bool {
    DROPPED.contains(&name)
}

pub(super) fn is_raw(name: &str) -> bool {
    RAW.contains(&name)
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn is_formatting(name: &str) -> bool {
    FORMATTING.contains(&name)
}

pub(super) fn is_table_part(name: &str) -> bool {
    TABLE_PARTS.contains(&name)
}

/// What holds rows, and nothing else directly.
pub(super) fn holds_rows(name: &str) -> bool {
    matches!(name, "table" | "tbody" | "thead" | "tfoot")
}

/// Where text stands in a table; nothing inside ends anything outside.
pub(super) fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th" | "caption")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_found() {
        assert!(ELEMENTS.is_sorted());
        assert_eq!(shown("table"), Some("table"));
        assert_eq!(shown("script"), None);
    }
}
