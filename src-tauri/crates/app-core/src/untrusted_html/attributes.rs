//! What of a tag's attributes is kept: links that leave, images that are here, and how text is arranged.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::style::{self, Colour};

/// More than this many remote images are counted, and not remembered.
const MOST_REMEMBERED: usize = 100;
/// A longer link is none.
const LONGEST_LINK: usize = 8 * 1024;
/// How many characters of images stand in one body.
const MOST_OF_IMAGES: usize = 6 * 1024 * 1024;

/// What was found in attributes so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) own_colors: bool,
    pub(super) inline_images: HashSet<String>,
    pub(super) remote_images: Vec<String>,
    pub(super) left_out: u32,
    known: HashSet<String>,
    /// How many bytes of images were written.
    pub(super) image_bytes: usize,
}

/// What attributes are judged by.
#[derive(Debug)]
pub(super) struct Judge<'a> {
    pub(super) images: &'a HashMap<String, String>,
    /// Whether black text and a white ground are kept too.
    pub(super) all_colors: bool,
    pub(super) found: Findings,
}

type Attributes = Vec<(&'static str, String)>;

impl Judge<'_> {
    /// The attributes to write; `None` when the whole element is better left away.
    pub(super) fn kept(
        &mut self,
        element: &str,
        attributes: &[(String, impl AsRef<str>)],
    ) -> Option<Attributes> {
        let given = |name: &str| {
            let mut all = attributes.iter();
            all.find(|(known, _)| known == name)
                .map(|(_, value)| value.as_ref().trim())
        };
        let mut kept = match element {
            "a" => link(given("href")?)?,
            "img" => self.image(given("src").unwrap_or_default(), given)?,
            _ => Attributes::new(),
        };
        for (name, value) in attributes {
            if let Some(attribute) = self.plain(element, name, value.as_ref().trim()) {
                let twice = kept.iter().any(|(known, _)| *known == attribute.0);
                if !twice {
                    kept.push(attribute);
                }
            }
        }
        Some(kept)
    }

    fn plain(&mut self, element: &str, name: &str, value: &str) -> Option<(&'static str, String)> {
        let cell = matches!(
            element,
            "td" | "th" | "tr" | "table" | "tbody" | "thead" | "tfoot"
        );
        let short = |name| (value.len() <= 100).then(|| (name, value.to_owned()));
        match name {
            "style" => self.style(value).map(|style| ("style", style)),
            "dir" if matches!(value, "ltr" | "rtl" | "auto") => short("dir"),
            "lang" => short("lang"),
            "align" => short("align"),
            "valign" if cell => short("valign"),
            "bgcolor" if cell => self.coloured(style::ground_colour(value), short("bgcolor")),
            "color" if element == "font" => {
                self.coloured(style::text_colour(value), short("color"))
            }
            "face" if element == "font" => short("face"),
            "size" if element == "font" => short("size"),
            "width" if cell || matches!(element, "img" | "col" | "colgroup" | "hr") => {
                short("width")
            }
            "height" if cell || element == "img" => short("height"),
            "border" if element == "table" => short("border"),
            "cellpadding" if element == "table" => short("cellpadding"),
            "cellspacing" if element == "table" => short("cellspacing"),
            "colspan" if cell => number("colspan", value),
            "rowspan" if cell => number("rowspan", value),
            "start" if element == "ol" => number("start", value),
            "type" if matches!(element, "ol" | "ul") => short("type"),
            _ => None,
        }
    }

    fn coloured<T>(&mut self, colour: Colour, attribute: Option<T>) -> Option<T> {
        self.found.own_colors |= colour == Colour::Own;
        attribute.filter(|_| colour == Colour::Own || self.all_colors)
    }

    fn style(&mut self, value: &str) -> Option<String> {
        let mut style = String::new();
        for (property, value, colour) in style::declarations(value) {
            let kept = match colour {
                Some(colour) => self.coloured(colour, Some(())).is_some(),
                None => true,
            };
            if kept {
                let mark = if style.is_empty() { "" } else { ";" };
                style.extend([mark, property, ":", &value]);
            }
        }
        (!style.is_empty()).then_some(style)
    }

    fn image<'a>(
        &mut self,
        source: &str,
        given: impl Fn(&str) -> Option<&'a str>,
    ) -> Option<Attributes> {
        let alt = given("alt").filter(|alt| !alt.is_empty() && alt.len() <= 500);
        let alt = alt.map(|alt| ("alt", alt.to_owned()));
        let shown = self.shown(source, &given).filter(|data| {
            self.found.image_bytes += data.len();
            self.found.image_bytes <= MOST_OF_IMAGES
        });
        match shown {
            Some(data) => Some([Some(("src", data)), alt].into_iter().flatten().collect()),
            None => alt.map(|alt| vec![alt]),
        }
    }

    /// The image itself, where it is here.
    fn shown<'a>(
        &mut self,
        source: &str,
        given: &impl Fn(&str) -> Option<&'a str>,
    ) -> Option<String> {
        if is_raster(source) {
            return Some(source.to_owned());
        }
        if source
            .get(..4)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("cid:"))
        {
            let name = source.to_ascii_lowercase();
            let image = self.images.get(&name).cloned();
            self.found.inline_images.insert(name);
            return image;
        }
        let url = address(source).filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let tiny = |side| matches!(given(side), Some("0" | "1" | "0px" | "1px"));
        if tiny("width") || tiny("height") {
            // It shows nothing: it tells its sender who read what.
            return None;
        }
        let image = self.images.get(url.as_str()).cloned();
        if image.is_none() {
            self.found.left_out = self.found.left_out.saturating_add(1);
            if self.found.known.len() < MOST_REMEMBERED && self.found.known.insert(url.to_string())
            {
                self.found.remote_images.push(url.to_string());
            }
        }
        image
    }
}

