//! A policy lists what it allows.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege>

use super::allowed;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf, Statement};
use crate::check::{Code, Message};
use crate::pattern::glob_ignore_case;

codes! {
    /// An Allow of all actions but those listed, on every resource.
    ///
    /// Such a statement allows nearly all of AWS, hundreds of services that nobody thought of when it was written, and each
    /// action that AWS adds from now on.
    ///
    /// Instead, list in `Action` what is needed. To take something away from what other statements allow, write a statement
    /// with `"Effect": "Deny"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html>
    ALLOW_WITH_NOT_ACTION = warning from Development, own;
    /// Everything is allowed on everything.
    ///
    /// Whoever gets hold of the credentials of a program with this policy owns the account: they can read and delete all data,
    /// create users for themselves, and run up any bill. A mistake in the program can do the same.
    ///
    /// Instead, list the actions that the program calls in `Action` and what they act on in `Resource`. If it already runs,
    /// collect the actions it used, one a line, and `cargo iam check --used ACTIONS.txt` says what else the policy grants.
    /// Administrators are people: attach the AWS-managed policy `AdministratorAccess` to a role that few may assume, with
    /// multi-factor authentication, in an emergency.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege>
    FULL_ADMIN = security_warning from Development, own;
}

const HELP: &str = "list in `Action` what the program calls and name in `Resource` what it acts on: `cargo iam expand 's3:*'` shows \
     the actions of a service, and `cargo iam check --used ACTIONS.txt`, with a list of actions that were used, what else the \
     policy allows; for people who administer the account keep the AWS-managed policy `AdministratorAccess`, on a role for \
     emergencies";

/// Who may do one of these on anything may give themselves all that is missing.
const GIVES_ALL: &[&str] = &[
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreatePolicyVersion",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if !allowed::gives(document.kind) {
        return;
    }
    for statement in &document.statements {
        let Some(all) = everything(statement) else {
            continue;
        };
        match all {
            All::By(item) => {
                let text = item.text.unwrap_or("*");
                let message = format!(
                    "`{text}` on every resource lets whoever has this policy do everything in the account"
                );
                report.add_at(
                    item,
                    Message::new(Code::FULL_ADMIN, message).with_help(HELP),
                );
            }
            All::But(element) => report.add(element.place, element.key_span, all_but(element)),
        }
    }
}

/// Returns true when a statement makes whoever has the policy an administrator.
pub(super) fn is_given(document: &Document<'_>) -> bool {
    document
        .statements
        .iter()
        .filter_map(everything)
        .any(|all| match all {
            All::By(_) => true,
            All::But(element) => leaves_admin(element),
        })
}

enum All<'s, 'a> {
    By(&'s Leaf<'a>),
    But(&'s Element<'a>),
}

/// Returns what of a statement allows everything, or all but some, on everything.
fn everything<'s, 'a>(statement: &'s Statement<'a>) -> Option<All<'s, 'a>> {
    let element = statement.actions.first()?;
    let all = if element.name == "Action" {
        let mut items = element.known();
        let (item, _) = items.find(|(_, text)| allowed::is_every_action(text))?;
        All::By(item)
    } else {
        All::But(element)
    };
    (statement.allows() && allowed::is_on_everything(statement, "")).then_some(all)
}

fn all_but(element: &Element<'_>) -> Message {
    if leaves_admin(element) {
        let message = "`NotAction` on every resource leaves over actions of IAM with which whoever has this policy can give themselves \
             everything";
        return Message::new(Code::FULL_ADMIN, message).with_help(HELP);
    }
    let message = "`NotAction` on every resource allows all of AWS but what it lists, also what AWS adds later";
    let help = "list in `Action` what is needed; what is never to be allowed goes into a statement with `\"Effect\": \"Deny\"`";
    Message::new(Code::ALLOW_WITH_NOT_ACTION, message).with_help(help)
}

/// Whether `NotAction` leaves over an action that is as good as all.
fn leaves_admin(element: &Element<'_>) -> bool {
    GIVES_ALL.iter().any(|action| {
        element.items.iter().all(|item| {
            item.text
                .is_some_and(|text| !glob_ignore_case(text, action))
        })
    })
}
