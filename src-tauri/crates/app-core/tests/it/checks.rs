//! Checking lists of people: what is found for each line, and what is added of it.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::jobs::{ChangeRequest, ItemState, LineChoice, Reason};
use ipc_contract::people::{
    CheckedLine, LineReason, LineVerdict, PeopleCheckRequest, PeopleChecked, PeopleFindRequest,
    PersonRef, Role,
};
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

/// Somebody or something of the practice company.
#[derive(Debug, Clone)]
struct Known {
    id: String,
    name: String,
    login: String,
}

fn known(value: &Value) -> Known {
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    Known {
        id: text("id"),
        name: text("displayName"),
        login: text("userPrincipalName"),
    }
}

/// A group with people of every kind around it.
struct Around {
    group: String,
    members: Vec<Known>,
    strangers: Vec<Known>,
    guests: Vec<Known>,
    things: Vec<Known>,
}

impl Around {
    async fn of(desk: &Desk, started: &Started) -> Self {
        let group = started.staffable().await.remove(0).id;
        let members = desk.people_of(&group, "members").await;
        let owners = desk.people_of(&group, "owners").await;
        let is_in = |person: &Known| members.contains(&person.id) || owners.contains(&person.id);
        let world = desk.control("world", Value::Null).await;
        let users = |guest: bool| -> Vec<Known> {
            let users = world["users"].as_array().unwrap().iter();
            users
                .filter(|user| user["guest"] == guest)
                .map(known)
                .collect()
        };
        Self {
            members: users(false)
                .into_iter()
                .filter(|user| members.contains(&user.id))
                .collect(),
            strangers: users(false)
                .into_iter()
                .filter(|user| !is_in(user))
                .collect(),
            guests: users(true)
                .into_iter()
                .filter(|user| !is_in(user))
                .collect(),
            things: world["objects"]
                .as_array()
                .unwrap()
                .iter()
                .map(known)
                .collect(),
            group,
        }
    }

    /// A stranger whose name nobody else has.
    fn with_a_name_alone(&self) -> &Known {
        let everybody = || self.strangers.iter().chain(&self.members);
        let namesakes = |name: &str| everybody().filter(|other| other.name == name).count();
        let mut strangers = self.strangers.iter().skip(2);
        strangers
            .find(|stranger| namesakes(&stranger.name) == 1)
            .unwrap()
    }

    fn request(&self, role: Role, text: &str) -> PeopleCheckRequest {
        PeopleCheckRequest {
            group_id: self.group.clone(),
            role,
            file_name: Some("people.csv".into()),
            content: STANDARD.encode(text),
        }
    }

    async fn check(&self, started: &Started, role: Role, text: &str) -> PeopleChecked {
        let request = self.request(role, text);
        started.core.check_people(&request).await.unwrap()
    }
}

fn on(checked: &PeopleChecked, line: u32) -> &CheckedLine {
    checked
        .shown
        .iter()
        .find(|shown| shown.line == line)
        .unwrap()
}

fn verdict(checked: &PeopleChecked, line: u32) -> (LineVerdict, Option<LineReason>) {
    let line = on(checked, line);
    (line.verdict, line.reason)
}

