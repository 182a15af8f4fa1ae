//! `include_policy!` reads a file: a mistake in it names its line, and editing it compiles again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MAIN: &str = r#"
fn main() {
    println!("{}", iam_dsl::include_policy!("../policies/app.json"));
}
"#;

fn document(action: &str) -> String {
    format!(
        "{{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {{\n    \"Effect\": \"Allow\",\n    \"Action\": \"{action}\",\n    \"Resource\": \"*\"\n  }}\n}}\n"
    )
}

struct App(PathBuf);

impl App {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("include_policy_rebuild");
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::create_dir_all(folder.join("policies")).unwrap();
        let manifest = format!(
            "[package]\nname = \"included\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\niam-dsl = {{ path = '{}' }}\n\n[workspace]\n",
            root.display()
        );
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        fs::copy(root.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        fs::write(folder.join("src/main.rs"), MAIN).unwrap();
        Self(folder)
    }

    fn policy(&self, text: &str) {
        fs::write(self.0.join("policies/app.json"), text).unwrap();
    }

    fn run(&self) -> Output {
        Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--offline"])
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .output()
            .unwrap()
    }
}

#[test]
fn editing_the_file_compiles_again() {
    let app = App::new();

    app.policy(&document("s3:GetObject"));
    let first = app.run();
    let errors = String::from_utf8_lossy(&first.stderr);
    assert!(first.status.success(), "{errors}");
    assert!(String::from_utf8_lossy(&first.stdout).contains("s3:GetObject"));

    app.policy(&document("s3:GetObjcet"));
    let broken = app.run();
    let errors = String::from_utf8_lossy(&broken.stderr);
    assert!(!broken.status.success());
    assert!(errors.contains("app.json"), "{errors}");
    assert!(errors.contains("line 5"), "{errors}");
    assert!(errors.contains("did you mean `s3:GetObject`?"), "{errors}");

    app.policy(&document("s3:PutObject"));
    let fixed = app.run();
    let errors = String::from_utf8_lossy(&fixed.stderr);
    assert!(fixed.status.success(), "{errors}");
    assert!(String::from_utf8_lossy(&fixed.stdout).contains("s3:PutObject"));
}
