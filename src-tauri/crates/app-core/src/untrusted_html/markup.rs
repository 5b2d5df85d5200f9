//! From a body's source to its tags and texts, in one pass, however broken it is.
//!
//! Comments, declarations and what is in scripts and the like are passed over here. That a browser might cut
//! some tag differently does not matter: what comes out is written anew.

use std::borrow::Cow;

use super::names;

/// How many attributes of a tag are looked at.
const MOST_ATTRIBUTES: usize = 100;

/// A piece of a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text as it stands in the source: character references not resolved, `<` possible.
    Text(&'a str),
    /// A start tag; the name in lower case.
    Open(String, Vec<(String, Cow<'a, str>)>),
    /// An end tag; the name in lower case.
    Close(String),
}

/// The pieces of a source, in order.
pub(super) fn tokens(source: &str) -> Tokens<'_> {
    Tokens { source, at: 0 }
}

/// All texts of a source, resolved.
pub(super) fn text(source: &str) -> String {
    let mut text = String::new();
    for token in tokens(source) {
        if let Token::Text(piece) = token {
            text.push_str(&decoded(piece));
        }
    }
    text
}

/// How long a character reference is at most, with its marks.
const REFERENCE: usize = 36;

/// A text with its character references resolved; each is looked at by itself, so that a text of nothing but
/// beginnings of them takes no longer than another.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut all = String::with_capacity(text.len());
    for piece in text.split_inclusive('&') {
        // What follows a mark is looked at with it.
        let start = all.len().saturating_sub(usize::from(all.ends_with('&')));
        all.push_str(piece);
        let end = all
            .bytes()
            .skip(start)
            .take(REFERENCE)
            .position(|byte| byte == b';');
        if let Some(end) = end {
            let rest = all.split_off(start + end + 1);
            let reference = all.split_off(start);
            all.push_str(&html_escape::decode_html_entities(&reference));
            all.push_str(&rest);
        }
    }
    Cow::Owned(all)
}

#[derive(Debug)]
pub(super) struct Tokens<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.source.len() {
            let rest = self.rest();
            let bytes = rest.as_bytes();
            match (bytes.first(), bytes.get(1)) {
                (Some(b'<'), Some(b'!')) if rest.starts_with("<!--") => self.pass_comment(),
                (Some(b'<'), Some(b'!' | b'?')) => self.pass(">"),
                (Some(b'<'), Some(b'/')) => match bytes.get(2) {
                    Some(letter) if letter.is_ascii_alphabetic() => {
                        self.at += 2;
                        let (name, _) = self.tag();
                        return Some(Token::Close(name));
                    }
                    _ => self.pass(">"),
                },
                (Some(b'<'), Some(letter)) if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    let (name, attributes) = self.tag();
                    if names::is_raw(&name) {
                        self.pass_raw(&name);
                        continue;
                    }
                    return Some(Token::Open(name, attributes));
                }
                _ => {
                    // A `<` that begins nothing is text.
                    let next = rest.bytes().skip(1).position(|byte| byte == b'<');
                    let (text, _) = rest.split_at(next.map_or(rest.len(), |next| next + 1));
                    self.at += text.len();
                    return Some(Token::Text(text));
                }
            }
        }
        None
    }
}

impl<'a> Tokens<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    /// Goes on behind `end`, or to the end of all.
    fn pass(&mut self, end: &str) {
        let found = self.rest().find(end).map(|found| found + end.len());
        self.at += found.unwrap_or(self.rest().len());
    }

    fn pass_comment(&mut self) {
        // `<!-->` is a whole comment.
        self.at += 2;
        self.pass("-->");
    }

    /// Goes on at the end tag of an element whose content is no markup.
    fn pass_raw(&mut self, name: &str) {
        loop {
            self.at += self.rest().find("</").unwrap_or(self.rest().len());
            let after = self.rest().as_bytes().get(2..2 + name.len());
            match after {
                None => {
                    self.at = self.source.len();
                    return;
                }
                Some(after) if after.eq_ignore_ascii_case(name.as_bytes()) => {
                    return self.pass(">");
                }
                Some(_) => self.at += 2,
            }
        }
    }

    /// Reads a tag from its name on, and goes on behind it.
    fn tag(&mut self) -> (String, Vec<(String, Cow<'a, str>)>) {
        let name = self.taken(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>'));
        let mut attributes = Vec::new();
        loop {
            self.taken(|byte| is_space(byte) || byte == b'/');
            match self.rest().as_bytes().first() {
                None => break,
                Some(b'>') => {
                    self.at += 1;
                    break;
                }
                Some(_) => {
                    let attribute = self.attribute();
                    if attributes.len() < MOST_ATTRIBUTES {
                        attributes.push(attribute);
                    }
                }
            }
        }
        (name.to_ascii_lowercase(), attributes)
    }

    fn attribute(&mut self) -> (String, Cow<'a, str>) {
        let start = self.at;
        if self.rest().starts_with('=') {
            self.at += 1;
        }
        self.taken(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        let name = self.source[start..self.at].to_ascii_lowercase();
        self.taken(is_space);
        if !self.rest().starts_with('=') {
            return (name, Cow::Borrowed(""));
        }
        self.at += 1;
        self.taken(is_space);
        (name, decoded(self.value()))
    }

    fn value(&mut self) -> &'a str {
        let quote = match self.rest().as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => *quote,
            _ => return self.taken(|byte| !is_space(byte) && byte != b'>'),
        };
        self.at += 1;
        let value = self.taken(|byte| byte != quote);
        self.at = self.source.len().min(self.at + 1);
        value
    }

    /// Goes on behind the bytes that are wanted, all of ASCII or all that are not unwanted ASCII.
    fn taken(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.bytes().position(|byte| !wanted(byte));
        let taken = &rest[..end.unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}
