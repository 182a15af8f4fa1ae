//! What compiles, what does not, and what rustc says then.

use std::fs;
use std::path::Path;

/// The folder of the programs, from this package's root, where trybuild looks.
const PROGRAMS: &str = "../tests/ui";

/// Whether there is such a program, with what rustc says of it: [`programs`] holds the two together.
pub(crate) fn does_not_compile(program: &str) -> bool {
    let fail = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(PROGRAMS)
        .join("fail");
    ["rs", "stderr"]
        .iter()
        .all(|extension| fail.join(program).with_extension(extension).is_file())
}

#[test]
fn programs() {
    let programs = trybuild::TestCases::new();
    programs.compile_fail(format!("{PROGRAMS}/fail/*.rs"));
    programs.pass(format!("{PROGRAMS}/pass/*.rs"));
}

/// Each message names what is wrong in backticks and says what to do next: in a `help:` line where a macro reports
/// it, in the message itself or a note of ours where a trait does.
#[test]
fn every_error_of_ours_says_what_to_do() {
    let fail = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(PROGRAMS)
        .join("fail");
    let mut read = 0;
    for entry in fs::read_dir(fail).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let stderr = fs::read_to_string(path.with_extension("stderr"))
            .unwrap_or_else(|_| panic!("{} has no .stderr", path.display()));
        for error in stderr.split("\n\nerror") {
            let mut lines = error.lines();
            let headline = lines.next().unwrap();
            let next = lines.next().unwrap().trim_start();
            let says = if headline.contains("[E0277]") {
                let advice = ["use `", "add `", "drop `", "write `", "say `", "with `"];
                advice.iter().any(|words| headline.contains(words))
                    || error.contains("\n  = note: ")
            } else {
                next.starts_with("help: ") || error.contains("\nhelp: ")
            };
            assert!(says, "{} does not say what to do:\n{error}", path.display());
            assert!(
                headline.contains('`') || next.contains('`'),
                "{} does not name what is wrong:\n{error}",
                path.display()
            );
        }
        read += 1;
    }
    assert!(read >= 60, "{read} programs are fewer than there should be");
}
