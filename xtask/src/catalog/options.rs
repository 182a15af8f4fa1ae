use std::path::PathBuf;

use crate::error::{Error, Result};

/// What to do with the catalog that is built.
pub(super) enum Mode {
    Write,
    Check,
    Against(String),
}

pub(super) struct Options {
    pub(super) mode: Mode,
    pub(super) offline: bool,
    /// An unpacked package to read instead of a downloaded one.
    pub(super) package_dir: Option<PathBuf>,
}

impl Options {
    pub(super) fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self {
            mode: Mode::Write,
            offline: false,
            package_dir: None,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || {
                let missing = || Error::new(format!("`{argument}` needs a value"));
                arguments.next().cloned().ok_or_else(missing)
            };
            match argument.as_str() {
                "--check" => options.mode = Mode::Check,
                "--offline" => options.offline = true,
                "--against" => options.mode = Mode::Against(value()?),
                "--package-dir" => options.package_dir = Some(value()?.into()),
                other => return Err(Error::new(format!("unknown option `{other}`"))),
            }
        }
        if options.offline && !matches!(options.mode, Mode::Check) {
            return Err(Error::new("`--offline` goes with `--check` only")
                .with_help("`cargo xtask catalog --check --offline`"));
        }
        Ok(options)
    }
}
