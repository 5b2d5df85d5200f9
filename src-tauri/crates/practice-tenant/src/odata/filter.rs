//! `$filter`: the forms that the directory supports, parsed against the types
//! in question and evaluated on objects. Forms that only advanced queries may
//! use are marked while parsing.

use std::cmp::Ordering;

use jiff::Timestamp;

use super::tokens::{Token, split};
use super::{Field, ODataError, Object, Property, Schema};

/// A filter, and whether only an advanced query may carry it.
#[derive(Debug)]
pub(crate) struct Filter {
    expression: Expression,
    pub(crate) advanced: bool,
}

#[derive(Debug)]
enum Expression {
    Or(Box<Expression>, Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Not(Box<Expression>),
    Compare {
        property: &'static str,
        operator: Operator,
        literal: Literal,
    },
    In {
        property: &'static str,
        literals: Vec<Literal>,
    },
    Starts {
        property: &'static str,
        text: String,
    },
    Ends {
        property: &'static str,
        text: String,
    },
    Any {
        property: &'static str,
        text: String,
        starts: bool,
    },
    Related {
        relation: &'static str,
        operator: Operator,
        count: usize,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Eq,
    Ne,
    Ge,
    Le,
}

#[derive(Debug)]
enum Literal {
    Null,
    Bool(bool),
    Text(String),
    Time(Timestamp),
}

impl Filter {
    pub(crate) fn parse(expression: &str, schemas: &[&'static Schema]) -> Result<Self, ODataError> {
        let tokens = split(expression)?;
        let mut parser = Parser {
            tokens: &tokens,
            schemas,
            expression,
            advanced: false,
        };
        let parsed = parser.or()?;
        if !parser.tokens.is_empty() {
            return Err(parser.invalid());
        }
        Ok(Self {
            expression: parsed,
            advanced: parser.advanced,
        })
    }

    pub(crate) fn matches<O: Object>(&self, object: &O) -> bool {
        self.expression.matches(object)
    }
}

impl Expression {
    fn matches<O: Object>(&self, object: &O) -> bool {
        match self {
            Self::Or(left, right) => left.matches(object) || right.matches(object),
            Self::And(left, right) => left.matches(object) && right.matches(object),
            Self::Not(inner) => !inner.matches(object),
            Self::Compare {
                property,
                operator,
                literal,
            } => operator.holds(literal.compare(&object.field(property))),
            Self::In { property, literals } => {
                let field = object.field(property);
                literals
                    .iter()
                    .any(|literal| literal.compare(&field) == Some(Ordering::Equal))
            }
            Self::Starts { property, text } => begins(&object.field(property), text),
            Self::Ends { property, text } => {
                matches!(object.field(property), Field::Text(value) if value.to_lowercase().ends_with(text))
            }
            Self::Any {
                property,
                text,
                starts,
            } => match object.field(property) {
                Field::Texts(values) => values.iter().any(|value| {
                    let value = value.to_lowercase();
                    if *starts {
                        value.starts_with(text)
                    } else {
                        value == *text
                    }
                }),
                _ => false,
            },
            Self::Related {
                relation,
                operator,
                count,
            } => operator.holds(Some(object.related(relation).cmp(count))),
        }
    }
}

/// Whether a text begins with another, in any case.
pub(super) fn begins(field: &Field<'_>, lowercase: &str) -> bool {
    matches!(field, Field::Text(value) if value.to_lowercase().starts_with(lowercase))
}

impl Operator {
    fn named(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "eq" => Some(Self::Eq),
            "ne" => Some(Self::Ne),
            "ge" => Some(Self::Ge),
            "le" => Some(Self::Le),
            _ => None,
        }
    }

    /// Nothing is greater or less than null, and everything else differs from it.
    fn holds(self, ordering: Option<Ordering>) -> bool {
        match self {
            Self::Eq => ordering == Some(Ordering::Equal),
            Self::Ne => ordering != Some(Ordering::Equal),
            Self::Ge => ordering.is_some_and(Ordering::is_ge),
            Self::Le => ordering.is_some_and(Ordering::is_le),
        }
    }
}

impl Literal {
    fn of_word(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "null" => Some(Self::Null),
            "true" => Some(Self::Bool(true)),
            "false" => Some(Self::Bool(false)),
            _ => word.parse().ok().map(Self::Time),
        }
    }

    /// How the field stands to the literal.
    fn compare(&self, field: &Field<'_>) -> Option<Ordering> {
        match (field, self) {
            (Field::Null, Self::Null) => Some(Ordering::Equal),
            (Field::Bool(value), Self::Bool(literal)) => Some(value.cmp(literal)),
            (Field::Time(value), Self::Time(literal)) => Some(value.cmp(literal)),
            (Field::Text(value), Self::Text(literal)) => {
                Some(value.to_lowercase().cmp(&literal.to_lowercase()))
            }
            _ => None,
        }
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    schemas: &'a [&'static Schema],
    expression: &'a str,
    advanced: bool,
}

impl Parser<'_> {
    fn invalid(&self) -> ODataError {
        ODataError::malformed(format!(
            "Invalid filter clause: syntax error in '{}'.",
            self.expression
        ))
    }

