//! The page that the browser shows when it comes back from the sign-in.
//!
//! Plain HTML without a script or anything to load; what it says is fixed, so nothing that arrived
//! with the redirect can appear in it.

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// How the sign-in ended, as far as the person in the browser has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// Signed in.
    Succeeded,
    /// Not signed in; the window says why.
    Failed,
    /// The redirect is not the one that is waited for.
    Foreign,
}

impl Page {
    fn words(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::Succeeded => (
                StatusCode::OK,
                "You are signed in",
                "You can close this window and go back to Tenure.",
            ),
            Self::Failed => (
                StatusCode::OK,
                "You are not signed in",
                "You can close this window. Tenure says what happened and what to do.",
            ),
            Self::Foreign => (
                StatusCode::BAD_REQUEST,
                "This page belongs to no sign-in that is under way",
                "You can close this window and start again in Tenure.",
            ),
        }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let (status, title, text) = self.words();
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title>\
             <style>body{{font:16px/1.5 system-ui,sans-serif;max-width:32em;margin:20vh auto;padding:0 1em}}\
             </style></head><body><h1>{title}</h1><p>{text}</p></body></html>"
        );
        let headers = [
            (header::CACHE_CONTROL, "no-store"),
            (header::CONNECTION, "close"),
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; style-src 'unsafe-inline'",
            ),
            (header::REFERRER_POLICY, "no-referrer"),
        ];
        (status, headers, Html(html)).into_response()
    }
}
