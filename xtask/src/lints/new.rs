//! `cargo xtask new-lint NAME`: a file, its registration, and policies to try it on.

use std::{
    fs,
    path::{Path, PathBuf},
};

use iam_dsl_rules::check::Code;

use super::example;
use super::scaffold::{lint, registered, twins};
use crate::error::{Error, Result};

/// Where lints are.
const FOLDER: &str = "iam-dsl-rules/src/check/lints";

const HELP: &str = "`cargo xtask new-lint NAME`, as in `cargo xtask new-lint public_access`; `--in FOLDER` for another copy of the repository";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (name, root) = match arguments {
        [name] => (name, super::root()),
        [name, option, folder] if option == "--in" => (name, PathBuf::from(folder)),
        _ => return Err(Error::new("one name is needed").with_help(HELP)),
    };
    let code = code(name)?;
    let file = format!("{FOLDER}/{name}.rs");
    let policies = format!("{}/{code}.json", example::FOLDER);
    let list = format!("{FOLDER}/mod.rs");
    for path in [&file, &policies] {
        if root.join(path).exists() {
            return Err(Error::new(format!("{path} exists")).with_help("choose another name"));
        }
    }
    let registry = fs::read_to_string(root.join(&list))
        .map_err(|error| Error::new(format!("cannot read {list}: {error}")))?;
    let registry = registered(&registry, name)
        .ok_or_else(|| Error::new(format!("cannot register `{name}` in {list}")))?;
    write(&root, &file, &lint(&code))?;
    write(&root, &policies, &twins())?;
    write(&root, &list, &registry)?;
    println!(
        "{file}: write what it finds, where FIXME says\n\
         {policies}: write policies that raise {code}, and near ones that do not\n\
         then: cargo test -p iam-dsl-core --features validate --test validate && cargo xtask lints"
    );
    Ok(())
}

/// Returns the code of a lint of this name, if it is a good name.
fn code(name: &str) -> Result<String> {
    let words = name.split('_');
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if !words.into_iter().all(is_word) || name == "mod" {
        return Err(
            Error::new(format!("`{name}` is no name for a lint")).with_help(
                "name what it finds in words of lower case with `_` between, as in `public_access`",
            ),
        );
    }
    let code = name.to_ascii_uppercase();
    if Code::named(&code).is_some() {
        return Err(Error::new(format!("{code} exists")).with_help("choose another name"));
    }
    Ok(code)
}

fn write(root: &Path, path: &str, text: &str) -> Result<()> {
    fs::write(root.join(path), text)
        .map_err(|error| Error::new(format!("cannot write {path}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn names_are_words_and_new() {
        assert_eq!(code("public_access2").expect("a name"), "PUBLIC_ACCESS2");
        for name in [
            "",
            "Public",
            "public-access",
            "_x",
            "x_",
            "2nd",
            "mod",
            "x/y",
        ] {
            assert!(code(name).is_err(), "{name}");
        }
        assert!(code("missing_version").is_err());
    }
}
