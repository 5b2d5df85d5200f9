//! The sensitivity labels that the company has for its groups. Whether groups have them at all is a matter of
//! `policy`; they were published elsewhere and do not change.

/// One label.
#[derive(Debug)]
pub(crate) struct Label {
    pub(crate) id: &'static str,
    pub(crate) display_name: &'static str,
}

/// All of them, the least sensitive first.
pub(crate) const LABELS: [Label; 3] = [
    Label {
        id: "8f2c1a5e-6d0b-4e37-9a41-0c5be7d1f201",
        display_name: "General",
    },
    Label {
        id: "8f2c1a5e-6d0b-4e37-9a41-0c5be7d1f202",
        display_name: "Confidential",
    },
    Label {
        id: "8f2c1a5e-6d0b-4e37-9a41-0c5be7d1f203",
        display_name: "Highly Confidential",
    },
];

/// The label with this id.
pub(crate) fn by_id(id: &str) -> Option<&'static Label> {
    LABELS
        .iter()
        .find(|label| label.id.eq_ignore_ascii_case(id))
}

/// The label of a drawn group: two thirds have one, and which follows from the group's place alone.
pub(super) fn drawn(index: usize) -> Option<&'static Label> {
    LABELS.get(index % 7 / 2).filter(|_| index % 7 < 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_groups_have_every_label_and_some_have_none() {
        let names = |label: Option<&Label>| label.map(|label| label.display_name);
        let drawn = (0..7).map(|index| names(drawn(index))).collect::<Vec<_>>();
        for label in LABELS {
            assert!(drawn.contains(&Some(label.display_name)));
        }
        assert!(drawn.contains(&None));
    }

    #[test]
    fn a_label_is_found_by_its_id_in_any_case() {
        let [general, ..] = LABELS;
        let found = by_id(&general.id.to_uppercase()).map(|label| label.id);
        assert_eq!(found, Some(general.id));
        assert!(by_id("General").is_none());
    }
}
