//! A letter to a group's other owners, as an address that the system's mail program opens (RFC 6068).

use futures::TryStreamExt as _;
use graph_client::models::{GroupId, Member};
use ipc_contract::decisions::{HistoryEvent, LetterOpened, LetterRequest};
use ipc_contract::events::Tag;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use super::name_of;
use crate::changes::facts::counts_as_owner;
use crate::{Core, CoreError};

/// Mail programs and systems cut longer addresses off, some without a word.
const LONGEST: usize = 2_000;
/// Of these the addresses take at most so many: owners who do not fit are left out, and not named as asked.
const LONGEST_TO: usize = 900;
/// The subject takes at most so many; what is left is the body's.
const LONGEST_SUBJECT: usize = 400;
/// What stands in the place of what was cut off.
const CUT: &str = "…";

/// Everything but what RFC 3986 leaves as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
const ENCODED_IN_ADDRESSES: &AsciiSet = &ENCODED.remove(b'@');

impl Core {
    /// Opens a letter to the group's other owners whose accounts are enabled in the system's mail program, and puts
    /// down that they were asked. Whether it is sent, only the person knows. One request: the owners are read anew.
    ///
    /// # Errors
    /// [`CoreError::NobodyToAsk`] when no other owner is enabled and has an address; when the owners cannot be
    /// read, or no program opens letters (then nothing is put down).
    pub async fn open_letter(&self, request: &LetterRequest) -> Result<LetterOpened, CoreError> {
        let session = self.session()?;
        let id = GroupId::parse(&request.group_id).map_err(|_| CoreError::invalid("groupId"))?;
        let client = session.client(self.host()).await?;
        let group = self.group_named(&session, &id).await?;
        let owners: Vec<Member> = client.group(&id).owners().items().try_collect().await?;
        let others = owners
            .iter()
            .filter(|owner| owner.id.as_str() != session.account.user_id)
            .filter(|owner| counts_as_owner(owner))
            .filter_map(address);
        let letter = Letter::write(others, &request.subject, &request.body)?;
        self.host().open_letter(&letter.url).await?;
        let event = HistoryEvent::Asked {
            to: letter.to.clone(),
        };
        let at = session.service_now(self.now());
        let mut entry = session.entry(&id, &name_of(&group), &event, at);
        let (_, evidence) = self.known_facts(&session, &id).await?;
        entry.evidence = evidence.and_then(|evidence| serde_json::to_value(evidence).ok());
        session
            .recorded(move |ledger| ledger.append(&[entry], &[]))
            .await?;
        self.changed(&[Tag::Decisions]);
        Ok(LetterOpened { to: letter.to })
    }
}

/// Where somebody gets mail; the sign-in name is an address in most tenants.
fn address(owner: &Member) -> Option<String> {
    let known = |text: &Option<String>| text.clone().filter(|text| text.contains('@'));
    known(&owner.mail).or_else(|| known(&owner.user_principal_name))
}

/// A letter that can be opened.
#[derive(Debug)]
struct Letter {
    to: Vec<String>,
    url: Url,
}

impl Letter {
    /// An address of at most 2,000 characters. What does not fit is cut off at its end, first of the body, between
    /// characters, and an ellipsis says so.
    fn write(
        others: impl Iterator<Item = String>,
        subject: &str,
        body: &str,
    ) -> Result<Self, CoreError> {
        let mut text = String::from("mailto:");
        let mut to = Vec::new();
        for address in others {
            let encoded = utf8_percent_encode(&address, ENCODED_IN_ADDRESSES).to_string();
            if text.len() + 1 + encoded.len() > LONGEST_TO {
                break;
            }
            if !to.is_empty() {
                text.push(',');
            }
            text.push_str(&encoded);
            to.push(address);
        }
        if to.is_empty() {
            return Err(CoreError::NobodyToAsk);
        }
        text.push_str("?subject=");
        let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
        text.push_str(&encoded_within(&subject, LONGEST_SUBJECT));
        text.push_str("&body=");
        let room = LONGEST.saturating_sub(text.len());
        text.push_str(&encoded_within(&with_line_ends(body), room));
        let url = Url::parse(&text).map_err(CoreError::internal)?;
        Ok(Self { to, url })
    }
}

