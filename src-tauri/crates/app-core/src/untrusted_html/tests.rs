use std::cell::RefCell;

use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use proptest::prelude::*;
use serde::Deserialize;

use super::*;

fn html(source: &str) -> Harmless {
    clean(Source::Html(source), &Options::default())
}

fn plain(source: &str) -> Harmless {
    clean(Source::Plain(source), &Options::default())
}

/// Every tag that a parser finds, judged by the list.
#[derive(Default)]
struct Judged(RefCell<Vec<String>>);

impl TokenSink for Judged {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut wrong = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                if names::shown(&name).is_none() {
                    wrong.push(format!("<{name}>"));
                }
                if tag.kind == TagKind::StartTag {
                    let attributes = tag.attrs.iter();
                    wrong.extend(attributes.filter_map(|attribute| {
                        let (key, value) = (&*attribute.name.local, &*attribute.value);
                        (!may(&name, key, value)).then(|| format!("{name} {key}={value}"))
                    }));
                }
            }
            Token::CommentToken(_) | Token::DoctypeToken(_) => wrong.push("a comment".into()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn may(element: &str, attribute: &str, value: &str) -> bool {
    let mut own = wall::OF_ELEMENTS
        .iter()
        .filter(|(known, _)| *known == element);
    match (element, attribute) {
        ("a", "href") => ["http://", "https://", "mailto:"]
            .iter()
            .any(|start| value.starts_with(start)),
        ("a", "target") => value == "_blank",
        ("a", "rel") => value == "noopener noreferrer nofollow",
        ("img", "src") => attributes::is_raster(value),
        (_, "style") => {
            let lower = value.to_ascii_lowercase();
            !["url", "expression", "position", "@", "image", "\\"]
                .iter()
                .any(|bad| lower.contains(bad))
        }
        _ => wall::GENERIC.contains(&attribute) || own.any(|(_, names)| names.contains(&attribute)),
    }
}

fn faults(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Judged::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.to_owned().into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

fn assert_harmless(source: &str) {
    let body = html(source);
    for part in [Some(&body.html), body.quoted.as_ref()]
        .into_iter()
        .flatten()
    {
        assert_eq!(faults(part), Vec::<String>::new(), "{source}\n→ {part}");
        let options = Options {
            unfolded: true,
            ..Options::default()
        };
        let again = clean(Source::Html(part), &options).html;
        assert_eq!(&again, part, "{source}");
    }
}

#[derive(Deserialize)]
struct Vector {
    name: String,
    html: String,
}

#[test]
fn no_known_vector_of_cross_site_scripting_leaves_anything_that_runs_or_loads() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tests/data/cross-site-scripting.json"
    );
    let vectors = std::fs::read_to_string(file).unwrap();
    let vectors: Vec<Vector> = serde_json::from_str(&vectors).unwrap();
    assert!(vectors.len() >= 200);
    for Vector { name, html } in vectors {
        for source in [
            html.clone(),
            format!("<p>Before</p>{html}<p>Behind</p>"),
            format!("<table><tr>{html}</table>"),
            format!("<pre><b title='{html}"),
        ] {
            assert_harmless(&source);
        }
        let (mail, text) = (format!("Hello<div id=divRplyFwdMsg>{html}"), plain(&html));
        assert_harmless(&mail);
        assert_eq!(faults(&text.html), Vec::<String>::new(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whatever_goes_in_only_what_is_allowed_comes_out(source in any::<String>()) {
        assert_harmless(&source);
    }

    #[test]
    fn however_tags_are_mixed_the_outcome_is_stable(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
    ) {
        assert_harmless(&pieces.concat());
    }
}

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href=https://example.com>",
    "</a>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<tbody>",
    "<caption>",
    "<colgroup>",
    "<col>",
    "<ul>",
    "<li>",
    "</ul>",
    "<div>",
    "</div>",
    "<blockquote>",
    "</blockquote>",
    "<h1>",
    "</h1>",
    "<pre>",
    "</pre>",
    "\n",
    "x",
    " ",
    "&amp;",
    "&lt;",
    "<br>",
    "<hr>",
    "<font color=red>",
    "</font>",
    "<span style=\"color:red\">",
    "</span>",
    "<svg>",
    "</svg>",
    "<math>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<select>",
    "</select>",
    "<template>",
    "<form>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<center>",
    "<",
    ">",
    "\"",
    "'",
    "<i title=\"",
    "<img src=\"data:image/png;base64,AAAA\">",
    "<noscript>",
    "</noscript>",
    "<textarea>",
    "<o:p>",
    "<th>",
    "<thead>",
    "<q>",
    "<ol start=3>",
    "</ol>",
    "</li>",
    "<address>",
    "<center>",
    "<figure>",
    "On 3 May 2026, Ada wrote:",
    "<blockquote type=cite>",
    "<div class=gmail_quote>",
    "-----Original Message-----",
    "\u{0}",
    "\r",
    "\u{a0}",
];

#[test]
fn what_mail_programs_write_is_shown_as_it_is() {
    let body = html(
        "<html><head><style>p{color:red}</style><title>x</title></head><body lang=EN-GB>\
         <p class=MsoNormal style='margin:0cm;font-family:\"Segoe UI\"'>Hello <b>Zoë</b><o:p>&nbsp;</o:p></p>\
         <table border=1 cellpadding=0><tr><td colspan=2>a<td>b</table></body></html>",
    );
    assert_eq!(
        body.html,
        "<p style=\"margin:0cm;font-family:&quot;Segoe UI&quot;\">Hello <b>Zoë</b>&nbsp;</p>\
         <table border=\"1\" cellpadding=\"0\"><tbody><tr><td colspan=\"2\">a</td><td>b</td></tr></tbody></table>"
    );
    assert_eq!(body.preview, "Hello Zoë a b");
    assert_eq!(
        (body.quoted, body.own_colors, body.cut_at),
        (None, false, None)
    );
}

#[test]
fn links_say_where_they_really_go() {
    let body = html(
        "<a href='https://user:pass@ex\u{430}mple.com/?a=1&amp;b=2' title='bank' target=_top>bank.example</a>\
         <a href='mailto:a@b.example?subject=Hi%20there&attach=/etc/passwd'>write</a><a href='/in'>in</a>",
    );
    let host = "https://xn--exmple-4nf.com/?a=1&amp;b=2";
    assert!(
        body.html
            .starts_with(&format!("<a href=\"{host}\" title=\"{host}\"")),
        "{}",
        body.html
    );
    assert!(
        body.html
            .contains("href=\"mailto:a@b.example?subject=Hi%20there\"")
    );
    assert!(body.html.ends_with(">write</a>in"));
}

#[test]
fn images_are_shown_when_they_are_here_and_counted_when_they_are_not() {
    let source = "<img src=cid:Image001.png@01D alt=plan><img src='http://a.example/x.png' width=200>\
                  <img src='http://a.example/x.png'><img src=//b.example/p.gif width=1 height=1>\
                  <img src='data:image/svg+xml;base64,AAAA'><img src='data:image/gif;base64,R0lG'>";
    let body = html(source);
    assert_eq!(body.left_out, 2, "what counts readers is no picture");
    assert_eq!(body.remote_images, ["http://a.example/x.png"]);
    assert!(body.inline_images.contains("cid:image001.png@01d"));
    assert_eq!(
        body.html,
        "<img alt=\"plan\"><img src=\"data:image/gif;base64,R0lG\">"
    );

    let given = |name: &str| (name.to_owned(), "data:image/png;base64,AAAA".to_owned());
    let images = [
        given("cid:image001.png@01d"),
        given("http://a.example/x.png"),
    ]
    .into();
    let body = clean(
        Source::Html(source),
        &Options {
            images,
            ..Options::default()
        },
    );
    assert_eq!(body.left_out, 0);
    assert_eq!(body.html.matches("data:image/png").count(), 3);
}

#[test]
fn colours_of_its_own_are_told_from_black_on_white() {
    let body = html("<p style='color:black;background:white'>a<font color=#000000>b</font></p>");
    assert_eq!(
        (body.html.as_str(), body.own_colors),
        ("<p>a<font>b</font></p>", false)
    );
    let body = html("<p style='color:black'>a<span style='background:yellow'>b</span></p>");
    assert!(body.own_colors);
    assert!(body.html.contains("color:black") && body.html.contains("background-color:yellow"));
}

#[test]
fn what_is_quoted_is_folded_whoever_wrote_it() {
    for (program, source) in [
        (
            "Outlook",
            "<div><p>Yes.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>From:</b> Ada</p></div></div><p>Old words</p></div>",
        ),
        (
            "Outlook on the web",
            "<div>Yes.</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Ada</div><div>Old words</div>",
        ),
        (
            "Gmail",
            "<div dir=ltr>Yes.</div><br><div class=\"gmail_quote\"><div class=gmail_attr>On Sun, 3 May 2026 at 10:12, Ada wrote:<br></div><blockquote class=\"gmail_quote\">Old words</blockquote></div>",
        ),
        (
            "Apple Mail",
            "<div>Yes.</div><div><br><blockquote type=\"cite\"><div>On 3 May 2026, at 10:12, Ada wrote:</div>Old words</blockquote></div>",
        ),
        (
            "Thunderbird",
            "<p>Yes.</p><div class=\"moz-cite-prefix\">Am 03.05.2026 um 10:12 schrieb Ada:</div><blockquote type=\"cite\">Old words</blockquote>",
        ),
        (
            "others",
            "<p>Yes.</p><p>Le 3 mai 2026 à 10:12, Ada a écrit :</p><blockquote>Old words</blockquote>",
        ),
        (
            "old Outlook",
            "<p>Yes.</p><p>-----Original Message-----<br>From: Ada</p><p>Old words</p>",
        ),
    ] {
        let body = html(source);
        let quoted = body
            .quoted
            .unwrap_or_else(|| panic!("{program}: {}", body.html));
        assert!(
            body.html.contains("Yes.") && !body.html.contains("Old words"),
            "{program}"
        );
        assert!(
            !body.html.contains("10:12") && !body.html.contains("From:"),
            "{program}: {}",
            body.html
        );
        assert!(quoted.contains("Old words"), "{program}");
        assert_eq!(body.preview, "Yes.", "{program}");
    }
}

#[test]
fn a_quote_that_is_answered_below_or_is_all_there_is_stays() {
    let body = html("<p>Two things.</p><blockquote type=cite>Old</blockquote><p>I agree.</p>");
    assert_eq!(body.quoted, None);
    let body = html("<div id=divRplyFwdMsg>From: Ada</div><p>Old</p>");
    assert_eq!(body.quoted, None);
    assert!(body.html.contains("Old"));
}

#[test]
fn plain_text_gets_links_and_loses_nothing() {
    let body = plain(
        "Hi <b> & all,\n  see https://example.com/?a=1&b=2 or ada@contoso.example.\n\nOn 3 May 2026, Ada wrote:\n> old\n> words",
    );
    assert!(
        body.html.contains(
            "Hi &lt;b&gt; &amp; all,\n  see <a href=\"https://example.com/?a=1&amp;b=2\""
        )
    );
    assert!(body.html.contains("href=\"mailto:ada@contoso.example\""));
    assert!(body.quoted.unwrap().contains("&gt; old\n&gt; words"));
    assert_eq!(
        body.preview,
        "Hi <b> & all, see https://example.com/?a=1&b=2 or ada@contoso.example."
    );
}

#[test]
fn a_large_body_is_cut_until_it_is_asked_for_whole() {
    let source = "<p>Some words &amp; more</p>".repeat(40_000);
    let body = html(&source);
    assert_eq!(body.cut_at, Some(source.len() as u64));
    assert!(body.html.len() < CUT_AT + 100);
    let whole = Options {
        whole: true,
        ..Options::default()
    };
    let body = clean(Source::Html(&source), &whole);
    assert_eq!((body.cut_at, body.html.len()), (None, source.len()));
    assert_eq!(html("").html, "");
}

#[test]
fn nothing_that_anybody_sends_takes_longer_than_its_length() {
    // Whatever grew with the square would not end within the patience of whoever runs this.
    let much = |piece: &str| piece.repeat(1_000_000 / piece.len());
    let attributes = (0..120_000).fold("<a ".to_owned(), |all, n| all + &format!("a{n} "));
    for source in [
        much("<div>"),
        much("<b a=1><p>"),
        much("<table>x"),
        much("<table><b>x"),
        much("<p><b><i><font></p>"),
        much("<a href=https://example.com><div>"),
        much("<"),
        much("</p>"),
        much("<!--"),
        much("<script>"),
        much("<svg>"),
        much("<li><ul>"),
        much("<blockquote type=cite>x</blockquote>y"),
        much("&"),
        much("<p style='color:red;'"),
        much("<br>"),
        attributes,
        much("<a href='x"),
        much("On 1 2 3:<br>"),
    ] {
        let whole = Options {
            whole: true,
            ..Options::default()
        };
        let body = clean(Source::Html(&source), &whole);
        assert_eq!(faults(&body.html).len(), 0);
    }
    plain(&much("> a@b.example\n"));
}
