//! What compiles, what does not, and what rustc says then.

use std::fs;
use std::path::Path;

/// The folder of the programs, from this package's root, where trybuild looks.
const PROGRAMS: &str = "../tests/ui";

#[test]
fn programs() {
    let programs = trybuild::TestCases::new();
    programs.compile_fail(format!("{PROGRAMS}/fail/*.rs"));
    programs.pass(format!("{PROGRAMS}/pass/*.rs"));
}

/// Messages are ours: they name what is wrong in backticks and say what to do next.
#[test]
fn every_error_of_ours_has_help() {
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
        assert!(
            stderr.contains("help: ") || stderr.contains("use `") || stderr.contains("note: "),
            "{} does not say what to do:\n{stderr}",
            path.display()
        );
        assert!(
            stderr.contains('`'),
            "{} does not name what is wrong:\n{stderr}",
            path.display()
        );
        read += 1;
    }
    assert!(read >= 60, "{read} programs are fewer than there should be");
}
