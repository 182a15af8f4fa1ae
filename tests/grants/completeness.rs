//! The matrix has every grant, and `docs/grant-names.json` every name.

use std::{collections::BTreeSet, fs, path::Path};

use crate::{
    grantees,
    names::{Ours, names},
    services,
};

/// The grants of the source: those of the tables, and those written out.
fn grants_of_source() -> BTreeSet<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../iam-dsl-builder/src");
    let mut grants = BTreeSet::new();
    for folder in fs::read_dir(source).unwrap() {
        let folder = folder.unwrap().path();
        let module = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !folder.is_dir() || module == "grant" || module == "handle" {
            continue;
        }
        let files = fs::read_dir(&folder)
            .unwrap()
            .map(|file| file.unwrap().path());
        for file in files.filter(|file| file.is_file()) {
            let text = fs::read_to_string(file).unwrap();
            for line in text.lines() {
                if let Some(method) = method_of(line.trim()) {
                    grants.insert((module.clone(), method.to_owned()));
                }
            }
        }
    }
    grants
}

fn method_of(line: &str) -> Option<&str> {
    let row = line.split_once(" => \"").map(|(method, _)| method);
    let written = line
        .strip_prefix("pub fn ")
        .and_then(|rest| rest.split(['(', '<']).next());
    row.or(written).filter(|name| name.starts_with("grant_"))
}

#[test]
fn the_matrix_has_every_grant() {
    let in_matrix: BTreeSet<(String, String)> = services::rows(grantees::all)
        .iter()
        .map(|row| (row.call.module.to_owned(), row.call.method.to_owned()))
        .collect();
    let missing: Vec<_> = grants_of_source().difference(&in_matrix).cloned().collect();
    assert!(missing.is_empty(), "not in the matrix: {missing:?}");
}

#[test]
fn every_grant_of_cdk_has_a_name_here() {
    let names = names();
    assert_eq!(names.len(), 421);
    let ours: BTreeSet<String> = services::rows(grantees::all)
        .iter()
        .map(|row| format!("{}.{}.{}", row.call.module, row.call.class, row.call.method))
        .collect();
    for (cdk, name) in &names {
        match name {
            Ours::Method(method) => assert!(ours.contains(method), "{cdk}: there is no `{method}`"),
            Ours::None(reason) => assert!(!reason.is_empty(), "{cdk}"),
        }
    }
}

#[test]
#[ignore = "needs the shared folder: IAM_DSL_SHARED or ../shared beside the repository"]
fn the_names_are_those_of_cdk() {
    let all = crate::cdk::methods();
    let named: BTreeSet<String> = names().into_keys().collect();
    assert_eq!(named, all);
}
