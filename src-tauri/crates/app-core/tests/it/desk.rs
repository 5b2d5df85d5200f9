//! The program around the use cases, as a test plays it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app_core::{Core, CoreError, CoreOptions, Host, RetryWaits};
use async_trait::async_trait;
use identity::keys::{KeyStore, MemoryKeyStore};
use identity::{Browser, BrowserError, CloudEndpoints, HeadlessBrowser, MemoryStore};
use ipc_contract::events::{AppEvent, Tag};
use ipc_contract::groups::{GroupList, GroupSummary, Visibility};
use ipc_contract::jobs::{JobResult, JobState};
use ipc_contract::people::{MemberList, PersonRef};
use ipc_contract::session::{CloudName, PermissionStep, SignInRequest};
use practice_tenant::{PracticeOptions, PracticeTenant};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Notify;
use url::Url;

/// What outlives a start of the application: stores, folder, and the tenant.
pub(crate) struct Desk {
    pub(crate) tenant: Arc<PracticeTenant>,
    folder: TempDir,
    accounts: Arc<MemoryStore>,
    settings: Arc<MemoryStore>,
    keychain: Arc<dyn KeyStore>,
    retry: RetryWaits,
}

/// One start of the application.
pub(crate) struct Started {
    pub(crate) core: Core,
    pub(crate) host: Arc<TestHost>,
}

impl Desk {
    /// A practice tenant whose owner has twelve groups, and nothing kept yet.
    pub(crate) async fn new(test: &str) -> Self {
        Self::of(test, 12, 30).await
    }

    /// One of another size.
    pub(crate) async fn of(test: &str, groups: u32, users: u32) -> Self {
        let record = std::env::var_os("TRAFFIC_DIR")
            .map(|folder| PathBuf::from(folder).join(format!("app-core-{test}.jsonl")));
        let options = PracticeOptions {
            groups,
            users,
            record,
            ..PracticeOptions::default()
        };
        Self {
            tenant: Arc::new(PracticeTenant::start(options).await.unwrap()),
            folder: tempfile::tempdir().unwrap(),
            accounts: Arc::default(),
            settings: Arc::default(),
            keychain: Arc::new(MemoryKeyStore::default()),
            retry: RetryWaits::default(),
        }
    }

    /// Starts the application.
    pub(crate) async fn start(&self) -> Started {
        let host = Arc::new(TestHost {
            tenant: self.tenant.clone(),
            events: Mutex::default(),
            opened: Arc::default(),
            letters: Mutex::default(),
            news: Notify::new(),
        });
        let path = |name: &str| self.folder.path().join(name);
        for folder in ["cache", "journal", "logs"] {
            std::fs::create_dir_all(path(folder)).unwrap();
        }
        let core = Core::start(CoreOptions {
            host: host.clone(),
            accounts_store: self.accounts.clone(),
            settings_store: self.settings.clone(),
            keychain: self.keychain.clone(),
            data_dir: self.folder.path().to_owned(),
            cache_dir: path("cache"),
            journal_dir: path("journal"),
            downloads_dir: path("downloads"),
            log_dir: path("logs"),
            key_file: path("tokens.key"),
            set_aside: Vec::new(),
            retry: self.retry,
        })
        .await
        .unwrap();
        Started { core, host }
    }

    /// The same machine, on which nobody waits long for the next try.
    pub(crate) fn impatient(self) -> Self {
        let retry = RetryWaits {
            first: Duration::from_millis(20),
            longest: Duration::from_millis(200),
        };
        Self { retry, ..self }
    }

    /// The same machine, with another keychain.
    pub(crate) fn with_keychain(self, keychain: Arc<dyn KeyStore>) -> Self {
        Self { keychain, ..self }
    }

    /// Starts the application, and enters the practice tenant.
    pub(crate) async fn enter(&self) -> Started {
        let started = self.start().await;
        started.core.enter_practice().await.unwrap();
        started
    }

