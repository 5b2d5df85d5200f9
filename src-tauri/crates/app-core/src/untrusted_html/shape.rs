//! A small, balanced document from the pieces of a body: every parser reads it the same, at a cost that
//! follows its length.
//!
//! What makes parsers slow or makes them disagree is settled here: how deep elements lie, what stands in
//! tables beside cells, what ends what. Deliberately elsewhere: where the quote begins (`lines`).

use std::collections::{HashMap, HashSet};

use super::attributes::{Findings, Judge};
use super::lines::{Lines, Place};
use super::markup::{self, Token};
use super::{floor, names};

/// Elements that lie deeper are taken away; their text stays.
const DEEPEST: usize = 100;
/// Tables begin no deeper, so that there is room for their rows and cells.
const DEEPEST_TABLE: usize = DEEPEST - 8;
/// How many elements of formatting lie in each other.
const MOST_FORMATTING: usize = 16;
/// How long a character reference is that must not be cut in two.
const REFERENCE: usize = 32;

/// An element that is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) name: &'static str,
    pub(super) tag: String,
}

/// The document while it is being written.
#[derive(Debug)]
pub(super) struct Shape<'a> {
    out: String,
    most: usize,
    open: Vec<Open>,
    /// How many elements of a name were left away for lying too deep, and are open.
    ignored: HashMap<&'static str, u32>,
    /// An element that is dropped with its content, and how many of its name are open in it.
    dropping: Option<(String, u32)>,
    /// Whether the next text stands first in a `pre`, where parsers drop a line's end.
    first_in_pre: bool,
    judge: Judge<'a>,
    lines: Lines,
    cut: bool,
}

/// The document that was written.
#[derive(Debug)]
pub(super) struct Shaped {
    out: String,
    quote: Option<Place>,
    pub(super) preview: String,
    pub(super) own_colors: bool,
    pub(super) inline_images: HashSet<String>,
    pub(super) remote_images: Vec<String>,
    pub(super) left_out: u32,
    pub(super) cut: bool,
}

impl Shaped {
    /// What it says, and what it quotes: each balanced.
    pub(super) fn parts(&self, unfolded: bool) -> (String, Option<String>) {
        let Some(quote) = self.quote.as_ref().filter(|_| !unfolded) else {
            return (self.out.clone(), None);
        };
        let (said, quoted) = self.out.split_at(quote.at);
        let (mut main, mut rest) = (said.to_owned(), String::new());
        for open in &quote.open {
            rest.push_str(&open.tag);
        }
        for open in quote.open.iter().rev() {
            main.extend(["</", open.name, ">"]);
        }
        rest.push_str(quoted);
        (main, Some(rest))
    }
}

impl<'a> Shape<'a> {
    /// An empty document of at most about `most` bytes beside its images.
    pub(super) fn new(images: &'a HashMap<String, String>, most: usize, all_colors: bool) -> Self {
        Self {
            out: String::new(),
            most,
            open: Vec::new(),
            ignored: HashMap::new(),
            dropping: None,
            first_in_pre: false,
            judge: Judge {
                images,
                all_colors,
                found: Findings::default(),
            },
            lines: Lines::default(),
            cut: false,
        }
    }

    /// Takes the next piece. False when there is no room for more.
    pub(super) fn take(&mut self, token: Token<'_>) -> bool {
        if let Some((name, open)) = &mut self.dropping {
            match &token {
                Token::Open(other, _) if other == name => *open += 1,
                Token::Close(other) if other == name => *open -= 1,
                _ => {}
            }
            if *open == 0 {
                self.dropping = None;
            }
            return true;
        }
        match token {
            Token::Text(text) => self.text(text),
            Token::Open(name, attributes) => self.opened(name, &attributes),
            Token::Close(name) => self.closed(&name),
        }
        self.cut |= self.room() == 0;
        !self.cut
    }

    /// The document, everything in it closed.
    pub(super) fn end(mut self) -> Shaped {
        self.pop_to(0);
        self.lines.end_line(self.out.len(), 0);
        let (quote, preview) = self.lines.end();
        Shaped {
            out: self.out,
            quote,
            preview,
            own_colors: self.judge.found.own_colors,
            inline_images: self.judge.found.inline_images,
            remote_images: self.judge.found.remote_images,
            left_out: self.judge.found.left_out,
            cut: self.cut,
        }
    }

    fn room(&self) -> usize {
        let taken = self.out.len() - self.judge.found.image_bytes.min(self.out.len());
        self.most.saturating_sub(taken)
    }

    fn text(&mut self, source: &str) {
        let mut source = source;
        if std::mem::take(&mut self.first_in_pre) {
            source = source.trim_start_matches(['\n', '\r']);
        }
        let shown = markup::decoded(source);
        let blank = shown.trim().is_empty();
        if self.in_rows() {
            if blank {
                return;
            }
            self.begin_cell();
        }
        let kept = &source[..floor_of_text(source, self.room())];
        self.cut |= kept.len() < source.len();
        self.lines.text(&shown, blank, self.out.len());
        for character in kept.chars() {
            match character {
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '\0' => {}
                other => self.out.push(other),
            }
        }
    }

    fn opened(&mut self, name: String, attributes: &[(String, impl AsRef<str>)]) {
        if names::is_dropped(&name) {
            self.dropping = Some((name, 1));
            return;
        }
        let Some(name) = names::shown(&name) else {
            return;
        };
        if names::is_table_part(name) {
            if !self.begin_part(name) {
                return;
            }
        } else if self.in_rows() {
            self.begin_cell();
        }
        self.end_what_it_ends(name);
        if names::is_block(name) || names::is_table_part(name) {
            self.lines.before_block(self.out.len(), self.open.len());
        }
        self.lines
            .element(name, attributes, self.out.len(), &self.open);
        self.write(name, attributes);
    }

