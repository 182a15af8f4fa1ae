//! An account as a folder of policy documents.

use std::{fs, io, path::Path};

use iam_dsl_core::{Arn, Template, writer::Writer};

use super::Account;
use crate::{Policy, identity::Identity, policy::Kind};

/// One document.
struct Document {
    of: Of,
    /// Such as `trust-policy`.
    what: String,
    file: String,
    json: String,
}

/// Whose a document is.
#[derive(Clone)]
struct Of {
    /// Such as `role`.
    kind: &'static str,
    name: String,
    arn: String,
    /// Where its documents are.
    folder: String,
}

#[inline]
pub(super) fn of(account: &Account) -> Vec<(String, String)> {
    let documents = collect(account);
    let manifest = manifest(&documents);
    let mut files = Vec::with_capacity(documents.len() + 1);
    for document in documents {
        files.push((document.file, document.json));
    }
    files.push(("account.json".to_owned(), account.to_json_pretty() + "\n"));
    files.push(("manifest.json".to_owned(), manifest));
    files
}

#[inline]
pub(super) fn write(account: &Account, folder: &Path) -> io::Result<()> {
    for (name, json) in of(account) {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, json)?;
    }
    Ok(())
}

#[inline]
fn collect(account: &Account) -> Vec<Document> {
    let members = account.collected();
    let mut folder = Folder {
        account,
        documents: Vec::new(),
    };
    for role in &members.roles {
        let of = folder.of("role", &role.name(), &role.arn());
        if !role.trust_policy().is_empty() {
            folder.add(&of, "trust-policy", &role.trust_policy());
        }
        folder.inline(&of, role.identity());
    }
    for user in &members.users {
        let of = folder.of("user", &user.name(), &user.arn());
        folder.inline(&of, user.identity());
    }
    for group in &members.groups {
        let of = folder.of("group", &group.name(), &group.arn());
        folder.inline(&of, group.identity());
    }
    for policy in members.managed_policies() {
        let of = folder.of("policy", &policy.name(), &policy.arn());
        folder.add(&of, "policy", &policy.policy());
    }
    for resource in &members.resources {
        let of = folder.of("resource", &resource.name, &resource.arn);
        let policy = resource.policy();
        if !policy.is_empty() {
            folder.add(&of, "resource-policy", &policy);
        }
    }
    folder.documents
}

struct Folder<'a> {
    account: &'a Account,
    documents: Vec<Document>,
}

impl Folder<'_> {
    #[inline]
    fn of(&self, kind: &'static str, name: &str, arn: &Arn) -> Of {
        let all = match kind {
            "policy" => "policies".to_owned(),
            "resource" => format!("resources/{}", arn.service()),
            kind => format!("{kind}s"),
        };
        Of {
            kind,
            name: name.to_owned(),
            arn: self.account.text(&Template::from(arn)),
            folder: format!("{all}/{}", file_name(name)),
        }
    }

    #[inline]
    fn add<K: Kind>(&mut self, of: &Of, what: &str, policy: &Policy<K>) {
        self.add_in("", of, what, policy);
    }

    #[inline]
    fn add_in<K: Kind>(&mut self, folder: &str, of: &Of, what: &str, policy: &Policy<K>) {
        let document = self.account.document(policy);
        let mut stem = format!("{}/{folder}{}", of.folder, file_name(what));
        // Two of one name, as in two regions, lose nothing: nor on disks where `A` and `a` are one file.
        while self.has(&format!("{stem}.json")) {
            stem.push_str("-again");
        }
        self.documents.push(Document {
            of: of.clone(),
            what: what.to_owned(),
            file: format!("{stem}.json"),
            json: document.to_json_pretty() + "\n",
        });
    }

    #[inline]
    fn has(&self, file: &str) -> bool {
        self.documents
            .iter()
            .any(|known| known.file.eq_ignore_ascii_case(file))
    }

    #[inline]
    fn inline(&mut self, of: &Of, identity: &Identity) {
        for (name, policy) in identity.attached_policies_or_said().inline() {
            // A folder of their own, since their names are the user's.
            self.add_in("inline/", of, name, policy);
        }
    }
}

/// A name without what would make it another path: those of log groups and secrets have slashes.
#[inline]
fn file_name(name: &str) -> String {
    let name = name
        .replace('%', "%25")
        .replace('/', "%2F")
        .replace('\\', "%5C");
    match name.strip_prefix('.') {
        Some(rest) => format!("%2E{rest}"),
        None => name,
    }
}

#[inline]
fn manifest(documents: &[Document]) -> String {
    let mut writer = Writer::pretty();
    writer.list(documents, |writer, document| {
        writer.object(|writer| {
            let members = [
                ("type", document.of.kind),
                ("name", &document.of.name),
                ("arn", &document.of.arn),
                ("document", &document.what),
                ("file", &document.file),
            ];
            for (key, text) in members {
                writer.key(key);
                writer.string(text);
            }
        });
    });
    writer.finish() + "\n"
}
