//! The tables, as steps from one version to the next. A step that has been released never changes.

use sqlite_file::{Durability, Newer, Schema, Step};

/// An intent must be on the disk before its request leaves, and damage be known before a job runs.
pub(super) const SCHEMA: Schema = Schema {
    steps: &[Step::of(JOBS_AND_ITEMS), Step::of(DRAFTS)],
    durability: Durability::Full,
    checked: true,
    newer: Newer::Refused,
};

const JOBS_AND_ITEMS: &str = "
CREATE TABLE jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    undo_of TEXT,
    undo INTEGER NOT NULL,
    cancel_asked INTEGER NOT NULL DEFAULT 0,
    stopped TEXT,
    sequence INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX jobs_unfinished ON jobs (state) WHERE state NOT IN ('cancelled', 'finished');
CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    op TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    object TEXT,
    object_name TEXT,
    lane TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    before TEXT,
    after TEXT,
    outcome TEXT,
    sent_at INTEGER,
    settled_at INTEGER,
    undoes_job TEXT,
    undoes_item INTEGER,
    undone_by TEXT,
    -- The names, folded, to be searched.
    words TEXT NOT NULL,
    -- Rises from one item that is acted on to the next, whatever the clock does.
    turn INTEGER,
    UNIQUE (job, position)
) STRICT;
CREATE INDEX items_by_state ON items (job, state);
CREATE INDEX items_to_send ON items (job, lane, position) WHERE state = 'planned';
CREATE INDEX items_by_turn ON items (turn) WHERE turn IS NOT NULL;
CREATE INDEX items_by_subject ON items (subject, turn) WHERE turn IS NOT NULL;
";

const DRAFTS: &str = "
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL,
    content TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    stage TEXT NOT NULL,
    sent_at INTEGER,
    error TEXT
) STRICT;
CREATE INDEX drafts_by_group ON drafts (group_id, changed_at);
CREATE TABLE draft_files (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (draft, id)
) STRICT;
";
