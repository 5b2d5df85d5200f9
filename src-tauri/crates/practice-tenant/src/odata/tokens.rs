//! Splits a filter expression into words, literals and signs.

use super::ODataError;

/// One piece of a filter expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name, a path, a number, a date or a GUID.
    Word(String),
    /// A literal between single quotes.
    Text(String),
    Open,
    Close,
    Comma,
    Colon,
}

pub(super) fn split(expression: &str) -> Result<Vec<Token>, ODataError> {
    let mut tokens = Vec::new();
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let sign = match first {
            '(' => Some(Token::Open),
            ')' => Some(Token::Close),
            ',' => Some(Token::Comma),
            ':' => Some(Token::Colon),
            _ => None,
        };
        if let Some(sign) = sign {
            tokens.push(sign);
            rest = &rest[1..];
        } else if first == '\'' {
            let (text, after) = quoted(&rest[1..], expression)?;
            tokens.push(Token::Text(text));
            rest = after;
        } else {
            let (word, after) = word(rest);
            tokens.push(Token::Word(word.to_owned()));
            rest = after;
        }
        rest = rest.trim_start();
    }
    Ok(tokens)
}

/// A quote inside a literal is written twice.
fn quoted<'a>(rest: &'a str, expression: &str) -> Result<(String, &'a str), ODataError> {
    let mut text = String::new();
    let mut rest = rest;
    loop {
        let Some(end) = rest.find('\'') else {
            return Err(ODataError::malformed(format!(
                "There is an unterminated string literal at position {} in '{expression}'.",
                expression.len()
            )));
        };
        text.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('\'') {
            Some(after) => {
                text.push('\'');
                rest = after;
            }
            None => return Ok((text, rest)),
        }
    }
}

/// A date contains colons; the variable of `any(c:c eq …)` ends at one.
fn word(rest: &str) -> (&str, &str) {
    let date = rest.starts_with(|first: char| first.is_ascii_digit());
    let ends = |sign: char| sign.is_whitespace() || "(),'".contains(sign) || sign == ':' && !date;
    rest.split_at(rest.find(ends).unwrap_or(rest.len()))
}
