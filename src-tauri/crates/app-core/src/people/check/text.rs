//! From a file's bytes to text, whatever program wrote it.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes by byte-order mark; without one as UTF-8, as UTF-16 when every other byte is zero, and else
/// as Windows-1252, in which spreadsheets of western Europe still save. `None` for what is no text.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guess(bytes),
    };
    let (text, _, _) = encoding.decode(bytes);
    (!is_binary(&text)).then(|| text.into_owned())
}

fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let sample = &bytes[..bytes.len().min(512)];
    let zeros = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    if sample.len() >= 4 && zeros(1) * 4 > sample.len() {
        UTF_16LE
    } else if sample.len() >= 4 && zeros(0) * 4 > sample.len() {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Text has no control characters but tabs and ends of lines.
fn is_binary(text: &str) -> bool {
    text.chars()
        .take(4096)
        .any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_every_encoding_that_spreadsheets_write() {
        let text = "Zoë;zoe@contoso.example";
        let utf16 = |swap: bool| -> Vec<u8> {
            text.encode_utf16()
                .flat_map(|unit| {
                    if swap {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect()
        };
        let with = |mark: &[u8], body: Vec<u8>| [mark.to_vec(), body].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            with(b"\xef\xbb\xbf", text.as_bytes().to_vec()),
            with(b"\xff\xfe", utf16(false)),
            with(b"\xfe\xff", utf16(true)),
            utf16(false),
            b"Zo\xeb;zoe@contoso.example".to_vec(),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(text), "{bytes:?}");
        }
    }

    #[test]
    fn a_picture_is_no_list() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"), None);
    }
}
