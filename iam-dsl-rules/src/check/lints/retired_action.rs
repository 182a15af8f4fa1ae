//! A policy names actions that AWS still has.
//!
//! The reference drops some; it goes on listing others whose services have ended, or which others have replaced.
//!
//! AWS: <https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-iam-mapping-reference.html>

use std::sync::OnceLock;

use iam_dsl_catalog::{Action, Service};

use super::actions::any_action;
use crate::check::report::Report;
use crate::check::view::{Document, Element};
use crate::check::{Code, Message};
use crate::pattern::glob_ignore_case;

codes! {
    /// An action that AWS has retired.
    ///
    /// No request is for it any more, since the service has ended or other actions have taken its place. To allow it does
    /// nothing; to deny it leaves what took its place open.
    ///
    /// Instead, name the actions that took its place, or leave it out.
    ///
    /// AWS: <https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-iam-mapping-reference.html>
    RETIRED_ACTION = suggestion, own;
}

/// What took the place of an action, by service prefix and action name; nothing where its service has ended.
type Retired = (&'static str, &'static str, Option<&'static str>);

const BILLING: Option<&str> = Some(
    "`account`, `billing`, `payments`, `invoicing`, `tax`, `cur`, `ce`, `budgets`, `freetier` and others",
);
const ORDERS: Option<&str> = Some(
    "single actions such as `purchase-orders:GetPurchaseOrder` and `purchase-orders:UpdatePurchaseOrder`",
);

const RETIRED: &[Retired] = &[
    // AWS: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-iam-mapping-reference.html
    ("aws-portal", "*", BILLING),
    ("purchase-orders", "ViewPurchaseOrders", ORDERS),
    ("purchase-orders", "ModifyPurchaseOrders", ORDERS),
    // AWS: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachClassicLinkVpc.html
    ("ec2", "*ClassicLink*", None),
    // AWS: https://docs.aws.amazon.com/opsworks/latest/APIReference/Welcome.html
    ("opsworks", "*", None),
    // AWS: https://docs.aws.amazon.com/robomaker/latest/dg/chapter-development.html
    ("robomaker", "*", None),
    // AWS: https://docs.aws.amazon.com/elastictranscoder/latest/developerguide/using-sdks.html
    ("elastictranscoder", "*", None),
    // AWS: https://docs.aws.amazon.com/mediastore/latest/ug/policies-object-lifecycle-examples.html
    ("mediastore", "*", None),
    // AWS: https://docs.aws.amazon.com/lookout-for-vision/latest/developer-guide/su-awscli-sdk.html
    ("lookoutvision", "*", None),
    // AWS: https://docs.aws.amazon.com/codestar/latest/APIReference/Welcome.html
    ("codestar", "*", None),
    // AWS: https://docs.aws.amazon.com/iotanalytics/latest/userguide/api.html
    ("iotanalytics", "*", None),
    // AWS: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Evidently
    ("evidently", "*", None),
    // The SDKs have dropped it with others that ended: https://github.com/aws/aws-sdk-kotlin/pull/1724/files
    ("qldb", "*", None),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let elements = document.statements.iter().filter_map(|of| of.action());
    for (item, text) in elements.flat_map(Element::known) {
        let Some((prefix, name)) = text.split_once(':') else {
            continue;
        };
        let is_it = |(of, names, _): &&Retired| {
            of.eq_ignore_ascii_case(prefix) && glob_ignore_case(names, name)
        };
        if let Some((prefix, _, instead)) = RETIRED.iter().find(is_it) {
            report.add_at(item, retired(text, prefix, *instead));
        } else if is_dropped(prefix, text) {
            report.add_at(item, dropped(text));
        }
    }
}

/// Of what the reference once listed, the catalog keeps the names.
fn is_dropped(prefix: &str, text: &str) -> bool {
    static SERVICES: OnceLock<Vec<Service>> = OnceLock::new();
    let services = SERVICES.get_or_init(|| {
        let drops = |of: &Service| of.actions().any(Action::is_deprecated);
        Service::all().filter(drops).collect()
    });
    let is_it = |of: &Service| of.prefix().eq_ignore_ascii_case(prefix);
    services.iter().any(is_it) && any_action(text, |action| !action.is_deprecated()) == Some(false)
}

fn dropped(text: &str) -> Message {
    Message::new(
        Code::RETIRED_ACTION,
        format!("AWS no longer lists `{text}`: no request is for it"),
    )
    .with_help("leave it out, or name what took its place")
}

fn retired(text: &str, prefix: &str, instead: Option<&str>) -> Message {
    let message = |what: String| Message::new(Code::RETIRED_ACTION, what);
    match instead {
        Some(instead) => message(format!("AWS has retired `{text}`: no request is for it"))
            .with_help(format!("name what took its place: {instead}")),
        None if prefix == "ec2" => message(format!(
            "AWS has retired `{text}` with EC2-Classic: no request is for it"
        ))
        .with_help("leave it out"),
        None => message(format!(
            "the service of `{text}` has ended: no request is for it"
        ))
        .with_help("leave it out"),
    }
}
