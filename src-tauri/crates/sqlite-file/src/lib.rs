//! A SQLite file that one crate owns: opened, checked, brought up to date step by step, and set aside when it
//! cannot be read, so that nothing in it is thrown away. Which tables are in it, and what is read and written, is
//! that crate's.

mod aside;
mod error;
mod open;
mod schema;

pub use error::SqliteFileError;
pub use open::Opened;
pub use schema::{Derive, Durability, Newer, Schema, Step};
