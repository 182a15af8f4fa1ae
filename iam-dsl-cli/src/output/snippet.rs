//! Problems as people read them: with the line they are in, and a caret under it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use iam_dsl_core::check::FindingType;

use super::{Problem, printable};

/// Renders a problem with colours, or without.
pub(crate) fn snippet(problem: &Problem, is_coloured: bool) -> String {
    let mut title = level(problem.level()).primary_title(problem.message());
    if let Some(code) = problem.code() {
        title = title.id(code);
    }
    let mut group = Group::with_title(title);
    let file = printable(problem.file());
    group = match problem.excerpt() {
        None => group.element(Origin::path(file)),
        Some(excerpt) => {
            let source = Snippet::source(excerpt.text())
                .line_start(excerpt.line())
                .annotation(AnnotationKind::Primary.span(excerpt.range_in_text()));
            if excerpt.is_whole() {
                group.element(source.path(file))
            } else {
                // The renderer counts columns from the start of what it is given.
                let origin = Origin::path(file).line(excerpt.line());
                group
                    .element(origin.char_column(excerpt.column()))
                    .element(source)
            }
        }
    };
    if let Some(help) = problem.help() {
        group = group.element(Level::HELP.message(help));
    }
    for note in problem.notes() {
        group = group.element(Level::NOTE.message(note));
    }
    let renderer = if is_coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}

fn level(level: FindingType) -> Level<'static> {
    match level {
        FindingType::Error => Level::ERROR,
        FindingType::SecurityWarning => Level::WARNING.with_name("security warning"),
        FindingType::Suggestion => Level::HELP.with_name("suggestion"),
        _ => Level::WARNING,
    }
}
