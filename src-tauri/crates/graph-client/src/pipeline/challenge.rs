//! Claims challenges (claims-challenge.md): what a new token has to satisfy.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use http::header::{HeaderMap, WWW_AUTHENTICATE};

/// The decoded claims of the first Bearer challenge that carries some. There may be several headers,
/// their parameters in any order.
pub(crate) fn claims(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(WWW_AUTHENTICATE)
        .iter()
        .find_map(|value| decode(parameter(value.to_str().ok()?, "claims")?))
}

fn parameter<'a>(challenge: &'a str, name: &str) -> Option<&'a str> {
    challenge.split([',', ' ']).find_map(|part| {
        let (key, value) = part.trim().split_once('=')?;
        key.eq_ignore_ascii_case(name)
            .then(|| value.trim_matches('"'))
    })
}

fn decode(text: &str) -> Option<String> {
    let text = text.trim_end_matches('=');
    let bytes = STANDARD_NO_PAD
        .decode(text)
        .or_else(|_| URL_SAFE_NO_PAD.decode(text))
        .ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn claims_are_found_in_any_order_and_header() {
        let mut headers = HeaderMap::new();
        headers.append(WWW_AUTHENTICATE, HeaderValue::from_static("PoP realm=\"\""));
        let challenge = "Bearer claims=\"eyJhIjoxfQ==\", realm=\"\", error=\"insufficient_claims\"";
        headers.append(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        assert_eq!(claims(&headers).as_deref(), Some(r#"{"a":1}"#));
    }

    #[test]
    fn a_plain_refusal_has_no_claims() {
        let headers = HeaderMap::from_iter([(
            WWW_AUTHENTICATE,
            HeaderValue::from_static("Bearer realm=\"\""),
        )]);
        assert_eq!(claims(&headers), None);
    }
}
