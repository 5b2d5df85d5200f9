//! System query options, spelt and escaped once.

use jiff::Timestamp;
use url::Url;

/// The query options of one request (query-parameters.md). Values are percent-encoded when they go
/// into an address; quoting inside an expression is what [`Query::literal`] and [`Query::search`] do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    select: Option<String>,
    filter: Option<String>,
    search: Option<String>,
    order_by: Option<String>,
    expand: Option<String>,
    top: Option<u32>,
    window: Option<[String; 2]>,
    advanced: bool,
}

impl Query {
    /// Largest `$top` that directory collections take (paging.md).
    pub const MAX_TOP: u32 = 999;

    /// Only these properties.
    #[must_use]
    pub fn select(mut self, properties: &[&str]) -> Self {
        self.select = Some(properties.join(","));
        self
    }

    /// Only what satisfies `expression`.
    #[must_use]
    pub fn filter(mut self, expression: impl Into<String>) -> Self {
        self.filter = Some(expression.into());
        self
    }

    /// Only what the index finds for `text` in any of `properties`. Makes the query an advanced one.
    #[must_use]
    pub fn search(mut self, properties: &[&str], text: &str) -> Self {
        let terms: Vec<_> = properties
            .iter()
            .map(|property| quoted(&format!("{property}:{text}")))
            .collect();
        self.search = Some(terms.join(" OR "));
        self.advanced()
    }

    /// Only what fits `text`, best first, where a collection ranks by itself (user-list-people.md).
    #[must_use]
    pub fn search_text(mut self, text: &str) -> Self {
        self.search = Some(quoted(text));
        self
    }

    /// Sorted by `expression`.
    #[must_use]
    pub fn order_by(mut self, expression: impl Into<String>) -> Self {
        self.order_by = Some(expression.into());
        self
    }

    /// With what `relation` leads to inside each item, and of that only these properties.
    #[must_use]
    pub fn expand(mut self, relation: &str, properties: &[&str]) -> Self {
        self.expand = Some(format!("{relation}($select={})", properties.join(",")));
        self
    }

    /// Pages of this size, at most [`Query::MAX_TOP`].
    #[must_use]
    pub fn top(mut self, size: u32) -> Self {
        self.top = Some(size.clamp(1, Self::MAX_TOP));
        self
    }

    /// Only what lies between two moments: both ends that a calendar view needs
    /// (group-list-calendarview.md), in UTC and whole seconds.
    #[must_use]
    pub fn window(mut self, from: Timestamp, to: Timestamp) -> Self {
        self.window = Some([from, to].map(|end| end.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()));
        self
    }

    /// Uses the index: sends `ConsistencyLevel: eventual` and `$count=true`, which casts on member
    /// lists, `$search`, `ne`, `not`, `endsWith` and `$count` require (aad-advanced-queries.md). The
    /// index lags behind recent writes.
    #[must_use]
    pub fn advanced(mut self) -> Self {
        self.advanced = true;
        self
    }

    /// Whether the query uses the index.
    pub fn is_advanced(&self) -> bool {
        self.advanced
    }

    /// A string literal for a filter, quoted and escaped.
    pub fn literal(text: &str) -> String {
        format!("'{}'", text.replace('\'', "''"))
    }

    /// Puts the options into `url`.
    pub(crate) fn apply(&self, url: &mut Url) {
        let top = self.top.map(|top| top.to_string());
        let ends = self.window.as_ref();
        let options = [
            ("startDateTime", ends.map(|[from, _]| from.as_str())),
            ("endDateTime", ends.map(|[_, to]| to.as_str())),
            ("$select", self.select.as_deref()),
            ("$filter", self.filter.as_deref()),
            ("$search", self.search.as_deref()),
            ("$orderby", self.order_by.as_deref()),
            ("$expand", self.expand.as_deref()),
            ("$top", top.as_deref()),
            ("$count", self.advanced.then_some("true")),
        ];
        let given: Vec<_> = options
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect();
        if !given.is_empty() {
            url.query_pairs_mut().extend_pairs(given);
            // What is written for forms has a plus for a space; in an address a plus is a plus (RFC 3986).
            let encoded = url.query().map(|query| query.replace('+', "%20"));
            url.set_query(encoded.as_deref());
        }
    }
}

/// A phrase of a search, which cannot end before its end.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(query: &Query) -> Vec<(String, String)> {
        let mut url = Url::parse("https://graph.microsoft.com/v1.0/groups").unwrap();
        query.apply(&mut url);
        url.query_pairs()
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect()
    }

    #[test]
    fn a_search_cannot_break_out_of_its_quotes() {
        let query = Query::default().search(&["displayName"], r#"a" OR "mail:x\"#);
        let search = applied(&query)
            .into_iter()
            .find(|(name, _)| name == "$search")
            .unwrap()
            .1;
        assert_eq!(search, r#""displayName:a\" OR \"mail:x\\""#);
    }

    #[test]
    fn an_apostrophe_in_a_literal_is_doubled() {
        assert_eq!(Query::literal("O'Neil"), "'O''Neil'");
    }

    #[test]
    fn spaces_and_pluses_survive_a_server_that_takes_a_plus_for_itself() {
        let mut url = Url::parse("https://graph.microsoft.com/v1.0/groups").unwrap();
        let query = Query::default().filter("displayName eq 'C++ team'");
        query.apply(&mut url);
        assert_eq!(
            url.query(),
            Some("%24filter=displayName%20eq%20%27C%2B%2B%20team%27")
        );
    }

    #[test]
    fn the_ends_of_a_window_say_their_zone_and_no_fractions() {
        let from: Timestamp = "2026-01-31T09:00:00.25+01:00".parse().unwrap();
        let query = Query::default().window(from, from);
        let end = String::from("2026-01-31T08:00:00Z");
        assert_eq!(
            applied(&query),
            [
                ("startDateTime".to_owned(), end.clone()),
                ("endDateTime".to_owned(), end)
            ]
        );
    }

    #[test]
    fn a_page_is_never_larger_than_the_service_allows() {
        assert_eq!(
            applied(&Query::default().top(5000)),
            [("$top".into(), "999".into())]
        );
    }
}
