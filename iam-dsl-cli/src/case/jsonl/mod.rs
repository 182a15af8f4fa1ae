//! JSON Lines: a case a line, with its policies.

mod case;
mod policies;
mod request;

use std::io::BufRead;
use std::rc::Rc;

use iam_dsl_core::json;

use super::mistake::{Mistake, Source};
use super::{Case, Id, Unreadable};
use crate::output::{Excerpt, Problem};

/// The cases of a file, read line by line.
pub(crate) struct Lines<R> {
    file: Rc<str>,
    reader: R,
    /// The line that was read last, from 1.
    line: usize,
    buffer: Vec<u8>,
    /// Whether reading failed, which would only fail again.
    is_broken: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(file: &str, reader: R) -> Self {
        Self {
            file: file.into(),
            reader,
            line: 0,
            buffer: Vec::new(),
            is_broken: false,
        }
    }

    fn case(&self) -> Option<Result<Case, Unreadable>> {
        let text = match str::from_utf8(&self.buffer) {
            Ok(text) => text,
            Err(error) => return Some(Err(without_id(self.not_utf8(error.valid_up_to())))),
        };
        let text = text.trim_end_matches(['\n', '\r']);
        if text.trim().is_empty() {
            return None;
        }
        let source = Source {
            file: &self.file,
            text,
            first_line: self.line,
        };
        let node = match json::parse(text) {
            Ok(node) => node,
            Err(error) => {
                let span = error.span().unwrap_or_default();
                let mistake =
                    Mistake::new(span, format!("not a case in JSON: {}", error.message()))
                        .with_help(error.help().map(str::to_owned));
                return Some(Err(without_id(source.problem(mistake))));
            }
        };
        let id = node.get("id").map_or_else(Id::none, Id::of);
        Some(
            case::read(&node, id.clone(), &self.file, self.line).map_err(|mistake| {
                let problem = source.problem(mistake);
                Unreadable { id, problem }
            }),
        )
    }

    fn not_utf8(&self, start: usize) -> Problem {
        let text = String::from_utf8_lossy(&self.buffer);
        let excerpt = Excerpt::of(text.trim_end(), self.line, start, start + 1);
        Problem::new(&*self.file, "the line is not UTF-8").at(excerpt)
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Case, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_broken {
            self.buffer.clear();
            self.line += 1;
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => return None,
                Ok(_) => {
                    if let Some(case) = self.case() {
                        return Some(case);
                    }
                }
                Err(error) => {
                    self.is_broken = true;
                    return Some(Err(without_id(super::unopened(&self.file, &error))));
                }
            }
        }
        None
    }
}

const fn without_id(problem: Problem) -> Unreadable {
    let id = Id::none();
    Unreadable { id, problem }
}
