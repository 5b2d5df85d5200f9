//! Draws the pictures that people and groups of the company have: flat, small,
//! and always the same for the same id. Pictures that somebody set are in `photos`.

use sha2::{Digest, Sha256};

/// Whose picture it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Person,
    Group,
}

type Color = [u8; 3];

/// Backgrounds with enough contrast to what stands before them.
const GROUNDS: [Color; 8] = [
    [0x26, 0x46, 0x53],
    [0x2a, 0x6f, 0x97],
    [0x58, 0x3e, 0x72],
    [0x3a, 0x5a, 0x40],
    [0x7f, 0x4f, 0x24],
    [0x8d, 0x23, 0x45],
    [0x44, 0x48, 0x5e],
    [0x0b, 0x5d, 0x5a],
];
const SHAPES: [Color; 6] = [
    [0xf4, 0xa2, 0x61],
    [0xe9, 0xc4, 0x6a],
    [0x9b, 0xc5, 0xb8],
    [0xf2, 0xe3, 0xcf],
    [0xe7, 0x6f, 0x51],
    [0xb7, 0xc9, 0xe2],
];
const SKINS: [Color; 5] = [
    [0x6b, 0x44, 0x2e],
    [0x97, 0x63, 0x43],
    [0xc6, 0x8d, 0x66],
    [0xe6, 0xb8, 0x95],
    [0xf3, 0xd3, 0xbb],
];
const HAIR: [Color; 4] = [
    [0x1f, 0x1a, 0x17],
    [0x5a, 0x3a, 0x22],
    [0xa8, 0x75, 0x3a],
    [0xc9, 0xc5, 0xc0],
];

/// What chance decided for one id.
struct Traits([u8; 32]);

impl Traits {
    fn of(id: &str) -> Self {
        Self(Sha256::digest(id).into())
    }

    fn pick(&self, place: usize, colors: &[Color]) -> Color {
        colors[usize::from(self.0[place]) % colors.len()]
    }
}

/// Whether somebody once drew a picture: for every third group and every fourth person.
pub(crate) fn exists(subject: Subject, id: &str) -> bool {
    let one_in = match subject {
        Subject::Person => 4,
        Subject::Group => 3,
    };
    Traits::of(id).0[31].is_multiple_of(one_in)
}

/// A PNG of `size` times `size` pixels; none if it cannot be encoded.
pub(crate) fn draw(subject: Subject, id: &str, size: u32) -> Option<Vec<u8>> {
    let traits = Traits::of(id);
    let mut pixels = Vec::with_capacity((size * size * 3) as usize);
    for y in 0..size {
        for x in 0..size {
            pixels.extend(pixel(subject, &traits, (x, y), size));
        }
    }
    encode(size, &pixels)
}

fn encode(size: u32, pixels: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, size, size);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The mean of four points, so that edges are soft.
fn pixel(subject: Subject, traits: &Traits, (x, y): (u32, u32), size: u32) -> Color {
    let mut sum = [0_u16; 3];
    for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
        let at = |place: u32, part: f32| (place as f32 + part) / size as f32;
        let color = point(subject, traits, (at(x, dx), at(y, dy)));
        for (sum, part) in sum.iter_mut().zip(color) {
            *sum += u16::from(part);
        }
    }
    sum.map(|sum| u8::try_from(sum / 4).unwrap_or(u8::MAX))
}

/// The color at a point of the unit square.
fn point(subject: Subject, traits: &Traits, at: (f32, f32)) -> Color {
    match subject {
        Subject::Person => person(traits, at),
        Subject::Group => group(traits, at),
    }
}

/// Head and shoulders.
fn person(traits: &Traits, (x, y): (f32, f32)) -> Color {
    let inside = |cx: f32, cy: f32, rx: f32, ry: f32| {
        ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) < 1.0
    };
    let long_hair = traits.0[4].is_multiple_of(2);
    let fringe = y < 0.36 && inside(0.5, 0.38, 0.21, 0.21);
    if fringe {
        traits.pick(2, &HAIR)
    } else if inside(0.5, 0.42, 0.18, 0.21) || inside(0.5, 0.66, 0.075, 0.12) {
        traits.pick(1, &SKINS)
    } else if inside(0.5, 1.06, 0.4, 0.34) {
        traits.pick(3, &SHAPES)
    } else if long_hair && inside(0.5, 0.46, 0.235, 0.27) {
        traits.pick(2, &HAIR)
    } else {
        traits.pick(0, &GROUNDS)
    }
}

/// Quarters of circles on a board of three by three.
fn group(traits: &Traits, (x, y): (f32, f32)) -> Color {
    let (x, y) = (x * 3.0, y * 3.0);
    let cell = (x as usize).min(2) + 3 * (y as usize).min(2);
    let (x, y) = (x.fract(), y.fract());
    let turn = traits.0[8 + cell] % 6;
    let (cx, cy) = match turn {
        0 => (0.0, 0.0),
        1 => (1.0, 0.0),
        2 => (0.0, 1.0),
        3 => (1.0, 1.0),
        4 => (0.5, 0.5),
        _ => return traits.pick(0, &GROUNDS),
    };
    let radius: f32 = if turn == 4 { 0.32 } else { 1.0 };
    if (x - cx).powi(2) + (y - cy).powi(2) < radius.powi(2) {
        traits.pick(17 + cell, &SHAPES)
    } else {
        traits.pick(0, &GROUNDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_id_has_the_same_small_picture_and_others_have_others() {
        let one = draw(Subject::Group, "one", 48).unwrap();
        assert_eq!(Some(&one), draw(Subject::Group, "one", 48).as_ref());
        assert_ne!(Some(&one), draw(Subject::Group, "two", 48).as_ref());
        assert!(draw(Subject::Person, "one", 240).unwrap().len() < 40_000);
    }
}
