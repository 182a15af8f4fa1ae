//! What is accepted of a statement, a policy or an identity.

use iam_dsl_core::{
    PathSegment, PolicyDocument, PolicyKind,
    check::{self, Allowance, Code, Finding},
    json,
};

use crate::policy::is_about_token;

/// The allowances of a statement, of a policy and its statements, or of an identity. They are no part of any JSON.
#[derive(Clone, Debug, Default)]
pub(crate) struct Allowances {
    list: Vec<Allowance>,
    /// Whether they were given to a policy of which this is a part, or a shorter form.
    are_inherited: bool,
}

impl Allowances {
    #[inline]
    pub(crate) fn add(&mut self, code: Code, reason: String) {
        self.list.push(Allowance::new(code, reason));
    }

    #[inline]
    pub(crate) fn as_slice(&self) -> &[Allowance] {
        &self.list
    }

    /// Adds those of a statement of the policy.
    #[inline]
    pub(crate) fn add_statement(&mut self, index: usize, of_statement: Self) {
        for allowance in of_statement.list {
            self.list.push(allowance.at(at(index)));
        }
    }

    /// Takes those of a statement away with it.
    #[inline]
    pub(crate) fn remove_statement(&mut self, gone: usize) {
        let moved = |allowance: Allowance| match index(&allowance) {
            Some(index) if index == gone => None,
            Some(index) if index > gone => Some(allowance.at(at(index - 1))),
            _ => Some(allowance),
        };
        self.list = std::mem::take(&mut self.list)
            .into_iter()
            .filter_map(moved)
            .collect();
    }

    /// Those of a policy that has these statements alone, and of the policy as a whole.
    #[inline]
    pub(crate) fn part(&self, statements: std::ops::Range<usize>) -> Self {
        let mut list = Vec::new();
        for allowance in &self.list {
            match index(allowance) {
                None => list.push(allowance.clone()),
                Some(index) if statements.contains(&index) => {
                    list.push(allowance.clone().at(at(index - statements.start)));
                }
                Some(_) => {}
            }
        }
        Self {
            list,
            are_inherited: true,
        }
    }

    /// All that a policy of this kind has findings of, but for what is allowed.
    #[inline]
    pub(crate) fn validate(&self, document: &PolicyDocument, kind: PolicyKind) -> Vec<Finding> {
        let json = document.to_json();
        let mut findings = check::validate(&json, kind);
        findings.retain(|finding| !is_about_token(finding, document));
        if self.list.is_empty() {
            return findings;
        }
        // The printer writes nothing that the reader refuses.
        let Ok(node) = json::parse(&json) else {
            return findings;
        };
        findings = check::except_allowed(findings, &self.list, &node);
        if self.are_inherited {
            findings.retain(|finding| finding.code() != Code::STALE_ALLOWANCE);
        }
        findings
    }
}

#[inline]
fn at(index: usize) -> [PathSegment; 2] {
    ["Statement".into(), index.into()]
}

/// The statement that an allowance is for, unless that is the whole policy.
#[inline]
fn index(allowance: &Allowance) -> Option<usize> {
    match allowance.path() {
        Some([_, PathSegment::Index(index), ..]) => Some(*index),
        _ => None,
    }
}
