//! `cargo iam expand`: the actions that patterns stand for.

use std::io::{self, Write};

use iam_dsl_catalog::{self as catalog, Action};
use iam_dsl_core::check::{self, Message};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::output::{Format, printable};

/// The forms that lists of actions can have.
pub(super) const FORMATS: &[Format] = &[Format::Human, Format::Json];

/// The arguments of `cargo iam expand`.
#[derive(clap::Args)]
pub(crate) struct Expand {
    /// Patterns of actions, in quotes: `*` stands for any text, `?` for a character
    #[arg(required = true, value_name = "PATTERN")]
    patterns: Vec<String>,
}

/// Lists the actions of each pattern, and returns the exit code.
pub(super) fn run(expand: &Expand, format: Format) -> io::Result<u8> {
    let mut out = io::stdout().lock();
    let mut code = 0;
    for pattern in &expand.patterns {
        let error = check::action_pattern(pattern).err();
        let actions: Vec<Action> = match error {
            None => catalog::expand(pattern).collect(),
            Some(_) => Vec::new(),
        };
        if error.is_some() {
            code = 1;
        }
        if format == Format::Json {
            serde_json::to_writer(
                &mut out,
                &Expanded {
                    pattern,
                    actions,
                    error,
                },
            )?;
            out.write_all(b"\n")?;
            continue;
        }
        for action in actions {
            writeln!(out, "{action}")?;
        }
        if let Some(message) = error {
            out.flush()?;
            complain(&message)?;
        }
    }
    out.flush()?;
    Ok(code)
}

fn complain(message: &Message) -> io::Result<()> {
    let mut stderr = io::stderr().lock();
    writeln!(stderr, "error: {}", printable(message.text()))?;
    match message.help() {
        Some(help) => writeln!(stderr, "help: {}", printable(help)),
        None => Ok(()),
    }
}

/// A pattern with its actions.
struct Expanded<'a> {
    pattern: &'a str,
    actions: Vec<Action>,
    error: Option<Message>,
}

struct JsonAction(Action);
struct JsonError<'a>(&'a Message);

impl Serialize for Expanded<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let actions: Vec<_> = self.actions.iter().copied().map(JsonAction).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("pattern", self.pattern)?;
        map.serialize_entry("actions", &actions)?;
        if let Some(error) = &self.error {
            map.serialize_entry("error", &JsonError(error))?;
        }
        map.end()
    }
}

impl Serialize for JsonAction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("action", &self.0.to_string())?;
        map.serialize_entry("accessLevel", &self.0.access_levels().to_string())?;
        map.end()
    }
}

impl Serialize for JsonError<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("message", self.0.text())?;
        map.serialize_entry("help", &self.0.help())?;
        map.end()
    }
}
