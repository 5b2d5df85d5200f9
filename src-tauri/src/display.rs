//! Whether there is a display to open a window on, asked before the toolkit panics over it.

/// There is none.
#[derive(Debug, thiserror::Error)]
#[error(
    "there is no display to open a window on (neither WAYLAND_DISPLAY nor DISPLAY is set). \
     `cargo xtask run` opens the window in a virtual one."
)]
pub struct NoDisplay;

/// # Errors
/// [`NoDisplay`] on a system that needs one and has none.
pub fn require() -> Result<(), NoDisplay> {
    let needed = cfg!(all(unix, not(target_os = "macos")));
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if needed && !is_set("WAYLAND_DISPLAY") && !is_set("DISPLAY") {
        Err(NoDisplay)
    } else {
        Ok(())
    }
}
