//! The application in a real window, driven as a person would: by what is written on things.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::{Value, json};
use thirtyfour::{Capabilities, Key, WebDriver, WebElement};
use tokio::process::{Child, Command};

use crate::Desk;
use crate::process::{self, GLANCE, PATIENCE};

/// Finds a thing by its role and the name that assistive technology reads out; prefers the visible.
const FIND: &str = r#"
const [roles, name] = arguments;
const read = (e) => {
    const copy = e.cloneNode(true);
    copy.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove());
    return copy.textContent;
};
const labels = (e) => (e.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
const named = (e) => (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || labels(e) || read(e)).replace(/\s+/g, ' ').trim();
const seen = (e) => e.checkVisibility ? e.checkVisibility() : true;
const all = [...document.querySelectorAll(roles)].filter(seen);
return all.find((e) => named(e) === name) ?? all.find((e) => named(e).startsWith(name))
    ?? all.find((e) => ['row', 'option'].includes(e.getAttribute('role')) && named(e).includes(name)) ?? null;
"#;

/// Where a thing is: what is still moving is not clicked, since the click would land beside it.
const PLACE: &str = "const { x, y, width, height } = arguments[0].getBoundingClientRect(); return [x, y, width, height].join();";

/// Puts a text into a field as the clipboard does, all at once; in one breath with giving it the keys, which
/// something that closes meanwhile may take back. Says whether the field had them.
const PASTE: &str = "
const [field, text, over] = arguments;
field.focus();
if (document.activeElement !== field) return false;
if (over) document.execCommand('selectAll');
document.execCommand('insertText', false, text);
return true;";

/// Gives a field that is not typed into (a date, a choice) its value.
const PUT: &str = "
const [field, value] = arguments;
Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));";

/// Chooses a file, as the system's dialog does.
const CHOOSE: &str = "
const [name, content] = arguments;
const field = document.querySelector('input[type=file]');
const chosen = new DataTransfer();
chosen.items.add(new File([content], name, { type: 'text/plain' }));
field.files = chosen.files;
field.dispatchEvent(new Event('change', { bubbles: true }));";

/// Everything that is to be read in frames.
const FRAMED: &str = "return [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.body?.innerText ?? '').join('\\n')";

