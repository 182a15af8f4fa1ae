//! `cargo iam test`: requests decided as AWS would, and compared with what is expected.

mod answer;
mod human;
mod json;
mod junit;
mod tally;

use std::io;
use std::path::PathBuf;

use answer::{Answer, Detail};
use tally::Tally;

use crate::case::{Unreadable, cases};
use crate::output::Format;

/// The forms that results of tests can have.
pub(super) const FORMATS: &[Format] = &[Format::Human, Format::Json, Format::Junit];

/// The arguments of `cargo iam test`.
#[derive(clap::Args)]
pub(crate) struct Test {
    /// Policy tests: `.yaml` or `.yml` for sentences, `.jsonl` for a case a line, `-` for such lines
    /// from standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Also show the cases that are as expected
    #[arg(long, short)]
    verbose: bool,
}

/// Writes answers in one of the formats.
trait Reporter {
    /// How much an answer must say.
    fn detail(&self) -> Detail;

    /// The answers that follow are of that file.
    fn start(&mut self, _file: &str) {}

    fn answer(&mut self, answer: &Answer) -> io::Result<()>;

    fn unreadable(&mut self, unreadable: &Unreadable) -> io::Result<()>;

    fn finish(&mut self, _tally: &Tally) -> io::Result<()> {
        Ok(())
    }
}

/// Answers all cases of all files, each as soon as it is read, and returns the exit code.
pub(super) fn run(test: &Test, format: Format) -> io::Result<u8> {
    let mut reporter: Box<dyn Reporter> = match format {
        Format::Json => Box::new(json::Json::new()),
        Format::Junit => Box::new(junit::Junit::new()),
        _ => Box::new(human::Human::new(test.verbose)),
    };
    let mut tally = Tally::default();
    for file in &test.files {
        reporter.start(&file.to_string_lossy());
        for case in cases(file) {
            match case {
                Ok(case) => {
                    let answer = Answer::to(case, reporter.detail());
                    tally.count(answer.is_expected());
                    reporter.answer(&answer)?;
                }
                Err(unreadable) => {
                    tally.count_unreadable();
                    reporter.unreadable(&unreadable)?;
                }
            }
        }
    }
    reporter.finish(&tally)?;
    Ok(tally.exit_code())
}
