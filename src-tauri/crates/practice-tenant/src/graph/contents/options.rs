//! Query options as mailboxes, libraries, Planner and OneNote take them: less
//! than the directory, and with `$skip`.

use crate::graph::Call;
use crate::odata::ODataError;

/// The options of one request.
#[derive(Debug, Default)]
pub(super) struct Options {
    pub(super) select: Vec<String>,
    /// Paths of properties, and whether downwards.
    pub(super) order: Vec<(String, bool)>,
    pub(super) top: Option<usize>,
    pub(super) skip: usize,
    pub(super) count: bool,
    pub(super) expand: Option<Expand>,
}

/// A relation to be shown with an object, and what of it.
#[derive(Debug, Clone)]
pub(super) struct Expand {
    pub(super) relation: String,
    pub(super) select: Vec<String>,
}

impl Options {
    /// Reads the options of a call, but for those that the endpoint `takes` itself.
    pub(super) fn parse(call: &Call, takes: &[&str]) -> Result<Self, ODataError> {
        let mut options = Self::default();
        for (name, value) in &call.query {
            match name.trim_start_matches('$').to_ascii_lowercase().as_str() {
                "select" => options.select = list(value).map(str::to_owned).collect(),
                "orderby" => options.order = list(value).map(key).collect(),
                "top" => options.top = Some(number(name, value)?),
                "skip" | "skiptoken" => options.skip = number(name, value)?,
                "count" => options.count = value.eq_ignore_ascii_case("true"),
                "expand" if takes.contains(&"expand") => {
                    options.expand = Some(Expand::parse(value));
                }
                own if takes.contains(&own) => {}
                "filter" | "search" | "expand" => return Err(refused(name)),
                _ => {}
            }
        }
        if options.top == Some(0) {
            return Err(refused("$top"));
        }
        Ok(options)
    }
}

impl Expand {
    fn parse(value: &str) -> Self {
        let (relation, options) = value.split_once('(').unwrap_or((value, ""));
        let select = options.trim_end_matches(')').split_once("select=");
        Self {
            relation: relation.trim().to_owned(),
            select: select.map_or_else(Vec::new, |(_, names)| {
                list(names).map(str::to_owned).collect()
            }),
        }
    }
}

fn list(value: &str) -> impl Iterator<Item = &str> {
    value
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

fn key(part: &str) -> (String, bool) {
    let (path, direction) = part.split_once(' ').unwrap_or((part, ""));
    let downwards = direction.trim().eq_ignore_ascii_case("desc");
    (path.to_owned(), downwards)
}

fn number(name: &str, value: &str) -> Result<usize, ODataError> {
    value.parse().map_err(|_| {
        ODataError::malformed(format!(
            "Invalid value '{value}' for {name} query option found. The {name} query option requires a non-negative integer value."
        ))
    })
}

fn refused(name: &str) -> ODataError {
    ODataError::new(
        http::StatusCode::BAD_REQUEST,
        "ErrorInvalidUrlQuery",
        format!("The query option '{name}' is not supported for this resource."),
    )
}
