//! `cargo iam check`: what is wrong with policies, and what could be better.

mod answer;
mod choices;
mod content;
mod file;
mod fix;
mod github;
mod glob;
mod human;
mod inputs;
mod json;
mod judge;
mod lines;
mod outline;
mod pool;
mod progress;
mod remark;
mod reporter;
mod sarif;
mod sidecar;
mod tally;
mod used;

use std::io::{self, Write};
use std::path::PathBuf;

use anstream::ColorChoice;
use choices::{Account, FailOn, Kind};
use file::Outcome;
use iam_dsl_core::check::FindingType;
use inputs::Inputs;
use judge::Settings;
use pool::Event;
use progress::Progress;
use reporter::{Reporter, Written};
use tally::Tally;
use used::Used;

use crate::output::{Format, Problem, snippet};

/// The forms that findings can have.
pub(super) const FORMATS: &[Format] = &[Format::Human, Format::Json, Format::Sarif, Format::Github];

/// The arguments of `cargo iam check`.
#[derive(clap::Args)]
pub(crate) struct Check {
    /// Policies, templates with policies in them, `-` for standard input; folders, in which files that hold no policy are
    /// passed over; patterns such as `policies/**/*.json`, in quotes
    #[arg(required_unless_present = "stdin_jsonl", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where the policies are used; `identity` if nothing is said, but for files of folders and patterns that name principals
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<Kind>,
    /// What the account is for
    #[arg(long, value_enum, default_value_t, value_name = "PROFILE")]
    profile: Account,
    /// The least grave finding that makes the exit code 1
    #[arg(long, value_enum, default_value_t, value_name = "TYPE")]
    fail_on: FailOn,
    /// Also say what is granted beyond the actions in a file, which has one a line
    #[arg(long, value_name = "ACTIONS.txt")]
    used: Option<PathBuf>,
    /// Take away what makes no difference to any decision, such as actions that others of a list cover
    #[arg(long, conflicts_with = "stdin_jsonl")]
    fix: bool,
    /// Also say of each finding why it is bad
    #[arg(long, short)]
    verbose: bool,
    /// Read `{"name", "kind", "policy"}` a line from standard input, and answer each with a line of JSON
    #[arg(long, conflicts_with = "files")]
    stdin_jsonl: bool,
}

/// Looks at all policies, and returns the exit code.
pub(super) fn run(check: &Check, format: Format) -> io::Result<u8> {
    let mut settings = Settings {
        kind: check.kind.unwrap_or_default().into(),
        is_kind_assumed: check.kind.is_none(),
        profile: check.profile.into(),
        used: None,
        is_fixing: check.fix,
    };
    if check.fix && check.files.iter().any(|file| file.as_os_str() == "-") {
        crate::arguments::refuse("`--fix` writes files, and standard input is none");
    }
    if let Some(list) = &check.used {
        match Used::read(list) {
            Ok((used, unknown)) => {
                settings.used = Some(used);
                unknown.iter().try_for_each(complain)?;
            }
            Err(problem) => {
                complain(&problem)?;
                return Ok(crate::TROUBLE);
            }
        }
    }
    if check.stdin_jsonl {
        if !matches!(format, Format::Human | Format::Json) {
            crate::arguments::refuse("`--stdin-jsonl` answers with `--format json` alone");
        }
        return lines::run(&settings, check.fail_on);
    }
    let reporter: Box<dyn Reporter> = match format {
        Format::Json => Box::new(json::Json),
        Format::Sarif => Box::new(sarif::Sarif),
        Format::Github => Box::new(github::Github),
        _ => Box::new(human::Human::new(check.verbose, check.kind.is_none())),
    };
    run_on(
        &Inputs::of(&check.files),
        &settings,
        check.fail_on,
        &*reporter,
    )
}

/// Says what is wrong with what is no policy.
fn complain(problem: &Problem) -> io::Result<()> {
    let stderr = anstream::stderr();
    let is_coloured = stderr.current_choice() != ColorChoice::Never;
    writeln!(&mut stderr.lock(), "{}\n", snippet(problem, is_coloured))
}

/// Looks at files, several at a time.
fn run_on(
    inputs: &Inputs,
    settings: &Settings,
    fail_on: FailOn,
    reporter: &dyn Reporter,
) -> io::Result<u8> {
    let mut tally = Tally::default();
    let mut output = Output::start(reporter, inputs.files.len())?;
    for problem in &inputs.problems {
        // Of warnings nothing is left unchecked.
        tally.unreadable += usize::from(problem.level() == FindingType::Error);
        output.problem(problem)?;
    }
    pool::in_order(
        &inputs.files,
        |input| {
            let outcome = file::check(input, settings);
            let text = match &outcome {
                Outcome::Checked(checked) => reporter.checked(checked),
                _ => String::new(),
            };
            (outcome, text)
        },
        |event| match event {
            Event::Done(done) => output.progress.show(done),
            Event::Result((outcome, text)) => {
                match outcome {
                    Outcome::Checked(checked) => {
                        tally.count(&checked.answer, &checked.remarks, fail_on);
                        tally.fixed += checked.fixed.map_or(0, |gone| gone.len());
                        tally.guessed += usize::from(checked.guessed.is_some());
                    }
                    Outcome::Skipped => tally.skipped += 1,
                    Outcome::Unreadable(problem) => {
                        tally.unreadable += 1;
                        output.problem(&problem)?;
                    }
                }
                output.text(&text)
            }
        },
    )?;
    let is_in_vain = tally.checked == 0;
    if is_in_vain && tally.unreadable == 0 {
        output.problem(&nothing_found(inputs))?;
    }
    output.finish(&tally)?;
    // Most likely something went wrong before: what nobody looks at is not clean.
    Ok(if is_in_vain {
        crate::TROUBLE
    } else {
        tally.exit_code()
    })
}

fn nothing_found(inputs: &Inputs) -> Problem {
    let message = "nothing to check: no file here holds a policy";
    Problem::new(inputs.names.join(" "), message).with_help(
        "a policy has `Statement`; a file that is named is checked in any case".to_owned(),
    )
}

/// Standard output and standard error, as they are written to during a run.
struct Output<'r> {
    reporter: &'r dyn Reporter,
    out: anstream::AutoStream<io::StdoutLock<'static>>,
    progress: Progress,
    is_first: bool,
}

impl<'r> Output<'r> {
    fn start(reporter: &'r dyn Reporter, files: usize) -> io::Result<Self> {
        let mut out = anstream::stdout().lock();
        out.write_all(reporter.start().as_bytes())?;
        Ok(Self {
            reporter,
            out,
            progress: Progress::new(files),
            is_first: true,
        })
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.progress.clear()?;
        if !self.is_first {
            self.out.write_all(self.reporter.separator().as_bytes())?;
        }
        self.is_first = false;
        self.out.write_all(text.as_bytes())
    }

    fn problem(&mut self, problem: &Problem) -> io::Result<()> {
        match self.reporter.unreadable(problem) {
            Written::Output(text) => self.text(&text),
            Written::Error(text) => {
                self.progress.clear()?;
                // Results come before what follows them, though they are written to another stream.
                self.out.flush()?;
                anstream::stderr().lock().write_all(text.as_bytes())
            }
        }
    }

    fn finish(mut self, tally: &Tally) -> io::Result<()> {
        self.progress.clear()?;
        self.out.write_all(self.reporter.finish(tally).as_bytes())?;
        self.out.flush()
    }
}
