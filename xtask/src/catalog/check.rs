use std::fs;

use super::files::{Rendered, in_workspace};
use crate::error::{Error, Result};

/// Fails when a committed file is not what it should be, and says where they part.
pub(super) fn run(files: &[Rendered]) -> Result<()> {
    let mut different = Vec::new();
    for file in files {
        let committed = fs::read(in_workspace(file.path)).unwrap_or_default();
        if committed == file.contents {
            println!("up to date: {}", file.path);
        } else {
            different.push(format!(
                "`{}` differs from what would be generated: {}",
                file.path,
                difference(&committed, &file.contents)
            ));
        }
    }
    if different.is_empty() {
        return Ok(());
    }
    Err(Error::new(different.join("\nerror: "))
        .with_help("run `cargo xtask catalog` and commit what it writes"))
}

/// Describes the first difference: a line of a text, a position in a blob.
fn difference(committed: &[u8], expected: &[u8]) -> String {
    if committed.is_empty() {
        return "it is missing or empty".to_owned();
    }
    let (Ok(committed), Ok(expected)) = (str::from_utf8(committed), str::from_utf8(expected))
    else {
        let shorter = committed.len().min(expected.len());
        let at = committed.iter().zip(expected).position(|(c, e)| c != e);
        return format!("first at byte {}", at.unwrap_or(shorter));
    };
    let mut lines = committed.lines().zip(expected.lines());
    match lines.by_ref().enumerate().find(|(_, (c, e))| c != e) {
        Some((at, (c, e))) => format!("line {} is `{c}` and should be `{e}`", at + 1),
        None => format!(
            "it has {} lines and should have {}",
            committed.lines().count(),
            expected.lines().count()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn names_the_first_line_that_differs() {
        let said = difference(b"a\nb\nc\n", b"a\nB\nc\n");
        assert_eq!(said, "line 2 is `b` and should be `B`");
    }

    #[test]
    fn counts_lines_when_one_text_goes_on() {
        assert_eq!(
            difference(b"a\n", b"a\nb\n"),
            "it has 1 lines and should have 2"
        );
    }

    #[test]
    fn names_the_byte_of_a_blob() {
        assert_eq!(difference(b"ab\xff", b"ac\xff"), "first at byte 1");
    }
}
