//! People: who is in a group, finding them, checking lists of them, comparing groups, their photos.
//!
//! Deliberately elsewhere: putting people into groups and taking them out (`changes`).

mod check;
mod compare;
mod find;
mod hidden;
mod known;
mod lists;
mod matrix;
mod members;
mod person;
mod photos;
mod suggestions;

pub(crate) use check::{Checks, is_address};
pub(crate) use known::PeopleList;
pub(crate) use lists::Lists;