    fn keyword(&mut self, keyword: &str) -> bool {
        let found = matches!(self.tokens.first(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(keyword));
        if found {
            self.tokens = &self.tokens[1..];
        }
        found
    }

    fn next(&mut self) -> Result<Token, ODataError> {
        let (first, rest) = self.tokens.split_first().ok_or_else(|| self.invalid())?;
        self.tokens = rest;
        Ok(first.clone())
    }

    fn expect(&mut self, token: &Token) -> Result<(), ODataError> {
        if self.next()? == *token {
            Ok(())
        } else {
            Err(self.invalid())
        }
    }

    fn word(&mut self) -> Result<String, ODataError> {
        match self.next()? {
            Token::Word(word) => Ok(word),
            _ => Err(self.invalid()),
        }
    }

    fn text(&mut self) -> Result<String, ODataError> {
        match self.next()? {
            Token::Text(text) => Ok(text.to_lowercase()),
            _ => Err(self.invalid()),
        }
    }

    fn property(&self, name: &str) -> Result<&'static Property, ODataError> {
        let property = self.schemas.iter().find_map(|schema| schema.property(name)).ok_or_else(|| {
            ODataError::malformed(format!(
                "Invalid filter clause: Could not find a property named '{name}' on type 'microsoft.graph.{}'.",
                self.schemas.first().map_or("directoryObject", |schema| schema.name)
            ))
        })?;
        if property.filterable {
            Ok(property)
        } else {
            Err(ODataError::unsupported(format!(
                "Unsupported or invalid query filter clause specified for property '{name}' of resource 'Group'."
            )))
        }
    }