/// Lines end as mail wants it.
fn with_line_ends(body: &str) -> String {
    body.lines().collect::<Vec<_>>().join("\r\n")
}

/// Encoded, and cut off between characters where it would take more room.
fn encoded_within(text: &str, room: usize) -> String {
    let whole = utf8_percent_encode(text, ENCODED).to_string();
    if whole.len() <= room {
        return whole;
    }
    let cut = utf8_percent_encode(CUT, ENCODED).to_string();
    let mut kept = String::new();
    for character in text.chars() {
        let mut bytes = [0; 4];
        let encoded = utf8_percent_encode(character.encode_utf8(&mut bytes), ENCODED).to_string();
        if kept.len() + encoded.len() + cut.len() > room {
            break;
        }
        kept.push_str(&encoded);
    }
    kept + &cut
}

#[cfg(test)]
mod tests {
    use percent_encoding::percent_decode_str;

    use super::*;

    fn letter(to: &[&str], subject: &str, body: &str) -> Letter {
        let to = to.iter().map(|&address| address.to_owned());
        Letter::write(to, subject, body).unwrap()
    }

    fn parts(url: &Url) -> (String, String, String) {
        let text = url.as_str().strip_prefix("mailto:").unwrap();
        let (to, rest) = text.split_once("?subject=").unwrap();
        let (subject, body) = rest.split_once("&body=").unwrap();
        let read = |text| percent_decode_str(text).decode_utf8().unwrap().into_owned();
        (read(to), read(subject), read(body))
    }

    #[test]
    fn a_letter_arrives_as_it_was_written_with_the_line_ends_of_mail() {
        let body = "100 % sure?\nA & B = \"C\" + 1; #2\r\nZoë 🌱 مرحبا";
        let letter = letter(&["a&b@x.example", "zoë@x.example"], "Keep A & B?", body);
        let (to, subject, read) = parts(&letter.url);
        assert_eq!(to, "a&b@x.example,zoë@x.example");
        assert_eq!(subject, "Keep A & B?");
        assert_eq!(read, "100 % sure?\r\nA & B = \"C\" + 1; #2\r\nZoë 🌱 مرحبا");
        assert!(letter.url.as_str().starts_with("mailto:a%26b@x.example,"));
        assert!(!letter.url.as_str().contains('+') && letter.url.as_str().is_ascii());
    }

    #[test]
    fn a_subject_cannot_bring_headers_of_its_own() {
        let letter = letter(&["a@x.example"], "Hi\r\nBcc: all@x.example&cc=b", "");
        assert_eq!(parts(&letter.url).1, "Hi Bcc: all@x.example&cc=b");
    }

    #[test]
    fn a_long_letter_is_cut_between_characters_and_says_so() {
        let letter = letter(&["a@x.example"], &"s".repeat(900), &"🌱ä".repeat(900));
        let (_, subject, body) = parts(&letter.url);
        assert!(letter.url.as_str().len() <= LONGEST);
        assert!(letter.url.as_str().len() > LONGEST - 24, "the room is used");
        assert!(subject.ends_with('…') && body.ends_with('…'));
        assert!(body.chars().all(|c| "🌱ä…".contains(c)));
    }

    #[test]
    fn owners_who_do_not_fit_are_not_named_as_asked() {
        let many: Vec<String> = (0..100).map(|n| format!("owner{n}@x.example")).collect();
        let letter = Letter::write(many.into_iter(), "s", "b").unwrap();
        assert!((1..100).contains(&letter.to.len()));
        assert_eq!(parts(&letter.url).0, letter.to.join(","));
        assert!(matches!(
            Letter::write(std::iter::empty(), "s", "b"),
            Err(CoreError::NobodyToAsk)
        ));
    }
}
