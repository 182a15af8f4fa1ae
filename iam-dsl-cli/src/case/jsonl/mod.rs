//! JSON Lines: a case a line, with its policies.

mod case;
mod policies;
mod request;

use std::io::BufRead;
use std::mem;
use std::rc::Rc;

use iam_dsl_core::json;

use super::{Case, Id, Unreadable};
use crate::output::{Excerpt, Problem};
use crate::read::{Mistake, Source};

/// The cases of a file, read line by line.
pub(crate) struct Lines<R> {
    file: Rc<str>,
    reader: R,
    /// The line that was read last, from 1.
    line: usize,
    buffer: Vec<u8>,
    state: State,
}

/// How far reading is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// All lines so far are blank.
    Blank,
    /// The first line is no object, nor is any since: all of it is one mistake.
    Foreign,
    Cases,
    /// Reading failed or came to the end, which would only happen again.
    Done,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(file: &str, reader: R) -> Self {
        Self {
            file: file.into(),
            reader,
            line: 0,
            buffer: Vec::new(),
            state: State::Blank,
        }
    }

    /// Reads the line in the buffer.
    fn line(&mut self) -> Option<Result<Case, Unreadable>> {
        let line = without_mark(&self.buffer, self.line).trim_ascii();
        let first = line.first()?;
        if *first == b'{' {
            self.state = State::Cases;
        }
        match self.state {
            State::Foreign => None,
            State::Blank => {
                self.state = State::Foreign;
                Some(Err(Unreadable::unnamed(self.foreign())))
            }
            State::Cases | State::Done => Some(self.case()),
        }
    }

    fn case(&self) -> Result<Case, Unreadable> {
        let line = without_mark(&self.buffer, self.line);
        let text = match str::from_utf8(line) {
            Ok(text) => text.trim_end_matches(['\n', '\r']),
            Err(error) => return Err(Unreadable::unnamed(self.not_utf8(error.valid_up_to()))),
        };
        let source = Source {
            file: &self.file,
            text,
            first_line: self.line,
        };
        let node = json::parse(text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            let mistake = Mistake::new(span, format!("not a case in JSON: {}", error.message()))
                .with_help(error.help().map(str::to_owned));
            Unreadable::unnamed(source.problem(mistake))
        })?;
        let id = node.get("id").map_or_else(Id::none, Id::of);
        case::read(&node, id.clone(), &self.file, self.line)
            .map_err(|mistake| Unreadable::new(id, source.problem(mistake)))
    }

    /// All lines of YAML are wrong for one reason.
    fn foreign(&self) -> Problem {
        let text = String::from_utf8_lossy(without_mark(&self.buffer, self.line));
        let text = text.trim_end();
        let start = text.len() - text.trim_start().len();
        Problem::new(
            &*self.file,
            "not JSON Lines: the first line is no JSON object",
        )
        .at(Excerpt::of(text, self.line, start, text.len()))
        .with_help("tests in YAML are files whose names end in `.yaml` or `.yml`".to_owned())
    }

    fn not_utf8(&self, start: usize) -> Problem {
        let text = String::from_utf8_lossy(without_mark(&self.buffer, self.line));
        let excerpt = Excerpt::of(text.trim_end(), self.line, start, start + 1);
        Problem::new(&*self.file, "the line is not UTF-8").at(excerpt)
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Case, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.state != State::Done {
            self.buffer.clear();
            self.line += 1;
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => {
                    let before = mem::replace(&mut self.state, State::Done);
                    let is_empty = before == State::Blank;
                    return is_empty.then(|| Err(Unreadable::unnamed(super::empty(&self.file))));
                }
                Ok(_) => {
                    if let Some(case) = self.line() {
                        return Some(case);
                    }
                }
                Err(error) => {
                    self.state = State::Done;
                    return Some(Err(Unreadable::unnamed(super::unopened(
                        &self.file, &error,
                    ))));
                }
            }
        }
        None
    }
}

/// The line without the mark that editors of Windows begin files with.
fn without_mark(line: &[u8], number: usize) -> &[u8] {
    match line.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) if number == 1 => rest,
        _ => line,
    }
}
