//! What a whole-application test needs: a desk of its own (display, bus, keychain, folders), the
//! application in a real window, a browser, and a practice tenant as a program.
//!
//! Everything a test starts ends with it. Deliberately elsewhere: what is asserted (`it/`).

mod browser;
mod desk;
mod practice;
mod process;
mod sign_in;
mod window;

pub use browser::Browser;
pub use desk::Desk;
pub use practice::{GROUPS, PracticeProgram};
pub use sign_in::{CLIENT_ID, accept, open_at, sign_in};
pub use thirtyfour::Key;
pub use window::Window;
