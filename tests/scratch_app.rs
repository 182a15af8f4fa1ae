//! An application of its own, built by Cargo as a user's is: with `iam-dsl` and none of its features.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) struct ScratchApp(PathBuf);

impl ScratchApp {
    /// Writes an application under the tests' own folder, which keeps what was built of it.
    pub(crate) fn new(name: &str, main: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let app = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\niam-dsl = {{ path = '{}' }}\n\n[workspace]\n",
            root.display()
        );
        app.write("Cargo.toml", &manifest);
        app.write("src/main.rs", main);
        fs::copy(root.join("../Cargo.lock"), app.0.join("Cargo.lock")).unwrap();
        app
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Builds and runs it.
    pub(crate) fn run(&self) -> Output {
        Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--offline"])
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .output()
            .unwrap()
    }
}
