//! Order hints: texts whose order is that of the things (planner-order-hint-format.md).

/// The least and the greatest letter of a hint.
const LEAST: u8 = b'!';
const MOST: u8 = b'~';

/// A hint that sorts behind `before` and before `after`; an empty one is no bound.
pub(crate) fn between(before: &str, after: &str) -> String {
    let (before, mut after) = (before.as_bytes(), after.as_bytes());
    let mut hint = Vec::new();
    for place in 0.. {
        let low = before.get(place).copied().unwrap_or(LEAST);
        let high = after.get(place).copied().unwrap_or(MOST + 1);
        if high > low + 1 {
            hint.push(low + (high - low) / 2);
            break;
        }
        hint.push(low);
        if high > low {
            // Whatever follows is before `after` already.
            after = &[];
        }
    }
    String::from_utf8_lossy(&hint).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::between;

    #[test]
    fn a_hint_without_bounds_leaves_room_on_both_sides() {
        let hint = between("", "");
        assert!(between("", &hint) < hint && hint < between(&hint, ""));
    }

    proptest! {
        /// Things are put between their neighbours again and again, at random places.
        #[test]
        fn the_order_of_hints_is_that_of_the_things(places in prop::collection::vec(0.0..=1.0, 1..200)) {
            let mut hints: Vec<String> = Vec::new();
            for place in places {
                let place = (place * hints.len() as f64) as usize;
                let before = place.checked_sub(1).map_or("", |before| &hints[before]).to_owned();
                let after = hints.get(place).cloned().unwrap_or_default();
                hints.insert(place, between(&before, &after));
            }
            let mut sorted = hints.clone();
            sorted.sort();
            sorted.dedup();
            prop_assert_eq!(sorted, hints);
        }
    }
}
