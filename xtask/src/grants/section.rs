//! The sections of the page, one a type.

use std::collections::BTreeSet;

use super::{
    cdk::Cdk,
    line::{Line, lines},
    matrix::Row,
};

/// All rows of a type.
pub(super) struct Section<'a> {
    module: &'a str,
    class: &'a str,
    rows: Vec<&'a Row>,
}

/// The sections, in the order that their types come in; those of a module together.
pub(super) fn sections(rows: &[Row]) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for row in rows {
        let is_it =
            |section: &&mut Section<'_>| section.module == row.module && section.class == row.class;
        match sections.iter_mut().find(is_it) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section {
                module: &row.module,
                class: &row.class,
                rows: vec![row],
            }),
        }
    }
    sections.sort_by_key(Section::title);
    sections
}

impl<'a> Section<'a> {
    /// What the sections of a module are called together: roles are in none.
    pub(super) fn title(&self) -> &'a str {
        match self.module {
            "iam" => "roles",
            module => module,
        }
    }

    /// The type's path.
    fn path(&self) -> String {
        match self.module {
            "iam" => self.class.to_owned(),
            module => format!("{module}::{}", self.class),
        }
    }

    /// A link to the section, as an entry of the contents.
    pub(super) fn link(&self) -> String {
        let anchor = self.path().to_lowercase().replace(':', "");
        format!("[{}](#{anchor})", self.class)
    }

    pub(super) fn to_markdown(&self, cdk: &Cdk) -> String {
        let lines = lines(&self.rows, cdk);
        let mut text = format!("\n### `{}`\n\n{}\n\n", self.path(), self.others());
        text.push_str("| grant | allows | beside aws-cdk-lib's |\n|---|---|---|\n");
        text.extend(lines.iter().map(|line: &Line<'_>| line.to_markdown(&lines)));
        text
    }

    /// What can be granted to those who have no policy in the account.
    fn others(&self) -> String {
        let accounts = self.admits("account_cross");
        let services = self.admits("service_principal");
        if accounts.is_none() && services.is_none() {
            return "Only identities of its account can be granted it.".to_owned();
        }
        let policy = match self.module {
            "iam" => "trust policy",
            _ => "policy",
        };
        let nothing = || "nothing".to_owned();
        let is_one = accounts == services;
        let accounts = accounts.unwrap_or_else(nothing);
        let services = services.unwrap_or_else(nothing);
        if is_one {
            format!("The resource's {policy} admits other accounts and services to {accounts}.")
        } else {
            format!(
                "The resource's {policy} admits other accounts to {accounts}, and services to {services}."
            )
        }
    }

    /// What such a grantee can be given, if anything. A grant on the key is of the key's policy.
    fn admits(&self, shape: &str) -> Option<String> {
        let methods = |rows: &mut dyn Iterator<Item = &&Row>| -> BTreeSet<String> {
            rows.map(|row| row.method.clone()).collect()
        };
        let of_shape =
            |row: &&&Row| row.shape == shape && row.has_grantee() && row.method != "grant_on_key";
        let all = methods(&mut self.rows.iter().filter(of_shape));
        let given = methods(
            &mut self
                .rows
                .iter()
                .filter(of_shape)
                .filter(|row| !row.resource.is_empty()),
        );
        let refused: Vec<&str> = all.difference(&given).map(String::as_str).collect();
        let listed: Vec<&str> = given.iter().map(String::as_str).collect();
        match (given.len(), refused.len()) {
            (0, _) => None,
            (_, 0) => Some("all of it".to_owned()),
            (given, count) if given > count => Some(format!("all but `{}`", refused.join("`, `"))),
            _ => Some(format!("`{}` alone", listed.join("`, `"))),
        }
    }
}
