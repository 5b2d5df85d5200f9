//! From text to rows: separators, quotes, and a header in any words.
//!
//! Deliberately elsewhere: who the rows mean (`resolve`).

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

/// Cells are shown shortened to this many characters.
const SHOWN: usize = 160;

/// A row that may name somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The line's number in the file, from 1.
    pub(super) line: u32,
    /// What stands there, shortened.
    pub(super) text: String,
    /// A directory id, a mail address or a sign-in name.
    pub(super) key: Option<String>,
    /// A name.
    pub(super) name: Option<String>,
}

/// The rows of a list, and which of its columns were taken.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    pub(super) columns: Vec<String>,
}

/// What headers call an address, a name and its parts, in small letters without spaces and signs.
const ADDRESS: &[&str] = &[
    "mail",
    "email",
    "emailaddress",
    "emailaddresses",
    "address",
    "userprincipalname",
    "upn",
    "login",
    "username",
    "user",
    "account",
    "primarysmtpaddress",
    "workemail",
    "emailaddress1value",
    "adresse",
    "adressemail",
    "courriel",
    "correo",
    "correoelectronico",
    "メールアドレス",
    "メール",
    "邮箱",
    "电子邮件",
    "почта",
    "البريدالإلكتروني",
];
const ID: &[&str] = &[
    "id",
    "objectid",
    "userid",
    "azureadobjectid",
    "entraobjectid",
];
const NAME: &[&str] = &[
    "name",
    "displayname",
    "fullname",
    "member",
    "person",
    "nom",
    "nombre",
    "nome",
    "名前",
    "氏名",
    "姓名",
    "имя",
    "الاسم",
];
const FIRST: &[&str] = &["firstname", "givenname", "vorname", "prenom", "名"];
const LAST: &[&str] = &[
    "lastname",
    "surname",
    "familyname",
    "nachname",
    "apellido",
    "姓",
];

/// Which column holds what.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Columns {
    id: Option<usize>,
    address: Option<usize>,
    name: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

impl Columns {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn taken(&self) -> impl Iterator<Item = usize> {
        [self.id, self.address, self.name, self.first, self.last]
            .into_iter()
            .flatten()
    }
}

/// Reads a list. Empty lines are left out and keep their numbers.
pub(super) fn read(text: &str) -> Table {
    let text = text.trim_start_matches('\u{feff}');
    // One end of lines for all: the reader counts lines by it.
    let text = match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(text),
    };
    match separator(&text) {
        Some(separator) => tabular(&text, separator),
        None => loose(&text),
    }
}

/// The separator that the same number of times divides the first lines; `None` for a loose list.
fn separator(text: &str) -> Option<u8> {
    let (declared, text) = match text.strip_prefix("sep=") {
        Some(rest) => (rest.bytes().next(), rest),
        None => (None, text),
    };
    let sample: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(20)
        .collect();
    declared.or_else(|| {
        [b'\t', b';', b',']
            .into_iter()
            .find(|&separator| divides(&sample, separator))
    })
}

/// A separator is one when it gives every line of the sample the same number of columns, or when the first
/// line is a header by its words.
fn divides(sample: &[&str], separator: u8) -> bool {
    let widths: Vec<usize> = sample
        .iter()
        .map(|line| cells(line, separator).len())
        .collect();
    let Some(&first) = widths.first() else {
        return false;
    };
    let header = sample.first().map(|line| cells(line, separator));
    let names_columns = header.is_some_and(|header| !by_header(&header).is_empty());
    // "A, B <a@x>" and "a@x, b@x" are how people write lists, and no tables.
    let loose = sample.iter().any(|line| {
        let addresses = cells(line, separator);
        line.contains('<') || addresses.iter().filter(|cell| is_address(cell)).count() > 1
    });
    first > 1 && (names_columns || (!loose && widths.iter().all(|&width| width == first)))
}

fn cells(line: &str, separator: u8) -> StringRecord {
    let mut record = StringRecord::new();
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(line.as_bytes());
    match reader.read_record(&mut record) {
        Ok(true) => record,
        _ => StringRecord::new(),
    }
}

