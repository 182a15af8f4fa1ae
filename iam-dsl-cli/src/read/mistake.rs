//! Mistakes in what was read, and where.

use iam_dsl_core::check::Message;
use iam_dsl_core::json::Span;

use crate::output::{Excerpt, Problem};

/// Something wrong at a place in a text: byte offsets, since only [`Source`] knows lines.
#[derive(Debug)]
pub(crate) struct Mistake {
    pub(crate) span: Span,
    message: String,
    help: Option<String>,
}

/// A text that is being read: a file, or a line of one.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    /// The line of the file that the text starts with.
    pub(crate) first_line: usize,
}

impl Mistake {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            help: None,
        }
    }

    /// What a check of the catalog said about the text at `span`.
    pub(crate) fn checked(span: Span, message: &Message) -> Self {
        Self::new(span, message.text()).with_help(message.help().map(str::to_owned))
    }

    /// The mistake with what to write instead, where that is known.
    pub(crate) fn with_help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help = help.into();
        self
    }

    /// The mistake with other help where it has none.
    pub(crate) fn or_help(mut self, help: impl Into<String>) -> Self {
        self.help = self.help.or_else(|| Some(help.into()));
        self
    }

    /// The mistake with a word to suggest, or else with other help.
    pub(crate) fn with_suggestion(self, word: Option<&str>, otherwise: impl Into<String>) -> Self {
        self.with_help(match word {
            Some(word) => format!("did you mean `{word}`?"),
            None => otherwise.into(),
        })
    }
}

impl Source<'_> {
    /// The mistake with the line it is in.
    pub(crate) fn problem(&self, mistake: Mistake) -> Problem {
        let (start, end) = (mistake.span.start as usize, mistake.span.end as usize);
        Problem::new(self.file, mistake.message)
            .with_help(mistake.help)
            .at(Excerpt::of(self.text, self.first_line, start, end))
    }

    /// Returns the line of the file on which a byte of the text stands.
    pub(crate) fn line(&self, offset: u32) -> usize {
        let before = self.text.get(..offset as usize).unwrap_or("");
        self.first_line + before.bytes().filter(|byte| *byte == b'\n').count()
    }
}