#[tokio::test]
async fn every_line_of_a_list_is_told_and_those_who_may_be_are_added_once() {
    let desk = Desk::of("check", 12, 60).await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let (stranger, other) = (&around.strangers[0], &around.strangers[1]);
    let by_name = around.with_a_name_alone();
    let group = started.core.group(&around.group).await.unwrap();
    let mut list = String::from("Department;E-Mail;Display Name\n");
    for (address, name) in [
        (stranger.login.to_uppercase(), ""),
        (other.id.clone(), ""),
        (around.members[0].login.clone(), ""),
        (around.guests[0].login.clone(), ""),
        ("nobody@nowhere.example".into(), "Nobody"),
        (around.things[0].id.clone(), ""),
        (group.mail.unwrap(), ""),
        (String::new(), by_name.name.as_str()),
        (stranger.id.clone(), ""),
        (String::new(), ""),
    ] {
        writeln!(list, "Sales;{address};{name}").unwrap();
    }

    let checked = around.check(&started, Role::Member, &list).await;

    use LineReason as Why;
    use LineVerdict as Is;
    assert_eq!(verdict(&checked, 2), (Is::Ready, None));
    assert_eq!(verdict(&checked, 3), (Is::Ready, None));
    assert_eq!(verdict(&checked, 4), (Is::AlreadyIn, None));
    assert_eq!(verdict(&checked, 5), (Is::Guest, None));
    assert_eq!(
        verdict(&checked, 6),
        (Is::Unknown, Some(Why::NoSuchAccount))
    );
    assert_eq!(
        verdict(&checked, 7),
        (Is::NotAddable, Some(Why::NotAPerson))
    );
    assert_eq!(
        verdict(&checked, 8),
        (Is::NotAddable, Some(Why::NotAPerson))
    );
    assert_eq!(verdict(&checked, 9), (Is::Unclear, Some(Why::NameOnly)));
    assert_eq!(verdict(&checked, 10), (Is::Repeated, None));
    assert_eq!(verdict(&checked, 11), (Is::Unknown, Some(Why::Empty)));
    assert_eq!(
        (checked.lines, checked.counts.ready, checked.requests),
        (10, 2, 1)
    );
    assert_eq!(checked.shown[0].line, 9, "what needs a look stands first");
    assert_eq!(desk.writes("addMember").await, 0, "nothing was written");

    let add = ChangeRequest::AddChecked {
        check_id: checked.check_id.clone(),
        choices: vec![LineChoice {
            line: 9,
            person_id: by_name.id.clone(),
        }],
    };
    let result = started.core.change(&add).await.unwrap();

    assert!(
        result
            .items
            .iter()
            .all(|item| item.state == ItemState::Done)
    );
    let members = desk.people_of(&around.group, "members").await;
    for added in [stranger, other, by_name, &around.guests[0]] {
        assert!(members.contains(&added.id), "{}", added.name);
    }
    assert_eq!(result.items.len(), 4);
}

#[tokio::test]
async fn a_list_without_addresses_finds_people_by_their_exact_names() {
    let desk = Desk::of("check-names", 12, 60).await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let (one, other) = (&around.strangers[0], &around.strangers[1]);
    let list = format!(
        "{}\n{}\nNo Such Name\n",
        one.name.to_uppercase(),
        other.name
    );

    let checked = around.check(&started, Role::Member, &list).await;

    assert_eq!(on(&checked, 1).candidates[0].id, one.id);
    assert_eq!(on(&checked, 2).candidates[0].id, other.id);
    let unknown = (LineVerdict::Unknown, Some(LineReason::NoSuchAccount));
    assert_eq!(verdict(&checked, 3), unknown);
    assert_eq!(checked.counts.unclear, 2);
}

#[tokio::test]
async fn guests_are_told_as_the_tenants_rules_have_them() {
    let desk = Desk::new("check-guests").await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let list = around.guests[0].login.clone();

    let owner = around.check(&started, Role::Owner, &list).await;
    let cannot_own = (LineVerdict::NotAddable, Some(LineReason::GuestCannotOwn));
    assert_eq!(verdict(&owner, 1), cannot_own);

    let desk = Desk::new("check-no-guests").await;
    desk.control("policy", json!({ "guestsAllowed": false }))
        .await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let member = around.check(&started, Role::Member, &list).await;
    let not_allowed = (LineVerdict::NotAddable, Some(LineReason::GuestsNotAllowed));
    assert_eq!(verdict(&member, 1), not_allowed);
}

#[tokio::test]
async fn owners_who_are_no_members_are_still_to_be_added_as_both() {
    let desk = Desk::new("check-both").await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let owners = desk.people_of(&around.group, "owners").await;
    let plain = around
        .members
        .iter()
        .find(|person| !owners.contains(&person.id))
        .unwrap();

    let both = around
        .check(&started, Role::OwnerAndMember, &plain.login)
        .await;

    assert_eq!(verdict(&both, 1), (LineVerdict::Ready, None));
    assert_eq!(both.requests, 2);
    let me = desk.me().await;
    let both = around.check(&started, Role::OwnerAndMember, &me.id).await;
    assert_eq!(verdict(&both, 1), (LineVerdict::AlreadyIn, None));
}

