//! The documents of a build script.

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{IntoDocument, Problem};

/// The documents that a build script writes. Made by [`policies`].
#[derive(Clone, Debug, Default)]
#[must_use = "nothing is written before `finish`"]
pub struct Documents {
    folder: Option<PathBuf>,
    unchecked: Vec<String>,
    texts: Vec<(String, String)>,
    warnings: Vec<(String, Problem)>,
    problems: Vec<(String, Problem)>,
}

/// Starts the list of documents that a build script writes.
///
/// # Example
///
/// ```no_run
/// use std::process::ExitCode;
///
/// use iam_dsl::{build, prelude::*};
///
/// fn main() -> ExitCode {
///     let trust = TrustPolicy::new().with(
///         allow(actions![sts::AssumeRole]).to(service_principal!("lambda.amazonaws.com")),
///     );
///     build::policies()
///         .in_folder("policies/generated")
///         .write("processor.trust.json", &trust)
///         .finish()
/// }
/// ```
#[inline]
pub fn policies() -> Documents {
    Documents::default()
}

impl Documents {
    /// Names the folder to write to, relative to the package, in place of `OUT_DIR`. It is made if it is missing.
    #[inline]
    pub fn in_folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// Leaves one name unchecked in the documents added after this: an action, a condition key or a resource that AWS
    /// has and this version's catalog does not have yet.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{build, prelude::*};
    ///
    /// let policy = IdentityPolicy::new()
    ///     .with(allow(actions![unchecked "s3:BrandNewAction"]).on(any()));
    /// let went_well = build::policies()
    ///     .unchecked("s3:BrandNewAction")
    ///     .write("brand-new.json", &policy)
    ///     .emit(Some(std::env::temp_dir()), &mut Vec::new())?;
    /// assert!(went_well);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[inline]
    pub fn unchecked(mut self, name: impl Into<String>) -> Self {
        self.unchecked.push(name.into());
        self
    }

    /// Adds a document: a policy, or the result of making one.
    ///
    /// The name is that of a file in the folder, such as `processor.json`.
    #[inline]
    pub fn write(mut self, name: impl Into<String>, policy: impl IntoDocument) -> Self {
        let name = name.into();
        if let Some(problem) = self.name_problem(&name) {
            self.problems.push((name, problem));
            return self;
        }
        match policy.into_document(&self.unchecked).into_text() {
            Ok(text) => {
                let warning = text.warning.map(|warning| (name.clone(), warning));
                self.warnings.extend(warning);
                self.texts.push((name, text.json));
            }
            Err(problems) => self
                .problems
                .extend(problems.into_iter().map(|problem| (name.clone(), problem))),
        }
        self
    }

    #[inline]
    fn name_problem(&self, name: &str) -> Option<Problem> {
        let is_plain = !name.is_empty()
            && !name.starts_with('.')
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        if !is_plain {
            let problem = Problem::new(format!("`{name}` is not the name of a file"));
            return Some(
                problem.with_help("use letters, digits, `-`, `_` and `.`, as in `processor.json`"),
            );
        }
        // Some file systems take names that differ in case for the same.
        let (other, _) = self
            .texts
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(name))?;
        let problem = Problem::new(format!("`{name}` and `{other}` name one file"));
        Some(problem.with_help("give each document a name of its own"))
    }

    /// Writes the documents that changed, tells Cargo when to run the build script again, and returns the code to exit with.
    ///
    /// When a document has a problem, nothing is written and the problem becomes an error of the build. What AWS may
    /// refuse, depending on where it goes, is a warning: a policy that is too long unless a role has it inline, and a trust
    /// policy over the quota that AWS raises on request.
    ///
    /// Cargo then runs the script again when it is compiled again, and when a document in a named folder was touched.
    /// Writing there touches too: the build after one that changed a document runs the script once more, and no further.
    /// A script that reads files of its own names them with `cargo::rerun-if-changed`.
    #[inline]
    pub fn finish(self) -> ExitCode {
        match self.emit(env::var_os("OUT_DIR").map(PathBuf::from), &mut io::stdout()) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) | Err(_) => ExitCode::FAILURE,
        }
    }

    /// Does what [`finish`](Self::finish) does, with `OUT_DIR` and Cargo's end of the line given. Returns true when all went well.
    ///
    /// # Errors
    ///
    /// The directives cannot be written.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{Action, build, prelude::*};
    ///
    /// let misspelt = IdentityPolicy::new().with(allow(Action::unchecked("s3:GetObjcet")).on(any()));
    /// let mut directives = Vec::new();
    /// let went_well = build::policies()
    ///     .write("app.json", &misspelt)
    ///     .emit(Some(std::env::temp_dir()), &mut directives)?;
    ///
    /// assert!(!went_well);
    /// assert!(String::from_utf8_lossy(&directives).contains(
    ///     "cargo::error=app.json: unknown action `s3:GetObjcet` at Statement[0].Action (did you mean `s3:GetObject`?)"
    /// ));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[inline]
    pub fn emit(
        mut self,
        out_dir: Option<PathBuf>,
        directives: &mut impl Write,
    ) -> io::Result<bool> {
        // Without a directive Cargo reruns the script whenever any file of the package changes. A changed script is
        // compiled and run anyway, and is not always `build.rs`: a file that is missing counts as changed each time.
        writeln!(directives, "cargo::rerun-if-changed=Cargo.toml")?;
        let folder = self.folder.clone().or(out_dir);
        match folder {
            None => self.problems.push((
                "OUT_DIR".to_owned(),
                Problem::new("the variable is not set").with_help(
                    "run this as a build script, or name a folder with `.in_folder(..)`",
                ),
            )),
            Some(folder) if self.problems.is_empty() => {
                for (name, text) in &self.texts {
                    let path = folder.join(name);
                    if self.folder.is_some() {
                        writeln!(directives, "cargo::rerun-if-changed={}", path.display())?;
                    }
                    if let Err(error) = write_if_changed(&path, text) {
                        let message = format!("`{}` cannot be written: {error}", path.display());
                        self.problems.push((name.clone(), Problem::new(message)));
                    }
                }
            }
            Some(_) => {}
        }
        for (level, problems) in [("warning", &self.warnings), ("error", &self.problems)] {
            for (name, problem) in problems {
                writeln!(directives, "cargo::{level}={}", line(name, problem))?;
            }
        }
        Ok(self.problems.is_empty())
    }
}

/// A directive ends with its line.
#[inline]
fn line(name: &str, problem: &Problem) -> String {
    let help = problem
        .help()
        .map_or_else(String::new, |help| format!(" ({help})"));
    format!("{name}: {problem}{help}").replace(['\n', '\r'], " ")
}

/// Leaves a file alone that has the text already, so that what depends on it is not built again.
#[inline]
fn write_if_changed(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
