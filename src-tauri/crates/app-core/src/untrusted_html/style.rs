//! What of a `style` attribute is kept: properties that arrange and colour text, with values that can load
//! nothing.

/// Properties that are kept. None of them takes an address, moves anything out of its place, or animates.
pub(super) const PROPERTIES: &[&str] = &[
    "background-color",
    "border",
    "border-bottom",
    "border-bottom-color",
    "border-bottom-style",
    "border-bottom-width",
    "border-collapse",
    "border-color",
    "border-left",
    "border-left-color",
    "border-left-style",
    "border-left-width",
    "border-radius",
    "border-right",
    "border-right-color",
    "border-right-style",
    "border-right-width",
    "border-spacing",
    "border-style",
    "border-top",
    "border-top-color",
    "border-top-style",
    "border-top-width",
    "border-width",
    "clear",
    "color",
    "direction",
    "display",
    "float",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "list-style-type",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "table-layout",
    "text-align",
    "text-decoration",
    "text-indent",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
    "word-break",
    "word-spacing",
    "word-wrap",
];

const FUNCTIONS: &[&str] = &["rgb", "rgba", "hsl", "hsla"];

const LONGEST: usize = 200;

/// What a colour is to a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    /// Black text, a white ground: what any theme brings itself.
    Plain,
    /// One of its own.
    Own,
}

/// Declarations that are kept, each with what its colour is where it has one.
pub(super) fn declarations(style: &str) -> Vec<(&'static str, String, Option<Colour>)> {
    let known = style.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let property = property.trim().to_ascii_lowercase();
        // The shorthand is kept where all of it is a colour.
        let property = match property.as_str() {
            "background" => "background-color",
            other => other,
        };
        let place = PROPERTIES.binary_search(&property).ok()?;
        let property = *PROPERTIES.get(place)?;
        let value = value.trim();
        let value = value.strip_suffix("!important").unwrap_or(value).trim();
        is_harmless(property, value).then(|| {
            let colour = colour_of(property, value);
            (property, value.to_owned(), colour)
        })
    });
    known.collect()
}

fn is_harmless(property: &str, value: &str) -> bool {
    let known = |c: char| c.is_alphanumeric() || " #%.,-+!\"'()".contains(c);
    let quotes = |quote: char| value.matches(quote).count().is_multiple_of(2);
    let may = match property {
        "display" => !value.contains(['g', 'f', 'c', 'r']) || value.starts_with("table"),
        "background-color" => !value.contains(' ') || value.contains('('),
        _ => true,
    };
    may && !value.is_empty()
        && value.len() <= LONGEST
        && value.chars().all(known)
        && quotes('"')
        && quotes('\'')
        && calls_nothing_else(value)
}

/// Whether every bracket in a value is that of a colour.
fn calls_nothing_else(value: &str) -> bool {
    let mut before = value.split('(').collect::<Vec<_>>();
    before.pop();
    before.into_iter().all(|before| {
        let start = before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = &before[start.map_or(0, |start| start + 1)..];
        FUNCTIONS
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
    })
}

fn colour_of(property: &str, value: &str) -> Option<Colour> {
    match property {
        "color" => Some(text_colour(value)),
        "background-color" => Some(ground_colour(value)),
        _ => None,
    }
}

/// What a text's colour is to a theme.
pub(super) fn text_colour(value: &str) -> Colour {
    let value = value.trim().to_ascii_lowercase();
    let named = [
        "black",
        "windowtext",
        "inherit",
        "initial",
        "unset",
        "auto",
        "currentcolor",
    ];
    let dark = |[r, g, b]: [u8; 3]| {
        let (least, most) = (r.min(g).min(b), r.max(g).max(b));
        most < 0x48 && most - least < 0x10
    };
    match named.contains(&value.as_str()) || parsed(&value).is_some_and(dark) {
        true => Colour::Plain,
        false => Colour::Own,
    }
}

/// What a ground's colour is to a theme.
pub(super) fn ground_colour(value: &str) -> Colour {
    let value = value.trim().to_ascii_lowercase();
    let named = [
        "white",
        "window",
        "transparent",
        "inherit",
        "initial",
        "unset",
        "none",
        "auto",
    ];
    let clear = value.starts_with("rgba(") && value.trim_end_matches(')').ends_with([' ', ',']);
    let light = |rgb: [u8; 3]| rgb.into_iter().all(|part| part >= 0xf8);
    match clear || named.contains(&value.as_str()) || parsed(&value).is_some_and(light) {
        true => Colour::Plain,
        false => Colour::Own,
    }
}

fn parsed(value: &str) -> Option<[u8; 3]> {
    if let Some(inner) = value.strip_prefix("rgb(") {
        let mut parts = inner
            .trim_end_matches(')')
            .split([',', ' '])
            .filter(|part| !part.is_empty());
        let mut part = || parts.next()?.parse().ok();
        return Some([part()?, part()?, part()?]);
    }
    let hex = value.strip_prefix('#').unwrap_or(value);
    let digit = |at: usize| u8::from_str_radix(hex.get(at..=at)?, 16).ok();
    match hex.len() {
        3 => Some([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17]),
        6 => Some([
            digit(0)? * 16 + digit(1)?,
            digit(2)? * 16 + digit(3)?,
            digit(4)? * 16 + digit(5)?,
        ]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_that_could_load_or_move() {
        for bad in [
            "background-image:url(http://evil.example)",
            "background:url(x)",
            "color:expression(alert(1))",
            "position:fixed",
            "width:e\\78pression(1)",
            "behavior:url(#x)",
            "-moz-binding:url(x)",
            "color:red}body{color:blue",
            "font-family:\"x",
            "background-color:image-set(\"x\" 1x)",
            "--x:url(x)",
            "display:grid",
        ] {
            assert_eq!(declarations(bad), [], "{bad}");
        }
        assert!(PROPERTIES.is_sorted());
    }

    #[test]
    fn black_on_white_is_no_colour_of_its_own() {
        for plain in ["black", "#000", "#212121", "rgb(34, 34, 34)", "windowtext"] {
            assert_eq!(text_colour(plain), Colour::Plain, "{plain}");
        }
        assert_eq!(text_colour("#1f497d"), Colour::Own);
        assert_eq!(ground_colour("#ffffff"), Colour::Plain);
        assert_eq!(ground_colour("yellow"), Colour::Own);
        let kept = declarations("background:#fff;COLOR:Red;font-family:\"Segoe UI\",sans-serif");
        assert_eq!(kept.len(), 3);
    }
}
