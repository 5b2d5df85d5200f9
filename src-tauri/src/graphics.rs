//! How the window is drawn where the computer has no graphics card, as in a virtual machine or over a remote desktop.
//!
//! WebKit's way of drawing is made for cards: without one it computes every layer as a card would, and then lays them
//! over each other in the same slow way, which takes several times as long as drawing the page at once.

use tauri::{Runtime, WebviewWindow};

/// Where Linux lists what can draw.
#[cfg(target_os = "linux")]
const CARDS: &str = "/dev/dri";

/// Has the window drawn in one go where no card would help. Other systems' web views decide that by themselves.
#[cfg(target_os = "linux")]
pub fn suit<R: Runtime>(window: &WebviewWindow<R>) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};

    if has_card(std::path::Path::new(CARDS)) {
        return;
    }
    let told = window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if let Err(error) = told {
        tracing::warn!(%error, "the window is drawn as if there were a graphics card");
    }
}

/// As above.
#[cfg(not(target_os = "linux"))]
pub fn suit<R: Runtime>(_window: &WebviewWindow<R>) {}

/// Whether a card can be asked to draw: it has a node for that beside the one for its displays.
#[cfg(target_os = "linux")]
fn has_card(cards: &std::path::Path) -> bool {
    let Ok(listed) = std::fs::read_dir(cards) else {
        return false;
    };
    listed
        .flatten()
        .any(|card| card.file_name().as_encoded_bytes().starts_with(b"renderD"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::has_card;

    #[test]
    fn a_display_without_anything_that_draws_is_no_card() {
        let cards = tempfile::tempdir().expect("a folder");
        assert!(!has_card(&cards.path().join("none")));
        std::fs::write(cards.path().join("card0"), "").expect("a display");
        assert!(!has_card(cards.path()));
        std::fs::write(cards.path().join("renderD128"), "").expect("a card");
        assert!(has_card(cards.path()));
    }
}
