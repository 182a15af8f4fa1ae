//! What changes something is allowed on what it has to change.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>

use iam_dsl_catalog::{self as catalog, AccessLevel, Action, ActionResource};

use super::allowed;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// Actions that change something, on `*`, although they could be limited to some resources.
    ///
    /// The policy is for one program or team, but lets it change and delete what belongs to all others in the account: a wrong
    /// name in a configuration is enough.
    ///
    /// Instead, name the resources in `Resource` by their ARNs; `*` within an ARN stands for part of a name. Actions that
    /// take no resource keep `"*"`, in a statement of their own.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    RESOURCE_WILDCARD = warning from Production, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if !allowed::gives(document.kind) {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let (Some(actions), Some(star)) = (statement.action(), star(statement)) else {
            continue;
        };
        if !allowed::is_on_everything(statement, "") {
            continue;
        }
        let changing = changing(actions);
        if let Some(message) = message(&changing) {
            report.add_at(star, message);
        }
    }
}

fn star<'s, 'a>(statement: &'s Statement<'a>) -> Option<&'s Leaf<'a>> {
    let element = statement.resources.first()?;
    let mut items = element.items.iter();
    let star = items.find(|item| item.text == Some("*"));
    star.filter(|_| element.name == "Resource")
}

/// What actions that only read begin with: most of what is allowed on `*`, and not worth looking up.
const READING: &[&str] = &["Describe", "Get", "List"];

/// Returns the actions that change what could be named, of those that the statement does not take whole services of.
fn changing(element: &Element<'_>) -> Vec<Action> {
    let mut changing = Vec::new();
    for (_, text) in element.known() {
        let Some((_, name)) = text.split_once(':') else {
            continue;
        };
        if name == "*"
            || SAID_ALREADY.contains(&text)
            || READING.iter().any(|reads| name.starts_with(reads))
        {
            continue;
        }
        if allowed::is_pattern(text) {
            changing.extend(catalog::expand(text).filter(|action| changes_named(*action)));
        } else {
            changing.extend(Action::find(text).filter(|action| changes_named(*action)));
        }
    }
    changing
}

/// Access Analyzer has codes for these.
const SAID_ALREADY: &[&str] = &["iam:CreateServiceLinkedRole", "iam:PassRole"];

/// Requests for an action with one type of resource that is not required, such as `cloudwatch:PutMetricData`, mostly name none.
fn changes_named(action: Action) -> bool {
    let levels = action.access_levels();
    let mut resources = action.resources();
    levels.contains(AccessLevel::Write)
        && !levels.contains(AccessLevel::Tagging)
        && (resources.len() > 1 || resources.any(ActionResource::is_required))
}

fn message(changing: &[Action]) -> Option<Message> {
    let (first, others) = changing.split_first()?;
    let message = match others.len() {
        0 => format!("`{first}` is allowed on every resource of its kind in the account"),
        1 => format!(
            "`{first}` and another action are allowed on every resource of their kinds in the account"
        ),
        more => format!(
            "`{first}` and {more} other actions are allowed on every resource of their kinds in the account"
        ),
    };
    let mut arns = Vec::new();
    // A few say what is meant.
    for arn in changing
        .iter()
        .take(12)
        .filter_map(|action| allowed::example_arn(*action))
    {
        if arns.len() < 3 && !arns.contains(&arn) {
            arns.push(arn);
        }
    }
    let help = format!("name the resources, such as `{}`", arns.join("`, `"));
    Some(Message::new(Code::RESOURCE_WILDCARD, message).with_help(help))
}
