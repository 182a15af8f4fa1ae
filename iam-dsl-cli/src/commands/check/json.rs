//! JSON Lines: an answer a line, in the order of the files.

use iam_dsl_catalog::Action;
use iam_dsl_core::check::FindingType;
use iam_dsl_core::{PolicyKind, json_path};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::answer::{Answer, CreatePolicy, Found};
use super::choices::name_of;
use super::file::Checked;
use super::reporter::{Reporter, Written};
use super::used::Unused;
use crate::output::Problem;

/// Writes a line a file.
pub(super) struct Json;

impl Reporter for Json {
    fn checked(&self, checked: &Checked) -> String {
        line(&Line {
            key: "file",
            name: &checked.file,
            answer: Some(&checked.answer),
            fixed: checked.fixed.as_ref().map(Vec::len),
            guessed: checked.guessed,
            error: None,
        })
    }

    fn unreadable(&self, problem: &Problem) -> Written {
        // A line is about a file with policies, or about one in which they were looked for.
        if problem.level() != FindingType::Error {
            return Written::aside(problem);
        }
        Written::Output(line(&Line {
            key: "file",
            name: problem.file(),
            answer: None,
            fixed: None,
            guessed: None,
            error: Some(problem),
        }))
    }
}

/// A line, with its end.
pub(super) fn line(line: &Line<'_, impl Serialize + ?Sized>) -> String {
    let mut text = serde_json::to_string(line).unwrap_or_default();
    text.push('\n');
    text
}

/// An answer, or why there is none, under a name.
pub(super) struct Line<'a, N: ?Sized> {
    pub(super) key: &'static str,
    pub(super) name: &'a N,
    pub(super) answer: Option<&'a Answer>,
    /// How many things were taken away.
    pub(super) fixed: Option<usize>,
    /// What kind of policy it was taken for, where nobody said that and it tells.
    pub(super) guessed: Option<PolicyKind>,
    pub(super) error: Option<&'a Problem>,
}

impl<N: Serialize + ?Sized> Serialize for Line<'_, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let findings = self.answer.map_or(&[][..], |answer| &answer.findings);
        let findings: Vec<_> = findings.iter().map(JsonFound).collect();
        let create_policy = self
            .answer
            .map(|answer| JsonCreatePolicy(&answer.create_policy));
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.key, self.name)?;
        if let Some(kind) = self.guessed.and_then(name_of) {
            map.serialize_entry("kind", &kind)?;
        }
        map.serialize_entry("findings", &findings)?;
        map.serialize_entry("createPolicy", &create_policy)?;
        if let Some(unused) = self.answer.and_then(|answer| answer.unused.as_ref()) {
            let unused: Vec<_> = unused.iter().map(JsonUnused).collect();
            map.serialize_entry("unused", &unused)?;
        }
        if let Some(fixed) = self.fixed {
            map.serialize_entry("fixed", &fixed)?;
        }
        if let Some(error) = self.error {
            map.serialize_entry("error", error)?;
        }
        map.end()
    }
}

struct JsonFound<'a>(&'a Found);
struct JsonUnused<'a>(&'a Unused);
struct JsonCreatePolicy<'a>(&'a CreatePolicy);

impl Serialize for JsonFound<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let found = self.0;
        let mut map = serializer.serialize_map(None)?;
        if !found.at.is_empty() {
            map.serialize_entry("policy", &found.at)?;
        }
        if let Some(file) = &found.file {
            map.serialize_entry("file", file)?;
        }
        map.serialize_entry("type", found.level.as_str())?;
        map.serialize_entry("code", found.code.name())?;
        map.serialize_entry("path", &json_path(&found.path))?;
        map.serialize_entry("line", &found.start.line)?;
        map.serialize_entry("column", &found.start.column)?;
        map.serialize_entry("message", &found.message)?;
        map.serialize_entry("help", &found.help)?;
        map.end()
    }
}

impl Serialize for JsonUnused<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let unused = self.0;
        let mut map = serializer.serialize_map(None)?;
        if !unused.at.is_empty() {
            map.serialize_entry("policy", &unused.at)?;
        }
        map.serialize_entry("path", &json_path(&unused.path))?;
        map.serialize_entry("sid", &unused.sid)?;
        map.serialize_entry("line", &unused.start.line)?;
        map.serialize_entry("column", &unused.start.column)?;
        map.serialize_entry("actions", &names(&unused.actions))?;
        map.serialize_entry("used", &names(&unused.used))?;
        map.end()
    }
}

fn names(actions: &[Action]) -> Vec<String> {
    actions.iter().map(Action::to_string).collect()
}

impl Serialize for JsonCreatePolicy<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("accepted", &self.0.is_accepted)?;
        map.serialize_entry("message", &self.0.message)?;
        map.end()
    }
}
