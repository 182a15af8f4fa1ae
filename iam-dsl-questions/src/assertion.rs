//! What `assert_allows!` and `assert_denies!` call.

use std::fmt::Write as _;

use iam_dsl_evaluate::{ContextValue, Trace};

use crate::{HasPermissions, Question, RequestAction};

/// The question that a macro has the parts of.
pub fn question(identity: &impl HasPermissions, action: impl RequestAction) -> Question {
    Question::new(identity.asker(), action.into_name())
}

/// The values where a macro has a list.
pub fn context_values<const N: usize>(values: [String; N]) -> ContextValue {
    ContextValue::from(values)
}

/// What can be asserted of by itself: a [`Question`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a question: an action is missing",
    label = "asks nothing by itself",
    note = "write `assert_allows!(role, s3::GetObject, on = …)`, or `assert_allows!(role.can(aws::s3::GetObject).on(…))`, without `.is_allowed()`"
)]
pub trait AsQuestion: sealed::Sealed {
    #[doc(hidden)]
    fn as_question(&self) -> &Question;
}

mod sealed {
    pub trait Sealed {}
}

impl sealed::Sealed for Question {}

impl AsQuestion for Question {
    fn as_question(&self) -> &Question {
        self
    }
}

impl<T: AsQuestion> sealed::Sealed for &T {}

impl<T: AsQuestion> AsQuestion for &T {
    fn as_question(&self) -> &Question {
        (**self).as_question()
    }
}

/// Panics unless the request is allowed, or when no request could be such.
#[track_caller]
pub fn assert_allows(question: &impl AsQuestion) {
    let question = question.as_question();
    no_mistake(question);
    let trace = question.explain();
    if !trace.decision().is_allowed() {
        fail(question, "can", &trace);
    }
}

/// Panics when the request is allowed or may be, or when no request could be such.
#[track_caller]
pub fn assert_denies(question: &impl AsQuestion) {
    let question = question.as_question();
    no_mistake(question);
    let trace = question.explain();
    if trace.decision().is_allowed() || !question.is_denied_for_sure() {
        fail(question, "cannot", &trace);
    }
}

/// A denial of what nobody can ask would pass for the wrong reason.
#[track_caller]
#[expect(clippy::panic, reason = "this is how a test fails")]
fn no_mistake(question: &Question) {
    if let Some(mistake) = question.mistake() {
        panic!("not an assertion about a request: {mistake}");
    }
}

#[track_caller]
#[expect(clippy::panic, reason = "this is how a test fails")]
fn fail(question: &Question, can: &str, trace: &Trace) -> ! {
    let mut message = "assertion failed: ".to_owned();
    // Writing to a text does not fail.
    let _ = question.write(&mut message, can);
    let _ = write!(message, "\n{trace}");
    for policy in question.unknown_policies() {
        let _ = write!(
            message,
            "\nnote: what `{policy}` allows is not known here: add its text with `.with_policy(..)`"
        );
    }
    if let Some(boundary) = question.unknown_boundary() {
        let _ = write!(
            message,
            "\nnote: what `{boundary}` allows is not known here: add its text with `.with_boundary(..)`"
        );
    }
    if let Some(policy) = question.unknown_resource_policy() {
        let _ = write!(
            message,
            "\nnote: what the {policy} of the resource says is not known here: ask about its handle, or give the policy to a question"
        );
    }
    panic!("{message}");
}
