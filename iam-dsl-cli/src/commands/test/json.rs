//! JSON Lines: an answer a line, in the order of the cases.

use std::io::{self, StdoutLock, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Answer, Detail, Reporter};
use crate::case::Unreadable;
use crate::output::JsonTrace;

/// Writes a line as soon as a case is decided, so that a program can wait for it.
pub(super) struct Json {
    out: StdoutLock<'static>,
    line: Vec<u8>,
}

impl Json {
    pub(super) fn new() -> Self {
        Self {
            out: io::stdout().lock(),
            line: Vec::new(),
        }
    }

    fn write(&mut self, answer: &impl Serialize) -> io::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, answer)?;
        self.line.push(b'\n');
        self.out.write_all(&self.line)
    }
}

impl Reporter for Json {
    fn detail(&self) -> Detail {
        Detail::Always
    }

    fn answer(&mut self, answer: &Answer) -> io::Result<()> {
        self.write(&Decided(answer))
    }

    fn unreadable(&mut self, unreadable: &Unreadable) -> io::Result<()> {
        self.write(&Undecided(unreadable))
    }
}

struct Decided<'a>(&'a Answer);
struct Undecided<'a>(&'a Unreadable);

impl Serialize for Decided<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Answer {
            case,
            decision,
            trace,
        } = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &case.id)?;
        map.serialize_entry("decision", decision.as_str())?;
        if let Some(expected) = case.expected {
            map.serialize_entry("expected", expected.as_str())?;
        }
        map.serialize_entry("trace", &trace.as_ref().map(JsonTrace))?;
        map.end()
    }
}

impl Serialize for Undecided<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.0.id)?;
        map.serialize_entry("error", &self.0.problem)?;
        map.end()
    }
}
