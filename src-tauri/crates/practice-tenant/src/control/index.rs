//! `GET /control`: what the control address can be asked, for people and
//! programs that look.

use axum::Json;
use serde_json::{Value, json};

/// The calls, and what they take and answer.
const CALLS: &[(&str, &str, &str)] = &[
    ("GET", "/control", "these calls"),
    (
        "GET",
        "/control/status",
        "the clock, the size, the conditions, the next expiry, the next event",
    ),
    (
        "POST",
        "/control/clock",
        "{\"advanceSeconds\": 86400} or {\"at\": \"2030-01-01T00:00:00Z\"}; answers the status",
    ),
    (
        "POST",
        "/control/reset",
        "{\"groups\": 52, \"users\": 240}, both optional; answers the status",
    ),
    (
        "GET",
        "/control/writes",
        "the effective writes, oldest first",
    ),
    ("GET", "/control/faults", "the rules"),
    (
        "POST",
        "/control/faults",
        "{\"method\", \"path\", \"inBatch\", \"skip\", \"times\", \"action\"}, all but the action optional; the action is {\"kind\": \"status\", \"status\": 429, \"retryAfter\": 2.5}, or of the kind html (with a status), cutBefore, cutAfter, truncated, or slow (with milliseconds); answers the rule with its id",
    ),
    ("DELETE", "/control/faults", "removes all rules"),
    (
        "GET",
        "/control/complaints",
        "where a client was not patient",
    ),
    (
        "POST",
        "/control/conditions",
        "{\"conditions\": \"normal\", \"throttled\", \"slow\" or \"unavailable\"}",
    ),
    (
        "POST",
        "/control/behavior",
        "{\"favorites\": \"readable\", \"null\", \"refused\" or \"mixed\", \"lagSeconds\": 0, \"indexLagSeconds\": 2, \"deliverySeconds\": 3, \"settingsSeconds\": 900}, all optional; a reply is listed, and the tenant's settings are obeyed, so long after they were taken",
    ),
    (
        "POST",
        "/control/sign-in",
        "{\"consent\": \"user\", \"adminOnly\" or \"declined\", \"claimsRequired\": true, \"expireAccessTokens\": true, \"revoke\": \"login\"}, all optional",
    ),
    (
        "GET",
        "/control/tokens",
        "the last tokens of every kind that were given out since the start",
    ),
    (
        "GET",
        "/control/world",
        "the people in charge, the groups, the deleted groups, people, other objects, and sensitivity labels",
    ),
    (
        "GET",
        "/control/groups/{id}",
        "the truth about one group, whatever readers who lag see",
    ),
    (
        "POST",
        "/control/users",
        "{\"delete\": id}, {\"disable\": id} or {\"enable\": id}, by id or sign-in name",
    ),
    (
        "POST",
        "/control/policy",
        "{\"prefixSuffix\": \"GRP_[GroupName]_[Department]\", \"blockedWords\": [], \"groupCreation\": true, \"creators\": id, \"guestsAllowed\": true, \"guestOwners\": false, \"classifications\": [], \"labels\": false, \"lifetimeDays\": 180, \"managedGroupTypes\": \"All\", \"Selected\" or \"None\", \"notificationEmails\": \"a@b;c@d\"}, all optional; an empty text is none; holds at once",
    ),
    (
        "POST",
        "/control/settings",
        "{\"templateId\": id, \"values\": [{\"name\", \"value\"}], \"displayName\", \"group\": id}, the last two optional: settings have these values at once, whether a template has them or not; answers their id",
    ),
    (
        "POST",
        "/control/templates",
        "{\"id\", \"displayName\", \"description\", \"values\": [{\"name\", \"type\", \"defaultValue\", \"description\"}]}: a template beside the others, or in the place of the one with that id",
    ),
    (
        "POST",
        "/control/roles",
        "{\"person\": login, \"role\": \"global\", \"groups\" or \"user\", \"held\": true or false}: somebody gets a role of an administrator, or loses it",
    ),
    (
        "GET",
        "/control/outbox",
        "the mails about groups that are going to expire, oldest first",
    ),
    (
        "POST",
        "/control/posts",
        "{\"group\": id, \"bodies\": [html]}: posts of somebody outside arrive in one new thread, or with \"apart\": true in one conversation each; with \"topic\", \"from\": {\"name\", \"address\"} and \"attachments\": [{\"name\", \"contentType\", \"isInline\", \"contentId\", \"content\": {\"file\": base64}}]; answers the ids of what began",
    ),
    (
        "POST",
        "/control/mailbox",
        "{\"group\": id, \"conversations\": 5000, \"posts\": 500}, both counts optional: so many more conversations, and one with so many posts; answers that one's ids; with \"movedAway\": true none any more, since the group talks in Viva Engage",
    ),
    (
        "POST",
        "/control/activity",
        "{\"group\": id}: somebody is in it, once; with \"inUse\": true or false all the time from now on, or no longer",
    ),
    (
        "POST",
        "/control/calendar",
        "{\"group\": id, \"from\": \"2026-01-01\", \"days\": 31, \"events\": 500}: so many events, at most 10000, spread over so many days",
    ),
    (
        "POST",
        "/control/tasks",
        "{\"plan\": id, \"tasks\": 2000}: so many tasks more, at most 5000, spread over the buckets of a plan",
    ),
];

pub(super) async fn index() -> Json<Value> {
    let calls: Vec<Value> = CALLS
        .iter()
        .map(|(method, path, about)| json!({"method": method, "path": path, "about": about}))
        .collect();
    Json(json!({ "value": calls }))
}
