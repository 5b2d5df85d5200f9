//! How long it takes to find groups while one types, over 10,000 and 100,000 groups.
//!
//! `cargo run --release -p cache --example search_latency` prints one line of JSON for each: the time for
//! keeping them, the size of the file, and the latency of the searches (milliseconds), of which the first one reads
//! what groups are called.
//! Searches are what people type: names letter by letter, parts of words, two words, words of other
//! scripts, words that nothing has.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use cache::{Cache, GroupRecord, Relation};
use jiff::Timestamp;
use serde_json::json;

const SEARCHES: usize = 4_000;

/// As many as a list shows at first.
const LIMIT: usize = 50;

const WORDS: &[&str] = &[
    "Finance",
    "Team",
    "Project",
    "Marketing",
    "Sales",
    "Europe",
    "North",
    "Quarterly",
    "Planning",
    "Research",
    "Design",
    "Operations",
    "Customer",
    "Support",
    "Engineering",
    "Platform",
    "Mobile",
    "Legal",
    "Compliance",
    "Travel",
    "Events",
    "Summer",
    "Board",
    "Office",
    "Building",
    "Safety",
    "Training",
    "Analytics",
    "Security",
    "Network",
    "Logistics",
    "Warehouse",
    "Équipe",
    "Vertrieb",
    "Geschäftsführung",
    "Análisis",
    "Zespół",
    "Łódź",
    "Команда",
    "Продажи",
    "Проект",
];

const CHINESE: &str = "東京大阪営業部開発企画人事総務経理広報法務研究所";
const ARABIC: &[&str] = &["مشروع", "التوسّع", "الإقليمي", "فريق", "المبيعات", "التسويق"];
const HEBREW: &[&str] = &["צוות", "שיווק", "מכירות", "פרויקט", "הנהלה"];

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    /// A word of nothing but syllables: names of products and places.
    fn coined(&mut self) -> String {
        const SYLLABLES: &[&str] = &[
            "ka", "lo", "mi", "ren", "tas", "vi", "zu", "bel", "dor", "quin",
        ];
        let syllables = 2 + self.below(2);
        (0..syllables).map(|_| self.of(SYLLABLES)).collect()
    }

    fn several(&mut self, words: &[&str], count: usize) -> String {
        let words: Vec<_> = (0..count).map(|_| self.of(words)).collect();
        words.join(" ")
    }

    fn name(&mut self) -> String {
        match self.below(10) {
            0 => {
                let letters: Vec<char> = CHINESE.chars().collect();
                (0..6).map(|_| letters[self.below(letters.len())]).collect()
            }
            1 => self.several(ARABIC, 3),
            2 => self.several(HEBREW, 2),
            _ => {
                let count = 1 + self.below(3);
                format!("{} {}", self.several(WORDS, count), self.coined())
            }
        }
    }
}

fn records(count: usize, numbers: &mut Numbers) -> Result<Vec<GroupRecord>, serde_json::Error> {
    (0..count)
        .map(|number| {
            let length = numbers.below(16);
            let alias = format!("{}{number}", numbers.coined());
            let group = serde_json::from_value(json!({
                "id": format!("00000000-0000-0000-0000-{number:012}"),
                "displayName": numbers.name(),
                "mailNickname": alias,
                "mail": format!("{alias}@contoso.example"),
                "description": numbers.several(WORDS, length),
                "groupTypes": ["Unified"],
            }))?;
            Ok(GroupRecord {
                group,
                relation: Relation::default(),
            })
        })
        .collect()
}

/// What somebody types who looks for one of the groups.
fn typed(records: &[GroupRecord], numbers: &mut Numbers) -> String {
    let record = &records[numbers.below(records.len())];
    let name = record.group.display_name.as_deref().unwrap_or_default();
    let letters: Vec<char> = name.chars().collect();
    let from = numbers.below(letters.len());
    let length = 1 + numbers.below(8);
    match numbers.below(8) {
        0..=3 => letters.iter().take(length).collect(),
        4 => letters.iter().skip(from).take(length).collect(),
        5 => {
            let words: Vec<_> = name.split(' ').rev().collect();
            words.join(" ")
        }
        6 => numbers.coined(),
        _ => numbers
            .of(&["zq", "zz", "鬱", "龍龍", "xylophone", "ж"])
            .to_owned(),
    }
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e5).round() / 100.0
}

fn measure(count: usize) -> Result<serde_json::Value, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("account.sqlite");
    let cache = Cache::open(&path)?.cache;
    let mut numbers = Numbers(2_026);
    let records = records(count, &mut numbers)?;
    let start = Instant::now();
    cache.replace_groups(&records, Timestamp::UNIX_EPOCH)?;
    let kept = start.elapsed();
    let start = Instant::now();
    cache.replace_groups(&records, Timestamp::UNIX_EPOCH)?;
    let kept_again = start.elapsed();
    let start = Instant::now();
    cache.search_groups("first", LIMIT)?;
    let first = start.elapsed();
    let mut times = Vec::with_capacity(SEARCHES);
    for _ in 0..SEARCHES {
        let text = typed(&records, &mut numbers);
        let start = Instant::now();
        cache.search_groups(&text, LIMIT)?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let at = |percent: usize| milliseconds(times[(times.len() - 1) * percent / 100]);
    Ok(json!({
        "groups": count,
        "searches": SEARCHES,
        "p50": at(50),
        "p95": at(95),
        "p99": at(99),
        "max": at(100),
        "first": milliseconds(first),
        "keeping": milliseconds(kept),
        "keepingUnchanged": milliseconds(kept_again),
        "fileBytes": fs::metadata(&path)?.len(),
    }))
}

fn main() -> Result<(), Box<dyn Error>> {
    for count in [10_000, 100_000] {
        println!("{}", measure(count)?);
    }
    Ok(())
}
