//! The file that keeps a tenant: a line with the blueprint of its world, then a
//! line for everything that changed since. A line is in the file before the
//! answer that acknowledges it, so that a killed tenant forgets nothing. At the
//! start the file is written anew without what was superseded.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::faults::KeptFaults;
use crate::graph::FavoriteReading;
use crate::tenant::Behavior;
use crate::world::{Blueprint, Change};

/// Of the form of the file and of the worlds that a blueprint draws.
const VERSION: u32 = 2;
/// The file is written anew when this much was appended, in bytes.
const COMPACT_AFTER: u64 = 8 * 1024 * 1024;

/// The first line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Header {
    version: u32,
    /// Changes whenever the world is drawn anew: links given out before end.
    pub(crate) epoch: String,
    pub(crate) blueprint: Blueprint,
}

/// Every other line.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Entry {
    Write(Change),
    /// By how many seconds the tenant's clock is ahead.
    Clock(i64),
    SignIn(Value),
    /// As an earlier version kept it.
    Favorites(FavoriteReading),
    Behavior(Behavior),
    Faults(KeptFaults),
}

/// What a file held.
pub(crate) struct Kept {
    pub(crate) header: Header,
    pub(crate) entries: Vec<Entry>,
}

/// Where changes go; nowhere, if the tenant has no file.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    target: Option<(PathBuf, File)>,
    appended: u64,
}

impl Header {
    pub(crate) fn new(epoch: String, blueprint: Blueprint) -> Self {
        Self {
            version: VERSION,
            epoch,
            blueprint,
        }
    }
}

/// Holds the file for this process until it is dropped.
///
/// # Errors
/// When another process holds it.
pub(crate) fn lock(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Beside the file itself, which is replaced whenever it is written anew.
    let file = File::create(beside(path, "lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(io::Error::new(
            io::ErrorKind::ResourceBusy,
            "another practice tenant uses it",
        )),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Reads a file. None if there is none, or none that can be used: that one is
/// kept beside it as `….damaged`.
pub(crate) fn read(path: &Path) -> io::Result<Option<Kept>> {
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut lines = text.lines();
    let header = lines
        .next()
        .and_then(|line| serde_json::from_str::<Header>(line).ok());
    let Some(header) = header.filter(|header| header.version == VERSION) else {
        let aside = beside(path, "damaged");
        tracing::warn!(kept = %aside.display(), "the state file cannot be used; a new tenant is made");
        fs::rename(path, aside)?;
        return Ok(None);
    };
    // The last line of a killed tenant may be half a line: it was never acknowledged.
    let entries = lines
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    Ok(Some(Kept {
        header,
        entries: newest(entries),
    }))
}

/// Without sign-in states, clocks and modes that later lines replace.
fn newest(entries: Vec<Entry>) -> Vec<Entry> {
    let (mut clock, mut sign_in, mut behavior, mut faults) = (None, None, None, None);
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        match entry {
            Entry::Write(_) => kept.push(entry),
            Entry::Clock(_) => clock = Some(entry),
            Entry::SignIn(_) => sign_in = Some(entry),
            Entry::Favorites(_) | Entry::Behavior(_) => behavior = Some(entry),
            Entry::Faults(_) => faults = Some(entry),
        }
    }
    kept.extend([clock, sign_in, behavior, faults].into_iter().flatten());
    kept
}

impl Journal {
    /// Starts a file anew with what is known, in place of the old one.
    pub(crate) fn create(path: &Path, header: &Header, entries: &[Entry]) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let fresh = beside(path, "new");
        let mut text = line(header)?;
        for entry in entries {
            text.extend(line(entry)?);
        }
        let mut file = File::create(&fresh)?;
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(&fresh, path)?;
        let file = OpenOptions::new().append(true).open(path)?;
        Ok(Self {
            target: Some((path.to_owned(), file)),
            appended: 0,
        })
    }

    /// The line is the operating system's when this returns: it survives the end
    /// of this process. Not the end of the machine: nothing here is worth a sync.
    pub(crate) fn append(&mut self, entry: &Entry) -> io::Result<()> {
        let Some((_, file)) = &mut self.target else {
            return Ok(());
        };
        let line = line(entry)?;
        file.write_all(&line)?;
        self.appended += line.len() as u64;
        if self.appended > COMPACT_AFTER {
            self.compact()
        } else {
            Ok(())
        }
    }

    fn compact(&mut self) -> io::Result<()> {
        let Some((path, _)) = &self.target else {
            return Ok(());
        };
        if let Some(kept) = read(path)? {
            *self = Self::create(path, &kept.header, &kept.entries)?;
        }
        Ok(())
    }

    /// Forgets everything but the blueprint and these entries.
    pub(crate) fn restart(&mut self, header: &Header, entries: &[Entry]) -> io::Result<()> {
        if let Some((path, _)) = &self.target {
            *self = Self::create(path, header, entries)?;
        }
        Ok(())
    }
}

fn line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}
