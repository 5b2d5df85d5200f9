//! Names of people, in the scripts that people write them in, with the Latin
//! spelling that their sign-in name is made of.

/// One language's names: native spelling, Latin spelling.
pub(super) struct Culture {
    pub(super) language: &'static str,
    pub(super) family_first: bool,
    pub(super) given: &'static [(&'static str, &'static str)],
    pub(super) surnames: &'static [(&'static str, &'static str)],
}

const fn culture(
    language: &'static str,
    given: &'static [(&'static str, &'static str)],
    surnames: &'static [(&'static str, &'static str)],
) -> Culture {
    Culture {
        language,
        family_first: false,
        given,
        surnames,
    }
}

/// Every language that the company's people have names in.
pub(super) const CULTURES: &[Culture] = &[
    culture(
        "en-GB",
        &[
            ("Alice", "alice"),
            ("Siobhán", "siobhan"),
            ("Oliver", "oliver"),
            ("Grace", "grace"),
            ("Noah", "noah"),
        ],
        &[
            ("O’Brien", "obrien"),
            ("Clarke", "clarke"),
            ("Whitfield", "whitfield"),
            ("Ng", "ng"),
            ("Okafor", "okafor"),
        ],
    ),
    culture(
        "de-DE",
        &[
            ("Jürgen", "juergen"),
            ("Änne", "aenne"),
            ("Lukas", "lukas"),
            ("Sören", "soeren"),
            ("Käthe", "kaethe"),
        ],
        &[
            ("Müller", "mueller"),
            ("Weiß", "weiss"),
            ("von der Heide", "vonderheide"),
            ("Schröder", "schroeder"),
        ],
    ),
    culture(
        "fr-FR",
        &[
            ("Chloé", "chloe"),
            ("François", "francois"),
            ("Zoë", "zoe"),
            ("Étienne", "etienne"),
            ("Maël", "mael"),
        ],
        &[
            ("Lefèvre", "lefevre"),
            ("d’Aubigné", "daubigne"),
            ("Bœuf", "boeuf"),
            ("Garçon", "garcon"),
        ],
    ),
    culture(
        "pl-PL",
        &[
            ("Łukasz", "lukasz"),
            ("Małgorzata", "malgorzata"),
            ("Świętosława", "swietoslawa"),
            ("Paweł", "pawel"),
        ],
        &[
            ("Wójcik", "wojcik"),
            ("Żółć", "zolc"),
            ("Kowalczyk", "kowalczyk"),
            ("Dąbrowska", "dabrowska"),
        ],
    ),
    culture(
        "vi-VN",
        &[
            ("Thị Ngọc Ánh", "anh"),
            ("Đức", "duc"),
            ("Hữu Phước", "phuoc"),
            ("Quỳnh", "quynh"),
        ],
        &[
            ("Nguyễn", "nguyen"),
            ("Trần", "tran"),
            ("Đặng", "dang"),
            ("Phạm", "pham"),
        ],
    ),
    culture(
        "ar-SA",
        &[
            ("ليلى", "layla"),
            ("يوسف", "yusuf"),
            ("فاطمة", "fatima"),
            ("عمر", "omar"),
            ("نور", "nour"),
        ],
        &[
            ("الحداد", "alhaddad"),
            ("المنصوري", "almansouri"),
            ("خليل", "khalil"),
            ("النجار", "alnajjar"),
        ],
    ),
    culture(
        "he-IL",
        &[
            ("נועה", "noa"),
            ("איתי", "itai"),
            ("שירה", "shira"),
            ("דוד", "david"),
        ],
        &[
            ("כהן", "cohen"),
            ("לוי", "levi"),
            ("בן־דוד", "bendavid"),
            ("אברהמי", "avrahami"),
        ],
    ),
    culture(
        "el-GR",
        &[
            ("Ελένη", "eleni"),
            ("Γιώργος", "giorgos"),
            ("Αγγελική", "angeliki"),
            ("Νίκος", "nikos"),
        ],
        &[
            ("Παπαδοπούλου", "papadopoulou"),
            ("Οικονόμου", "oikonomou"),
            ("Χατζής", "chatzis"),
        ],
    ),
    culture(
        "uk-UA",
        &[
            ("Олена", "olena"),
            ("Богдан", "bohdan"),
            ("Їжакевич-Юлія", "yuliia"),
            ("Тарас", "taras"),
        ],
        &[
            ("Шевченко", "shevchenko"),
            ("Ковальчук", "kovalchuk"),
            ("Лисенко", "lysenko"),
        ],
    ),
    Culture {
        language: "zh-CN",
        family_first: true,
        given: &[
            ("雅婷", "yating"),
            ("志强", "zhiqiang"),
            ("欣怡", "xinyi"),
            ("伟", "wei"),
        ],
        surnames: &[
            ("王", "wang"),
            ("欧阳", "ouyang"),
            ("陈", "chen"),
            ("林", "lin"),
        ],
    },
    Culture {
        language: "ja-JP",
        family_first: true,
        given: &[
            ("さくら", "sakura"),
            ("健太", "kenta"),
            ("美咲", "misaki"),
            ("翔", "sho"),
        ],
        surnames: &[
            ("佐藤", "sato"),
            ("渡邉", "watanabe"),
            ("髙橋", "takahashi"),
            ("鈴木", "suzuki"),
        ],
    },
    Culture {
        language: "ko-KR",
        family_first: true,
        given: &[
            ("서연", "seoyeon"),
            ("민준", "minjun"),
            ("지우", "jiwoo"),
            ("하은", "haeun"),
        ],
        surnames: &[
            ("김", "kim"),
            ("박", "park"),
            ("최", "choi"),
            ("황보", "hwangbo"),
        ],
    },
    culture(
        "hi-IN",
        &[
            ("आरव", "aarav"),
            ("प्रिया", "priya"),
            ("अनन्या", "ananya"),
            ("रोहन", "rohan"),
        ],
        &[
            ("शर्मा", "sharma"),
            ("गुप्ता", "gupta"),
            ("चौधरी", "chaudhary"),
            ("अय्यर", "iyer"),
        ],
    ),
    culture(
        "tr-TR",
        &[
            ("İrem", "irem"),
            ("Çağlar", "caglar"),
            ("Şule", "sule"),
            ("Işıl", "isil"),
        ],
        &[
            ("Yılmaz", "yilmaz"),
            ("Özgür", "ozgur"),
            ("Güneş", "gunes"),
            ("Doğan", "dogan"),
        ],
    ),
];

