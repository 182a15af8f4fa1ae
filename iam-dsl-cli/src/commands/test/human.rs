//! For people: failures with their reasons, and a summary.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::{Answer, Detail, Reporter, Tally};
use crate::case::Unreadable;
use crate::output::{printable, snippet};

const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();

/// Writes results to standard output, what cannot be read to standard error.
pub(super) struct Human {
    out: AutoStream<io::StdoutLock<'static>>,
    is_verbose: bool,
}

impl Human {
    pub(super) fn new(is_verbose: bool) -> Self {
        Self {
            out: anstream::stdout().lock(),
            is_verbose,
        }
    }

    /// Returns the mark of a case: colours make a sign readable, without them a word is.
    fn mark(&self, is_good: bool) -> &'static str {
        match (self.out.current_choice() == ColorChoice::Never, is_good) {
            (true, true) => "ok     ",
            (true, false) => "FAILED ",
            (false, true) => "✓",
            (false, false) => "✗",
        }
    }

    fn case(&mut self, style: Style, mark: &str, name: &str) -> io::Result<()> {
        writeln!(self.out, "{style}{mark}{style:#} {}", printable(name))
    }

    fn reason(&mut self, answer: &Answer) -> io::Result<()> {
        for line in answer.reason().lines() {
            writeln!(self.out, "    {}", printable(line))?;
        }
        Ok(())
    }
}

impl Reporter for Human {
    fn detail(&self) -> Detail {
        Detail::WhenAskedFor
    }

    fn answer(&mut self, answer: &Answer) -> io::Result<()> {
        let name = answer.name();
        match answer.is_expected() {
            Some(true) if !self.is_verbose => Ok(()),
            Some(true) => self.case(GOOD, self.mark(true), &name),
            Some(false) => {
                self.case(BAD, self.mark(false), &name)?;
                writeln!(self.out, "  {}, at {}", answer.difference(), answer.place())?;
                self.reason(answer)
            }
            None => {
                self.case(Style::new().bold(), answer.decision.as_str(), &name)?;
                self.reason(answer)
            }
        }
    }

    fn unreadable(&mut self, unreadable: &Unreadable) -> io::Result<()> {
        // Results come before what follows them, though they are written to another stream.
        self.out.flush()?;
        let error = anstream::stderr();
        let is_coloured = error.current_choice() != ColorChoice::Never;
        writeln!(
            &mut error.lock(),
            "{}\n",
            snippet(&unreadable.problem, is_coloured)
        )
    }

    fn finish(&mut self, tally: &Tally) -> io::Result<()> {
        let style = if tally.is_clean() { GOOD } else { BAD };
        writeln!(self.out, "{style}{tally}{style:#}")?;
        self.out.flush()
    }
}
