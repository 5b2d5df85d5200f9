//! `$search`: quoted clauses `"property:text"` joined by `AND` and `OR`. Names
//! and descriptions are found by word, other properties by their beginning.

use super::filter::begins;
use super::{Field, ODataError, Object, Schema};

/// Alternatives of clauses that must hold together.
#[derive(Debug)]
pub(crate) struct Search {
    alternatives: Vec<Vec<Clause>>,
}

#[derive(Debug)]
struct Clause {
    property: &'static str,
    words: Vec<String>,
    text: String,
    tokenized: bool,
}

impl Search {
    pub(crate) fn parse(expression: &str, schemas: &[&'static Schema]) -> Result<Self, ODataError> {
        let mut alternatives = vec![Vec::new()];
        let mut rest = expression.trim();
        loop {
            rest = rest.trim_start_matches(['(', ' ']);
            let (clause, after) = clause(rest, expression, schemas)?;
            if let Some(last) = alternatives.last_mut() {
                last.push(clause);
            }
            rest = after.trim_start_matches([')', ' ']);
            if let Some(after) = rest.strip_prefix("AND ") {
                rest = after;
            } else if let Some(after) = rest.strip_prefix("OR ") {
                alternatives.push(Vec::new());
                rest = after;
            } else if rest.is_empty() {
                return Ok(Self { alternatives });
            } else {
                return Err(invalid(expression));
            }
        }
    }

    pub(crate) fn matches<O: Object>(&self, object: &O) -> bool {
        self.alternatives
            .iter()
            .any(|clauses| clauses.iter().all(|clause| clause.matches(object)))
    }
}

impl Clause {
    fn matches<O: Object>(&self, object: &O) -> bool {
        let field = object.field(self.property);
        if !self.tokenized {
            return begins(&field, &self.text);
        }
        let Field::Text(text) = field else {
            return false;
        };
        let found = words(&text);
        self.words
            .iter()
            .all(|word| found.iter().any(|found| found.starts_with(word.as_str())))
    }
}

fn words(text: &str) -> Vec<String> {
    let lowercase = text.to_lowercase();
    let words = lowercase.split(|sign: char| !sign.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Quotes and backslashes inside a clause are written with a backslash.
fn clause<'a>(
    rest: &'a str,
    expression: &str,
    schemas: &[&'static Schema],
) -> Result<(Clause, &'a str), ODataError> {
    let inner = rest.strip_prefix('"').ok_or_else(|| invalid(expression))?;
    let mut content = String::new();
    let mut signs = inner.char_indices();
    let end = loop {
        match signs.next() {
            Some((_, '\\')) => content.extend(signs.next().map(|(_, sign)| sign)),
            Some((at, '"')) => break at,
            Some((_, sign)) => content.push(sign),
            None => return Err(invalid(expression)),
        }
    };
    let (name, text) = content.split_once(':').ok_or_else(|| invalid(expression))?;
    let found = schemas
        .iter()
        .find_map(|schema| Some((schema, schema.property(name.trim())?)));
    let (schema, property) = found
        .ok_or_else(|| ODataError::unsupported(format!("Property '{name}' is not searchable.")))?;
    let clause = Clause {
        property: property.name,
        words: words(text),
        text: text.trim().to_lowercase(),
        tokenized: schema.tokenized.contains(&property.name),
    };
    Ok((clause, &inner[end + 1..]))
}

fn invalid(expression: &str) -> ODataError {
    ODataError::malformed(format!(
        "Syntax error: {expression} is not a valid $search clause. It takes \"property:text\" between double quotes."
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::GROUP_SCHEMA;

    proptest! {
        #[test]
        fn no_clause_makes_the_parser_panic(expression in "[\"a-z:\\\\() ANDOR日]{0,30}") {
            let _ = Search::parse(&expression, &[&GROUP_SCHEMA]);
        }
    }

    #[test]
    fn quotes_inside_a_clause_are_escaped() {
        let search = Search::parse(r#""displayName:the \"big\" one""#, &[&GROUP_SCHEMA]);
        assert!(
            search.is_ok_and(|search| search.alternatives[0][0].words == ["the", "big", "one"])
        );
    }
}
