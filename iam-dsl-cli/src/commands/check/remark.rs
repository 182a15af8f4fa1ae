//! What is to be said of a policy besides its findings.

use iam_dsl_catalog::Action;
use iam_dsl_core::check::FindingType;
use iam_dsl_core::json::{Position, Span};

use super::answer::Answer;
use super::used::{Unused, Used};

/// So many names of actions are read; more are counted.
const FEW: usize = 8;

/// Something that no code stands for.
pub(super) struct Remark {
    pub(super) level: FindingType,
    /// Where the policy is in a file that is none itself.
    pub(super) at: String,
    pub(super) place: Option<(Span, Position, Position)>,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) notes: Vec<String>,
}

/// Returns what is to be said of a policy besides its findings.
pub(super) fn remarks(answer: &Answer, used: Option<&Used>) -> Vec<Remark> {
    let refused = answer.create_policy.message.as_ref();
    let refused = refused
        .filter(|_| !answer.has_errors())
        .map(|message| Remark {
            level: FindingType::Error,
            at: String::new(),
            place: None,
            message: format!("IAM refuses to save this policy: {message}"),
            help: None,
            notes: Vec::new(),
        });
    let list = used.map_or("", |used| &used.file);
    let unused = answer.unused.iter().flatten();
    refused
        .into_iter()
        .chain(unused.map(|unused| not_used(unused, list)))
        .collect()
}

fn not_used(unused: &Unused, list: &str) -> Remark {
    let (count, all) = (
        unused.actions.len(),
        unused.actions.len() + unused.used.len(),
    );
    let message = match (count, all) {
        (_, 1) => format!("the action that this grants is not in `{list}`"),
        (_, all) if all == count => {
            format!("none of the {all} actions that this grants is in `{list}`")
        }
        (1, _) => format!("1 of the {all} actions that this grants is not in `{list}`"),
        _ => format!("{count} of the {all} actions that this grants are not in `{list}`"),
    };
    let help = match unused.used.as_slice() {
        [] => "leave the statement out, if the list is of all that happens".to_owned(),
        used => format!("grant what was used: {}", few(used, Action::to_string)),
    };
    Remark {
        level: FindingType::Suggestion,
        at: unused.at.clone(),
        place: Some((unused.span, unused.start, unused.end)),
        message,
        help: Some(help),
        notes: by_service(&unused.actions),
    }
}

/// Says how many actions of each service there are, and names some.
fn by_service(actions: &[Action]) -> Vec<String> {
    let services: Vec<&[Action]> = actions
        .chunk_by(|left, right| left.service() == right.service())
        .collect();
    let mut notes: Vec<String> = services
        .iter()
        .take(FEW)
        .filter_map(|actions| {
            let prefix = actions.first()?.service().prefix();
            let names = few(actions, |action| action.name().to_owned());
            Some(format!("{prefix}, {}: {names}", actions.len()))
        })
        .collect();
    let more = services.iter().skip(FEW);
    if more.len() > 0 {
        let count: usize = more.clone().map(|actions| actions.len()).sum();
        notes.push(format!("and {count} of {} other services", more.len()));
    }
    notes
}

fn few(actions: &[Action], name: impl Fn(&Action) -> String) -> String {
    let names: Vec<String> = actions.iter().take(FEW).map(name).collect();
    let more = actions.len().saturating_sub(FEW);
    if more == 0 {
        return names.join(", ");
    }
    format!("{} and {more} more", names.join(", "))
}
