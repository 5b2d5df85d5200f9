//! One call as the service understands it, from HTTP or from inside a batch:
//! a path cut into words whatever way the client wrote it, options and headers.

use bytes::Bytes;
use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;
use url::form_urlencoded;

use crate::odata::error::RequestIds;
use crate::odata::{ODataError, Query};

/// A call of Microsoft Graph.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    /// `v1.0` or `beta`, as it was asked for.
    pub(crate) version: String,
    /// The path's segments as they were written.
    pub(crate) segments: Vec<String>,
    /// The same for comparison: lower case, without type prefixes of actions.
    pub(crate) words: Vec<String>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Scheme, host and port that the client used.
    pub(crate) origin: String,
    pub(crate) ids: RequestIds,
}

/// Actions and functions that may be written with the namespace before them.
const OPERATIONS: &[&str] = &[
    "renew",
    "addfavorite",
    "removefavorite",
    "delta",
    "validateproperties",
    "getuserownedobjects",
    "restore",
    "subscribebymail",
    "unsubscribebymail",
    "resetunseencount",
    "getbyids",
    "addgroup",
    "removegroup",
    "checkmemberobjects",
    "archive",
    "unarchive",
    "reply",
    "forward",
    "accept",
    "decline",
    "tentativelyaccept",
    "cancel",
];

impl Call {
    /// Cuts `path` (after the version) and `query` into what the service compares.
    pub(crate) fn set_target(&mut self, path: &str, query: &str) {
        self.segments = segments(path);
        self.words = self.segments.iter().map(|segment| word(segment)).collect();
        self.query = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
    }

    pub(crate) fn options(&self) -> Result<Query, ODataError> {
        let pairs = self
            .query
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        Query::parse(pairs, self.header_has("consistencylevel", "eventual"))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    fn header_has(&self, name: &str, wanted: &str) -> bool {
        self.header(name)
            .is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
    }

    pub(crate) fn prefers(&self, preference: &str) -> bool {
        let given = self.header("prefer").unwrap_or_default();
        given
            .split([',', ';'])
            .any(|given| given.trim().eq_ignore_ascii_case(preference))
    }

    /// The address of the service as the client knows it.
    pub(crate) fn root(&self) -> String {
        format!("{}/{}", self.origin, self.version)
    }

    /// The same address again, with one option set to a token.
    pub(crate) fn link(&self, name: &str, token: &str, keep: bool) -> String {
        let mut options = form_urlencoded::Serializer::new(String::new());
        for (key, value) in &self.query {
            let bare = key.trim_start_matches('$').to_ascii_lowercase();
            if keep && !matches!(bare.as_str(), "skip" | "skiptoken" | "deltatoken") {
                options.append_pair(key, value);
            }
        }
        options.append_pair(name, token);
        // A link may not hold the `+` of forms, and `$` reads better than `%24`.
        let options = options.finish().replace("%24", "$").replace('+', "%20");
        format!("{}/{}?{options}", self.root(), self.segments.join("/"))
    }
}

/// `//groups/`, `groups('id')` and `groups/id` are the same path.
fn segments(path: &str) -> Vec<String> {
    let mut segments = Vec::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let decoded = percent_decode_str(segment).decode_utf8_lossy().into_owned();
        let key = decoded
            .strip_suffix("')")
            .and_then(|rest| rest.split_once("('"));
        match key {
            Some((set, key)) => segments.extend([set.to_owned(), key.replace("''", "'")]),
            None => segments.push(decoded),
        }
    }
    segments
}

fn word(segment: &str) -> String {
    let lower = segment.to_lowercase();
    let lower = lower.strip_suffix("()").unwrap_or(&lower);
    let bare = lower.strip_prefix("microsoft.graph.").unwrap_or(lower);
    let bare = bare.strip_prefix("graph.").unwrap_or(bare);
    if OPERATIONS.contains(&bare) {
        return bare.to_owned();
    }
    match lower.strip_prefix("graph.") {
        Some(cast) => format!("microsoft.graph.{cast}"),
        None => lower.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(path: &str, query: &str) -> Call {
        let ids = RequestIds {
            request_id: String::new(),
            client_request_id: String::new(),
            date: String::new(),
        };
        let mut call = Call {
            method: Method::GET,
            version: "v1.0".to_owned(),
            segments: Vec::new(),
            words: Vec::new(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            origin: "http://host:1".to_owned(),
            ids,
        };
        call.set_target(path, query);
        call
    }

    #[test]
    fn one_path_has_many_spellings() {
        for path in [
            "groups/A/renew",
            "/Groups('a')//microsoft.graph.renew/",
            "groups/a/graph.renew()",
        ] {
            assert_eq!(call(path, "").words, ["groups", "a", "renew"], "{path}");
        }
        let cast = call("me/ownedObjects/Graph.Group", "").words;
        assert_eq!(cast, ["me", "ownedobjects", "microsoft.graph.group"]);
        assert_eq!(
            call("users/a%2Bb%23EXT%23@x", "").words,
            ["users", "a+b#ext#@x"]
        );
    }

    #[test]
    fn a_next_link_keeps_the_query_and_replaces_the_token() {
        let call = call("groups", "$filter=displayName eq 'a+b'&$skiptoken=old");
        let link = call.link("$skiptoken", "new", true);
        assert_eq!(
            link,
            "http://host:1/v1.0/groups?$filter=displayName%20eq%20%27a%20b%27&$skiptoken=new"
        );
    }
}
