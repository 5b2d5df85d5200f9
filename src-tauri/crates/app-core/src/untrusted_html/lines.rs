//! The lines of a body as they are written: its beginning, and the place where it begins to quote.

use super::PREVIEW;
use super::quote::{self, Mark};
use super::shape::Open;

/// How much of a line is looked at.
const LONGEST: usize = 400;

/// A place in what was written, and what was open there.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) open: Vec<Open>,
}

/// A place while what was open there still is.
#[derive(Debug, Clone, Copy)]
struct Start {
    at: usize,
    depth: usize,
}

#[derive(Debug)]
struct Quote {
    place: Place,
    mark: Mark,
}

/// What was said so far, line by line.
#[derive(Debug)]
pub(super) struct Lines {
    line: String,
    /// Where the present line begins.
    start: Option<Start>,
    /// The last line that was not blank, and where it begins.
    before: String,
    before_start: Option<Start>,
    /// Where something was first said.
    said: Option<usize>,
    quote: Option<Quote>,
    /// How many elements were open around the one that is a quote, while it is open.
    inside: Option<usize>,
    preview: String,
}

impl Default for Lines {
    fn default() -> Self {
        Self {
            line: String::new(),
            start: Some(Start { at: 0, depth: 0 }),
            before: String::new(),
            before_start: None,
            said: None,
            quote: None,
            inside: None,
            preview: String::new(),
        }
    }
}

impl Lines {
    /// A text is written at `at`.
    pub(super) fn text(&mut self, text: &str, blank: bool, at: usize) {
        if !blank {
            self.said.get_or_insert(at);
            let answers = |quote: &Quote| quote.mark == Mark::Element;
            if self.inside.is_none() && self.quote.as_ref().is_some_and(answers) {
                // Words below a quote answer it: it stays where it stands.
                self.quote = None;
            }
        }
        let room = LONGEST.saturating_sub(self.line.len());
        self.line.extend(text.chars().take(room));
    }

    /// A picture was written.
    pub(super) fn image(&mut self, at: usize) {
        self.said.get_or_insert(at);
    }

    /// A block is about to begin.
    pub(super) fn before_block(&mut self, at: usize, depth: usize) {
        if !self.line.trim().is_empty() {
            self.end_line(at, depth);
        }
    }

    /// A line ends, and another begins at `at`.
    pub(super) fn end_line(&mut self, at: usize, depth: usize) {
        let line = self.line.trim();
        if !line.is_empty() {
            if self.quote.is_none() && !quote::is_attribution(line) {
                preview(&mut self.preview, line);
            }
            self.before = line.to_owned();
            self.before_start = self.start;
        }
        self.line.clear();
        self.start = Some(Start { at, depth });
    }

    /// So many elements are open now.
    pub(super) fn popped(&mut self, depth: usize) {
        let stands = |start: &Start| start.depth <= depth;
        self.start = self.start.filter(stands);
        self.before_start = self.before_start.filter(stands);
        self.inside = self.inside.filter(|inside| depth > *inside);
    }

    /// An element is about to be written at `at`, within `open`.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[(String, impl AsRef<str>)],
        at: usize,
        open: &[Open],
    ) {
        let (line, start) = match self.line.trim() {
            "" => (self.before.as_str(), self.before_start),
            line => (line, self.start),
        };
        let attribution = start.filter(|_| quote::is_attribution(line));
        let original = start.filter(|_| quote::is_original(line));
        let mark = match quote::of_element(name, attributes) {
            Some(mark) => Some(mark),
            None if quote::is_outlook_line(name, attributes) => Some(Mark::Rest),
            None if original.is_some() => Some(Mark::Rest),
            None if name == "blockquote" && attribution.is_some() => Some(Mark::Element),
            None => None,
        };
        let Some(mark) = mark else {
            return;
        };
        self.inside.get_or_insert(open.len());
        let here = self.start.filter(|_| self.line.trim().is_empty());
        let place = attribution.or(original).or(here).unwrap_or(Start {
            at,
            depth: open.len(),
        });
        if self.quote.is_none() && self.said.is_some_and(|said| said < place.at) {
            let open = open.get(..place.depth).unwrap_or(open).to_vec();
            let place = Place { at: place.at, open };
            self.quote = Some(Quote { place, mark });
        }
    }

    /// Where it begins to quote, and its beginning.
    pub(super) fn end(self) -> (Option<Place>, String) {
        (self.quote.map(|quote| quote.place), self.preview)
    }
}

fn preview(preview: &mut String, line: &str) {
    for word in line.split_whitespace() {
        let length = preview.chars().count();
        if length >= PREVIEW {
            return;
        }
        if !preview.is_empty() {
            preview.push(' ');
        }
        preview.extend(word.chars().take(PREVIEW - length));
    }
}
