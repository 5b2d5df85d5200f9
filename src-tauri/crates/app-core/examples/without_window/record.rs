//! How many requests a step took, by the practice tenant's record: a line a request.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;
use std::time::Instant;

use serde::Serialize;

/// What a step was about.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Done {
    /// The size of each collection that had to be read.
    pub(crate) read: Vec<usize>,
    /// How many people were added.
    pub(crate) added: usize,
    /// How many groups were renewed.
    pub(crate) renewed: usize,
    /// How many groups were read, each by itself.
    pub(crate) read_back: usize,
    /// How many of the changes were throttled, and go again after a second.
    pub(crate) throttled: usize,
}

/// What a step took.
#[derive(Debug, Serialize)]
pub(crate) struct Taken {
    step: &'static str,
    milliseconds: u128,
    requests: usize,
    #[serde(flatten)]
    done: Done,
}

/// The file that the practice tenant appends to.
pub(crate) struct Record(PathBuf);

impl Record {
    pub(crate) fn new(file: PathBuf) -> Self {
        Self(file)
    }

    /// Takes a step. What is asked after its end does not count.
    pub(crate) async fn taken(
        &self,
        step: &'static str,
        work: impl Future<Output = anyhow::Result<Done>>,
    ) -> anyhow::Result<Taken> {
        let before = self.length()?;
        let began = Instant::now();
        let done = work.await?;
        let (milliseconds, after) = (began.elapsed().as_millis(), self.length()?);
        Ok(Taken {
            step,
            milliseconds,
            requests: self.lines(before, after)?,
            done,
        })
    }

    fn length(&self) -> std::io::Result<u64> {
        Ok(std::fs::metadata(&self.0)?.len())
    }

    fn lines(&self, from: u64, to: u64) -> std::io::Result<usize> {
        let mut file = File::open(&self.0)?;
        file.seek(SeekFrom::Start(from))?;
        let mut text = Vec::new();
        file.take(to - from).read_to_end(&mut text)?;
        Ok(text.iter().filter(|&&byte| byte == b'\n').count())
    }
}
