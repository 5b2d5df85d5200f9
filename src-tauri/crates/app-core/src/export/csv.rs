//! Comma-separated values as spreadsheets read them: with a byte-order mark, and with no cell that would
//! run as a formula.

use ::csv::WriterBuilder;
use serde_json::Value;

use super::rows::Sheet;
use crate::CoreError;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What makes a spreadsheet take a cell for a formula, also in the wide form of East Asian keyboards.
const STARTS_FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

pub(super) fn written(sheet: &Sheet) -> Result<Vec<u8>, CoreError> {
    let mut writer = WriterBuilder::new().from_writer(BYTE_ORDER_MARK.to_vec());
    writer
        .write_record(sheet.columns)
        .map_err(CoreError::internal)?;
    for row in &sheet.rows {
        writer
            .write_record(row.iter().map(cell))
            .map_err(CoreError::internal)?;
    }
    writer.into_inner().map_err(CoreError::internal)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => safe(text),
        Value::Array(values) => {
            let texts = values.iter().map(|value| match value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            safe(&texts.collect::<Vec<_>>().join("; "))
        }
        other => other.to_string(),
    }
}

/// An apostrophe in front makes it text; a spreadsheet does not show it.
fn safe(text: &str) -> String {
    if text.starts_with(STARTS_FORMULA) && !is_number(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut parts = digits.splitn(2, '.');
    let mut all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.all(&mut all_digits)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_text() {
        for formula in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            "-",
            "+",
            "-1.2.3",
            "-inf",
        ] {
            assert_eq!(cell(&json!(formula)), format!("'{formula}"));
        }
        assert_eq!(cell(&json!(["=1", "b"])), "'=1; b");
        for plain in ["-5", "+4.25", "a=b", "Zoë", ""] {
            assert_eq!(cell(&json!(plain)), plain);
        }
        assert_eq!(cell(&json!(-5)), "-5");
        assert_eq!(cell(&Value::Null), "");
    }

    #[test]
    fn separators_quotes_and_lines_stay_in_their_cell() {
        let sheet = Sheet {
            name: "groups".into(),
            columns: &["id", "displayName"],
            rows: vec![vec![json!(1), json!("a, \"b\"\nc")]],
        };
        let text = String::from_utf8(written(&sheet).unwrap()).unwrap();
        assert_eq!(text, "\u{feff}id,displayName\n1,\"a, \"\"b\"\"\nc\"\n");
    }

    proptest::proptest! {
        #[test]
        fn what_was_written_is_read_again(cells in proptest::collection::vec("[\\PC\n\"=,]{0,12}", 2)) {
            let sheet = Sheet {
                name: String::new(),
                columns: &["a", "b"],
                rows: vec![cells.iter().map(|text| json!(text)).collect()],
            };
            let bytes = written(&sheet).unwrap();
            let mut reader = ::csv::Reader::from_reader(&bytes[BYTE_ORDER_MARK.len()..]);
            let row = reader.records().next().unwrap().unwrap();
            let read: Vec<&str> = row.iter().collect();
            let safe: Vec<String> = cells.iter().map(|text| safe(text)).collect();
            proptest::prop_assert_eq!(read, safe);
        }
    }
}
