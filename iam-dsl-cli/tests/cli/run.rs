//! Runs the binary where the fixtures are.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A policy in which nothing is found.
pub(crate) const CLEAN: &str = include_str!("fixtures/check/clean.json");
/// A policy in which one thing is found.
pub(crate) const PASSES_ROLES: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Deploy", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
  ]
}"#;

/// What a run wrote, and how it ended. It prints as a snapshot.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The binary with these arguments, in the folder of the fixtures, without colours.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-iam"));
    command
        .args(arguments)
        .current_dir(fixtures())
        .env_remove("CLICOLOR_FORCE")
        .env_remove("NO_COLOR");
    command
}

pub(crate) fn fixtures() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/fixtures"))
}

pub(crate) fn run(arguments: &[&str]) -> Run {
    Run::from(command(arguments).output().unwrap())
}

/// A run that reads `input` from standard input.
pub(crate) fn piped(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Run::from(child.wait_with_output().unwrap())
}

/// A new folder with those files.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("check")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, text) in files {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

/// A run in such a folder.
pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    Run::from(command(arguments).current_dir(folder).output().unwrap())
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl fmt::Display for Run {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.expect("the binary ends by itself");
        writeln!(formatter, "exit code {code}")?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                writeln!(formatter, "--- {name}\n{text}")?;
            }
        }
        Ok(())
    }
}
