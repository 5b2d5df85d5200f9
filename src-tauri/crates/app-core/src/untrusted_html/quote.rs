//! Where what a post says ends and what it quotes begins, as the usual mail programs mark it.

/// How a quote is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// All that follows is quoted.
    Rest,
    /// The element's content is; words may follow.
    Element,
}

const LONGEST_ATTRIBUTION: usize = 300;

/// Whether an element begins a quote.
pub(super) fn of_element(name: &str, attributes: &[(String, impl AsRef<str>)]) -> Option<Mark> {
    let given = |wanted: &str| {
        let mut all = attributes.iter();
        all.find(|(known, _)| known == wanted)
            .map_or("", |(_, value)| value.as_ref())
    };
    let (id, class) = (given("id"), given("class"));
    let rest = [
        "divRplyFwdMsg",
        "appendonsend",
        "OutlookMessageHeader",
        "stopSpelling",
    ];
    if rest.iter().any(|known| id.ends_with(known)) || class.contains("OutlookMessageHeader") {
        return Some(Mark::Rest);
    }
    let quotes = [
        "gmail_quote",
        "yahoo_quoted",
        "protonmail_quote",
        "moz-cite-prefix",
        "zmail_extra",
    ];
    let cites = name == "blockquote" && given("type").eq_ignore_ascii_case("cite");
    let quotes = quotes
        .iter()
        .any(|known| class.split_ascii_whitespace().any(|one| one == *known));
    (cites || quotes).then_some(Mark::Element)
}

/// Whether an element is drawn as Outlook draws the line above the head of what is answered.
pub(super) fn is_outlook_line(name: &str, attributes: &[(String, impl AsRef<str>)]) -> bool {
    let style = attributes.iter().find(|(known, _)| known == "style");
    let Some((_, style)) = style.filter(|_| name == "div") else {
        return false;
    };
    let style: String = style
        .as_ref()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let style = style.to_ascii_lowercase();
    style.contains("border-top:solid#e1e1e11.0pt") || style.contains("border-top:solid#b5c4df1.0pt")
}

/// Whether a line says that the original message follows.
pub(super) fn is_original(line: &str) -> bool {
    let inner = line.trim().trim_matches(['-', '_', ' ']);
    let dashes = line.trim().starts_with("--") && line.trim().ends_with("--");
    dashes
        && [
            "Original Message",
            "Original Appointment",
            "Forwarded message",
            "Ursprüngliche Nachricht",
        ]
        .iter()
        .any(|known| inner.eq_ignore_ascii_case(known))
}

/// Whether a line says whose words follow: "On 3 May 2026 at 10:12, Ada wrote:", in most languages.
pub(super) fn is_attribution(line: &str) -> bool {
    let line = line.trim();
    line.len() <= LONGEST_ATTRIBUTION
        && line.ends_with([':', '：'])
        && line.chars().filter(char::is_ascii_digit).count() >= 3
}
