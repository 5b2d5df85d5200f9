//! Names of groups as a company gives them: teams, projects, sites, clubs, in
//! several languages and scripts.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

/// Teams and departments, each once before any is numbered.
const TEAMS: &[(&str, &str)] = &[
    ("Finance Leadership", "finance-leadership"),
    ("Ventas Latinoamérica", "ventas-latam"),
    ("Équipe Recherche & Développement", "equipe-rd"),
    ("Qualitätssicherung Süd", "qualitaet-sued"),
    ("فريق المبيعات", "sales-mena"),
    ("צוות פיתוח", "pituach"),
    ("Ομάδα Υποστήριξης", "support-gr"),
    ("Команда підтримки", "support-ua"),
    ("市场营销团队", "marketing-cn"),
    ("採用チーム", "recruiting-jp"),
    ("디자인 스튜디오", "design-studio-kr"),
    ("ग्राहक सहायता", "customer-care-in"),
    ("Legal & Compliance", "legal"),
    ("People Partners", "people-partners"),
    ("Customer Success EMEA", "success-emea"),
    ("Zespół Logistyki Łódź", "logistyka-lodz"),
    ("Đội Kỹ thuật Hà Nội", "ky-thuat-hn"),
    ("IT Help Desk", "it-helpdesk"),
];

const PROJECTS: &[&str] = &[
    "Aurora",
    "Granite",
    "Lighthouse",
    "Meridian",
    "Juniper",
    "Kestrel",
    "Atlas",
    "Sardine",
    "Halcyon",
    "Obsidian",
    "Saffron",
    "Tundra",
];

const SITES: &[(&str, &str)] = &[
    ("Osaka", "osaka"),
    ("Łódź", "lodz"),
    ("Beirut", "beirut"),
    ("Lyon", "lyon"),
    ("München", "muenchen"),
    ("Pune", "pune"),
    ("São Paulo", "sao-paulo"),
    ("Αθήνα", "athina"),
    ("Reykjavík", "reykjavik"),
];

const CLUBS: &[(&str, &str)] = &[
    ("Running Club", "running"),
    ("Photo Walks 📷", "photo-walks"),
    ("Book Circle", "books"),
    ("Choir", "choir"),
    ("Board Games", "board-games"),
    ("Parents Network", "parents"),
    ("Allotment Gardeners", "allotment"),
    ("Chess", "chess"),
];

/// A name, an alias and a description; `index` keeps aliases unique.
pub(super) fn name(index: usize, rng: &mut ChaCha8Rng) -> (String, String, Option<String>) {
    if let Some((name, alias)) = TEAMS.get(index) {
        return (
            (*name).to_owned(),
            (*alias).to_owned(),
            Some(format!("Daily work of {name}.")),
        );
    }
    let site = SITES[rng.random_range(0..SITES.len())];
    match rng.random_range(0..10) {
        0..4 => project(index, rng),
        4..6 => {
            let name = format!("Site {} · Building {}", site.0, 1 + index % 40);
            (name, format!("site-{}-{index}", site.1), None)
        }
        6..8 => {
            let club = CLUBS[rng.random_range(0..CLUBS.len())];
            let description = format!("Everybody in {} is welcome.", site.0);
            (
                format!("{} {}", club.0, site.0),
                format!("{}-{}-{index}", club.1, site.1),
                Some(description),
            )
        }
        _ => {
            let team = TEAMS[rng.random_range(0..TEAMS.len())];
            (
                format!("{} {}", team.0, 2 + index % 30),
                format!("{}-{index}", team.1),
                None,
            )
        }
    }
}

fn project(index: usize, rng: &mut ChaCha8Rng) -> (String, String, Option<String>) {
    const PHASES: &[&str] = &[
        "Core team",
        "Steering group",
        "Rollout",
        "Suppliers",
        "Launch",
        "Archive",
    ];
    let project = PROJECTS[rng.random_range(0..PROJECTS.len())];
    let phase = PHASES[rng.random_range(0..PHASES.len())];
    let year = 2021 + rng.random_range(0..6);
    let name = format!("Project {project} {year} – {phase}");
    let alias = format!("{}-{year}-{index}", project.to_lowercase());
    (name, alias, Some(format!("{phase} of {project}, {year}.")))
}
