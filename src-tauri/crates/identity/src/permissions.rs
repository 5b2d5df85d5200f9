//! The permissions, in the steps in which they are asked for.
//!
//! Every permission of groups needs an administrator's consent, so the list stays as short as the
//! features allow. Deliberately elsewhere: which feature is offered with what was granted.

use url::Url;

use crate::registration::Registration;

/// Permissions are asked for in steps, as features need them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Who I am; my groups can be seen, without changing anything.
    Read,
    /// Groups can be changed: renewed, marked as favorites, staffed.
    Manage,
    /// The tenant's policies can be read: how long a group lives. Everything else works without.
    Policies,
    /// The members of groups with hidden membership can be read, by who is in them. Everything else
    /// works without.
    Hidden,
    /// Files and notebooks of groups can be listed, as evidence beside a decision. Everything else
    /// works without.
    Evidence,
    /// The tenant's policies can be changed, by who holds a role for it. Everything else works without.
    Administer,
}

/// A delegated permission of Graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// Graph's name.
    pub name: &'static str,
    /// The step that asks for it.
    pub step: Step,
    /// Whether only an administrator can consent to it.
    pub admin_consent: bool,
}

/// All permissions of Graph that are ever asked for, in the order of their steps.
///
/// `User.ReadBasic.All` names the people of a group. `GroupMember.Read.All` is the least that lists
/// groups with their owners and members; `Directory.Read.All` the least that reads lifecycle
/// policies. `Group.ReadWrite.All` is the only delegated permission that marks favorites. Without
/// `Member.Read.Hidden` a hidden membership reads as empty. Conversations, calendar, plans and team of
/// a group come with `Group.ReadWrite.All`; its library and its notebooks have permissions of their
/// own, to which everybody can consent. `Directory.ReadWrite.All` is the only delegated permission that changes
/// lifecycle policies, and changes settings too.
pub const ALL: [Permission; 9] = [
    Permission {
        name: "User.Read",
        step: Step::Read,
        admin_consent: false,
    },
    Permission {
        name: "User.ReadBasic.All",
        step: Step::Read,
        admin_consent: false,
    },
    Permission {
        name: "GroupMember.Read.All",
        step: Step::Read,
        admin_consent: true,
    },
    Permission {
        name: "Group.ReadWrite.All",
        step: Step::Manage,
        admin_consent: true,
    },
    Permission {
        name: "Directory.Read.All",
        step: Step::Policies,
        admin_consent: true,
    },
    Permission {
        name: "Member.Read.Hidden",
        step: Step::Hidden,
        admin_consent: true,
    },
    Permission {
        name: "Files.Read.All",
        step: Step::Evidence,
        admin_consent: false,
    },
    Permission {
        name: "Notes.Read.All",
        step: Step::Evidence,
        admin_consent: false,
    },
    Permission {
        name: "Directory.ReadWrite.All",
        step: Step::Administer,
        admin_consent: true,
    },
];

/// What every sign-in asks for beside permissions: who it is, and a refresh token.
const SIGN_IN: [&str; 3] = ["openid", "profile", "offline_access"];

/// The scopes that go with `permissions` whenever a token is asked for.
pub fn with_sign_in(permissions: &[String]) -> Vec<String> {
    let sign_in = SIGN_IN.into_iter().map(str::to_owned);
    sign_in.chain(permissions.iter().cloned()).collect()
}

/// Whether a scope belongs to OpenID Connect and not to Graph.
pub(crate) fn is_sign_in_scope(name: &str) -> bool {
    name == "email" || SIGN_IN.contains(&name)
}

/// The permissions of these steps, in the order of [`ALL`]. Every step stands on [`Step::Read`].
pub fn of(steps: &[Step]) -> impl Iterator<Item = &'static Permission> {
    ALL.iter()
        .filter(|permission| steps.iter().any(|step| step.includes(permission.step)))
}

/// The scopes to ask for: those of these steps, with what every sign-in needs.
pub fn scopes(steps: &[Step]) -> Vec<String> {
    let permissions: Vec<String> = of(steps).map(|known| known.name.to_owned()).collect();
    with_sign_in(&permissions)
}

impl Step {
    /// Whether this step asks for what `other` asks for.
    fn includes(self, other: Self) -> bool {
        other == Self::Read || other == self
    }

    /// Whether `granted` (as [`crate::SignedIn`] and [`crate::AccountRecord`] list it) holds all
    /// that this step asks for.
    pub fn is_granted(self, granted: &[String]) -> bool {
        of(&[self]).all(|p| is_granted(p.name, granted))
    }
}

