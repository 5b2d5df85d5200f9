//! Sealing: what is stored can be read only with the key, and only in the place it was made for.
//!
//! XChaCha20-Poly1305; the associated data binds a sealed text to its account and purpose, so that
//! swapping two entries of a store is noticed. Deliberately elsewhere: where the key lies (`keys`).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, AeadCore as _, KeyInit as _, OsRng, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::error::IdentityError;
use crate::store::StoreError;

const VERSION: &str = "v1";
const NONCE_BYTES: usize = 24;

/// The key that everything is sealed under. Never serialized, never printed; wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey(Zeroizing<[u8; 32]>);

impl SealingKey {
    /// A new key from the system's randomness.
    pub fn generate() -> Self {
        Self(Zeroizing::new(
            XChaCha20Poly1305::generate_key(&mut OsRng).into(),
        ))
    }

    /// The key as a key store keeps it.
    pub(crate) fn encode(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.as_slice()))
    }

    /// The key that `encode` wrote; `None` for anything else.
    pub(crate) fn decode(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text.trim()).ok()?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    /// Tells keys apart without telling anything about them.
    fn fingerprint(&self) -> String {
        let hash = Sha256::new()
            .chain_update(b"sealing key")
            .chain_update(self.0.as_slice());
        URL_SAFE_NO_PAD.encode(&hash.finalize()[..6])
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(…)")
    }
}

/// Seals and opens texts under one key.
#[derive(Debug, Clone)]
pub struct Vault(SealingKey);

impl Vault {
    /// A vault under `key`.
    pub fn new(key: SealingKey) -> Self {
        Self(key)
    }

    /// Seals `secret` for `account` and `purpose`.
    ///
    /// # Errors
    /// [`IdentityError::Internal`] when the cipher refuses, which it has no reason to.
    pub fn seal(
        &self,
        account: &str,
        purpose: &str,
        secret: &str,
    ) -> Result<String, IdentityError> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let aad = associated(account, purpose);
        let payload = Payload {
            msg: secret.as_bytes(),
            aad: &aad,
        };
        let sealed = self
            .cipher()
            .encrypt(&nonce, payload)
            .map_err(IdentityError::internal)?;
        let body = URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat());
        Ok(format!("{VERSION}.{}.{body}", self.0.fingerprint()))
    }

    /// Opens what was sealed for the same account and purpose.
    ///
    /// # Errors
    /// [`IdentityError::SealedElsewhere`] when another key sealed it, [`IdentityError::Store`] when
    /// it is damaged or belongs to another entry.
    pub fn open(
        &self,
        account: &str,
        purpose: &str,
        sealed: &str,
    ) -> Result<Zeroizing<String>, IdentityError> {
        let damaged = || StoreError::new("accounts", "a sealed entry is damaged");
        let mut parts = sealed.splitn(3, '.');
        let (Some(VERSION), Some(fingerprint), Some(body)) =
            (parts.next(), parts.next(), parts.next())
        else {
            return Err(damaged().into());
        };
        if fingerprint != self.0.fingerprint() {
            return Err(IdentityError::SealedElsewhere);
        }
        let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| damaged())?;
        let (nonce, msg) = bytes.split_at_checked(NONCE_BYTES).ok_or_else(damaged)?;
        let aad = associated(account, purpose);
        let opened = self
            .cipher()
            .decrypt(XNonce::from_slice(nonce), Payload { msg, aad: &aad });
        let opened = opened.map_err(|_| damaged())?;
        Ok(Zeroizing::new(
            String::from_utf8(opened).map_err(|_| damaged())?,
        ))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(self.0.0.as_slice()))
    }
}

/// With the lengths in front, no two pairs of account and purpose run together.
fn associated(account: &str, purpose: &str) -> Vec<u8> {
    format!(
        "{VERSION}|{}|{account}|{}|{purpose}",
        account.len(),
        purpose.len()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> Vault {
        Vault::new(SealingKey::generate())
    }

    #[test]
    fn what_was_sealed_opens_again_and_shows_nothing() {
        let vault = vault();
        let sealed = vault
            .seal("account", "refresh token", "the secret")
            .unwrap();
        assert!(!sealed.contains("the secret"));
        assert_ne!(
            sealed,
            vault
                .seal("account", "refresh token", "the secret")
                .unwrap()
        );
        assert_eq!(
            *vault.open("account", "refresh token", &sealed).unwrap(),
            "the secret"
        );
    }

    #[test]
    fn an_entry_moved_to_another_account_or_purpose_does_not_open() {
        let vault = vault();
        let sealed = vault
            .seal("account", "refresh token", "the secret")
            .unwrap();
        for (account, purpose) in [("other", "refresh token"), ("account", "access token")] {
            let error = vault.open(account, purpose, &sealed).unwrap_err();
            assert!(matches!(error, IdentityError::Store(_)));
        }
    }

    #[test]
    fn an_entry_of_another_machine_is_told_from_a_damaged_one() {
        let (here, there) = (vault(), vault());
        let sealed = there.seal("a", "p", "the secret").unwrap();
        let error = here.open("a", "p", &sealed).unwrap_err();
        assert!(matches!(error, IdentityError::SealedElsewhere));
        for damaged in [
            "",
            "v1",
            "v1.x",
            &sealed[..sealed.len() - 4],
            "{\"json\":1}",
        ] {
            let error = there.open("a", "p", damaged).unwrap_err();
            assert!(
                !matches!(error, IdentityError::Internal(_)),
                "{damaged}: {error:?}"
            );
        }
    }

    #[test]
    fn a_key_survives_being_kept_as_text_and_prints_as_nothing() {
        let key = SealingKey::generate();
        assert!(SealingKey::decode(&key.encode()) == Some(key.clone()));
        assert!(SealingKey::decode("short").is_none());
        assert_eq!(format!("{key:?}"), "SealingKey(…)");
    }
}
