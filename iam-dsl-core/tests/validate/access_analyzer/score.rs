//! How much both sides agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::compared::{Compared, Said};

/// What both have, and what one has alone.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) both: usize,
    pub(super) ours_alone: usize,
    pub(super) theirs_alone: usize,
}

impl Counts {
    fn of<T: Ord>(ours: &BTreeSet<T>, theirs: &BTreeSet<T>) -> Self {
        Self {
            both: ours.intersection(theirs).count(),
            ours_alone: ours.difference(theirs).count(),
            theirs_alone: theirs.difference(ours).count(),
        }
    }

    fn add(&mut self, more: Self) {
        self.both += more.both;
        self.ours_alone += more.ours_alone;
        self.theirs_alone += more.theirs_alone;
    }

    pub(super) fn of_theirs(self) -> usize {
        self.both + self.theirs_alone
    }

    /// How much of what we say AWS says too; nothing where we say nothing.
    pub(super) fn precision(self) -> Option<f64> {
        ratio(self.both, self.both + self.ours_alone)
    }

    /// How much of what AWS says we say too; nothing where AWS says nothing.
    pub(super) fn recall(self) -> Option<f64> {
        ratio(self.both, self.of_theirs())
    }

    pub(super) fn reaches(self, aim: f64) -> bool {
        let mut both = [self.precision(), self.recall()].into_iter();
        both.all(|ratio| ratio.is_none_or(|ratio| ratio >= aim))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a few hundred policies, a few thousand findings"
)]
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Counted by policy, where a code counts once, and by finding, where the path has to be the same.
#[derive(Clone, Copy, Default)]
pub(super) struct Score {
    pub(super) policies: Counts,
    pub(super) findings: Counts,
}

pub(super) struct Scores {
    by_code: BTreeMap<String, Score>,
    pub(super) all: usize,
    /// Policies without a finding of AWS's, and those of them in which we find something.
    pub(super) clean: usize,
    pub(super) clean_for_them_alone: usize,
}

impl Scores {
    pub(super) fn of(policies: &[Compared]) -> Self {
        let clean = policies.iter().filter(|policy| policy.theirs.is_empty());
        let mut by_code: BTreeMap<String, Score> = BTreeMap::new();
        for policy in policies {
            let codes: BTreeSet<&str> = policy
                .ours
                .union(&policy.theirs)
                .map(|said| said.code.as_str())
                .collect();
            for code in codes {
                let of_code = |found: &BTreeSet<Said>| -> BTreeSet<Said> {
                    let of_code = found.iter().filter(|said| said.code == code);
                    of_code.cloned().collect()
                };
                let (ours, theirs) = (of_code(&policy.ours), of_code(&policy.theirs));
                let findings = Counts::of(&ours, &theirs);
                let once = |found: BTreeSet<Said>| -> BTreeSet<()> {
                    found.into_iter().map(|_| ()).collect()
                };
                let score = by_code.entry(code.to_owned()).or_default();
                score.findings.add(findings);
                score.policies.add(Counts::of(&once(ours), &once(theirs)));
            }
        }
        Self {
            by_code,
            all: policies.len(),
            clean: clean.clone().count(),
            clean_for_them_alone: clean.filter(|policy| !policy.ours.is_empty()).count(),
        }
    }

    pub(super) fn by_code(&self) -> impl Iterator<Item = (&str, Score)> {
        self.by_code
            .iter()
            .map(|(code, score)| (code.as_str(), *score))
    }

    pub(super) fn overall(&self) -> Score {
        let mut overall = Score::default();
        for score in self.by_code.values() {
            overall.policies.add(score.policies);
            overall.findings.add(score.findings);
        }
        overall
    }

    /// The share of the policies AWS found clean in which we find something.
    pub(super) fn share_of_clean(&self) -> f64 {
        ratio(self.clean_for_them_alone, self.clean).unwrap_or_default()
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (code, Score { policies, findings }) in self.by_code().chain([("all", self.overall())])
        {
            writeln!(
                f,
                "{code}: precision {}, recall {} by policy; {} findings the same, {} ours alone, {} AWS's alone",
                shown(policies.precision()),
                shown(policies.recall()),
                findings.both,
                findings.ours_alone,
                findings.theirs_alone,
            )?;
        }
        write!(
            f,
            "{} of {} policies that AWS found clean have a finding",
            self.clean_for_them_alone, self.clean
        )
    }
}

/// A ratio to three digits after the point.
pub(super) fn shown(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.3}"))
}
