//! The window itself: its size over starts, a second start, and starts that come to nothing.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tenure_tests::{Desk, Window};

/// The application that runs on `data`: its program, and where it sits.
fn running(data: &Path) -> (OsString, HashMap<OsString, OsString>) {
    let programs = std::fs::read_dir("/proc").unwrap().flatten();
    let found = programs.map(|program| program.path()).find(|program| {
        let line = std::fs::read(program.join("cmdline")).unwrap_or_default();
        let mut words = line.split(|&byte| byte == 0);
        words.next().is_some_and(|name| name.ends_with(b"/tenure"))
            && words.any(|word| word == data.as_os_str().as_encoded_bytes())
    });
    let program = found.expect("the application runs");
    let environment = std::fs::read(program.join("environ")).unwrap();
    let variables = environment.split(|&byte| byte == 0).filter_map(|variable| {
        let at = variable.iter().position(|&byte| byte == b'=')?;
        let (name, value) = variable.split_at(at);
        Some((
            OsString::from_vec(name.to_vec()),
            OsString::from_vec(value[1..].to_vec()),
        ))
    });
    let executable = std::fs::read_link(program.join("exe")).unwrap();
    (executable.into_os_string(), variables.collect())
}

/// Starts the application once more beside the one that runs on `data`, and waits for its end.
async fn once_more(data: &Path, arguments: &[&str]) -> Output {
    let (program, mut environment) = running(data);
    environment.retain(|name, _| name != "TAURI_WEBVIEW_AUTOMATION");
    let mut command = Command::new(program);
    command.env_clear().envs(environment).args(arguments);
    tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap()
}

/// Starts the application on `data`, takes a picture, quits, and tells the picture's width and height.
async fn pictured(desk: &Desk, data: &Path, more: &[&str]) -> (u32, u32) {
    let (folder, picture) = (data.display().to_string(), desk.file("window.png"));
    let file = picture.display().to_string();
    let mut arguments = vec!["--data-dir", &folder, "--screenshot", &file];
    arguments.extend(more);
    let taken = once_more(&desk.data(), &arguments).await;
    let said = String::from_utf8_lossy(&taken.stderr).into_owned();
    assert!(taken.status.success(), "{said}");
    let png = std::fs::read(&picture).unwrap();
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn the_size_in_which_it_was_left_is_the_size_of_the_next_start() {
    let desk = Desk::new().await.unwrap();
    let window = Window::open(&desk, &[]).await.unwrap();
    window.settles().await.unwrap();
    let data = desk.file("other");
    let file = data.join("window.json");
    let kept = || -> Value { serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap() };

    let (width, height) = pictured(&desk, &data, &[]).await;
    let mut left = kept();
    assert_eq!(left["main"]["width"], json!(width));
    assert_eq!(left["main"]["height"], json!(height));
    left["main"]["width"] = json!(1100);
    left["main"]["height"] = json!(700);
    std::fs::write(&file, left.to_string()).unwrap();

    assert_eq!(pictured(&desk, &data, &[]).await, (1100, 700));
    assert_eq!(kept()["main"]["width"], json!(1100), "it is kept again");
    let for_once = pictured(&desk, &data, &["--size", "1000x650"]).await;
    assert_eq!(for_once, (1000, 650));
    assert_eq!(pictured(&desk, &data, &[]).await, (1100, 700));
    window.close().await.unwrap();
}

#[tokio::test]
async fn a_second_start_leaves_it_to_the_first_and_ends() {
    let desk = Desk::new().await.unwrap();
    let window = Window::open(&desk, &[]).await.unwrap();
    window.settles().await.unwrap();
    let data = desk.data().display().to_string();

    let second = once_more(&desk.data(), &["--data-dir", &data]).await;

    assert!(second.status.success());
    let seen = window.script("return document.visibilityState", vec![]);
    assert_eq!(seen.await.unwrap(), json!("visible"));
    window.close().await.unwrap();
}

#[tokio::test]
async fn a_start_that_cannot_keep_anything_says_why_and_does_not_panic() {
    let desk = Desk::new().await.unwrap();
    let window = Window::open(&desk, &[]).await.unwrap();
    window.settles().await.unwrap();

    let failed = once_more(&desk.data(), &["--data-dir", "/proc/nope"]).await;

    let said = String::from_utf8_lossy(&failed.stderr).into_owned();
    assert_eq!(failed.status.code(), Some(1), "{said}");
    assert!(said.contains("tenure: the folder /proc/nope"), "{said}");
    window.close().await.unwrap();
}

#[tokio::test]
async fn a_picture_goes_into_a_folder_that_it_makes_and_says_when_it_cannot() {
    let desk = Desk::new().await.unwrap();
    let window = Window::open(&desk, &[]).await.unwrap();
    window.settles().await.unwrap();
    let (data, picture) = (desk.file("other"), desk.file("new/folder/welcome.png"));
    let data = data.display().to_string();
    let arguments = |file: &str| ["--data-dir", &data, "--screenshot", file].map(str::to_owned);

    let there = arguments(&picture.display().to_string());
    let there: Vec<&str> = there.iter().map(String::as_str).collect();
    let taken = once_more(&desk.data(), &there).await;
    let said = String::from_utf8_lossy(&taken.stderr).into_owned();
    assert!(taken.status.success(), "{said}");
    assert!(std::fs::read(&picture).unwrap().starts_with(b"\x89PNG"));

    let nowhere = arguments("/proc/nope/welcome.png");
    let nowhere: Vec<&str> = nowhere.iter().map(String::as_str).collect();
    let failed = once_more(&desk.data(), &nowhere).await;
    let said = String::from_utf8_lossy(&failed.stderr).into_owned();
    assert_eq!(failed.status.code(), Some(1));
    assert!(said.contains("no picture was saved"), "{said}");
    window.close().await.unwrap();
}