    pub(crate) fn cache_files(&self) -> usize {
        std::fs::read_dir(self.folder.path().join("cache"))
            .unwrap()
            .count()
    }

    /// Puts something in place of the caches that is no file and cannot be set aside as one.
    pub(crate) fn block_caches(&self) {
        for file in std::fs::read_dir(self.folder.path().join("cache")).unwrap() {
            let path = file.unwrap().path();
            std::fs::remove_file(&path).unwrap();
            if path.extension().is_some_and(|name| name == "sqlite") {
                std::fs::create_dir(&path).unwrap();
            }
        }
    }

    /// Empties what the search of the tenant reads, unnoticed: what was read before is still found.
    pub(crate) fn empty_search_of_tenant(&self) {
        for file in std::fs::read_dir(self.folder.path().join("cache")).unwrap() {
            let path = file.unwrap().path();
            if path.to_string_lossy().ends_with(".tenant.sqlite") {
                let file = rusqlite::Connection::open(path).unwrap();
                file.execute("DELETE FROM group_words", []).unwrap();
            }
        }
    }

    pub(crate) fn damage_caches(&self) {
        for file in std::fs::read_dir(self.folder.path().join("cache")).unwrap() {
            std::fs::write(file.unwrap().path(), "no database".repeat(1000)).unwrap();
        }
    }

    /// Asks the control address; some of its answers are empty.
    pub(crate) async fn control(&self, call: &str, body: Value) -> Value {
        let url = format!("{}/{call}", self.tenant.control());
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let request = if body.is_null() {
            client.get(url)
        } else {
            client.post(url).json(&body)
        };
        let answer = request.send().await.unwrap().error_for_status().unwrap();
        serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or_default()
    }

    /// From now on, calls of `method` and `path` get `action`, `times` times.
    pub(crate) async fn fault(&self, method: &str, path: &str, times: u32, action: Value) {
        let rule = json!({ "method": method, "path": path, "times": times, "action": action });
        self.control("faults", rule).await;
    }

    /// Nothing goes wrong any more.
    pub(crate) async fn clear_faults(&self) {
        let url = format!("{}/faults", self.tenant.control());
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        client.delete(url).send().await.unwrap();
    }

    /// The truth about one group, whatever readers who lag see.
    pub(crate) async fn truth(&self, group: &str) -> Value {
        self.control(&format!("groups/{group}"), Value::Null).await
    }