    fn or(&mut self) -> Result<Expression, ODataError> {
        let mut left = self.and()?;
        while self.keyword("or") {
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expression, ODataError> {
        let mut left = self.term()?;
        while self.keyword("and") {
            left = Expression::And(Box::new(left), Box::new(self.term()?));
        }
        Ok(left)
    }

    fn term(&mut self) -> Result<Expression, ODataError> {
        if self.keyword("not") {
            self.advanced = true;
            return Ok(Expression::Not(Box::new(self.term()?)));
        }
        if self.tokens.first() == Some(&Token::Open) {
            self.next()?;
            let inner = self.or()?;
            self.expect(&Token::Close)?;
            return Ok(inner);
        }
        let word = self.word()?;
        let called = self.tokens.first() == Some(&Token::Open);
        match word.to_ascii_lowercase().as_str() {
            "startswith" if called => self.starts(),
            "endswith" if called => self.ends(),
            "contains" if called => Err(ODataError::unsupported(
                "Unsupported Query: contains() is not supported.",
            )),
            path if called && path.ends_with("/any") => self.any(&word[..word.len() - 4]),
            path if path.ends_with("/$count") => self.related(&word[..word.len() - 7]),
            _ => self.comparison(&word),
        }
    }

    fn arguments(&mut self) -> Result<(&'static str, String), ODataError> {
        self.expect(&Token::Open)?;
        let name = self.word()?;
        self.expect(&Token::Comma)?;
        let text = self.text()?;
        self.expect(&Token::Close)?;
        Ok((self.property(&name)?.name, text))
    }

    fn starts(&mut self) -> Result<Expression, ODataError> {
        let (property, text) = self.arguments()?;
        self.compared(Expression::Starts { property, text })
    }

    /// A function may be compared: `startswith(displayName,'a') eq true`.
    fn compared(&mut self, function: Expression) -> Result<Expression, ODataError> {
        if !self.keyword("eq") {
            return Ok(function);
        }
        match self.literal()? {
            Literal::Bool(true) => Ok(function),
            Literal::Bool(false) => {
                self.advanced = true;
                Ok(Expression::Not(Box::new(function)))
            }
            _ => Err(self.invalid()),
        }
    }

    fn ends(&mut self) -> Result<Expression, ODataError> {
        self.advanced = true;
        let (property, text) = self.arguments()?;
        self.compared(Expression::Ends { property, text })
    }

    /// `groupTypes/any(c:c eq 'Unified')`, `proxyAddresses/any(p:startswith(p,'SMTP:a'))`
    fn any(&mut self, name: &str) -> Result<Expression, ODataError> {
        let property = self.property(name)?.name;
        self.expect(&Token::Open)?;
        let variable = self.word()?;
        self.expect(&Token::Colon)?;
        let first = self.word()?;
        let starts = first.eq_ignore_ascii_case("startswith");
        let text = if starts {
            self.expect(&Token::Open)?;
            self.expect(&Token::Word(variable))?;
            self.expect(&Token::Comma)?;
            let text = self.text()?;
            self.expect(&Token::Close)?;
            text
        } else if first == variable && self.keyword("eq") {
            self.text()?
        } else {
            return Err(self.invalid());
        };
        self.expect(&Token::Close)?;
        Ok(Expression::Any {
            property,
            text,
            starts,
        })
    }

    /// `owners/$count eq 0`
    fn related(&mut self, name: &str) -> Result<Expression, ODataError> {
        self.advanced = true;
        let known = self.schemas.iter().flat_map(|schema| schema.relations);
        let relation = known
            .copied()
            .find(|relation| relation.eq_ignore_ascii_case(name))
            .ok_or_else(|| self.invalid())?;
        let operator = Operator::named(&self.word()?).ok_or_else(|| self.invalid())?;
        let count = self.word()?.parse().map_err(|_| self.invalid())?;
        Ok(Expression::Related {
            relation,
            operator,
            count,
        })
    }

    fn comparison(&mut self, name: &str) -> Result<Expression, ODataError> {
        let property = self.property(name)?.name;
        if self.keyword("in") {
            return self.list(property);
        }
        let operator = Operator::named(&self.word()?).ok_or_else(|| self.invalid())?;
        self.advanced |= operator == Operator::Ne;
        let literal = self.literal()?;
        Ok(Expression::Compare {
            property,
            operator,
            literal,
        })
    }

    fn literal(&mut self) -> Result<Literal, ODataError> {
        match self.next()? {
            Token::Text(text) => Ok(Literal::Text(text)),
            Token::Word(word) => Literal::of_word(&word).ok_or_else(|| self.invalid()),
            _ => Err(self.invalid()),
        }
    }

    fn list(&mut self, property: &'static str) -> Result<Expression, ODataError> {
        self.expect(&Token::Open)?;
        let mut literals = vec![self.literal()?];
        loop {
            match self.next()? {
                Token::Comma => literals.push(self.literal()?),
                Token::Close => return Ok(Expression::In { property, literals }),
                _ => return Err(self.invalid()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::GROUP_SCHEMA;

    proptest! {
        #[test]
        fn no_expression_makes_the_parser_panic(expression in "[a-z$'(),:/ é0-9-]{0,40}") {
            let _ = Filter::parse(&expression, &[&GROUP_SCHEMA]);
        }

        #[test]
        fn every_name_can_be_asked_for(name in "\\PC{0,20}") {
            let quoted = name.replace('\'', "''");
            let parsed = Filter::parse(&format!("displayName eq '{quoted}'"), &[&GROUP_SCHEMA]);
            prop_assert!(parsed.is_ok_and(|filter| !filter.advanced));
        }
    }

    #[test]
    fn only_what_the_index_must_answer_is_advanced() {
        let advanced = |expression: &str| {
            Filter::parse(expression, &[&GROUP_SCHEMA]).is_ok_and(|filter| filter.advanced)
        };
        assert!(!advanced(
            "startswith(mail,'a') or createdDateTime ge 2026-01-01T00:00:00Z"
        ));
        assert!(!advanced("startswith(displayName,'a') eq true"));
        assert!(advanced("startswith(displayName,'a') eq false"));
        assert!(advanced("displayName ne 'x'"));
        assert!(advanced("NOT(groupTypes/any(c:c eq 'Unified'))"));
        assert!(advanced("owners/$count eq 0"));
        assert!(advanced("endswith(mail,'.example')"));
    }
}
