//! HTML as plain text and back, as a mailbox does it for clients that want the
//! other of the two. It keeps what can be read and takes no care of layout.

/// A mailbox keeps so many characters of a post for lists.
const PREVIEW: usize = 255;
/// Elements whose text nobody reads.
const SILENT: [&str; 4] = ["head", "script", "style", "title"];
/// Elements that begin a line.
const LINES: [&str; 14] = [
    "blockquote",
    "br",
    "div",
    "h1",
    "h2",
    "h3",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "tr",
    "ul",
];

/// The beginning of a body, in one line.
pub(super) fn preview(html: &str) -> String {
    let text = to_text(html);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(PREVIEW).collect()
}

/// What can be read of a body.
pub(crate) fn to_text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        push_words(&mut text, &rest[..start]);
        rest = after_tag(&mut text, &rest[start..]);
    }
    push_words(&mut text, rest);
    text.trim().to_owned()
}

/// Reads the tag or comment that `rest` begins with, and what it silences.
fn after_tag<'a>(text: &mut String, rest: &'a str) -> &'a str {
    if rest.starts_with("<!--") {
        return rest.split_once("-->").map_or("", |(_, rest)| rest);
    }
    let Some((tag, after)) = rest[1..].split_once('>') else {
        return "";
    };
    let name: String = tag
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let name = name.to_ascii_lowercase();
    if LINES.contains(&name.as_str()) && !text.ends_with('\n') {
        text.push('\n');
    }
    if SILENT.contains(&name.as_str()) && !tag.starts_with('/') && !tag.ends_with('/') {
        return after_end(after, &name);
    }
    after
}

/// What follows the end tag of this name; everything is silent without one.
fn after_end<'a>(rest: &'a str, name: &str) -> &'a str {
    let end = rest.to_ascii_lowercase().find(&format!("</{name}"));
    let after = end.map_or("", |end| &rest[end..]);
    after.split_once('>').map_or("", |(_, rest)| rest)
}

fn push_words(text: &mut String, words: &str) {
    let decoded = words
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    let mut gap = text.is_empty() || text.ends_with(char::is_whitespace);
    for sign in decoded.chars() {
        if !sign.is_whitespace() {
            text.push(sign);
        } else if !gap {
            text.push(' ');
        }
        gap = sign.is_whitespace();
    }
}

/// A body of plain text as HTML.
pub(crate) fn from_text(text: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace("\r\n", "\n")
        .replace('\n', "<br>\r\n");
    format!("<div class=\"PlainText\">{escaped}</div>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_read_remains() {
        let html = "<html><head><style>p{}</style></head><body><!-- no --><p>One &amp;\n two</p><SCRIPT>x('<p>')</SCRIPT><div>three<br>four</div><p";
        assert_eq!(to_text(html), "One & two\nthree\nfour");
        assert_eq!(preview(html), "One & two three four");
        assert_eq!(to_text(""), "");
    }

    #[test]
    fn plain_text_comes_back_as_it_was() {
        let text = "1 < 2 & <b>\nnext";
        assert_eq!(to_text(&from_text(text)), text);
    }
}