    /// Ids of the people in a group, sorted.
    pub(crate) async fn people_of(&self, group: &str, relation: &str) -> Vec<String> {
        let truth = self.truth(group).await;
        let mut ids: Vec<String> = truth[relation]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| id.as_str().unwrap().to_owned())
            .collect();
        ids.sort();
        ids
    }

    /// People of the tenant who are neither guests nor disabled, the owner left out.
    pub(crate) async fn colleagues(&self) -> Vec<PersonRef> {
        let owner = PracticeTenant::owner_login();
        self.people(|user| user["userPrincipalName"] != owner).await
    }

    /// The owner.
    pub(crate) async fn me(&self) -> PersonRef {
        let owner = PracticeTenant::owner_login();
        self.people(|user| user["userPrincipalName"] == owner)
            .await
            .remove(0)
    }

    async fn people(&self, wanted: impl Fn(&Value) -> bool) -> Vec<PersonRef> {
        let world = self.control("world", Value::Null).await;
        let users = world["users"].as_array().unwrap().iter();
        users
            .filter(|user| user["enabled"] == true && user["guest"] != true && wanted(user))
            .map(|user| PersonRef {
                id: user["id"].as_str().unwrap().to_owned(),
                display_name: user["displayName"].as_str().unwrap().to_owned(),
            })
            .collect()
    }

    /// How many files there are of what was done and decided.
    pub(crate) fn journal_files(&self) -> usize {
        let folder = self.folder.path().join("journal");
        std::fs::read_dir(folder).unwrap().count()
    }

    /// Leaves what was set aside beside the records, once and once more, with what SQLite keeps beside it.
    pub(crate) fn leave_damaged(&self) {
        let folder = self.folder.path().join("journal");
        for name in ["a.damaged", "a.damaged-2", "a.damaged-2-wal"] {
            std::fs::write(folder.join(name), b"damaged").unwrap();
        }
    }

    /// The record of decisions of the one account, when there is one.
    pub(crate) fn ledger_file(&self) -> Option<PathBuf> {
        let files = std::fs::read_dir(self.folder.path().join("journal")).unwrap();
        files
            .map(|file| file.unwrap().path())
            .find(|path| path.to_string_lossy().ends_with(".ledger.sqlite"))
    }

    /// Writes to the record of decisions behind the program's back.
    pub(crate) fn write_to_ledger(&self, sql: &str) {
        let file = rusqlite::Connection::open(self.ledger_file().unwrap()).unwrap();
        file.execute_batch(sql).unwrap();
    }

    /// Where files are saved.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// Renews a group without the application.
    pub(crate) async fn renew_as_administrator(&self, group: &str) {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let renew = client
            .post(format!("{}/groups/{group}/renew", self.tenant.graph()))
            .bearer_auth(self.tenant.administrator_token());
        renew.send().await.unwrap().error_for_status().unwrap();
    }

    /// Deletes a group without the application.
    pub(crate) async fn delete_as_administrator(&self, group: &str) {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let delete = client
            .delete(format!("{}/groups/{group}", self.tenant.graph()))
            .bearer_auth(self.tenant.administrator_token());
        delete.send().await.unwrap().error_for_status().unwrap();
    }

    /// The effective writes of one kind.
    pub(crate) async fn writes(&self, kind: &str) -> usize {
        let writes = self.control("writes", Value::Null).await;
        writes["value"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|write| write["write"] == kind)
            .count()
    }
}

impl Started {
    /// The groups after a complete refresh.
    pub(crate) async fn groups(&self) -> GroupList {
        self.core.refresh_groups().unwrap();
        self.refreshed().await;
        self.core.groups().await.unwrap()
    }

    /// The owned group that expires first: its last renewal is months ago.
    pub(crate) async fn some_group(&self) -> GroupSummary {
        let list = self.groups().await;
        let expiring = list
            .groups
            .into_iter()
            .filter(|group| group.owned && group.expires.is_some());
        expiring.min_by_key(|group| group.expires).unwrap()
    }

    /// Owned groups whose people can be read, and changed by hand.
    pub(crate) async fn staffable(&self) -> Vec<GroupSummary> {
        let list = self.groups().await;
        let mut groups = Vec::new();
        for group in list.groups {
            let hidden = group.visibility == Visibility::HiddenMembership;
            if !group.owned || group.dynamic || hidden {
                continue;
            }
            let details = self.core.group_details(&group.id).await.unwrap();
            if details.people_fixed.is_none() {
                groups.push(group);
            }
        }
        groups.sort_by(|a, b| a.id.cmp(&b.id));
        groups
    }

    /// Waits until a job is over or has stopped.
    pub(crate) async fn over(&self, job_id: &str) -> JobResult {
        let ended = async {
            loop {
                let news = self.host.news.notified();
                let result = self.core.job_result(job_id).await.unwrap();
                if result.job.state != JobState::Running {
                    return result;
                }
                let _ = tokio::time::timeout(Duration::from_millis(200), news).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), ended)
            .await
            .expect("the job ends")
    }

    /// Asks again whenever the window is told of something, until the answer is as wanted.
    pub(crate) async fn until<T, F: Future<Output = T>>(
        &self,
        ask: impl Fn() -> F,
        wanted: impl Fn(&T) -> bool,
    ) -> T {
        let answered = async {
            loop {
                let news = self.host.news.notified();
                let answer = ask().await;
                if wanted(&answer) {
                    return answer;
                }
                news.await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), answered)
            .await
            .expect("the answer becomes as wanted")
    }

