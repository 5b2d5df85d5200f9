//! Random values of sign-in: secrets, trace ids, user codes, lifetimes.
//! They come from the operating system, so that nobody can foretell them; only
//! ready tokens follow from the seed, so that scripts can keep using them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use rand::{Rng, RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};

/// Letters and digits that nobody confuses when typing a user code.
const USER_CODE: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A secret of 256 bits.
pub(super) fn secret() -> String {
    secret_from(&mut rand::rng())
}

/// The same secret each time for the same seed and person.
pub(super) fn seeded_secret(seed: u64, person_id: &str) -> String {
    let mut key: [u8; 32] = Sha256::digest(person_id).into();
    for (byte, seed) in key.iter_mut().zip(seed.to_le_bytes()) {
        *byte ^= seed;
    }
    secret_from(&mut ChaCha20Rng::from_seed(key))
}

fn secret_from(random: &mut impl RngCore) -> String {
    let mut bytes = [0_u8; 32];
    random.fill_bytes(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What is kept of a secret: enough to know it again, not enough to use it.
pub(super) fn digest(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret))
}

pub(super) fn uuid() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Nine characters, as the service shows them.
pub(super) fn user_code() -> String {
    let mut random = rand::rng();
    (0..9)
        .map(|_| char::from(USER_CODE[random.random_range(0..USER_CODE.len())]))
        .collect()
}

/// Access tokens live 60 to 90 minutes.
pub(super) fn access_token_lifetime() -> SignedDuration {
    SignedDuration::from_secs(rand::rng().random_range(3_600..=5_400))
}
