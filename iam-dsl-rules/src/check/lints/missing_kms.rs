//! Who has to encrypt with a key may use that key.
//!
//! AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html>

use super::actions::may_allow;
use super::comparison::Comparison;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// The policy demands encryption with a KMS key that it does not allow to use.
    ///
    /// S3 uses the key on behalf of whoever uploads, who needs `kms:GenerateDataKey` on it. Unless the key's own policy
    /// allows that, each upload fails.
    ///
    /// Instead, allow `kms:GenerateDataKey` on the key, and `kms:Decrypt` for uploads in parts.
    ///
    /// AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html>
    MISSING_KMS_PERMISSION = suggestion, own;
}

const KEY_OF_OBJECT: &str = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const UPLOAD: &str = "s3:PutObject";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Identity {
        return;
    }
    for statement in &document.statements {
        if !statement.conditions.is_empty() && statement.acts_on(UPLOAD) {
            one_statement(document, statement, report);
        }
    }
}

fn one_statement(document: &Document<'_>, statement: &Statement<'_>, report: &mut Report) {
    let comparisons = Comparison::all(statement).unwrap_or_default();
    let Some(of_key) = comparisons.iter().find(|of| of.is_of(KEY_OF_OBJECT)) else {
        return;
    };
    // Allowed only with the key, or denied with any other one.
    let wants_key = if statement.allows() {
        of_key.demands_key()
    } else {
        of_key.operator.base().is_negated() && may_allow(document, UPLOAD)
    };
    if wants_key && !may_allow(document, "kms:GenerateDataKey") {
        report.add_at(
            of_key.key,
            Message::new(
                Code::MISSING_KMS_PERMISSION,
                format!("to upload with this key, `{UPLOAD}` also needs `kms:GenerateDataKey`, which this policy does not allow"),
            )
            .with_help("allow `kms:GenerateDataKey` on that key, and `kms:Decrypt` for uploads in parts"),
        );
    }
}
