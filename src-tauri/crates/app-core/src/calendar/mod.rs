//! The calendar: a range of events, one event, and what changes them.