    /// Waits until the window is told to read this again.
    pub(crate) async fn told(&self, tag: Tag) {
        let told = async || {
            let mut events = self.host.events.lock().unwrap();
            let place = events.iter().position(
                |event| matches!(event, AppEvent::Changed { tags } if tags.contains(&tag)),
            );
            place.map(|place| events.remove(place)).is_some()
        };
        self.until(told, |told| *told).await;
    }

    /// Everybody in a group, once they were read.
    pub(crate) async fn members(&self, group_id: &str) -> MemberList {
        let ask = async || self.core.members(group_id).await.unwrap();
        self.until(ask, |list| !list.refreshing).await
    }

    /// Waits for the end of the refresh that is under way.
    pub(crate) async fn refreshed(&self) {
        let ended = async {
            loop {
                let news = self.host.news.notified();
                if self
                    .host
                    .events
                    .lock()
                    .unwrap()
                    .iter()
                    .any(|event| matches!(event, AppEvent::RefreshEnded { .. }))
                {
                    return;
                }
                news.await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), ended)
            .await
            .expect("the refresh ends");
        self.host.events.lock().unwrap().clear();
    }

    /// The sign-in form for the practice tenant, as if it were a cloud with addresses of its own.
    pub(crate) fn form(&self, step: PermissionStep) -> SignInRequest {
        SignInRequest {
            cloud: CloudName::Custom,
            tenant: "organizations".into(),
            client_id: identity::PRACTICE_CLIENT_ID.into(),
            graph_url: Some(self.host.tenant.graph()),
            authority: Some(self.host.tenant.authority()),
            step,
            policies: true,
        }
    }
}

/// The desktop of a test.
pub(crate) struct TestHost {
    pub(crate) tenant: Arc<PracticeTenant>,
    pub(crate) events: Mutex<Vec<AppEvent>>,
    pub(crate) opened: Arc<Mutex<Vec<Url>>>,
    pub(crate) letters: Mutex<Vec<Url>>,
    news: Notify,
}

impl std::fmt::Debug for TestHost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TestHost")
    }
}

#[async_trait]
impl Host for TestHost {
    fn emit(&self, event: AppEvent) {
        self.events.lock().unwrap().push(event);
        self.news.notify_waiters();
    }

    fn browser(&self) -> Arc<dyn Browser> {
        Arc::new(SignedInBrowser(self.opened.clone()))
    }

    async fn open_letter(&self, letter: &Url) -> Result<(), CoreError> {
        self.letters.lock().unwrap().push(letter.clone());
        Ok(())
    }

    async fn practice_endpoints(&self) -> Result<CloudEndpoints, CoreError> {
        Ok(CloudEndpoints {
            graph_root: Url::parse(&self.tenant.graph()).unwrap(),
            authority: Url::parse(&self.tenant.authority()).unwrap(),
            portal: None,
        })
    }

    async fn forget_practice(&self) -> Result<(), CoreError> {
        Ok(())
    }

    fn practice_login(&self) -> String {
        PracticeTenant::owner_login().into()
    }
}

/// A browser in which the owner is signed in already and no page asks anything; it remembers where
/// it was.
#[derive(Debug)]
struct SignedInBrowser(Arc<Mutex<Vec<Url>>>);

#[async_trait]
impl Browser for SignedInBrowser {
    async fn open(&self, url: &Url) -> Result<(), BrowserError> {
        self.0.lock().unwrap().push(url.clone());
        if url.path().ends_with("/logout") {
            return Ok(());
        }
        let kept: Vec<_> = url
            .query_pairs()
            .into_owned()
            .filter(|(name, _)| !["prompt", "login_hint"].contains(&name.as_str()))
            .collect();
        let mut url = url.clone();
        url.query_pairs_mut()
            .clear()
            .extend_pairs(kept)
            .append_pair("prompt", "none")
            .append_pair("login_hint", PracticeTenant::owner_login());
        HeadlessBrowser::new().open(&url).await
    }
}
