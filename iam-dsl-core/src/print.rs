//! Documents as JSON text, numbers digit for digit.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

use crate::PolicyDocument;

// Printing cannot fail: the keys are text and memory takes every byte.

pub(crate) fn compact(document: &PolicyDocument) -> String {
    print_verbatim(document, CompactFormatter)
}

pub(crate) fn pretty(document: &PolicyDocument) -> String {
    print_verbatim(document, PrettyFormatter::new())
}

fn print_verbatim(document: &PolicyDocument, layout: impl Formatter) -> String {
    let mut json = Vec::with_capacity(256);
    let formatter = Verbatim {
        numbers: document.numbers(),
        layout,
    };
    let printed = document.serialize(&mut Serializer::with_formatter(&mut json, formatter));
    debug_assert!(printed.is_ok(), "a document always prints");
    String::from_utf8(json).unwrap_or_default()
}

/// Prints numbers as they were read, which serde cannot carry: `1.50`, or more than 64 bits.
struct Verbatim<'a, N: Iterator<Item = &'a str>, L> {
    /// The document's numbers, in the order in which they are printed.
    numbers: N,
    layout: L,
}

impl<'a, N: Iterator<Item = &'a str>, L> Verbatim<'a, N, L> {
    fn next_number<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(self.numbers.next().unwrap_or("0").as_bytes())
    }
}

/// Leaves everything but numbers to the layout.
macro_rules! forward {
    ($($name:ident($($argument:ident: $type:ty)?);)*) => {$(
        fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $argument: $type)?) -> io::Result<()> {
            self.layout.$name(writer $(, $argument)?)
        }
    )*};
}

impl<'a, N: Iterator<Item = &'a str>, L: Formatter> Formatter for Verbatim<'a, N, L> {
    fn write_u64<W: ?Sized + Write>(&mut self, writer: &mut W, _: u64) -> io::Result<()> {
        self.next_number(writer)
    }

    fn write_i64<W: ?Sized + Write>(&mut self, writer: &mut W, _: i64) -> io::Result<()> {
        self.next_number(writer)
    }

    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, _: f64) -> io::Result<()> {
        self.next_number(writer)
    }

    forward! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        end_object_key();
        begin_object_value();
        end_object_value();
    }
}
