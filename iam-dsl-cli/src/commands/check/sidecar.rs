//! What is allowed of a policy: `POLICY.allow.json` beside `POLICY.json`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use iam_dsl_core::PathSegment;
use iam_dsl_core::check::{Allowance, Code};
use iam_dsl_core::json::{self, Node, Span, Value};

use super::answer::{Found, Places};
use super::inputs::name_of;
use crate::output::Problem;
use crate::read::{Mistake, Source, given, members, nearest, only, text};

const FORM: &str = "write `[{\"code\": \"CODE\", \"reason\": \"why it does no harm here\"}]`";

/// Returns the file that says what is allowed of the policies in another.
pub(super) fn beside(policy: &Path) -> PathBuf {
    policy.with_extension("allow.json")
}

/// What is allowed of the policies in a file, and where that is said.
#[derive(Debug, Default)]
pub(super) struct Sidecar {
    pub(super) file: String,
    pub(super) text: String,
    pub(super) allowances: Vec<Allowance>,
    entries: Vec<Entry>,
}

/// Where an allowance stands, and its parts.
#[derive(Debug)]
struct Entry {
    code: Span,
    reason: Span,
    sid: Option<Span>,
}

impl Sidecar {
    /// Puts what was found about allowances where they are written.
    pub(super) fn place(&self, findings: &mut [Found]) {
        let places = Places::new(&self.text);
        for found in findings {
            let Some((index, entry)) = found
                .allowance
                .and_then(|index| Some((index, self.entries.get(index)?)))
            else {
                continue;
            };
            let (key, span) = match (found.code, entry.sid) {
                (Code::ALLOWANCE_WITHOUT_REASON, _) => ("reason", entry.reason),
                (_, Some(sid)) => ("sid", sid),
                _ => ("code", entry.code),
            };
            found.file = Some(self.file.clone());
            found.path = vec![PathSegment::Index(index), PathSegment::from(key)];
            found.place(span, &places);
        }
    }
}

/// Reads what is allowed of the policy in a file. Nothing is where there is no such list.
pub(super) fn read(policy: &Path) -> Result<Sidecar, Box<Problem>> {
    if policy.as_os_str() == "-" {
        return Ok(Sidecar::default());
    }
    let path = beside(policy);
    let file = name_of(&path);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Sidecar::default()),
        Err(error) => {
            let message = format!("cannot read `{file}`: {error}");
            return Err(Box::new(Problem::new(file, message)));
        }
    };
    let source = Source {
        file: &file,
        text: &text,
        first_line: 1,
    };
    match allowances(&text) {
        Ok(list) => {
            let (allowances, entries) = list.into_iter().unzip();
            Ok(Sidecar {
                file,
                text,
                allowances,
                entries,
            })
        }
        Err(mistake) => Err(Box::new(source.problem(mistake))),
    }
}

fn allowances(list: &str) -> Result<Vec<(Allowance, Entry)>, Mistake> {
    if list.trim().is_empty() {
        return Err(
            Mistake::new(Span::default(), "the list of allowances is empty")
                .or_help(format!("{FORM}, or `[]` where nothing is allowed")),
        );
    }
    let node = json::parse(list).map_err(|error| {
        let span = error.span().unwrap_or_default();
        Mistake::new(span, format!("not JSON: {}", error.message()))
            .with_help(error.help().map(str::to_owned))
    })?;
    let Value::Array(items) = &node.value else {
        let message = format!("{} is no list of allowances", node.value.describe());
        return Err(Mistake::new(node.span, message).or_help(FORM));
    };
    items.iter().map(allowance).collect()
}

fn allowance(node: &Node<'_>) -> Result<(Allowance, Entry), Mistake> {
    only(
        members(node, "an allowance").map_err(|mistake| mistake.or_help(FORM))?,
        &["code", "reason", "sid", "path"],
        "an allowance",
    )?;
    let missing = |key: &str| {
        let message = format!("the allowance has no `{key}`");
        Mistake::new(node.span, message)
    };
    let code = given(node, "code").ok_or_else(|| {
        missing("code").or_help("name the code of the finding, as `cargo iam check` prints it")
    })?;
    let reason = given(node, "reason").ok_or_else(|| {
        missing("reason").or_help("say in a sentence why the finding does no harm here")
    })?;
    let allowance = Allowance::new(named(code)?, text(reason, "`reason`")?);
    let (sid, path) = (given(node, "sid"), given(node, "path"));
    let allowance = match (sid, path) {
        (None, None) => allowance,
        (Some(sid), None) => allowance.in_statement(text(sid, "`sid`")?),
        (None, Some(path)) => allowance.at(segments(path)?),
        (Some(_), Some(path)) => {
            let message = "the allowance has both `sid` and `path`";
            return Err(Mistake::new(path.span, message).or_help("one of them says where"));
        }
    };
    let entry = Entry {
        code: code.span,
        reason: reason.span,
        sid: sid.map(|sid| sid.span),
    };
    Ok((allowance, entry))
}

fn named(node: &Node<'_>) -> Result<Code, Mistake> {
    let name = text(node, "`code`")?;
    Code::named(name).ok_or_else(|| {
        let help = match likely(name) {
            Some(code) => format!("did you mean `{code}`? docs/lints.md lists all codes"),
            None => "docs/lints.md lists all codes; `cargo iam check` prints them in brackets"
                .to_owned(),
        };
        Mistake::new(node.span, format!("there is no code `{name}`")).or_help(help)
    })
}

/// Finds the code that was most likely meant: one spelt alike, or else the shortest that has all the words.
fn likely(name: &str) -> Option<&'static str> {
    let codes: Vec<&str> = Code::all().iter().map(Code::name).collect();
    nearest(name, &codes).or_else(|| {
        let name = name.to_ascii_uppercase().replace(['-', ' '], "_");
        let has_all = |code: &&str| {
            name.split('_')
                .all(|word| code.split('_').any(|of| of == word))
        };
        let all = codes.into_iter().filter(has_all);
        all.min_by_key(|code| code.len())
    })
}

/// Reads a path in the form that findings have in JSON.
fn segments(path: &Node<'_>) -> Result<Vec<PathSegment>, Mistake> {
    let wrong = |node: &Node<'_>| {
        Mistake::new(node.span, "not a path in a policy")
            .or_help("write keys and indexes, as in `[\"Statement\", 0, \"Action\"]`")
    };
    let Value::Array(steps) = &path.value else {
        return Err(wrong(path));
    };
    let step = |step: &Node<'_>| match &step.value {
        Value::String(key) => Ok(PathSegment::Key(key.clone().into_owned())),
        Value::Number(index) => index
            .parse()
            .map(PathSegment::Index)
            .map_err(|_| wrong(step)),
        Value::Object(_) => match step.get("key").and_then(Node::as_str) {
            Some(key) => Ok(PathSegment::Name(key.to_owned())),
            None => Err(wrong(step)),
        },
        _ => Err(wrong(step)),
    };
    steps.iter().map(step).collect()
}
