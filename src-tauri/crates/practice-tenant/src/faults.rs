//! Faults on demand: rules that tests and people set through the control
//! address, and the conditions of the service as a whole. What a fault does to
//! a connection is in `server`.

use std::time::Duration;

use http::Method;
use serde::{Deserialize, Serialize};

use crate::manners::Manners;

/// How the service fares as a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Conditions {
    /// Every call is answered at once.
    #[default]
    Normal,
    /// Two of three calls are refused with 429 and `Retry-After: 1`.
    Throttled,
    /// Every call takes two seconds longer.
    Slow,
    /// Every call is refused with 503.
    Unavailable,
}

const SLOW: Duration = Duration::from_secs(2);

/// Which calls a rule is for, how often, and what happens to them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Rule {
    /// Given by the tenant.
    #[serde(default)]
    pub(crate) id: u32,
    /// Any, if absent.
    #[serde(default)]
    method: Option<String>,
    /// The path after the version, or of sign-in after the tenant, in any case; `*` stands for one segment, a
    /// last `**` for all that follow. Any, if absent.
    #[serde(default)]
    path: Option<String>,
    /// Only single items of batches, only calls by themselves, or both if absent.
    #[serde(default)]
    in_batch: Option<bool>,
    /// Lets this many matching calls pass first.
    #[serde(default)]
    skip: u32,
    /// How many calls it is for; all, if absent.
    #[serde(default)]
    times: Option<u32>,
    action: Fault,
}

/// What happens to a call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub(crate) enum Fault {
    /// An error in the service's shape, without any effect.
    Status {
        status: u16,
        /// Seconds; may be a fraction, or missing.
        #[serde(default)]
        retry_after: Option<serde_json::Number>,
        #[serde(default)]
        code: Option<String>,
    },
    /// A proxy's page instead of an answer, without any effect.
    Html { status: u16 },
    /// The connection ends before the call has an effect.
    CutBefore,
    /// The call has its effect, and then the connection ends.
    CutAfter,
    /// The call has its effect, and only half of the answer's body arrives; of an
    /// answer without a body, the first line alone.
    Truncated,
    /// The answer comes late.
    Slow { milliseconds: u64 },
}

/// The rules that are set, and the conditions.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub(crate) conditions: Conditions,
    pub(crate) rules: Vec<Rule>,
    pub(crate) manners: Manners,
    last_id: u32,
    calls: u32,
}

/// What of the faults is kept over a restart.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct KeptFaults {
    conditions: Conditions,
    rules: Vec<Rule>,
}

impl Faults {
    pub(crate) fn kept(&self) -> KeptFaults {
        KeptFaults {
            conditions: self.conditions,
            rules: self.rules.clone(),
        }
    }

    pub(crate) fn restore(&mut self, kept: &KeptFaults) {
        self.conditions = kept.conditions;
        self.rules.clone_from(&kept.rules);
        self.last_id = self.rules.iter().map(|rule| rule.id).max().unwrap_or(0);
    }

    pub(crate) fn add(&mut self, mut rule: Rule) -> Rule {
        self.last_id += 1;
        rule.id = self.last_id;
        self.rules.push(rule.clone());
        rule
    }

    /// The fault for this call, which is counted. `words` are the segments of its
    /// path, in lower case.
    pub(crate) fn take(
        &mut self,
        method: &Method,
        words: &[String],
        in_batch: bool,
    ) -> Option<Fault> {
        let rule = self
            .rules
            .iter_mut()
            .find(|rule| rule.is_for(method, words, in_batch));
        match rule {
            Some(rule) if rule.skip > 0 => rule.skip -= 1,
            Some(rule) => {
                rule.times = rule.times.map(|times| times - 1);
                return Some(rule.action.clone());
            }
            None => {}
        }
        self.condition(words, in_batch)
    }

    fn condition(&mut self, words: &[String], in_batch: bool) -> Option<Fault> {
        let batch = words.first().is_some_and(|word| word == "$batch");
        match self.conditions {
            Conditions::Normal => None,
            // A batch is throttled item by item.
            Conditions::Throttled if batch => None,
            Conditions::Throttled => {
                self.calls = self.calls.wrapping_add(1);
                let refused = !self.calls.is_multiple_of(3);
                refused.then(|| Fault::Status {
                    status: 429,
                    retry_after: Some(1.into()),
                    code: None,
                })
            }
            Conditions::Slow if in_batch => None,
            Conditions::Slow => Some(Fault::Slow {
                milliseconds: SLOW.as_millis() as u64,
            }),
            Conditions::Unavailable => Some(Fault::Status {
                status: 503,
                retry_after: None,
                code: None,
            }),
        }
    }
}

impl Rule {
    fn is_for(&self, method: &Method, words: &[String], in_batch: bool) -> bool {
        self.times != Some(0)
            && self.in_batch.is_none_or(|only| only == in_batch)
            && self
                .method
                .as_deref()
                .is_none_or(|name| same_method(name, method))
            && self
                .path
                .as_deref()
                .is_none_or(|path| same_path(path, words))
    }
}

fn same_method(name: &str, method: &Method) -> bool {
    method.as_str().eq_ignore_ascii_case(name)
}

fn same_path(pattern: &str, words: &[String]) -> bool {
    let mut words = words.iter();
    for part in pattern.split('/').filter(|part| !part.is_empty()) {
        if part == "**" {
            return true;
        }
        match words.next() {
            Some(word) if part == "*" || part.eq_ignore_ascii_case(word) => {}
            _ => return false,
        }
    }
    words.next().is_none()
}

/// The code that the service gives a status by itself.
pub(crate) fn code(status: u16) -> &'static str {
    match status {
        401 => "InvalidAuthenticationToken",
        403 => "Authorization_RequestDenied",
        404 => "Request_ResourceNotFound",
        409 => "Request_MultipleObjectsWithSameKeyValue",
        429 => "TooManyRequests",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        500.. => "InternalServerError",
        _ => "Request_BadRequest",
    }
}

#[cfg(test)]
mod tests {
    use super::same_path;

    #[test]
    fn patterns_match_segment_by_segment() {
        let words = ["groups", "1", "renew"].map(str::to_owned);
        for (pattern, matches) in [
            ("/groups/*/renew", true),
            ("/Groups/1/RENEW/", true),
            ("/groups/**", true),
            ("**", true),
            ("/groups/*", false),
            ("/groups/*/renew/more", false),
        ] {
            assert_eq!(same_path(pattern, &words), matches, "{pattern}");
        }
    }
}