/// Whether `granted` holds the permission `name` or one that includes it.
pub fn is_granted(name: &str, granted: &[String]) -> bool {
    let wider: &[&str] = match name {
        "User.Read" => &["User.ReadWrite"],
        "User.ReadBasic.All" => &["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"],
        "GroupMember.Read.All" => &[
            "Group.Read.All",
            "Group.ReadWrite.All",
            "Directory.Read.All",
        ],
        "Directory.Read.All" => &["Directory.ReadWrite.All"],
        "GroupSettings.Read.All" => &[
            "GroupSettings.ReadWrite.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All",
        ],
        "GroupSettings.ReadWrite.All" => &["Directory.ReadWrite.All"],
        "Files.Read.All" => &[
            "Files.ReadWrite.All",
            "Sites.Read.All",
            "Sites.ReadWrite.All",
        ],
        "Notes.Read.All" => &["Notes.ReadWrite.All"],
        _ => &[],
    };
    let held = |name: &str| granted.iter().any(|g| g.eq_ignore_ascii_case(name));
    held(name) || wider.iter().any(|name| held(name))
}

/// Where an administrator consents to the permissions of these steps for the whole tenant.
///
/// The answer of that page goes to the registered loopback address, where nobody listens: the
/// administrator is rarely the person in front of this machine.
pub fn admin_consent_url(registration: &Registration, steps: &[Step]) -> Url {
    let scopes: Vec<String> = of(steps)
        .map(|p| registration.endpoints().qualified_scope(p.name))
        .collect();
    let mut url = registration.admin_consent_endpoint();
    url.query_pairs_mut()
        .append_pair("client_id", registration.client_id())
        .append_pair("scope", &scopes.join(" "))
        .append_pair("redirect_uri", "http://localhost");
    url
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clouds::Cloud;
    use crate::registration::PRACTICE_CLIENT_ID;

    #[test]
    fn reading_asks_for_nothing_that_writes() {
        let read = scopes(&[Step::Read]);
        assert!(read.iter().all(|scope| !scope.contains("Write")));
        assert!(read.contains(&"offline_access".to_owned()));
        assert!(scopes(&[Step::Manage]).contains(&"Group.ReadWrite.All".to_owned()));
    }

    #[test]
    fn what_was_granted_decides_the_step() {
        let read = scopes(&[Step::Read]);
        assert!(Step::Read.is_granted(&read));
        assert!(!Step::Manage.is_granted(&read));
        let manage = ["User.Read", "User.ReadBasic.All", "Group.ReadWrite.All"];
        assert!(Step::Manage.is_granted(&manage.map(str::to_owned)));
    }

    #[test]
    fn a_tenant_that_grants_only_what_groups_need_keeps_nobody_from_their_groups() {
        for step in [Step::Read, Step::Manage] {
            let granted = scopes(&[step]);
            assert!(!granted.contains(&"Directory.Read.All".to_owned()));
            assert!(step.is_granted(&granted));
            assert!(!Step::Policies.is_granted(&granted));
            assert!(!Step::Hidden.is_granted(&granted));
            assert!(!Step::Evidence.is_granted(&granted));
            assert!(!Step::Administer.is_granted(&granted));
        }
    }

    #[test]
    fn no_administrator_has_to_consent_to_evidence() {
        let evidence = of(&[Step::Evidence]).filter(|known| known.step == Step::Evidence);
        assert!(evidence.into_iter().all(|known| !known.admin_consent));
        let granted = ["Sites.Read.All".to_owned()];
        assert!(is_granted("Files.Read.All", &granted));
        assert!(!is_granted("Notes.Read.All", &granted));
    }

    #[test]
    fn the_administrator_gets_a_link_for_the_tenant_with_the_exact_permissions() {
        let endpoints = Cloud::UsGovL4.endpoints().unwrap();
        let registration =
            Registration::new(endpoints, "organizations", PRACTICE_CLIENT_ID).unwrap();
        let url = admin_consent_url(&registration, &[Step::Manage]);
        assert!(url.as_str().starts_with(
            "https://login.microsoftonline.us/organizations/v2.0/adminconsent?client_id=7e4c1c3e"
        ));
        let scope = url.query_pairs().find(|(name, _)| name == "scope");
        let asked: Vec<String> = scope.unwrap().1.split(' ').map(str::to_owned).collect();
        let expected: Vec<String> = of(&[Step::Manage])
            .map(|p| format!("https://graph.microsoft.us/{}", p.name))
            .collect();
        assert_eq!(asked, expected);
    }
}
