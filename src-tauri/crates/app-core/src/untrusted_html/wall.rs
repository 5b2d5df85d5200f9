//! The last wall: what a library that parses HTML as browsers do lets through, from a short list.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::attributes::is_raster;
use super::names::ELEMENTS;
use super::style::PROPERTIES;

/// Attributes of every element. None is an id or a class: nothing of the window's can be named by them.
pub(super) const GENERIC: &[&str] = &["align", "dir", "lang", "style"];

const CELL: &[&str] = &["bgcolor", "colspan", "height", "rowspan", "valign", "width"];

/// Attributes of single elements.
pub(super) const OF_ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "title"]),
    ("col", &["width"]),
    ("colgroup", &["width"]),
    ("font", &["color", "face", "size"]),
    ("hr", &["width"]),
    ("img", &["alt", "height", "src", "width"]),
    ("ol", &["start", "type"]),
    (
        "table",
        &[
            "bgcolor",
            "border",
            "cellpadding",
            "cellspacing",
            "height",
            "width",
        ],
    ),
    ("tbody", CELL),
    ("td", CELL),
    ("tfoot", CELL),
    ("th", CELL),
    ("thead", CELL),
    ("tr", CELL),
    ("ul", &["type"]),
];

static BUILDER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(HashSet::from([
            "script", "style", "iframe", "object", "svg", "math", "template", "noscript",
        ]))
        .generic_attributes(GENERIC.iter().copied().collect())
        .tag_attributes(of_elements())
        .url_schemes(HashSet::from(["http", "https", "mailto", "data"]))
        .url_relative(UrlRelative::Deny)
        .filter_style_properties(PROPERTIES.iter().copied().collect())
        .link_rel(Some("noopener noreferrer nofollow"))
        .set_tag_attribute_value("a", "target", "_blank")
        .strip_comments(true)
        .attribute_filter(loads_nothing);
    builder
});

/// What the list lets through of a document.
pub(super) fn clean(html: &str) -> String {
    BUILDER.clean(html).to_string()
}

fn of_elements() -> HashMap<&'static str, HashSet<&'static str>> {
    let sets = OF_ELEMENTS.iter();
    sets.map(|(element, names)| (*element, names.iter().copied().collect()))
        .collect()
}

/// Links leave for elsewhere; pictures are here.
fn loads_nothing<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let leaves = ["http://", "https://", "mailto:"];
    let may = match (element, attribute) {
        ("img", "src") => is_raster(value),
        (_, "src") => false,
        (_, "href") => leaves.iter().any(|scheme| value.starts_with(scheme)),
        _ => true,
    };
    may.then_some(Cow::Borrowed(value))
}
