//! Draws a company from a seed: the same blueprint gives the same world. Names
//! come from `names` and `group_names`.

use jiff::{SignedDuration, Timestamp};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::contents::Contents;
use super::names::{CULTURES, Culture, JOBS, OFFICES};
use super::{
    ADMINISTRATOR, DOMAIN, Group, MailSettings, OWNER, Provisioning, Role, Setting, User,
    UserIndex, UserType, Visibility, World,
};
use super::{group_names, labels, lifecycle, peculiar};

/// The fewest people that a company of this kind can have.
const FEWEST_USERS: u32 = 12;
/// The account of some software: an owner of groups, and nobody.
const SERVICE_ACCOUNT: UserIndex = 9;

/// All that is needed to draw a world again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Blueprint {
    pub(crate) seed: u64,
    pub(crate) groups: u32,
    pub(crate) users: u32,
    /// The tenant's time when the world was drawn; dates count from it.
    pub(crate) drawn: Timestamp,
}

impl Blueprint {
    /// Draws the world.
    pub(crate) fn draw(&self) -> World {
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        let tenant_id = id(&mut rng);
        let policy_id = id(&mut rng);
        let users = users(self.users.max(FEWEST_USERS), &mut rng);
        let mut draw = Draw {
            rng,
            users: &users,
            drawn: self.drawn,
        };
        let mut groups = draw.groups(self.groups as usize);
        let mut rng = draw.rng;
        if let Some(members) = peculiar::large_membership(users.len())
            && let Some(group) = groups.get_mut(peculiar::LARGE)
        {
            peculiar::enlarge(group, &users, members);
        }
        groups.extend(peculiar::groups(&users, self.drawn, &mut rng));
        let contents = Contents::new(self.drawn, &groups);
        let teams = peculiar::archived_teams(self.drawn, &groups);
        for group in &mut groups {
            group.in_use =
                contents.is_in_use(&group.id) && !teams.is_archived(&group.id, self.drawn);
        }
        let mut world = World::new(tenant_id, policy_id, users, groups);
        world.contents = contents;
        world.teams = teams;
        world.objects = peculiar::objects(&mut rng);
        let owned = peculiar::FAVORITES.into_iter();
        let owned = owned.filter(|place| *place < self.groups as usize);
        world.favorites = owned.map(|place| (OWNER, place)).collect();
        world
    }
}

pub(super) fn id(rng: &mut ChaCha8Rng) -> String {
    uuid::Builder::from_random_bytes(rng.random())
        .into_uuid()
        .hyphenated()
        .to_string()
}

fn users(count: u32, rng: &mut ChaCha8Rng) -> Vec<User> {
    let mut users = vec![
        user(id(rng), "Nadia Haddad", ("Nadia", "Haddad"), "nadia.haddad"),
        user(id(rng), "Agnès Brûlé", ("Agnès", "Brûlé"), "agnes.brule"),
    ];
    users[OWNER as usize].job_title = Some("Head of programme");
    users[OWNER as usize].department = Some("Programmes");
    users[OWNER as usize].office_location = Some("Beirut");
    users[OWNER as usize].preferred_language = Some("en-GB");
    users[ADMINISTRATOR as usize].job_title = Some("Directory administrator");
    users[ADMINISTRATOR as usize].roles = vec![Role::Groups, Role::User];
    while users.len() < count as usize {
        let index = users.len();
        users.push(colleague(index, rng));
    }
    // An account that no person uses, as companies have for their software.
    let account = users[SERVICE_ACCOUNT as usize].id.clone();
    users[SERVICE_ACCOUNT as usize] = user(account, "Room Booking Service", ("", ""), "svc.rooms");
    users
}

fn user(id: String, display_name: &str, (given, surname): (&str, &str), login: &str) -> User {
    User {
        id,
        display_name: display_name.to_owned(),
        given_name: given.to_owned(),
        surname: surname.to_owned(),
        mail: format!("{login}@{DOMAIN}"),
        user_principal_name: format!("{login}@{DOMAIN}"),
        job_title: None,
        department: None,
        office_location: None,
        preferred_language: None,
        user_type: UserType::Member,
        account_enabled: true,
        roles: Vec::new(),
        deleted: None,
    }
}

