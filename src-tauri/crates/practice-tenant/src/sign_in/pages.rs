//! The pages that a person sees in the browser: choosing an account, accepting
//! permissions, typing a device code, refusals. Plain HTML that works without
//! scripts; what happens with an answer is decided in the modules of the flows.

use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;

use super::errors::{OAuthError, Trace};
use super::{Person, scopes};

/// How many accounts a page offers at once.
const SHOWN: usize = 10;

const STYLE: &str = "
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 27rem; margin: 10vh auto; padding: 2rem; border: 1px solid #8886; border-radius: .5rem }
fieldset { border: 0; margin: 1rem 0; padding: 0 } label { display: block; padding: .4rem 0 }
small { opacity: .75 } button, input[type=text] { font: inherit; padding: .4rem .8rem; min-height: 2.5rem }
footer { margin-top: 2rem; font-size: .85rem }";

fn page(status: StatusCode, title: &str, content: &Markup) -> Response {
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (title) }
                    (content)
                    footer { "This is the sign-in of a practice tenant. It asks for no password and reaches no real organization." }
                }
            }
        }
    };
    (status, Html(document.into_string())).into_response()
}

/// A page that only tells something.
pub(super) fn notice(title: &str, text: &str) -> Response {
    page(StatusCode::OK, title, &html! { p { (text) } })
}

/// A refusal that the person has to read; `back` leads back to the app.
pub(super) fn refusal(
    title: &str,
    error: &OAuthError,
    trace: &Trace,
    back: Option<&str>,
) -> Response {
    let content = html! {
        p role="alert" { (trace.description(error)) }
        @if let Some(back) = back {
            p { a href=(back) { "Return to the application without granting consent" } }
        }
    };
    page(StatusCode::BAD_REQUEST, title, &content)
}

/// The parameters of a request as hidden fields, so that the next answer of
/// the person carries them again.
fn carried(parameters: &impl Serialize) -> Markup {
    let parameters = serde_json::to_value(parameters).unwrap_or_default();
    let present = parameters.as_object().into_iter().flatten();
    html! {
        @for (name, value) in present {
            @if let Some(value) = value.as_str() { input type="hidden" name=(name) value=(value); }
        }
    }
}

/// Who can be chosen on an account page.
pub(super) struct Accounts<'a> {
    /// The owner first, then the administrator, then everybody else.
    pub(super) people: &'a [Person],
    /// What the person searched for.
    pub(super) find: &'a str,
    /// Who is chosen when the page opens.
    pub(super) chosen: Option<&'a str>,
}

impl Accounts<'_> {
    fn shown(&self) -> Vec<&Person> {
        let find = self.find.to_lowercase();
        let matches = |person: &&Person| {
            let text = format!("{} {}", person.display_name, person.user_principal_name);
            person.enabled && text.to_lowercase().contains(&find)
        };
        let is_chosen = |person: &&Person| Some(person.id.as_str()) == self.chosen;
        let mut shown: Vec<_> = self.people.iter().filter(matches).collect();
        shown.sort_by_key(|person| !is_chosen(person));
        shown.truncate(SHOWN);
        shown
    }
}

/// Lets the person choose an account.
pub(super) fn account_picker(
    tenant: &str,
    accounts: &Accounts<'_>,
    parameters: &impl Serialize,
) -> Response {
    let shown = accounts.shown();
    let content = html! {
        p { (tenant) }
        form method="post" {
            (carried(parameters))
            @if accounts.people.len() > SHOWN {
                label for="find" { "Search people" }
                input id="find" type="text" name="find" value=(accounts.find) autocomplete="off";
                " "
                button name="decision" value="find" { "Search" }
            }
            fieldset {
                legend { "Account" }
                @for (index, person) in shown.iter().enumerate() {
                    label {
                        input type="radio" name="account" value=(person.id) checked[index == 0];
                        " " (person.display_name)
                        @if person.administrator { " (administrator)" }
                        br; small { (person.user_principal_name) }
                    }
                }
                @if shown.is_empty() { p role="status" { "Nobody matches the search." } }
            }
            button name="decision" value="next" { "Next" }
            " "
            button name="decision" value="cancel" { "Cancel" }
        }
    };
    page(StatusCode::OK, "Pick an account", &content)
}

/// Who is asked for which permissions by which app.
pub(super) struct Request<'a> {
    pub(super) account: &'a str,
    pub(super) client_id: &'a str,
    pub(super) permissions: Vec<&'a str>,
}

/// Asks the person to accept permissions.
pub(super) fn consent(title: &str, request: &Request<'_>, parameters: &impl Serialize) -> Response {
    let content = html! {
        p { (request.account) }
        p { "The app " code { (request.client_id) } " would like to use these permissions:" }
        ul {
            @for name in &request.permissions {
                li {
                    (name)
                    @if scopes::needs_administrator(name) { " " small { "(needs the consent of an administrator)" } }
                }
            }
        }
        form method="post" {
            (carried(parameters))
            button name="decision" value="accept" { "Accept" }
            " "
            button name="decision" value="cancel" { "Cancel" }
        }
    };
    page(StatusCode::OK, title, &content)
}

/// Posts an answer to the app (`response_mode=form_post`); without scripts the
/// person presses the button.
pub(super) fn post_back(redirect: &str, answer: &[(&str, Option<&str>)]) -> Response {
    let content = html! {
        form method="post" action=(redirect) {
            @for (name, value) in answer {
                @if let Some(value) = value { input type="hidden" name=(name) value=(value); }
            }
            button { "Return to the application" }
        }
        script { (PreEscaped("document.forms[0].submit()")) }
    };
    page(StatusCode::OK, "Returning to the application", &content)
}

/// Asks for the code that a device shows.
pub(super) fn device_code(problem: Option<&str>) -> Response {
    let content = html! {
        @if let Some(problem) = problem { p role="alert" { (problem) } }
        form method="post" {
            label for="user_code" { "Code shown by the app" }
            input id="user_code" type="text" name="user_code" autocomplete="off" required;
            " "
            button { "Next" }
        }
    };
    page(StatusCode::OK, "Enter code", &content)
}
