//! Records exchanges, one JSON object for each line, so that another program
//! can check them against the service's metadata. Secrets stay out: of the
//! sign-in endpoints only addresses and statuses are written.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use http::HeaderMap;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A test sends `negative` in it with a request that is wrong on purpose.
const KIND_HEADER: &str = "x-practice-kind";

/// Appends exchanges to a file.
pub(crate) struct Recorder {
    file: Mutex<File>,
}

/// One exchange.
#[derive(Debug, Serialize)]
pub(crate) struct Exchange {
    method: String,
    url: String,
    kind: String,
    request_headers: Map<String, Value>,
    request_body: Option<Box<RawValue>>,
    /// None when no whole answer was sent, on purpose.
    status: Option<u16>,
    response_headers: Map<String, Value>,
    response_body: Option<Box<RawValue>>,
}

impl Recorder {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        Ok(Self {
            file: Mutex::new(file),
        })
    }

    /// Several tenants may share a file: each line is appended in one write.
    pub(crate) fn write(&self, exchange: &Exchange) {
        let Ok(mut line) = serde_json::to_vec(exchange) else {
            return;
        };
        line.push(b'\n');
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = file.write_all(&line) {
            tracing::warn!(%error, "an exchange could not be recorded");
        }
    }
}

impl Exchange {
    pub(crate) fn request(method: &str, url: &str, headers: &HeaderMap, body: &[u8]) -> Self {
        let graph = url.starts_with("/v1.0") || url.starts_with("/beta");
        let marked = headers.get(KIND_HEADER).and_then(|kind| kind.to_str().ok());
        let kind = if graph {
            marked.unwrap_or("graph")
        } else {
            "identity"
        };
        Self {
            method: method.to_owned(),
            url: if graph {
                url.to_owned()
            } else {
                without_query(url)
            },
            kind: kind.to_owned(),
            request_headers: shown(headers),
            request_body: if graph { json(body) } else { None },
            status: None,
            response_headers: Map::new(),
            response_body: None,
        }
    }

    pub(crate) fn answered(mut self, status: u16, headers: &HeaderMap, body: &[u8]) -> Self {
        self.status = Some(status);
        self.response_headers = shown(headers);
        if self.kind != "identity" {
            self.response_body = json(body);
        }
        self
    }
}

/// The query of a sign-in address holds codes.
fn without_query(url: &str) -> String {
    url.split('?').next().unwrap_or_default().to_owned()
}

/// The body on one line, if it is JSON. It is not read further: the pages of a large list are long.
fn json(body: &[u8]) -> Option<Box<RawValue>> {
    let text = std::str::from_utf8(body).ok()?;
    let line = if text.contains(['\n', '\r']) {
        serde_json::from_str::<Value>(text).ok()?.to_string()
    } else {
        text.to_owned()
    };
    RawValue::from_string(line).ok()
}

fn shown(headers: &HeaderMap) -> Map<String, Value> {
    let secret = ["authorization", "cookie", "set-cookie", "location"];
    let shown = headers.iter().map(|(name, value)| {
        let value = if secret.contains(&name.as_str()) {
            "hidden"
        } else {
            value.to_str().unwrap_or("")
        };
        (name.as_str().to_owned(), Value::String(value.to_owned()))
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use serde_json::{Value, json};

    use super::Exchange;

    fn recorded(request: &[u8], answer: &[u8]) -> String {
        let none = HeaderMap::new();
        let exchange = Exchange::request("POST", "/v1.0/groups", &none, request);
        serde_json::to_string(&exchange.answered(200, &none, answer)).unwrap()
    }

    #[test]
    fn a_body_is_json_or_nothing() {
        let line: Value = serde_json::from_str(&recorded(b"not { json", b"{\"id\": 1}")).unwrap();
        assert_eq!(line["request_body"], Value::Null);
        assert_eq!(line["response_body"], json!({"id": 1}));
    }

    #[test]
    fn a_body_of_several_lines_is_recorded_on_one() {
        let line = recorded(b"{\r\n  \"id\": 1\n}", b"");
        assert!(!line.contains(['\n', '\r']), "{line}");
        assert!(line.contains(r#""request_body":{"id":1}"#), "{line}");
    }
}
