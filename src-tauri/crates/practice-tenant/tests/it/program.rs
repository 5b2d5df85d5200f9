//! The practice tenant as a program: its one line, and its end by force.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use reqwest::Client;
use serde_json::Value;

struct Program {
    child: Child,
    line: Value,
}

impl Program {
    fn start(state: &Path) -> Self {
        Self::of_size(state, "20")
    }

    fn of_size(state: &Path, groups: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_practice-tenant"))
            .args(["--listen", "127.0.0.1:0", "--groups", groups])
            .args(["--users", "40", "--seed", "9"])
            .arg("--state")
            .arg(state)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        Self {
            child,
            line: serde_json::from_str(&line).unwrap(),
        }
    }

    fn text(&self, name: &str) -> &str {
        self.line[name].as_str().unwrap()
    }

    async fn get(&self, path: &str) -> Value {
        let request = Client::builder().no_proxy().build().unwrap();
        let request = request.get(format!("{}{path}", self.text("graph")));
        request
            .bearer_auth(self.text("ownerToken"))
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[tokio::test]
async fn one_line_says_where_it_is_and_what_it_acknowledged_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.jsonl");
    let program = Program::start(&state);
    assert!(program.text("graph").ends_with("/v1.0"));
    assert!(
        program
            .text("control")
            .starts_with(program.text("authority"))
    );
    let list = "/me/ownedObjects/microsoft.graph.group?$select=id,renewedDateTime&$top=999";
    let groups = program.get(list).await;
    let group = groups["value"][4]["id"].as_str().unwrap().to_owned();
    let renew = format!("{}/groups/{group}/renew", program.text("graph"));
    let request = Client::builder().no_proxy().build().unwrap().post(renew);
    let status = request
        .bearer_auth(program.text("administratorToken"))
        .send()
        .await
        .unwrap()
        .status();
    assert_eq!(status.as_u16(), 204);
    let renewed = program
        .get(&format!("/groups/{group}?$select=renewedDateTime"))
        .await;
    drop(program);

    let again = Program::start(&state);
    assert_eq!(
        again
            .get(&format!("/groups/{group}?$select=renewedDateTime"))
            .await["renewedDateTime"],
        renewed["renewedDateTime"]
    );
    assert_eq!(groups["value"].as_array().unwrap().len(), 20);
}

#[test]
fn a_size_that_the_kept_tenant_does_not_have_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.jsonl");
    drop(Program::start(&state));
    let mut again = Program::of_size(&state, "30");
    let mut said = String::new();
    let stderr = again.child.stderr.as_mut().unwrap();
    BufReader::new(stderr).read_line(&mut said).unwrap();
    assert!(
        said.contains("20 groups") && said.contains("--groups"),
        "{said}"
    );
}

#[test]
fn an_address_that_cannot_be_used_is_said_on_one_line() {
    let output = Command::new(env!("CARGO_BIN_EXE_practice-tenant"))
        .args(["--listen", "192.0.2.1:1"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(
        said.contains("practice-tenant: cannot listen on 192.0.2.1:1"),
        "{said}"
    );
}
