//! JSON for other programs: a list of objects, with the names that the columns have.

use serde_json::{Map, Value};

use super::rows::Sheet;
use crate::CoreError;

pub(super) fn written(sheet: &Sheet) -> Result<Vec<u8>, CoreError> {
    let objects: Vec<Value> = sheet
        .rows
        .iter()
        .map(|row| {
            let names = sheet.columns.iter().map(|&name| name.to_owned());
            let object: Map<String, Value> = names.zip(row.iter().cloned()).collect();
            Value::Object(object)
        })
        .collect();
    let mut bytes = serde_json::to_vec_pretty(&objects).map_err(CoreError::internal)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_object_has_the_names_of_the_columns() {
        let sheet = Sheet {
            name: String::new(),
            columns: &["id", "owners"],
            rows: vec![vec![json!("=1"), json!(["a"])]],
        };
        let read: Value = serde_json::from_slice(&written(&sheet).unwrap()).unwrap();
        assert_eq!(read, json!([{ "id": "=1", "owners": ["a"] }]));
    }
}
