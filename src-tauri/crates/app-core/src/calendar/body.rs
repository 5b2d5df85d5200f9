//! The text of an event: made harmless for showing, and reduced to what the editor knows for changing it.

use ammonia::Builder;
use graph_client::models::{BodyType, ItemBody};

use crate::untrusted_html::{self, Options, Source};

/// The elements that the editor knows, and the blocks that it makes paragraphs of: without those, what stands in two
/// of them would run together.
const EDITED: [&str; 34] = [
    "p",
    "br",
    "strong",
    "b",
    "em",
    "i",
    "u",
    "s",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "code",
    "div",
    "section",
    "article",
    "center",
    "h4",
    "h5",
    "h6",
    "pre",
    "dl",
    "dt",
    "dd",
    "table",
    "tbody",
    "tr",
    "th",
    "td",
    "del",
];

/// A text as the window gets it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) html: String,
    pub(super) own_colors: bool,
    pub(super) editable: String,
}

/// Takes up to some hundred milliseconds for megabytes: keep it off asynchronous workers.
pub(super) fn text(body: Option<&ItemBody>) -> Text {
    let Some(body) = body else {
        return Text::default();
    };
    let (source, editable) = match body.content_type {
        BodyType::Html => (Source::Html(&body.content), editable(&body.content)),
        _ => (Source::Plain(&body.content), lines(&body.content)),
    };
    // What an event quotes is the invitation itself.
    let options = Options {
        unfolded: true,
        ..Options::default()
    };
    let harmless = untrusted_html::clean(source, &options);
    Text {
        html: harmless.html,
        own_colors: harmless.own_colors,
        editable,
    }
}

fn editable(html: &str) -> String {
    Builder::new()
        .tags(EDITED.into())
        .url_schemes(["http", "https", "mailto"].into())
        .clean(html)
        .to_string()
}

fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escaped).collect();
    format!("<p>{}</p>", lines.join("<br>"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A new text of an event with an online meeting. What the service wrote about taking part stays: without that
/// it would take the meeting away (event-update.md).
pub(super) fn with_meeting(new: &str, old: &str, join_url: &str) -> String {
    let named = |text: &str| text.contains(join_url) || text.contains(&escaped(join_url));
    if named(new) || !named(old) {
        return new.to_owned();
    }
    format!("{new}{}", about_meeting(old, join_url))
}

/// From the line that the service draws above what it writes, or else all of it.
fn about_meeting<'a>(old: &'a str, join_url: &str) -> &'a str {
    const LINE: &str = "________________";
    let link = old
        .find(join_url)
        .or_else(|| old.find(&escaped(join_url)))
        .unwrap_or(old.len());
    let before = &old[..link];
    let line = before.rfind(LINE).map(|end| {
        let start = before[..end].trim_end_matches('_').len();
        before[..start].rfind("<div").unwrap_or(start)
    });
    let from = line.unwrap_or_else(|| old.find("<body").map_or(0, |body| body_inside(old, body)));
    let to = old.rfind("</body>").unwrap_or(old.len());
    old.get(from..to).unwrap_or(old)
}

fn body_inside(old: &str, body: usize) -> usize {
    old[body..].find('>').map_or(body, |end| body + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_runs_and_loads_nothing_and_plain_text_stays_plain() {
        let html = ItemBody::html(
            "<p onclick=x()>Hi <b>you</b></p><script>x()</script><img src=https://a/b><a href=javascript:x()>y</a>",
        );
        let shown = text(Some(&html)).html;
        for evil in ["script", "onclick", "https://a/b", "javascript"] {
            assert!(!shown.contains(evil), "{shown}");
        }
        assert!(shown.contains("<b>you</b>"));
        let plain = ItemBody::text("a <b>\nc & d");
        assert_eq!(
            text(Some(&plain)).editable,
            "<p>a &lt;b&gt;<br>c &amp; d</p>"
        );
        assert!(text(Some(&plain)).html.contains("a &lt;b&gt;"));
    }

    #[test]
    fn what_is_edited_keeps_its_formatting_and_its_lines_and_runs_nothing() {
        let html = ItemBody::html(
            "<html><head><style>p{}</style></head><body><div onclick=x()>One <b>two</b></div>\
             <div style='color:red'>three</div><script>x()</script><img src=https://a/b>\
             <table><tr><td>4</td></tr></table></body></html>",
        );
        assert_eq!(
            text(Some(&html)).editable,
            "<div>One <b>two</b></div><div>three</div>\
             <table><tbody><tr><td>4</td></tr></tbody></table>"
        );
    }

    #[test]
    fn a_new_text_keeps_the_way_into_the_meeting() {
        let url = "https://teams.example/l/1";
        let old = format!(
            "<html><body><p>Old</p><div>________________________________</div><div><a href=\"{url}\">Join</a></div></body></html>"
        );
        let new = with_meeting("<p>New</p>", &old, url);
        assert!(new.starts_with("<p>New</p><div>____") && new.contains(url));
        assert!(!new.contains("Old") && !new.contains("</body>"));
        assert_eq!(with_meeting("<p>New</p>", "<p>Old</p>", url), "<p>New</p>");
        assert_eq!(with_meeting(&new, &old, url), new);
    }
}
