//! Drives the endpoints as an app and a browser do: a fake tenant with an owner,
//! an administrator and a few members, and a clock that the tests move.

mod app;
mod code_flow;
mod consent;
mod device_flow;
mod discovery;
mod refresh;
mod tokens;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};

use super::{Person, SignIn, Tenancy};

const TENANT: &str = "5f1c0a3e-8d21-4a3c-9f2b-0c8f5a7d1e42";
const CLIENT: &str = "11111111-2222-3333-4444-555555555555";
const OWNER: &str = "owner@practice.example";
const ADMINISTRATOR: &str = "administrator@practice.example";

/// A tenant with twelve people.
struct Practice {
    now: Mutex<Timestamp>,
    people: Mutex<Vec<Person>>,
    saved: AtomicUsize,
}

impl Practice {
    fn open() -> Arc<Self> {
        let members = (1..=10).map(|number| format!("member{number}"));
        let names = ["owner".to_owned(), "administrator".to_owned()]
            .into_iter()
            .chain(members);
        let people = names.map(|name| Person {
            id: format!("id-{name}"),
            display_name: format!("The {name}"),
            user_principal_name: format!("{name}@practice.example"),
            administrator: name == "administrator",
            enabled: true,
        });
        Arc::new(Self {
            now: Mutex::new("2026-03-02T09:00:00Z".parse().unwrap()),
            people: Mutex::new(people.collect()),
            saved: AtomicUsize::new(0),
        })
    }

    fn advance(&self, by: SignedDuration) {
        let mut now = self.now.lock().unwrap();
        *now = now.checked_add(by).unwrap();
    }

    fn disable(&self, login: &str) {
        let mut people = self.people.lock().unwrap();
        let person = people
            .iter_mut()
            .find(|person| person.user_principal_name == login);
        person.unwrap().enabled = false;
    }

    fn times_saved(&self) -> usize {
        self.saved.load(Ordering::SeqCst)
    }
}

impl Tenancy for Practice {
    fn tenant_id(&self) -> String {
        TENANT.to_owned()
    }
    fn domain(&self) -> String {
        "practice.example".to_owned()
    }
    fn tenant_name(&self) -> String {
        "Practice & Sons".to_owned()
    }
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }
    fn people(&self) -> Vec<Person> {
        self.people.lock().unwrap().clone()
    }
    fn person(&self, id_or_login: &str) -> Option<Person> {
        let is =
            |person: &Person| person.id == id_or_login || person.user_principal_name == id_or_login;
        self.people().into_iter().find(is)
    }
    fn changed(&self) {
        self.saved.fetch_add(1, Ordering::SeqCst);
    }
}

fn practice() -> (Arc<Practice>, Arc<SignIn>) {
    let practice = Practice::open();
    let sign_in = Arc::new(SignIn::new(7, practice.clone()));
    (practice, sign_in)
}