/// Drops a file, as the pointer does that brings it from another window.
const DROP: &str = "
const [name, content] = arguments;
const dataTransfer = new DataTransfer();
dataTransfer.items.add(new File([content], name));
for (const type of ['dragenter', 'dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));";

/// Whether the menu of a name is open.
const MENU_OPEN: &str = "return [...document.querySelectorAll('[role=menu]')].some((menu) => menu.getAttribute('aria-label') === arguments[0])";

/// How long a menu may take to open.
const MOMENT: Duration = Duration::from_secs(5);

/// How long a start may take before it counts as lost, and how many there are.
const START: Duration = Duration::from_secs(25);
const STARTS: u32 = 3;

const SETTLED: &str = "return document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null";

const CLICKABLE: &str = "button, a, [role=button], [role=menuitem], [role=tab], [role=option], [role=radio], [role=row], input[type=radio], input[type=checkbox], [role=switch]";
const EDITABLE: &str = "input, textarea, select, [role=combobox], [role=textbox]";

/// A running application.
#[derive(Debug)]
pub struct Window {
    // Dropped first: a driver that is gone is not asked politely for the end of its session.
    _program: Child,
    driver: WebDriver,
    data: String,
}

impl Window {
    /// Starts the application on `desk`, with its things in the desk's data folder.
    ///
    /// # Errors
    /// When the application or its driver does not start.
    pub async fn open(desk: &Desk, arguments: &[&str]) -> anyhow::Result<Self> {
        // The driver now and then never hears of the window that it has opened: then another one is asked.
        for _ in 1..STARTS {
            match tokio::time::timeout(START, Self::open_once(desk, arguments)).await {
                Ok(opened) => return opened,
                Err(_) => {
                    let data = desk.data().display().to_string();
                    process::kill(&data)?;
                    process::ended(&data).await?;
                }
            }
        }
        Self::open_once(desk, arguments).await
    }

    async fn open_once(desk: &Desk, arguments: &[&str]) -> anyhow::Result<Self> {
        let port = process::free_port()?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.stdout(Stdio::null()).stderr(Stdio::null());
        desk.seat(&mut command);
        let program = process::start(command)?;
        process::listening(port).await?;

        let data = desk.data().display().to_string();
        let mut all = vec!["--data-dir", data.as_str()];
        all.extend(arguments);
        let mut capabilities = Capabilities::new();
        capabilities.set(
            "webkitgtk:browserOptions",
            json!({ "binary": process::built("tenure")?, "args": all }),
        )?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        Ok(Self {
            driver,
            data,
            _program: program,
        })
    }

    /// Clicks what is called `name`, once it is there and can be clicked.
    ///
    /// # Errors
    /// When there is no such thing in time.
    pub async fn click(&self, name: &str) -> anyhow::Result<()> {
        self.click_among(CLICKABLE, name).await
    }

    async fn click_among(&self, roles: &str, name: &str) -> anyhow::Result<()> {
        let attempt = async {
            loop {
                let found = self.find(roles, name).await?;
                // Otherwise it was drawn anew meanwhile, or is covered.
                if self.stands_still(&found).await && found.click().await.is_ok() {
                    return anyhow::Ok(());
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        match tokio::time::timeout(PATIENCE, attempt).await {
            Ok(clicked) => clicked,
            Err(_) => anyhow::bail!(
                "\"{name}\" could not be clicked; the window shows:\n{}",
                self.text().await?
            ),
        }
    }

    /// Whether a thing is at one place at two glances.
    async fn stands_still(&self, element: &WebElement) -> bool {
        let Ok(element) = element.to_json() else {
            return false;
        };
        let place = || self.script(PLACE, vec![element.clone()]);
        let Ok(before) = place().await else {
            return false;
        };
        tokio::time::sleep(GLANCE).await;
        place().await.is_ok_and(|after| after == before)
    }

    /// Puts `text` into the field that is called `name`, in place of what is there.
    ///
    /// # Errors
    /// When there is no such field in time, or it does not take the keys.
    pub async fn fill(&self, name: &str, text: &str) -> anyhow::Result<()> {
        self.put_text(name, text, true).await
    }

    /// Pastes `text` into the field that is called `name`, behind what is there.
    ///
    /// # Errors
    /// When there is no such field in time, or it does not take the keys.
    pub async fn paste(&self, name: &str, text: &str) -> anyhow::Result<()> {
        self.put_text(name, text, false).await
    }

    async fn put_text(&self, name: &str, text: &str, over: bool) -> anyhow::Result<()> {
        let attempt = async {
            loop {
                let field = self.find(EDITABLE, name).await?;
                let arguments = vec![field.to_json()?, json!(text), json!(over)];
                // It was drawn anew between the look and the script, or another thing took the keys.
                if matches!(self.script(PASTE, arguments).await, Ok(Value::Bool(true))) {
                    return anyhow::Ok(());
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        tokio::time::timeout(PATIENCE, attempt)
            .await
            .with_context(|| format!("the field \"{name}\" does not take the keys"))?
    }

    /// Gives the field that is called `name` a value: a date, a time, a choice.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn put(&self, name: &str, value: &str) -> anyhow::Result<()> {
        let field = self.find(EDITABLE, name).await?;
        self.script(PUT, vec![field.to_json()?, json!(value)])
            .await?;
        Ok(())
    }

    /// Chooses a file with `content` where a file is asked for.
    ///
    /// # Errors
    /// When none is asked for.
    pub async fn choose_file(&self, name: &str, content: &str) -> anyhow::Result<()> {
        self.script(CHOOSE, vec![json!(name), json!(content)])
            .await?;
        Ok(())
    }

    /// Opens another place of the application by its address.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn go_to(&self, place: &str) -> anyhow::Result<()> {
        let go = "location.hash = arguments[0]";
        self.script(go, vec![json!(place)]).await?;
        Ok(())
    }

    /// Everything that is to be read in the frames of strangers' texts.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn framed(&self) -> anyhow::Result<String> {
        let text = self.script(FRAMED, vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Drops a file with `content` on the window.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn drop_file(&self, name: &str, content: &str) -> anyhow::Result<()> {
        self.script(DROP, vec![json!(name), json!(content)]).await?;
        Ok(())
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn press(&self, key: Key) -> anyhow::Result<()> {
        self.driver
            .action_chain()
            .send_keys(String::from(key.value()))
            .perform()
            .await?;
        Ok(())
    }

    /// Types where the focus is: keys that decide, or words.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn types(&self, keys: &str) -> anyhow::Result<()> {
        self.driver.action_chain().send_keys(keys).perform().await?;
        Ok(())
    }

    /// Opens a tab of the screen: the navigation may have a place of the same name.
    ///
    /// # Errors
    /// When there is no such tab in time.
    pub async fn tab(&self, name: &str) -> anyhow::Result<()> {
        let opened = async {
            loop {
                self.click_among("[role=tab]", name).await?;
                // It was drawn anew, or has moved, between the look and the click.
                let tab = self.find("[role=tab]", name).await?;
                if tab.attr("aria-selected").await?.as_deref() == Some("true") {
                    return anyhow::Ok(());
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        tokio::time::timeout(PATIENCE, opened)
            .await
            .with_context(|| format!("the tab \"{name}\" did not open"))?
    }

    /// Whether the menu that is called `name` is open, or opens within a moment.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn opens_menu(&self, name: &str) -> anyhow::Result<bool> {
        let look = async {
            loop {
                if self.script(MENU_OPEN, vec![json!(name)]).await? == json!(true) {
                    return anyhow::Ok(());
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        match tokio::time::timeout(MOMENT, look).await {
            Ok(looked) => looked.map(|()| true),
            Err(_) => Ok(false),
        }
    }

    /// Waits until `text` is to be read in the window.
    ///
    /// # Errors
    /// When it is not in time; the error quotes what was there.
    pub async fn shows(&self, text: &str) -> anyhow::Result<()> {
        self.until(&format!("\"{text}\" is shown"), |seen| seen.contains(text))
            .await
    }

    /// Waits until what is to be read in the window satisfies `holds`.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until(&self, what: &str, holds: impl Fn(&str) -> bool) -> anyhow::Result<()> {
        let mut seen = String::new();
        let look = async {
            loop {
                seen = self.text().await.unwrap_or_default();
                if holds(&seen) {
                    return;
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        let came = tokio::time::timeout(PATIENCE, look).await.is_ok();
        anyhow::ensure!(
            came,
            "it did not come about that {what}; the window shows:\n{seen}"
        );
        Ok(())
    }

    /// Everything that is to be read in the window.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn text(&self) -> anyhow::Result<String> {
        Ok(self
            .script("return document.body.innerText", vec![])
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Runs a script in the page, as the page itself could.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Runs a script in the page that calls its last argument with the result.
    ///
    /// # Errors
    /// When it throws, or never calls back.
    pub async fn script_async(&self, script: &str) -> anyhow::Result<Value> {
        Ok(self
            .driver
            .execute_async(script, vec![])
            .await?
            .json()
            .clone())
    }

    /// Gives the window a size, in pixels.
    ///
    /// # Errors
    /// When it does not take it.
    pub async fn size(&self, width: u32, height: u32) -> anyhow::Result<()> {
        self.driver.set_window_rect(0, 0, width, height).await?;
        Ok(())
    }

    /// Saves a picture of the window.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn picture(&self, file: &Path) -> anyhow::Result<()> {
        self.driver.screenshot(file).await?;
        Ok(())
    }

    /// The thing that is called `name`, once it is there.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn find(&self, roles: &str, name: &str) -> anyhow::Result<WebElement> {
        let look = async {
            loop {
                let found = self
                    .driver
                    .execute(FIND, vec![json!(roles), json!(name)])
                    .await;
                if let Ok(element) = found.and_then(|found| found.element()) {
                    return element;
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        match tokio::time::timeout(PATIENCE, look).await {
            Ok(element) => Ok(element),
            Err(_) => anyhow::bail!(
                "there is nothing called \"{name}\"; the window shows:\n{}",
                self.text().await?
            ),
        }
    }

    /// Whether something that can be clicked is called `name` at this moment.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn offers(&self, name: &str) -> anyhow::Result<bool> {
        let found = self
            .driver
            .execute(FIND, vec![json!(CLICKABLE), json!(name)])
            .await?;
        Ok(found.element().is_ok())
    }

    /// Ends the application as `kill -9` does.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn kill(self) -> anyhow::Result<()> {
        process::kill(&self.data)?;
        process::ended(&self.data).await?;
        // Nobody is left who could end the session, and asking waits long for an answer.
        self.driver.leak()?;
        Ok(())
    }

    /// Closes the window, and waits until the application has ended with it: one that still runs would be
    /// brought forward by the next start.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn close(self) -> anyhow::Result<()> {
        self.driver
            .quit()
            .await
            .context("the window did not close")?;
        process::ended(&self.data).await
    }

    /// Waits until the application has ended by itself.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ends(self) -> anyhow::Result<()> {
        let ended = process::ended(&self.data).await;
        self.driver.leak()?;
        ended
    }

    /// Waits until the screen is there with its heading, and nothing of it is being loaded.
    ///
    /// # Errors
    /// When that does not come about in time.
    pub async fn settles(&self) -> anyhow::Result<()> {
        let look = async {
            while !matches!(self.script(SETTLED, vec![]).await, Ok(Value::Bool(true))) {
                tokio::time::sleep(GLANCE).await;
            }
        };
        tokio::time::timeout(PATIENCE, look)
            .await
            .context("the screen did not settle")
    }
}