/// Every twelfth person is a guest, every thirtieth account is disabled.
fn colleague(index: usize, rng: &mut ChaCha8Rng) -> User {
    let culture: &Culture = &CULTURES[index % CULTURES.len()];
    let (given, given_latin) = culture.given[rng.random_range(0..culture.given.len())];
    let (surname, surname_latin) = culture.surnames[rng.random_range(0..culture.surnames.len())];
    let name = match (culture.family_first, culture.language) {
        (true, "ja-JP") => format!("{surname} {given}"),
        (true, _) => format!("{surname}{given}"),
        (false, _) => format!("{given} {surname}"),
    };
    let login = format!("{given_latin}.{surname_latin}{index}");
    let mut user = user(id(rng), &name, (given, surname), &login);
    let (job_title, department) = JOBS[rng.random_range(0..JOBS.len())];
    user.preferred_language = Some(culture.language);
    user.account_enabled = index % 30 != 29;
    if index % 12 == 11 {
        user.user_type = UserType::Guest;
        user.mail = format!("{login}@partner.example");
        user.user_principal_name = format!("{login}_partner.example#EXT#@{DOMAIN}");
        user.display_name = format!("{name} (Guest)");
    } else {
        user.job_title = Some(job_title);
        user.department = Some(department);
        user.office_location = OFFICES.choose(rng).copied();
    }
    user
}

/// The drawing of groups, which needs the people that are there already.
struct Draw<'a> {
    rng: ChaCha8Rng,
    users: &'a [User],
    drawn: Timestamp,
}