#[tokio::test]
async fn a_line_that_cannot_be_looked_up_costs_only_itself() {
    let desk = Desk::new("check-lost").await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let (lost, found) = (&around.strangers[0], &around.strangers[1]);
    let rule = json!({
        "method": "GET", "path": format!("/users/{}", lost.id), "inBatch": true, "times": 20,
        "action": { "kind": "status", "status": 500 },
    });
    desk.control("faults", rule).await;

    let list = format!("{}\n{}\n", lost.id, found.id);
    let checked = around.check(&started, Role::Member, &list).await;

    let not_looked_up = (LineVerdict::Unknown, Some(LineReason::NotLookedUp));
    assert_eq!(verdict(&checked, 1), not_looked_up);
    assert_eq!(verdict(&checked, 2), (LineVerdict::Ready, None));
}

#[tokio::test]
async fn what_is_no_list_and_a_check_that_is_not_known_are_refused() {
    let desk = Desk::new("check-refused").await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;

    let mut request = around.request(Role::Member, "");
    request.content = STANDARD.encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let refused = started.core.check_people(&request).await.unwrap_err();
    assert_eq!(CommandError::from(refused).code, ErrorCode::InvalidInput);

    let add = ChangeRequest::AddChecked {
        check_id: "not known".into(),
        choices: Vec::new(),
    };
    let gone = started.core.plan(&add).await.unwrap_err();
    assert_eq!(CommandError::from(gone).code, ErrorCode::PlanGone);
}

#[tokio::test]
async fn a_thousand_lines_are_looked_up_in_few_requests() {
    let desk = Desk::of("check-many", 12, 1_000).await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let world = desk.control("world", Value::Null).await;
    let users = world["users"].as_array().unwrap().iter().map(known);
    let list: Vec<String> = users.map(|user| user.login).collect();
    let counted = json!({ "kind": "slow", "milliseconds": 1 });
    desk.fault("POST", "/$batch", 1_000, counted).await;

    let checked = around.check(&started, Role::Member, &list.join("\n")).await;

    let counts = checked.counts;
    assert_eq!(checked.lines as usize, list.len());
    assert_eq!(
        counts.ready + counts.guest + counts.already_in,
        checked.lines
    );
    assert_eq!(checked.requests, (counts.ready + counts.guest).div_ceil(20));
    let left = desk.control("faults", Value::Null).await;
    assert_eq!(
        left["value"][0]["times"], 990,
        "five addresses to each of twenty"
    );
}

#[tokio::test]
async fn a_group_that_lets_no_guests_in_says_so_before_the_service_has_to() {
    let desk = Desk::of("check-guests-of-group", 60, 30).await;
    let started = desk.enter().await;
    let around = Around::of(&desk, &started).await;
    let guest = &around.guests[0];
    let world = desk.control("world", Value::Null).await;
    let closed = |group: &&Value| {
        let open = ["dynamic", "synced"].iter().all(|fact| group[fact] != true);
        group["guestsAllowed"] == false && group["owned"] == true && open
    };
    let mut groups = world["groups"].as_array().unwrap().iter();
    let group = groups.find(closed).unwrap()["id"].as_str().unwrap();
    let check = async |list: &str| {
        let request = PeopleCheckRequest {
            group_id: group.into(),
            role: Role::Member,
            content: STANDARD.encode(list),
            file_name: None,
        };
        started.core.check_people(&request).await.unwrap()
    };

    let checked = check(&guest.login).await;
    let not_here = (
        LineVerdict::NotAddable,
        Some(LineReason::GuestsNotAllowedHere),
    );
    assert_eq!(verdict(&checked, 1), not_here);

    // The same for somebody who was found while one typed.
    let find = PeopleFindRequest {
        text: guest.name.clone(),
        group_id: Some(group.into()),
    };
    started.core.find_people(&find).await.unwrap();
    let add = ChangeRequest::AddPeople {
        group_ids: vec![group.into()],
        people: vec![PersonRef {
            id: guest.id.clone(),
            display_name: "Guest".into(),
        }],
        role: Role::Member,
    };
    let refused = started.core.plan(&add).await.unwrap_err();
    let refused = CommandError::from(refused);
    assert_eq!(refused.code, ErrorCode::NothingToDo);
    assert_eq!(refused.params.reasons, [Reason::GuestsNotAllowed]);

    // Where that may not be read the service decides, and nobody guesses.
    let refused = json!({ "kind": "status", "status": 403 });
    desk.fault("GET", "/groups/*/settings", 9, refused).await;
    let checked = check(&guest.login).await;
    let not_known = (LineVerdict::Guest, Some(LineReason::GuestsNotKnown));
    assert_eq!(verdict(&checked, 1), not_known);
}