/// What people do.
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Account manager", "Sales"),
    ("Site engineer", "Operations"),
    ("Financial controller", "Finance"),
    ("Researcher", "Research"),
    ("People partner", "People"),
    ("Product designer", "Design"),
    ("Legal counsel", "Legal"),
    ("Software engineer", "Engineering"),
    ("Facilities lead", "Operations"),
    ("Communications lead", "Communications"),
];

/// Where people work.
pub(super) const OFFICES: &[&str] = &[
    "Łódź",
    "Lyon",
    "Osaka",
    "Beirut",
    "Αθήνα",
    "Hà Nội",
    "München",
    "서울",
    "Pune",
];

/// The state or province of an office, and its country or region.
pub(super) fn place_of(office: &str) -> Option<(&'static str, &'static str)> {
    let places = [
        ("Łódź", ("Łódzkie", "Poland")),
        ("Lyon", ("Auvergne-Rhône-Alpes", "France")),
        ("Osaka", ("Osaka", "Japan")),
        ("Beirut", ("Beirut", "Lebanon")),
        ("Αθήνα", ("Attica", "Greece")),
        ("Hà Nội", ("Hà Nội", "Vietnam")),
        ("München", ("Bayern", "Germany")),
        ("서울", ("Seoul", "South Korea")),
        ("Pune", ("Maharashtra", "India")),
    ];
    let found = places.into_iter().find(|(known, _)| *known == office);
    found.map(|(_, place)| place)
}
