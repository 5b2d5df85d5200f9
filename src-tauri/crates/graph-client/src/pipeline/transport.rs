//! Sending over HTTP with reqwest, and telling how far a failed request came.

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, HeaderValue};
use http::{HeaderMap, Method};
use reqwest::redirect;

use super::{Arrived, Request};
use crate::credential::AccessToken;
use crate::error::{ErrorKind, GraphError, Stage};
use crate::{ClientOptions, GraphRoot};

/// The connections to one Graph root.
#[derive(Debug)]
pub(crate) struct Transport(reqwest::Client);

impl Transport {
    pub(crate) fn new(root: &GraphRoot, options: &ClientOptions) -> Result<Self, reqwest::Error> {
        let mut builder = reqwest::Client::builder()
            .connect_timeout(options.connect_timeout)
            .read_timeout(options.read_timeout)
            .user_agent(&options.user_agent)
            .tcp_nodelay(true)
            // A redirect would carry the token elsewhere; Graph answers downloads with one, and those
            // are followed where they are asked for.
            .redirect(redirect::Policy::none());
        if root.is_loopback() {
            builder = builder.no_proxy();
        }
        builder.build().map(Self)
    }

    pub(crate) async fn send(
        &self,
        request: &Request,
        token: &AccessToken,
        client_request_id: &str,
    ) -> Result<Arrived, GraphError> {
        let building = self.build(request, token, client_request_id);
        let sent = building.send().await;
        let response = sent.map_err(|error| failed(request, &error))?;
        Ok(Arrived::new(request, response, client_request_id))
    }

    fn build(
        &self,
        request: &Request,
        token: &AccessToken,
        client_request_id: &str,
    ) -> reqwest::RequestBuilder {
        let mut bearer = HeaderValue::from_str(&format!("Bearer {}", token.expose()))
            .unwrap_or_else(|_| HeaderValue::from_static("Bearer"));
        bearer.set_sensitive(true);
        let builder = self
            .0
            .request(request.method().clone(), request.url.clone())
            .headers(accepting_json(&request.headers))
            .header(AUTHORIZATION, bearer)
            .header("client-request-id", client_request_id)
            .header("return-client-request-id", "true");
        match &request.body {
            Some(body) => builder.body(body.clone()),
            None if *request.method() == Method::POST => builder.header(CONTENT_LENGTH, 0),
            None => builder,
        }
    }
}

/// JSON is what is read, where the request says nothing else.
fn accepting_json(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    let json = HeaderValue::from_static("application/json");
    headers.entry(ACCEPT).or_insert(json);
    headers
}

fn failed(request: &Request, error: &reqwest::Error) -> GraphError {
    let never_left = error.is_connect() || error.is_builder();
    let kind = if never_left {
        ErrorKind::Unreachable
    } else {
        ErrorKind::Lost
    };
    GraphError::new(kind, Stage::Send, request.operation, reason(error)).with(|failure| {
        failure.read_only = request.read_only();
    })
}

/// The innermost cause: the address is left out, as its query may hold names.
pub(super) fn reason(error: &reqwest::Error) -> String {
    let mut deepest: &dyn std::error::Error = error;
    while let Some(source) = deepest.source() {
        deepest = source;
    }
    if error.is_timeout() {
        format!("no answer in time ({deepest})")
    } else {
        deepest.to_string()
    }
}
