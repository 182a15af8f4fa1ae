//! Text from values. Not for use by hand: it changes without notice.

use crate::{PolicyDocument, print};

/// Writes JSON text, either on one line or indented by two spaces a level.
///
/// It is here, and not `serde_json`, because numbers are kept digit for digit, and because it
/// would be one more crate for every user to build.
pub struct Writer {
    text: String,
    /// How deep the next line is indented; nothing where all goes on one line.
    indent: Option<usize>,
    /// Whether the innermost list or object is still empty.
    is_empty: bool,
}

impl Writer {
    /// Writes on one line.
    pub fn compact() -> Self {
        Self::new(None)
    }

    /// Writes with indentation.
    pub fn pretty() -> Self {
        Self::new(Some(0))
    }

    fn new(indent: Option<usize>) -> Self {
        Self {
            text: String::with_capacity(1024),
            indent,
            is_empty: true,
        }
    }

    /// Returns the text.
    pub fn finish(self) -> String {
        self.text
    }

    /// Writes an object whose members `write` writes, each after its [`key`](Self::key).
    pub fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.open('{');
        write(self);
        self.close('}');
    }

    /// Writes a list of what `write` makes of the items.
    pub fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.open('[');
        for item in items {
            self.next();
            write(self, item);
        }
        self.close(']');
    }

    /// Writes the key of the member that follows.
    pub fn key(&mut self, key: &str) {
        self.next();
        self.string(key);
        self.text
            .push_str(if self.indent.is_some() { ": " } else { ":" });
    }

    /// Writes a policy document.
    pub fn document(&mut self, document: &PolicyDocument) {
        print::document(self, document);
    }

    /// Writes what is JSON already: a number, `true`.
    pub fn raw(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// Writes a text.
    pub fn string(&mut self, text: &str) {
        self.text.push('"');
        // Without an early exit the compiler looks at many bytes at once, and nearly all text is plain.
        let is_plain = text
            .bytes()
            .fold(true, |is_plain, byte| is_plain & !is_escaped(byte));
        if is_plain {
            self.text.push_str(text);
        } else {
            text.chars().for_each(|character| self.character(character));
        }
        self.text.push('"');
    }

    fn character(&mut self, character: char) {
        match character {
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            '\t' => self.text.push_str("\\t"),
            '\u{8}' => self.text.push_str("\\b"),
            '\u{c}' => self.text.push_str("\\f"),
            control @ '\0'..' ' => {
                let digit = |value| char::from_digit(value, 16).unwrap_or('0');
                self.text.push_str("\\u00");
                self.text.push(digit(u32::from(control) >> 4));
                self.text.push(digit(u32::from(control) & 0xf));
            }
            plain => self.text.push(plain),
        }
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.indent = self.indent.map(|depth| depth + 1);
        self.is_empty = true;
    }

    fn close(&mut self, bracket: char) {
        self.indent = self.indent.map(|depth| depth - 1);
        if !self.is_empty {
            self.line();
        }
        self.text.push(bracket);
        self.is_empty = false;
    }

    fn next(&mut self) {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        self.line();
    }

    fn line(&mut self) {
        if let Some(depth) = self.indent {
            self.text.push('\n');
            for _ in 0..depth {
                self.text.push_str("  ");
            }
        }
    }
}

const fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}
