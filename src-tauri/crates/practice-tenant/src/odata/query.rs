//! The query options of one request and the rules that bind them together:
//! what only an advanced query may ask (aad-advanced-queries.md).

use super::ODataError;

/// Query options, read but not yet checked against a type.
#[derive(Debug, Clone, Default)]
pub(crate) struct Query {
    pub(crate) select: Option<String>,
    pub(crate) filter: Option<String>,
    pub(crate) search: Option<String>,
    pub(crate) order_by: Option<String>,
    pub(crate) expand: Option<String>,
    pub(crate) skip_token: Option<String>,
    pub(crate) delta_token: Option<String>,
    pub(crate) top: Option<usize>,
    pub(crate) count: bool,
    /// The header `ConsistencyLevel: eventual` was sent.
    pub(crate) eventual: bool,
}

/// The most objects that one page of the directory holds.
pub(crate) const MAX_PAGE: usize = 999;
/// How many objects a page holds when nothing is asked for.
pub(crate) const DEFAULT_PAGE: usize = 100;

impl Query {
    /// Reads query options; names are the same in any case, with or without `$`.
    pub(crate) fn parse<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        eventual: bool,
    ) -> Result<Self, ODataError> {
        let mut query = Self {
            eventual,
            ..Self::default()
        };
        for (name, value) in pairs {
            let value = value.to_owned();
            match name.trim_start_matches('$').to_ascii_lowercase().as_str() {
                "select" => query.select = Some(value),
                "filter" => query.filter = Some(value),
                "search" => query.search = Some(value),
                "orderby" => query.order_by = Some(value),
                "expand" => query.expand = Some(value),
                "skiptoken" => query.skip_token = Some(value),
                "deltatoken" => query.delta_token = Some(value),
                "top" => query.top = Some(top(&value)?),
                "count" => query.count = count(&value)?,
                "skip" => {
                    return Err(ODataError::malformed(
                        "'$skip' is not supported by the service.",
                    ));
                }
                // The service ignores query options that it does not know.
                _ => {}
            }
        }
        Ok(query)
    }

    /// `$count=true` does nothing without the header, and says so nowhere.
    pub(crate) fn counts(&self) -> bool {
        self.count && self.eventual
    }

    pub(crate) fn advanced(&self) -> bool {
        self.eventual && self.count
    }

    pub(crate) fn check_search(&self) -> Result<(), ODataError> {
        if self.search.is_some() && !self.eventual {
            return Err(ODataError::unsupported(
                "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
            ));
        }
        Ok(())
    }
}

fn top(value: &str) -> Result<usize, ODataError> {
    match value.parse() {
        Ok(top) if (1..=MAX_PAGE).contains(&top) => Ok(top),
        Ok(_) => Err(ODataError::bad_request(format!(
            "Invalid page size specified: '{value}'. Must be between 1 and {MAX_PAGE} inclusive."
        ))),
        Err(_) => Err(ODataError::malformed(format!(
            "Invalid value '{value}' for $top query option found. The $top query option requires a non-negative integer value."
        ))),
    }
}

fn count(value: &str) -> Result<bool, ODataError> {
    match value.to_ascii_lowercase().as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(ODataError::malformed(format!(
            "Invalid value '{value}' for $count query option found. Valid values are 'true' and 'false'."
        ))),
    }
}
