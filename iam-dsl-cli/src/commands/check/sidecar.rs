//! What is allowed of a policy: `POLICY.allow.json` beside `POLICY.json`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use iam_dsl_core::PathSegment;
use iam_dsl_core::check::{Allowance, Code};
use iam_dsl_core::json::{self, Node, Value};

use crate::output::Problem;
use crate::read::{Mistake, Source, given, members, nearest, only, text};

const FORM: &str = "write `[{\"code\": \"CODE\", \"reason\": \"why it does no harm here\"}]`";

/// Returns the file that says what is allowed of the policies in another.
pub(super) fn beside(policy: &Path) -> PathBuf {
    policy.with_extension("allow.json")
}

/// Reads what is allowed of the policy in a file. Nothing is where there is no such list.
pub(super) fn read(policy: &Path) -> Result<Vec<Allowance>, Box<Problem>> {
    if policy.as_os_str() == "-" {
        return Ok(Vec::new());
    }
    let path = beside(policy);
    let file = path.to_string_lossy();
    let list = match fs::read_to_string(&path) {
        Ok(list) => list,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            let message = format!("cannot read `{file}`: {error}");
            return Err(Box::new(Problem::new(&*file, message)));
        }
    };
    let source = Source {
        file: &file,
        text: &list,
        first_line: 1,
    };
    allowances(&list).map_err(|mistake| Box::new(source.problem(mistake)))
}

fn allowances(list: &str) -> Result<Vec<Allowance>, Mistake> {
    let node = json::parse(list).map_err(|error| {
        let span = error.span().unwrap_or_default();
        Mistake::new(span, format!("not JSON: {}", error.message()))
            .with_help(error.help().map(str::to_owned))
    })?;
    let Value::Array(items) = &node.value else {
        let message = format!("{} is no list of allowances", node.value.describe());
        return Err(Mistake::new(node.span, message)
            .or_help("write `[{\"code\": \"CODE\", \"reason\": \"why it does no harm here\"}]`"));
    };
    items.iter().map(allowance).collect()
}

fn allowance(node: &Node<'_>) -> Result<Allowance, Mistake> {
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
    match (given(node, "sid"), given(node, "path")) {
        (None, None) => Ok(allowance),
        (Some(sid), None) => Ok(allowance.in_statement(text(sid, "`sid`")?)),
        (None, Some(path)) => Ok(allowance.at(segments(path)?)),
        (Some(_), Some(path)) => Err(Mistake::new(
            path.span,
            "the allowance has both `sid` and `path`",
        )
        .or_help("one of them says where")),
    }
}

fn named(node: &Node<'_>) -> Result<Code, Mistake> {
    let name = text(node, "`code`")?;
    Code::named(name).ok_or_else(|| {
        let codes = Code::all();
        let names: Vec<&str> = codes.iter().map(Code::name).collect();
        Mistake::new(node.span, format!("there is no code `{name}`")).with_suggestion(
            nearest(name, &names),
            "codes are what `cargo iam check` prints in brackets",
        )
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