fn tabular(text: &str, separator: u8) -> Table {
    let skipped = usize::from(text.starts_with("sep="));
    let body = if skipped == 1 {
        text.split_once('\n').map_or("", |(_, rest)| rest)
    } else {
        text
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    let records: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
    let header = records.first().map(by_header).unwrap_or_default();
    let has_header = !header.is_empty()
        && !records
            .first()
            .is_some_and(|first| first.iter().any(is_address));
    let columns = if has_header {
        header
    } else {
        by_content(&records)
    };
    let named = records.first().filter(|_| has_header);
    Table {
        columns: named.map_or_else(Vec::new, |header| {
            columns
                .taken()
                .filter_map(|column| header.get(column))
                .map(str::to_owned)
                .collect()
        }),
        rows: records
            .iter()
            .skip(usize::from(has_header))
            .filter(|record| record.iter().any(|cell| !cell.trim().is_empty()))
            .map(|record| row(record, columns, skipped))
            .collect(),
    }
}

fn by_header(header: &StringRecord) -> Columns {
    let plain: Vec<String> = header
        .iter()
        .map(|cell| {
            cell.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect()
        })
        .collect();
    // In the order of the words, not of the columns: "email" says more than "user".
    let find = |words: &[&str]| {
        words
            .iter()
            .find_map(|word| plain.iter().position(|cell| cell == word))
    };
    Columns {
        id: find(ID),
        address: find(ADDRESS),
        name: find(NAME),
        first: find(FIRST),
        last: find(LAST),
    }
}

/// Without a header: the column with most addresses, and the first other one for names.
fn by_content(records: &[StringRecord]) -> Columns {
    let width = records.iter().map(StringRecord::len).max().unwrap_or(0);
    let addresses = |column: usize| {
        records
            .iter()
            .filter(|record| record.get(column).is_some_and(is_address))
            .count()
    };
    let address = (0..width)
        .max_by_key(|&column| (addresses(column), std::cmp::Reverse(column)))
        .filter(|&column| addresses(column) > 0);
    let id = (0..width).find(|&column| {
        records
            .first()
            .and_then(|record| record.get(column))
            .is_some_and(is_id)
    });
    let name = (0..width).find(|column| Some(*column) != address && Some(*column) != id);
    Columns {
        id,
        address,
        name,
        ..Columns::default()
    }
}

fn row(record: &StringRecord, columns: Columns, skipped: usize) -> Row {
    let cell = |column: Option<usize>| {
        let text = record.get(column?)?.trim();
        (!text.is_empty()).then_some(text)
    };
    let parts: Vec<&str> = [cell(columns.first), cell(columns.last)]
        .into_iter()
        .flatten()
        .collect();
    let name = cell(columns.name)
        .map(str::to_owned)
        .or_else(|| (!parts.is_empty()).then(|| parts.join(" ")));
    let key = cell(columns.id)
        .filter(|id| is_id(id))
        .map(str::to_owned)
        .or_else(|| cell(columns.address).map(address));
    let line = record.position().map_or(0, csv::Position::line) + skipped as u64;
    let whole: Vec<&str> = record
        .iter()
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    Row {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        text: shortened(&whole.join(" · ")),
        key,
        name,
    }
}

/// Addresses as people paste them: one a line, or "Name <address>; Name <address>".
fn loose(text: &str) -> Table {
    let rows = text
        .lines()
        .enumerate()
        .flat_map(|(index, line)| pieces(line).into_iter().map(move |piece| (index, piece)))
        .map(|(index, piece)| Row {
            line: u32::try_from(index + 1).unwrap_or(u32::MAX),
            text: shortened(&piece),
            key: key_in(&piece),
            name: name_in(&piece),
        })
        .collect();
    Table {
        rows,
        columns: Vec::new(),
    }
}

/// A comma divides only between addresses: "Vance, Adele" is one name.
fn pieces(line: &str) -> Vec<String> {
    let divided = line.split(';').flat_map(|part| {
        let by_comma: Vec<&str> = part.split(',').collect();
        if by_comma.iter().all(|piece| key_in(piece).is_some()) {
            by_comma
        } else {
            vec![part]
        }
    });
    divided
        .map(|piece| piece.trim().trim_matches('"').trim().to_owned())
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn key_in(piece: &str) -> Option<String> {
    let bracketed = piece
        .rsplit_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map(|(address, _)| address);
    let candidate = bracketed.unwrap_or(piece).trim();
    (is_address(candidate) || is_id(candidate)).then(|| address(candidate))
}

fn name_in(piece: &str) -> Option<String> {
    let name = piece.split('<').next().unwrap_or_default();
    let name = name.trim().trim_matches('"').trim();
    (!name.is_empty() && !is_address(name) && !is_id(name)).then(|| name.to_owned())
}

fn address(text: &str) -> String {
    let text = text.trim();
    text.strip_prefix("mailto:")
        .or_else(|| text.strip_prefix("SMTP:"))
        .or_else(|| text.strip_prefix("smtp:"))
        .unwrap_or(text)
        .to_owned()
}

/// Whether a text can be a mail address or a sign-in name.
pub(crate) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    !local.is_empty() && !domain.is_empty() && !text.contains(char::is_whitespace)
}

fn is_id(text: &str) -> bool {
    uuid::Uuid::try_parse(text.trim()).is_ok()
}

fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(SHOWN).collect();
    if characters.next().is_some() {
        format!("{start}…")
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(u32, Option<String>, Option<String>)> {
        read(text)
            .rows
            .into_iter()
            .map(|row| (row.line, row.key, row.name))
            .collect()
    }

    fn row(line: u32, key: &str, name: &str) -> (u32, Option<String>, Option<String>) {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (line, some(key), some(name))
    }

    #[test]
    fn any_header_is_mapped() {
        for text in [
            "Department,Display Name,E-Mail\nSales,Adele Vance,adele@x.example\n",
            "Abteilung;Vorname;Nachname;E-Mail-Address\nSales;Adele;Vance;adele@x.example",
            "user principal name\tName\nadele@x.example\tAdele Vance",
            "sep=;\nName;Mail\nAdele Vance;adele@x.example",
        ] {
            let found: Vec<_> = keys(text)
                .into_iter()
                .map(|(_, key, name)| (key, name))
                .collect();
            assert_eq!(
                found,
                [(Some("adele@x.example".into()), Some("Adele Vance".into()))],
                "{text}"
            );
        }
    }

    #[test]
    fn a_table_without_a_header_is_read_by_what_is_in_it() {
        assert_eq!(
            keys("Vance,adele@x.example\nSmith,bo@x.example"),
            [
                row(1, "adele@x.example", "Vance"),
                row(2, "bo@x.example", "Smith")
            ]
        );
    }

    #[test]
    fn quotes_hold_separators_and_ends_of_lines() {
        assert_eq!(
            keys(
                "name,mail\n\"Vance, Adele\",adele@x.example\n\"Two\nLines\",bo@x.example\nC,c@x.example"
            ),
            [
                row(2, "adele@x.example", "Vance, Adele"),
                row(3, "bo@x.example", "Two\nLines"),
                row(5, "c@x.example", "C"),
            ]
        );
    }

    #[test]
    fn what_people_paste_from_mail_is_taken_apart() {
        assert_eq!(
            keys(
                "Vance, Adele <adele@x.example>; Bo Smith <bo@x.example>\n\nc@x.example, d@x.example\nKim, Sales"
            ),
            [
                row(1, "adele@x.example", "Vance, Adele"),
                row(1, "bo@x.example", "Bo Smith"),
                row(3, "c@x.example", ""),
                row(3, "d@x.example", ""),
                row(4, "", "Kim, Sales"),
            ]
        );
    }

    #[test]
    fn lines_end_as_any_program_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            for list in [
                "name;mail|Ann;a@x.example|Bo;b@x.example",
                "Ann <a@x.example>|Bo <b@x.example>",
            ] {
                let rows = keys(&list.replace('|', end));
                let first = if list.starts_with("name") { 2 } else { 1 };
                let expected = [
                    row(first, "a@x.example", "Ann"),
                    row(first + 1, "b@x.example", "Bo"),
                ];
                assert_eq!(rows, expected, "{end:?} {list}");
            }
        }
    }

    #[test]
    fn a_line_without_anybody_stays_to_be_told() {
        assert_eq!(keys("name,mail\n,\nX,"), [row(3, "", "X")]);
    }

    proptest::proptest! {
        #[test]
        fn anything_is_read_without_a_panic(text in ".{0,400}") {
            read(&text);
        }
    }
}
