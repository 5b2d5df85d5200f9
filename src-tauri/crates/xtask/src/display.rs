//! Displays: whether there is one, and a virtual one where there is none or where no window should pop up.

use crate::steps::Step;

/// A screen of 1440 by 900 points, which leaves the window its own size.
const XVFB_RUN: &[&str] = &[
    "xvfb-run",
    "--auto-servernum",
    "--server-args=-screen 0 1440x900x24 -nolisten tcp",
];

/// Whether a window has nowhere to open. macOS and Windows always have a display.
pub(crate) fn is_absent() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "linux") && !is_set("WAYLAND_DISPLAY") && !is_set("DISPLAY")
}

/// Lets the step open its windows on a virtual display, on the systems that can have one.
pub(crate) fn virtual_for(step: Step) -> Step {
    if cfg!(target_os = "linux") {
        step.wrapped_in(XVFB_RUN)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
    } else {
        step
    }
}
