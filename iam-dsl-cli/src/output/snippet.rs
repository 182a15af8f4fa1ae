//! Problems as people read them: with the line they are in, and a caret under it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Problem;

/// Renders a problem with colours, or without.
pub(crate) fn snippet(problem: &Problem, is_coloured: bool) -> String {
    let mut group = Group::with_title(Level::ERROR.primary_title(problem.message()));
    group = match problem.excerpt() {
        Some(excerpt) => group.element(
            Snippet::source(excerpt.text())
                .line_start(excerpt.line())
                .path(problem.file())
                .annotation(AnnotationKind::Primary.span(excerpt.range())),
        ),
        None => group.element(Origin::path(problem.file())),
    };
    if let Some(help) = problem.help() {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if is_coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}