    fn write(&mut self, name: &'static str, attributes: &[(String, impl AsRef<str>)]) {
        let void = names::is_void(name);
        if !void && self.is_too_deep(name) {
            *self.ignored.entry(name).or_default() += 1;
            return;
        }
        let Some(kept) = self.judge.kept(name, attributes) else {
            return;
        };
        let mut tag = format!("<{name}");
        for (attribute, value) in kept {
            let value = html_escape::encode_double_quoted_attribute(&value);
            tag.extend([" ", attribute, "=\"", &value, "\""]);
        }
        tag.push('>');
        self.out.push_str(&tag);
        match name {
            "br" | "hr" => self.lines.end_line(self.out.len(), self.open.len()),
            "img" => self.lines.image(self.out.len()),
            _ => {}
        }
        if !void {
            self.first_in_pre = name == "pre";
            self.open.push(Open { name, tag });
        }
    }

    fn closed(&mut self, name: &str) {
        let Some(name) = names::shown(name) else {
            return;
        };
        if let Some(ignored) = self.ignored.get_mut(name).filter(|ignored| **ignored > 0) {
            *ignored -= 1;
            return;
        }
        let of_table = name == "table" || names::is_table_part(name);
        let ends_search = |open: &Open| match of_table {
            true => open.name == "table",
            false => names::is_cell(open.name),
        };
        if let Some(place) = self.innermost(|open| open.name == name, ends_search) {
            self.pop_to(place);
        }
    }

    fn is_too_deep(&self, name: &str) -> bool {
        let formatting = || {
            let open = self.open.iter();
            open.filter(|open| names::is_formatting(open.name)).count() >= MOST_FORMATTING
        };
        match name {
            "table" => self.open.len() >= DEEPEST_TABLE,
            part if names::is_table_part(part) => false,
            other => self.open.len() >= DEEPEST || (names::is_formatting(other) && formatting()),
        }
    }

    /// Ends what an element that begins would end for a parser too.
    fn end_what_it_ends(&mut self, name: &'static str) {
        let wall = |open: &Open| names::is_cell(open.name) || open.name == "table";
        if names::is_block(name)
            && let Some(paragraph) = self.innermost(|open| open.name == "p", wall)
        {
            self.pop_to(paragraph);
        }
        let ended = match name {
            "a" => self.innermost(|open| open.name == "a", wall),
            "li" => self.innermost(
                |open| open.name == "li",
                |open| wall(open) || matches!(open.name, "ul" | "ol"),
            ),
            "dd" | "dt" => self.innermost(
                |open| matches!(open.name, "dd" | "dt"),
                |open| wall(open) || open.name == "dl",
            ),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.innermost(
                |open| matches!(open.name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"),
                wall,
            ),
            _ => None,
        };
        if let Some(ended) = ended {
            self.pop_to(ended);
        }
    }

    /// Makes room for a part of a table in the innermost one. False when there is none.
    fn begin_part(&mut self, name: &str) -> bool {
        let Some(table) = self.open.iter().rposition(|open| open.name == "table") else {
            return false;
        };
        let inside = |place: usize| self.open.get(table + place).map(|open| open.name);
        let section = usize::from(inside(1).is_some_and(names::holds_rows));
        let row = inside(1 + section) == Some("tr");
        match name {
            "tr" => self.pop_to(table + 1 + section),
            "td" | "th" => {
                self.pop_to(table + 1 + section + usize::from(row));
                if !row {
                    self.push("tr");
                }
            }
            "col" if inside(1) == Some("colgroup") => {}
            _ => self.pop_to(table + 1),
        }
        true
    }

    /// Whether text would stand in a table beside its cells.
    fn in_rows(&self) -> bool {
        let top = self.open.last().map_or("", |open| open.name);
        names::holds_rows(top) || matches!(top, "tr" | "colgroup")
    }

    fn begin_cell(&mut self) {
        if self.begin_part("td") {
            self.push("td");
        }
    }

    fn push(&mut self, name: &'static str) {
        let tag = format!("<{name}>");
        self.out.push_str(&tag);
        self.open.push(Open { name, tag });
    }

    /// The innermost open element that is looked for, unless another lies further in that ends the search.
    fn innermost(
        &self,
        wanted: impl Fn(&Open) -> bool,
        ends: impl Fn(&Open) -> bool,
    ) -> Option<usize> {
        for (place, open) in self.open.iter().enumerate().rev() {
            if wanted(open) {
                return Some(place);
            }
            if ends(open) {
                return None;
            }
        }
        None
    }

    fn pop_to(&mut self, depth: usize) {
        self.first_in_pre = false;
        while self.open.len() > depth
            && let Some(open) = self.open.pop()
        {
            self.out.extend(["</", open.name, ">"]);
            self.lines.popped(self.open.len());
            if names::is_block(open.name) || names::is_table_part(open.name) {
                self.lines.end_line(self.out.len(), self.open.len());
            }
        }
    }
}

/// Where a text can be cut: no character and no reference to one is cut in two.
fn floor_of_text(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    if at == text.len() {
        return at;
    }
    let before = &text[floor(text, at.saturating_sub(REFERENCE))..at];
    match before.rfind('&') {
        Some(reference) if !before[reference..].contains(';') => at - (before.len() - reference),
        _ => at,
    }
}
