//! Cases of policy tests, whatever they are written in.

mod expectation;
mod id;
mod jsonl;
mod yaml;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use std::rc::Rc;

use iam_dsl_evaluate::{Evaluator, Request};

pub(crate) use expectation::Expectation;
pub(crate) use id::Id;

use crate::output::Problem;

/// A request, the policies that decide it, and what is expected of them.
pub(crate) struct Case {
    pub(crate) id: Id,
    pub(crate) file: Rc<str>,
    /// The line in the file, from 1.
    pub(crate) line: usize,
    /// Cases with the same policies share it.
    pub(crate) evaluator: Rc<Evaluator>,
    pub(crate) request: Request,
    pub(crate) expected: Option<Expectation>,
}

/// A case, or a whole file of them, that cannot be read.
pub(crate) struct Unreadable {
    pub(crate) id: Id,
    pub(crate) problem: Box<Problem>,
}

impl Unreadable {
    fn new(id: Id, problem: Problem) -> Self {
        let problem = Box::new(problem);
        Self { id, problem }
    }

    fn unnamed(problem: Problem) -> Self {
        Self::new(Id::none(), problem)
    }
}

/// The cases of a file, in order. Those of JSON Lines are read as they are asked for.
pub(crate) type Cases = Box<dyn Iterator<Item = Result<Case, Unreadable>>>;

/// Returns the cases of a file, or of standard input for `-`.
pub(crate) fn cases(path: &Path) -> Cases {
    let file = path.to_string_lossy();
    if file == "-" {
        return Box::new(jsonl::Lines::new(&file, io::stdin().lock()));
    }
    let extension = path.extension().map(OsStr::to_ascii_lowercase);
    match extension.as_deref().map(OsStr::to_str) {
        Some(Some("yaml" | "yml")) => Box::new(yaml::cases(path).into_iter()),
        // What a shell puts in place of `<(command)` has no extension.
        None | Some(Some("jsonl" | "ndjson")) => match File::open(path) {
            Ok(opened) => Box::new(jsonl::Lines::new(&file, BufReader::new(opened))),
            Err(error) => unreadable(unopened(&file, &error)),
        },
        Some(_) => unreadable(
            Problem::new(&*file, "not a file of policy tests").with_help(Some(
                "name it `.jsonl`, a case a line, or `.yaml`; a policy belongs into a case"
                    .to_owned(),
            )),
        ),
    }
}

fn unreadable(problem: Problem) -> Cases {
    Box::new(std::iter::once(Err(Unreadable::unnamed(problem))))
}

/// Nothing to test: most likely something went wrong before.
fn empty(file: &str) -> Problem {
    let name = match file {
        "-" => "standard input".to_owned(),
        file => format!("`{file}`"),
    };
    Problem::new(file, format!("{name} is empty"))
        .with_help("a file without tests proves nothing".to_owned())
}

fn unopened(file: &str, error: &io::Error) -> Problem {
    Problem::new(file, format!("cannot read `{file}`: {error}"))
}
