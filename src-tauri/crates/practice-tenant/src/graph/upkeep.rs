//! Calls around groups that are no change of the directory: photo, mail, calendar
//! and team, and reads that come as a `POST`.

use http::Method;

use super::subscriptions::Mail;
use super::writing::Writing;
use super::{Answer, by_ids, contents, photos, subscriptions, teams};
use crate::odata::ODataError;

/// None, if the call is something else.
pub(super) fn answer(writing: &Writing<'_>, words: &[&str]) -> Option<Result<Answer, ODataError>> {
    if let Some(answer) = contents::write_calendar(writing, words) {
        return Some(answer);
    }
    let method = &writing.call.method;
    let (post, put) = (method == Method::POST, method == Method::PUT);
    let mail = |id, mail| subscriptions::set(writing, id, mail);
    Some(match words {
        ["groups", id, "photo", "$value"] if put || method == Method::PATCH => {
            photos::set(writing, id)
        }
        ["groups", id, "subscribebymail"] if post => mail(id, Mail::Subscribe),
        ["groups", id, "unsubscribebymail"] if post => mail(id, Mail::Unsubscribe),
        ["groups", id, "resetunseencount"] if post => mail(id, Mail::ResetUnseenCount),
        ["groups", id, "team"] if put => teams::put(writing, id),
        ["teams", id, "archive"] if post => teams::archive(writing, id, true),
        ["teams", id, "unarchive"] if post => teams::archive(writing, id, false),
        ["directoryobjects", "getbyids"] if post => {
            let world = writing.tenant.world();
            by_ids::get(&writing.reading(&world))
        }
        [
            "groups",
            _,
            "subscribebymail" | "unsubscribebymail" | "resetunseencount",
        ]
        | ["teams", _, "archive" | "unarchive"]
        | ["directoryobjects", "getbyids"] => Err(ODataError::method_not_allowed()),
        _ => return None,
    })
}