/// A link, with where it goes as its title.
fn link(target: &str) -> Option<Attributes> {
    let mut url = address(target)?;
    match url.scheme() {
        "http" | "https" => {
            // `https://bank.example@elsewhere.example` goes elsewhere.
            url.set_username("").ok()?;
            url.set_password(None).ok()?;
        }
        "mailto" => keep_words(&mut url),
        _ => return None,
    }
    let target = url.to_string();
    Some(vec![("href", target.clone()), ("title", target)])
}

/// Of a letter that is to be written only what can be read in it: some programs attach files by a link.
fn keep_words(url: &mut Url) {
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| ["subject", "body", "cc"].contains(&&*name.to_ascii_lowercase()))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    url.set_fragment(None);
    url.set_query(None);
    if !kept.is_empty() {
        let encoded = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        };
        let query: Vec<String> = kept
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        url.set_query(Some(&query.join("&")));
    }
}

/// A whole address; those without a scheme are of the web.
fn address(text: &str) -> Option<Url> {
    if text.len() > LONGEST_LINK {
        return None;
    }
    let www = |start: &str| start.eq_ignore_ascii_case("www.");
    if text.starts_with("//") {
        return Url::parse(&format!("https:{text}")).ok();
    }
    if text.get(..4).is_some_and(www) {
        return Url::parse(&format!("https://{text}")).ok();
    }
    Url::parse(text).ok()
}

/// Whether an address is a picture of points: it holds no markup, and loads nothing.
pub(super) fn is_raster(address: &str) -> bool {
    let Some((head, body)) = address.split_once(',') else {
        return false;
    };
    let kinds = ["png", "jpeg", "jpg", "gif", "webp"];
    let known = kinds
        .iter()
        .any(|kind| head.eq_ignore_ascii_case(&format!("data:image/{kind};base64")));
    let base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    known && body.bytes().all(base64)
}

fn number(name: &'static str, value: &str) -> Option<(&'static str, String)> {
    let number: u16 = value.parse().ok()?;
    (number <= 1000).then(|| (name, number.to_string()))
}
