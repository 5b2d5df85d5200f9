//! HTML of strangers made harmless: nothing in what comes out runs, loads, or leaves its place.
//!
//! In two walls. The first (`markup`, `shape`, `attributes`) reads the source once, in time linear to its
//! length whatever it holds, and writes a small, balanced document of known elements: it is what makes five
//! megabytes, a thousand levels or a broken table cheap, and where images, links, colours and quotes are
//! decided. The second (`wall`) is a library that parses what the first wrote and lets through a list of
//! elements, attributes, schemes and properties, and nothing else: safety rests on it alone. Deliberately
//! elsewhere: getting images (`conversations::images`), the frame that shows the result (the window).

mod attributes;
mod lines;
mod markup;
mod names;
mod plain;
mod quote;
mod shape;
mod style;
mod wall;

use std::collections::{HashMap, HashSet};

use self::shape::{Shape, Shaped};

/// About how much of a body is shown unless it is asked for whole, in bytes of HTML.
pub(crate) const CUT_AT: usize = 300 * 1024;
/// More than this is never shown.
const MOST: usize = 8 * 1024 * 1024;
/// How many characters a preview has.
const PREVIEW: usize = 200;

/// A body as it came.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Source<'a> {
    /// HTML.
    Html(&'a str),
    /// Plain text.
    Plain(&'a str),
}

/// What a body may show, and how much of it.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Images as `data:` addresses, by the `cid:` or `https:` address that the body names them by (of a
    /// `cid:` in lower case).
    pub(crate) images: HashMap<String, String>,
    /// Whether to give it whole though it is large.
    pub(crate) whole: bool,
    /// Whether to leave what it quotes where it stands.
    pub(crate) unfolded: bool,
}

/// A body made harmless.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Harmless {
    /// Its HTML, without what it quotes.
    pub(crate) html: String,
    /// What it quotes.
    pub(crate) quoted: Option<String>,
    /// Its beginning as text.
    pub(crate) preview: String,
    /// Whether it brings colours of its own.
    pub(crate) own_colors: bool,
    /// Images in it that were attached beside it and not given: their `cid:` addresses, in lower case.
    pub(crate) inline_images: HashSet<String>,
    /// Images that lie elsewhere and were left out, each address once.
    pub(crate) remote_images: Vec<String>,
    /// How many images were left out.
    pub(crate) left_out: u32,
    /// How large it is when it was cut.
    pub(crate) cut_at: Option<u64>,
}

/// Makes a body harmless. Takes up to some hundred milliseconds for megabytes: keep it off asynchronous workers.
pub(crate) fn clean(source: Source<'_>, options: &Options) -> Harmless {
    let text;
    let source = match source {
        Source::Html(html) => html,
        Source::Plain(plain) => {
            text = plain::to_html(plain);
            &text
        }
    };
    let first = shaped(source, options, false);
    let shaped = match first.own_colors {
        // Black on white is a theme's to decide only where nothing else has a colour.
        true => shaped(source, options, true),
        false => first,
    };
    let (html, quoted) = shaped.parts(options.unfolded);
    Harmless {
        html: wall::clean(&html),
        quoted: quoted.map(|quoted| wall::clean(&quoted)),
        preview: shaped.preview,
        own_colors: shaped.own_colors,
        inline_images: shaped.inline_images,
        remote_images: shaped.remote_images,
        left_out: shaped.left_out,
        cut_at: shaped
            .cut
            .then(|| u64::try_from(source.len()).unwrap_or(u64::MAX)),
    }
}

/// The beginning of a body as plain text.
pub(crate) fn preview(source: Source<'_>) -> String {
    let start = |text: &str| text[..floor(text, 64 * 1024)].to_owned();
    let source = match source {
        Source::Html(html) => start(html),
        Source::Plain(plain) => plain::to_html(&start(plain)),
    };
    shaped(&source, &Options::default(), false).preview
}

/// All of a body as plain text.
pub(crate) fn text(source: Source<'_>) -> String {
    match source {
        Source::Html(html) => markup::text(html),
        Source::Plain(plain) => plain.to_owned(),
    }
}

/// All of a body as plain text without spaces: what tells whether two bodies say the same.
pub(crate) fn words(source: Source<'_>) -> String {
    text(source)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

fn shaped(source: &str, options: &Options, all_colors: bool) -> Shaped {
    let most = if options.whole { MOST } else { CUT_AT };
    let mut shape = Shape::new(&options.images, most, all_colors);
    for token in markup::tokens(source) {
        if !shape.take(token) {
            break;
        }
    }
    shape.end()
}

/// The largest place at or before `at` where `text` can be cut.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