impl Draw<'_> {
    /// `owned` groups of the owner, a quarter more of others, and security groups.
    fn groups(&mut self, owned: usize) -> Vec<Group> {
        let others = owned / 4 + 20;
        let mut groups = Vec::with_capacity(owned + others + 3);
        for index in 0..owned {
            let expires = self.expires_of_owned(index, owned);
            let mut group = self.group(index, expires);
            group.owners = self.owners_with_owner(index);
            groups.push(self.with_members(group, index));
        }
        for index in owned..owned + others {
            let days = self.rng.random_range(2..lifecycle::oldest_days());
            let expires = self.in_days(f64::from(days));
            let mut group = self.group(index, expires);
            group.owners = self.owners_of_others(index);
            let mut group = self.with_members(group, index);
            if index % 3 == 0 {
                group.members.push(OWNER);
            }
            groups.push(group);
        }
        for (name, alias) in [
            ("All Staff Łódź", "all-staff-lodz"),
            ("VPN Users", "vpn-users"),
            ("打印机管理", "print"),
        ] {
            groups.push(self.security_group(name, alias));
        }
        groups
    }

    fn in_days(&mut self, days: f64) -> Timestamp {
        let exact = SignedDuration::from_secs_f64(days * 86_400.0);
        let minutes = SignedDuration::from_mins(self.rng.random_range(3..240));
        let at = self
            .drawn
            .checked_add(exact)
            .and_then(|at| at.checked_add(minutes));
        crate::clock::whole_seconds(at.unwrap_or(self.drawn))
    }

    /// Of 52 groups, 3 expire today or tomorrow, 8 within 15 days, 12 within
    /// 30, the others later; one has just been renewed.
    fn expires_of_owned(&mut self, index: usize, owned: usize) -> Timestamp {
        // 21 and 52 have no common factor: soon and late stand mixed in the list.
        let rank = (index * 21 + 1) % 52;
        let soonest = index == 0 && owned < 40;
        let days = match rank {
            _ if soonest => 0.3,
            1 => 0.2,
            2 => 0.6,
            3 => 1.4,
            4..=8 => 2.0 + f64::from(self.rng.random_range(0..12)),
            9..=12 => 15.0 + f64::from(self.rng.random_range(0..14)),
            13 => return self.expires_of_just_renewed(),
            _ => 31.0 + f64::from(self.rng.random_range(0..147)),
        };
        self.in_days(days)
    }

    /// A minute before: the service tells whole seconds, and a renewal in the very second of the one before it
    /// could be told from it by nobody.
    fn expires_of_just_renewed(&self) -> Timestamp {
        let renewed = self.drawn - SignedDuration::from_mins(1);
        crate::clock::whole_seconds(lifecycle::expires_for(renewed))
    }

    fn group(&mut self, index: usize, expires: Timestamp) -> Group {
        let renewed = lifecycle::renewed_for(expires);
        let (display_name, mail_nickname, description) = group_names::name(index, &mut self.rng);
        // Every fifth group was never renewed: it was created on its renewal date.
        let age_days = if index.is_multiple_of(5) {
            0
        } else {
            self.rng.random_range(20..1_500)
        };
        let created = renewed
            .checked_sub(SignedDuration::from_hours(24 * age_days))
            .unwrap_or(renewed);
        let dynamic = index % 11 == 7;
        let classification = match index % 13 {
            3 => Some("Confidential"),
            8 => Some("General"),
            _ => None,
        };
        // A new group would wait for its mailbox.
        let known = created.checked_sub(SignedDuration::from_hours(24));
        let mut group = Group {
            display_name,
            description,
            mail: Some(format!("{mail_nickname}@{DOMAIN}")),
            mail_nickname,
            unified: true,
            mail_enabled: true,
            security_enabled: false,
            membership_rule: dynamic.then(|| r#"user.department -eq "Sales""#.to_owned()),
            visibility: match index % 10 {
                0..4 => Visibility::Public,
                9 if index % 30 == 9 => Visibility::HiddenMembership,
                _ => Visibility::Private,
            },
            classification: classification.map(str::to_owned),
            label: labels::drawn(index).map(|label| label.id.to_owned()),
            team: self.rng.random_ratio(2, 5),
            theme: (index % 9 == 4).then(|| "Teal".to_owned()),
            renewed,
            mail_settings: MailSettings::drawn(index),
            provisioning: Provisioning::Created(known.unwrap_or(created)),
            ..Group::blank(id(&mut self.rng), created)
        };
        if index % 17 == 5 {
            group.settings = vec![Setting::of_guests(&group.id, false)];
        }
        group
    }

    fn somebody(&mut self) -> UserIndex {
        let last = UserIndex::try_from(self.users.len()).unwrap_or(UserIndex::MAX);
        self.rng.random_range(2..last)
    }

    /// Somebody of the company; with `enabled` false, an account that is disabled.
    fn colleague(&mut self, enabled: bool) -> UserIndex {
        for _ in 0..200 {
            let index = self.somebody();
            let user = &self.users[index as usize];
            if !user.is_guest() && user.account_enabled == enabled {
                return index;
            }
        }
        ADMINISTRATOR
    }

    /// The owner alone in a quarter of the groups, else with one or two others.
    fn owners_with_owner(&mut self, index: usize) -> Vec<UserIndex> {
        let mut owners = vec![OWNER];
        let more = match index % 4 {
            0 => 0,
            1 | 2 => 1,
            _ => 2,
        };
        for _ in 0..more {
            let enabled = index % 7 != 5;
            owners.push(self.colleague(enabled));
        }
        if index % 16 == 6 {
            owners = vec![OWNER, SERVICE_ACCOUNT];
        }
        unique(owners)
    }

    /// A tenth has no owner, a tenth one whose account is disabled.
    fn owners_of_others(&mut self, index: usize) -> Vec<UserIndex> {
        match index % 10 {
            0 => Vec::new(),
            1 => vec![self.colleague(false)],
            2..6 => vec![self.colleague(true)],
            _ => unique(vec![self.colleague(true), self.colleague(true)]),
        }
    }

    fn with_members(&mut self, mut group: Group, index: usize) -> Group {
        let count = self.rng.random_range(2..16);
        let mut members: Vec<UserIndex> = group.owners.clone();
        let owner_is_no_member = index % 6 == 5 && !group.team;
        if owner_is_no_member {
            members.clear();
        }
        for _ in 0..count {
            let member = self.somebody();
            let guest = self.users[member as usize].is_guest();
            // A third of the groups has guests.
            let welcome = index.is_multiple_of(3) && group.guests_allowed() != Some(false);
            if !guest || welcome {
                members.push(member);
            }
        }
        group.members = unique(members);
        group
    }

    fn security_group(&mut self, name: &str, alias: &str) -> Group {
        let created = self.in_days(-700.0);
        Group {
            display_name: name.to_owned(),
            mail_nickname: alias.to_owned(),
            owners: vec![ADMINISTRATOR],
            members: vec![OWNER, ADMINISTRATOR],
            ..Group::blank(id(&mut self.rng), created)
        }
    }
}

fn unique(mut people: Vec<UserIndex>) -> Vec<UserIndex> {
    let mut seen = std::collections::HashSet::new();
    people.retain(|person| seen.insert(*person));
    people
}
