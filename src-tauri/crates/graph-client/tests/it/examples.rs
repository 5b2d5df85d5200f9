//! The programs that a user of the crate would copy.

use std::process::Command;

#[test]
fn renewing_nothing_is_a_wrong_use_and_no_success() {
    // target/debug/deps/it-… lies beside the folder of the examples.
    let this = std::env::current_exe().unwrap();
    let programs = this.ancestors().nth(2).unwrap().join("examples");
    let mut renew = Command::new(programs.join("renew_groups"));
    renew.args(["--graph", "http://127.0.0.1:9", "--token", "none"]);

    let outcome = renew.output().unwrap();

    assert_eq!(outcome.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&outcome.stderr).contains("--first"));
}
