//! Plain text as HTML: escaped, with its addresses as links, and what it quotes marked as such.

use linkify::{LinkFinder, LinkKind};

use super::quote;

/// The text as a body of HTML, whose quote begins as that of other bodies does.
pub(super) fn to_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4 + 64);
    html.push_str("<div style=\"white-space:pre-wrap\">");
    let lines: Vec<&str> = text.lines().collect();
    let quoted = quote_start(&lines);
    let finder = finder();
    for (index, line) in lines.iter().enumerate() {
        if Some(index) == quoted {
            html.push_str("</div><div id=\"divRplyFwdMsg\" style=\"white-space:pre-wrap\">");
        } else if index > 0 {
            html.push('\n');
        }
        linked(&finder, line, &mut html);
    }
    html.push_str("</div>");
    html
}

/// The line at which all that follows is quoted.
fn quote_start(lines: &[&str]) -> Option<usize> {
    if let Some(original) = lines.iter().position(|line| quote::is_original(line)) {
        return Some(original);
    }
    // The block of `>` at the end, with the line above that says whose it is.
    let is_quoted = |line: &&str| line.starts_with('>');
    let last = lines
        .iter()
        .rposition(|line| !is_quoted(line) && !line.trim().is_empty());
    let first = last.map_or(0, |last| last + 1);
    let quoted = lines.get(first..)?;
    quoted.iter().find(|line| is_quoted(line))?;
    match last {
        Some(last)
            if lines
                .get(last)
                .is_some_and(|line| quote::is_attribution(line)) =>
        {
            Some(last)
        }
        _ => Some(first),
    }
}

fn finder() -> LinkFinder {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url, LinkKind::Email]);
    finder
}

fn linked(finder: &LinkFinder, line: &str, html: &mut String) {
    for span in finder.spans(line) {
        let text = html_escape::encode_text(span.as_str());
        let target = html_escape::encode_double_quoted_attribute(span.as_str());
        match span.kind() {
            Some(LinkKind::Url) => html.extend(["<a href=\"", &target, "\">", &text, "</a>"]),
            Some(LinkKind::Email) => {
                html.extend(["<a href=\"mailto:", &target, "\">", &text, "</a>"]);
            }
            _ => html.push_str(&text),
        }
    }
}
