//! The hash that seals an entry. How it is made is told in the crate's own words, since others check it.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// What the first entry has before it.
pub(crate) const NOTHING_BEFORE: &str =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// The columns of an entry that are sealed, in their order, each as the file has it.
pub(crate) type Fields<'a> = [Option<&'a [u8]>; 10];

/// The hash of an entry that comes after `previous`.
pub(crate) fn seal(previous: &[u8], fields: &Fields<'_>) -> String {
    let mut hash = Sha256::new();
    hash.update(previous);
    for field in fields {
        match field {
            // The length in front keeps a byte from moving from one field into the next unnoticed.
            Some(bytes) => {
                hash.update(format!("{}:", bytes.len()));
                hash.update(bytes);
            }
            None => hash.update("-"),
        }
    }
    format!("{:x}", hash.finalize())
}

/// A value as the file has it: without spaces, members in the order of their names.
pub(crate) fn canonical(mut value: Value) -> Result<String, serde_json::Error> {
    value.sort_all_objects();
    serde_json::to_string(&value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_hash_is_made_as_the_documentation_says() {
        let fields: Fields<'_> = [
            Some(b"1"),
            Some(b"ab"),
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
        ];
        let text = format!("{NOTHING_BEFORE}1:12:ab--------");
        let expected = format!("{:x}", Sha256::digest(text));
        assert_eq!(seal(NOTHING_BEFORE.as_bytes(), &fields), expected);
    }

    #[test]
    fn a_byte_that_moves_into_the_next_field_is_another_hash() {
        let of = |first: &'static [u8], second: &'static [u8]| {
            let mut fields: Fields<'_> = [None; 10];
            (fields[0], fields[1]) = (Some(first), Some(second));
            seal(b"", &fields)
        };
        assert_ne!(of(b"ab", b"c"), of(b"a", b"bc"));
        assert_ne!(of(b"", b""), of(b"-", b""));
    }

    #[test]
    fn the_order_in_which_members_were_put_in_makes_no_difference() {
        let value = json!({ "b": [{ "d": 1, "c": null }], "a": "ü" });
        assert_eq!(
            canonical(value).unwrap(),
            r#"{"a":"ü","b":[{"c":null,"d":1}]}"#
        );
    }
}
