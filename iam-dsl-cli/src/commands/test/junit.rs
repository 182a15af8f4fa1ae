//! Test reports in XML, in the form that build servers know.

use std::io;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{Answer, Detail, Reporter, Tally};
use crate::case::Unreadable;
use crate::output::snippet;

/// Collects all results, since the counts stand before them.
pub(super) struct Junit {
    suites: Vec<TestSuite>,
}

impl Junit {
    pub(super) const fn new() -> Self {
        Self { suites: Vec::new() }
    }

    fn add(&mut self, name: String, status: TestCaseStatus) {
        if let Some(suite) = self.suites.last_mut() {
            let mut case = TestCase::new(name, status);
            case.set_classname(suite.name.as_str());
            suite.add_test_case(case);
        }
    }
}

impl Reporter for Junit {
    fn detail(&self) -> Detail {
        Detail::WhenAskedFor
    }

    fn start(&mut self, file: &str) {
        let name = if file == "-" { "standard input" } else { file };
        self.suites.push(TestSuite::new(name));
    }

    fn answer(&mut self, answer: &Answer) -> io::Result<()> {
        let mut status = match answer.is_expected() {
            Some(true) => TestCaseStatus::success(),
            Some(false) => TestCaseStatus::non_success(NonSuccessKind::Failure),
            None => TestCaseStatus::skipped(),
        };
        status
            .set_message(answer.difference())
            .set_description(format!("{}\n{}", answer.place(), answer.reason()));
        self.add(answer.name(), status);
        Ok(())
    }

    fn unreadable(&mut self, unreadable: &Unreadable) -> io::Result<()> {
        let problem = &unreadable.problem;
        let name = match problem.excerpt() {
            _ if !unreadable.id.is_none() => unreadable.id.to_string(),
            Some(excerpt) => format!("line {}", excerpt.line()),
            None => "the file".to_owned(),
        };
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status
            .set_message(problem.message())
            .set_description(snippet(problem, false));
        self.add(name, status);
        Ok(())
    }

    fn finish(&mut self, _: &Tally) -> io::Result<()> {
        let mut report = Report::new("cargo iam test");
        report.add_test_suites(std::mem::take(&mut self.suites));
        report
            .serialize(io::stdout().lock())
            .map_err(io::Error::other)
    }
}
