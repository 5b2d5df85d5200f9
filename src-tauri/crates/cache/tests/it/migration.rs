//! Files of earlier versions.

use cache::{Cache, FavoriteRecord, FavoriteSource};
use rusqlite::Connection;

use crate::{group, noon, owned};

/// A file as version 1 wrote it.
const VERSION_1: &str = r#"
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE groups (
    id TEXT PRIMARY KEY, owned INTEGER NOT NULL, member INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE TABLE favorites (group_id TEXT PRIMARY KEY, marked INTEGER, source TEXT NOT NULL) STRICT;
CREATE TABLE people (group_id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
INSERT INTO meta VALUES ('as_of', '"2026-11-23T12:00:00Z"');
INSERT INTO groups VALUES ('00000000-0000-0000-0000-000000000001', 1, 0,
    '{"id":"00000000-0000-0000-0000-000000000001","displayName":"Known","groupTypes":["Unified"]}');
INSERT INTO groups VALUES ('00000000-0000-0000-0000-000000000002', 1, 0, '{"unreadable":true}');
INSERT INTO favorites VALUES ('00000000-0000-0000-0000-000000000001', 1, 'sent');
INSERT INTO favorites VALUES ('00000000-0000-0000-0000-000000000003', NULL, 'untold');
PRAGMA user_version = 1;
"#;

#[test]
fn what_version_1_knew_is_carried_over_and_can_be_searched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.sqlite");
    Connection::open(&path)
        .unwrap()
        .execute_batch(VERSION_1)
        .unwrap();

    for start in ["the first start", "the next start"] {
        let opened = Cache::open(&path).unwrap();
        let cache = opened.cache;

        assert_eq!(opened.set_aside, None, "{start}");
        let favorites = cache.favorites().unwrap();
        let sent = FavoriteRecord {
            marked: Some(true),
            source: FavoriteSource::Sent,
        };
        assert_eq!(favorites.get(&group(1, "").id), Some(&sent), "{start}");
        let untold = FavoriteRecord {
            marked: None,
            source: FavoriteSource::Untold,
        };
        assert_eq!(favorites.get(&group(3, "").id), Some(&untold), "{start}");
        assert_eq!(cache.as_of().unwrap(), Some(noon()), "{start}");
        let known = owned(1, "Known");
        assert_eq!(cache.group(&known.group.id).unwrap().as_ref(), Some(&known));
        assert_eq!(cache.search_groups("kno", 9).unwrap(), [known.group.id]);
    }
}
