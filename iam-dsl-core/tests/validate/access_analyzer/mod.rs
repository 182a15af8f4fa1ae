//! All checks against policies that AWS wrote and IAM Access Analyzer looked at, in March 2026.
//!
//! The policies are not in the repository: the test reads them from the folder `IAM_DSL_SHARED`, by default `../../shared`.
//! It fails when docs/validation.md is not what it finds; with `VALIDATION=overwrite` it writes that page, with
//! `VALIDATION=own` it prints our own findings, too.

mod compared;
mod page;
mod reasons;
mod score;

use std::path::PathBuf;

use compared::Compared;
use reasons::Reasons;
use score::Scores;

/// How much of what one side finds the other has to find, too.
const AIM: f64 = 0.95;

/// From so many findings on, a code is held to that by itself.
const MANY: usize = 20;

#[test]
#[ignore = "reads files that are not part of the repository"]
fn findings_of_access_analyzer_on_its_own_policies() {
    let policies = compared::all();
    let scores = Scores::of(&policies);
    println!("{scores}");
    let asked_for = |what: &str| std::env::var_os("VALIDATION").is_some_and(|value| value == what);
    if asked_for("own") {
        // For whoever writes a check: what it says of policies that nearly all are well written.
        for policy in &policies {
            for compared::Said { code, path } in &policy.own {
                println!("{}: our own: {code} at {path}", policy.name);
            }
        }
    }
    let differences: Vec<_> = policies.iter().flat_map(Compared::differences).collect();
    for difference in &differences {
        println!("{difference}");
    }
    let reasons = Reasons::read();
    reasons.are_of(&differences);
    for (code, score) in scores.by_code() {
        assert!(
            score.findings.of_theirs() < MANY || score.policies.reaches(AIM),
            "{code}"
        );
    }
    assert!(scores.overall().policies.reaches(AIM), "overall");
    assert!(
        scores.share_of_clean() < 0.01,
        "too many policies that AWS found clean"
    );
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/validation.md");
    let page = page::page(&scores, &differences, &reasons);
    if asked_for("overwrite") {
        std::fs::write(&path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == page,
        "docs/validation.md is not what was found: {}",
        page::COMMAND
    );
}
