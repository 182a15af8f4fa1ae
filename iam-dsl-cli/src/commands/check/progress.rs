//! How far a long run is.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Runs shorter than this say nothing.
const LONG: Duration = Duration::from_millis(500);
const INTERVAL: Duration = Duration::from_millis(100);

/// A line on the terminal that says how many files are done, and goes away by itself.
pub(super) struct Progress {
    total: usize,
    is_wanted: bool,
    next: Instant,
    is_shown: bool,
}

impl Progress {
    pub(super) fn new(total: usize) -> Self {
        Self {
            total,
            is_wanted: io::stderr().is_terminal(),
            next: Instant::now() + LONG,
            is_shown: false,
        }
    }

    /// Shows how many files are done, from time to time.
    pub(super) fn show(&mut self, done: usize) -> io::Result<()> {
        let now = Instant::now();
        if !self.is_wanted || now < self.next {
            return Ok(());
        }
        self.next = now + INTERVAL;
        self.is_shown = true;
        let mut stderr = io::stderr().lock();
        write!(stderr, "\rchecked {done} of {} files", self.total)?;
        stderr.flush()
    }

    /// Takes the line away, for what is to be read.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        if !self.is_shown {
            return Ok(());
        }
        self.is_shown = false;
        let mut stderr = io::stderr().lock();
        write!(stderr, "\r{:width$}\r", "", width = 60)?;
        stderr.flush()
    }
}
