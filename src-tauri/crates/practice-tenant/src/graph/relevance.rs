//! The people who matter to somebody (user-list-people.md): those they share
//! most groups with come first, and names are found with a letter wrong.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use serde_json::{Value, json};

use super::contents::items::{Named, RELEVANCE, page};
use super::viewer::Viewer;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::{COMPANY, User, UserIndex};

const READ_PEOPLE: &[&str] = &["People.Read", "People.Read.All"];
/// The filter that clients send to leave out rooms and groups, which are not here.
const PERSONS: [&str; 2] = ["personType/class", "personType/subclass"];

/// `GET /me/people`
pub(super) fn list(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_PEOPLE)?;
    reading.caller.require_member_user()?;
    let option = |wanted: &str| {
        let mut query = reading.call.query.iter();
        let found =
            query.find(|(name, _)| name.trim_start_matches('$').eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| value.as_str())
    };
    if option("search").is_some() && option("skip").is_some() {
        return Err(ODataError::malformed(
            "$skip cannot be used together with $search.",
        ));
    }
    let persons = |filter: &str| PERSONS.iter().any(|path| filter.trim().starts_with(path));
    if option("filter").is_some_and(|filter| !persons(filter)) {
        return Err(ODataError::malformed("The filter is not supported."));
    }
    let found = found(reading, option("search").unwrap_or_default());
    let shown = found.into_iter().map(|(user, shared)| shown(user, shared));
    let named = Named {
        context: format!(
            "{}/$metadata#users('{}')/people",
            reading.call.root(),
            reading.caller.user_id
        ),
        type_name: "person",
    };
    page(reading.call, &RELEVANCE, &named, shown.collect())
}

/// Who fits, with the number of shared groups. Without a word to look for, only
/// those who share one.
fn found<'a>(reading: &Reading<'a>, search: &str) -> Vec<(&'a User, usize)> {
    let shared = shared(reading);
    let wanted = words(search.trim_matches('"'));
    let people = (0..).zip(&reading.world.users);
    let mut found: Vec<(&User, usize)> = people
        .filter(|(index, user)| *index != reading.caller.user && user.deleted.is_none())
        .map(|(index, user)| (user, shared.get(&index).copied().unwrap_or(0)))
        .filter(|(user, shared)| {
            if wanted.is_empty() {
                *shared > 0
            } else {
                fits(user, &wanted)
            }
        })
        .collect();
    found.sort_by_cached_key(|(user, shared)| (Reverse(*shared), user.display_name.to_lowercase()));
    found
}

/// How many groups the caller shares with each person.
fn shared(reading: &Reading<'_>) -> HashMap<UserIndex, usize> {
    let mut counts = HashMap::new();
    let owned = reading.world.owned_by(reading.caller.user);
    let joined = reading.world.joined_by(reading.caller.user);
    let places: BTreeSet<usize> = owned.iter().chain(joined).copied().collect();
    let viewer = Viewer::new(reading, false);
    for place in places.into_iter().filter(|place| viewer.lives(*place)) {
        for &member in &viewer.group(place).members {
            *counts.entry(member).or_default() += 1;
        }
    }
    counts
}

fn words(text: &str) -> Vec<String> {
    let lowercase = text.to_lowercase();
    let words = lowercase.split(|sign: char| !sign.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn fits(user: &User, wanted: &[String]) -> bool {
    let login = user.mail.split('@').next().unwrap_or_default();
    let known = words(&format!("{} {login}", user.display_name));
    wanted
        .iter()
        .all(|word| known.iter().any(|known| begins_about(known, word)))
}

/// Whether a name begins with what somebody wrote, or nearly so.
fn begins_about(name: &str, written: &str) -> bool {
    if name.starts_with(written) {
        return true;
    }
    let letters = written.chars().count();
    let mistakes = match letters {
        0..4 => return false,
        4..8 => 1,
        _ => 2,
    };
    let beginning: String = name.chars().take(letters).collect();
    strsim::osa_distance(&beginning, written) <= mistakes
}

fn shown(user: &User, shared: usize) -> Value {
    let score = 1.0 + shared as f64;
    json!({
        "id": user.id,
        "displayName": user.display_name,
        "givenName": user.given_name,
        "surname": user.surname,
        "birthday": "",
        "personNotes": "",
        "isFavorite": false,
        "jobTitle": user.job_title,
        "companyName": (!user.is_guest()).then_some(COMPANY),
        "yomiCompany": "",
        "department": user.department,
        "officeLocation": user.office_location,
        "profession": "",
        "userPrincipalName": user.user_principal_name,
        "imAddress": format!("sip:{}", user.mail),
        "scoredEmailAddresses": [{
            "address": user.mail,
            "relevanceScore": score,
            "selectionLikelihood": "notSpecified",
        }],
        "phones": [],
        "postalAddresses": [],
        "websites": [],
        "personType": {"class": "Person", "subclass": "OrganizationUser"},
    })
}

#[cfg(test)]
mod tests {
    use super::begins_about;

    #[test]
    fn a_wrong_letter_is_forgiven_in_longer_names_only() {
        assert!(begins_about("whitfield", "whit"));
        assert!(begins_about("whitfield", "whitfeild"));
        assert!(begins_about("kowalczyk", "kovalc"));
        assert!(!begins_about("ng", "na"));
        assert!(!begins_about("clarke", "okafor"));
    }
}
