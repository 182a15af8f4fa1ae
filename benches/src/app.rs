//! Small applications to compile: a folder with a manifest and a `main.rs`.

use crate::timing::time;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// An application in a temporary folder, with its own target folder.
pub struct App {
    folder: TempDir,
}

impl App {
    /// Writes the application and fetches what it depends on.
    pub fn new(dependencies: &str, main: &str) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let manifest = format!(
            "[package]\nname = \"app\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n\n[workspace]\n"
        );
        fs::write(folder.path().join("Cargo.toml"), manifest)?;
        fs::create_dir(folder.path().join("src"))?;
        let app = Self { folder };
        app.write_main(main)?;
        app.cargo(&["fetch"])?;
        Ok(app)
    }

    /// Replaces `src/main.rs`.
    pub fn write_main(&self, main: &str) -> Result<(), Box<dyn Error>> {
        Ok(fs::write(self.folder.path().join("src/main.rs"), main)?)
    }

    /// Removes everything that was built, then builds: what a user waits for after adding the dependency.
    pub fn cold_build(&self) -> Result<Duration, Box<dyn Error>> {
        let target = self.folder.path().join("target");
        if target.exists() {
            fs::remove_dir_all(target)?;
        }
        let (took, result) = time(|| self.cargo(&["build", "--offline"]));
        result?;
        Ok(took)
    }

    /// Checks `main.rs` again, all dependencies being built: what a user waits for after each edit.
    pub fn recheck(&self, main: &str) -> Result<Duration, Box<dyn Error>> {
        self.write_main(main)?;
        let (took, result) = time(|| self.cargo(&["check", "--offline"]));
        result?;
        Ok(took)
    }

    fn cargo(&self, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
        let output = Command::new("cargo")
            .args(arguments)
            .arg("--quiet")
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", self.folder.path().join("target"))
            .env("CARGO_INCREMENTAL", "0")
            // What comes from a registry is compiled so.
            .env("RUSTFLAGS", "--cap-lints allow")
            .output()?;
        if output.status.success() {
            Ok(())
        } else {
            Err(format!(
                "cargo {arguments:?} failed:\n{}",
                String::from_utf8_lossy(&output.stderr)
            )
            .into())
        }
    }
}

/// The dependency line for a crate of this repository.
pub fn in_this_repository(krate: &str) -> String {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    format!("{krate} = {{ path = {:?} }}", repository.join(krate))
}

/// The dependency line for the macro that checks nothing.
pub fn floor() -> String {
    format!(
        "floor = {{ path = {:?} }}",
        Path::new(env!("CARGO_MANIFEST_DIR")).join("floor")
    )
}
