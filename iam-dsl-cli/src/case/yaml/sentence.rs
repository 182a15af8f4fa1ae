//! A test as a sentence: `deny s3:PutObject on arn:aws:s3:::reports/q1.csv as anonymous`.

use std::fmt;

use iam_dsl_evaluate::{ContextValue, Decision};

use super::check::ONE_ACTION;
use super::words::{Said, Words};
use crate::case::Expectation;
use crate::read::Mistake;
use crate::read::nearest;

/// What a test says, whether on a line or as a mapping.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) verdict: Verdict,
    pub(super) action: Said<String>,
    /// Whether the author vouches for the action, which the catalog lacks.
    pub(super) is_unchecked: bool,
    pub(super) resource: Option<Said<String>>,
    pub(super) caller: Option<Said<String>>,
    pub(super) owner: Option<Said<String>>,
    pub(super) with: Vec<Pair>,
    pub(super) without: Vec<Said<String>>,
}

/// A condition key and its value.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) key: Said<String>,
    /// Whether the author vouches for the key, which the catalog lacks.
    pub(super) is_unchecked: bool,
    pub(super) value: Said<ContextValue>,
}

/// The first words of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) words: &'static str,
    pub(super) expected: Expectation,
}

pub(super) const VERDICTS: [Verdict; 4] = [
    Verdict {
        words: "allow",
        expected: Expectation::Exactly(Decision::Allowed),
    },
    Verdict {
        words: "deny",
        expected: Expectation::Denied,
    },
    Verdict {
        words: "explicitly deny",
        expected: Expectation::Exactly(Decision::ExplicitlyDenied),
    },
    Verdict {
        words: "implicitly deny",
        expected: Expectation::Exactly(Decision::ImplicitlyDenied),
    },
];

/// What stands before a name that the author vouches for.
pub(super) const UNCHECKED: &str = "unchecked ";

const NO_COMMA: &str = "leave it out; where it is part of a name, put the name in quotes";

const CLAUSES: [&str; 5] = ["on", "as", "owned by", "with", "without"];

impl Sentence {
    /// Reads a sentence from its verdict on.
    pub(super) fn read(words: &mut Words<'_>) -> Result<Self, Mistake> {
        let verdict = verdict(words)?;
        Self::after(verdict, words)
    }

    /// Reads the rest of a sentence after its verdict.
    pub(super) fn after(verdict: Verdict, words: &mut Words<'_>) -> Result<Self, Mistake> {
        let is_unchecked = words.take("unchecked");
        let after = if is_unchecked {
            "unchecked"
        } else {
            verdict.words
        };
        let action = words.phrase(after, ONE_ACTION)?;
        let mut sentence = Self {
            verdict,
            action,
            is_unchecked,
            resource: None,
            caller: None,
            owner: None,
            with: Vec::new(),
            without: Vec::new(),
        };
        while let Some(word) = words.word() {
            sentence.clause(&word, words)?;
        }
        Ok(sentence)
    }

    fn clause(&mut self, word: &Said<&str>, words: &mut Words<'_>) -> Result<(), Mistake> {
        match word.value {
            "on" => once(&mut self.resource, word, words),
            "as" => caller(&mut self.caller, word, words),
            "owned" if words.take("by") => once(&mut self.owner, &said("owned by", word), words),
            "with" => {
                self.with.extend(pairs(words)?);
                Ok(())
            }
            "without" => {
                self.without.extend(keys(words)?);
                Ok(())
            }
            other => Err(unexpected(other, word)),
        }
    }
}

fn said<'a>(value: &'a str, word: &Said<&str>) -> Said<&'a str> {
    let span = word.span;
    Said { value, span }
}

fn once(
    part: &mut Option<Said<String>>,
    word: &Said<&str>,
    words: &mut Words<'_>,
) -> Result<(), Mistake> {
    let phrase = words.phrase(word.value, NO_COMMA)?;
    match part.replace(phrase) {
        None => Ok(()),
        Some(_) => Err(twice(word)),
    }
}

/// Takes a caller, with the word before it that vouches for its name.
fn caller(
    part: &mut Option<Said<String>>,
    word: &Said<&str>,
    words: &mut Words<'_>,
) -> Result<(), Mistake> {
    let is_unchecked = words.take("unchecked");
    once(part, word, words)?;
    if let Some(caller) = part.as_mut().filter(|_| is_unchecked) {
        caller.value.insert_str(0, UNCHECKED);
    }
    Ok(())
}

/// What a sentence has once already.
pub(super) fn twice(word: &Said<&str>) -> Mistake {
    let message = format!("`{}` is said twice in one test", word.value);
    Mistake::new(word.span, message).with_help("write a test for each".to_owned())
}

fn verdict(words: &mut Words<'_>) -> Result<Verdict, Mistake> {
    const STARTS: &str =
        "a test starts with `allow`, `deny`, `explicitly deny` or `implicitly deny`";
    let Some(first) = words.word() else {
        return Err(words
            .mistake(0..0, "an empty test")
            .with_help(STARTS.to_owned()));
    };
    let is_adverb = matches!(first.value, "explicitly" | "implicitly");
    let said = if is_adverb && words.take("deny") {
        format!("{} deny", first.value)
    } else {
        first.value.to_owned()
    };
    match VERDICTS.iter().find(|verdict| verdict.words == said) {
        Some(verdict) => Ok(*verdict),
        None if is_adverb => Err(Mistake::new(first.span, format!("`{said}` without `deny`"))
            .with_help(format!("write `{said} deny`"))),
        None => {
            let all = VERDICTS.map(|verdict| verdict.words);
            let meant = inflected(&said).or_else(|| nearest(&said, &all));
            Err(
                Mistake::new(first.span, format!("unknown verdict `{said}`"))
                    .with_suggestion(meant, STARTS),
            )
        }
    }
}

/// The verdict that a word is another form of.
pub(super) fn inflected(word: &str) -> Option<&'static str> {
    match word {
        "denied" | "denies" => Some("deny"),
        "allowed" | "allows" => Some("allow"),
        "explicitly denied" => Some("explicitly deny"),
        "implicitly denied" => Some("implicitly deny"),
        _ => None,
    }
}

fn unexpected(text: &str, word: &Said<&str>) -> Mistake {
    let mistake = Mistake::new(word.span, format!("`{text}` is not expected here"));
    if text.starts_with("arn:") {
        return mistake.with_help(format!(
            "the resource follows `on`, the caller `as`: write `on {text}`"
        ));
    }
    if text.contains('=') {
        return mistake.with_help(format!(
            "condition keys follow `with`, and each other after `and`: write `with {text}`"
        ));
    }
    let clauses = format!("write `{}`", CLAUSES.join("`, `"));
    mistake.with_suggestion(nearest(text, &CLAUSES), clauses)
}

/// Reads condition keys with their values: `a=1, b=2 and c=[3, 4]`.
pub(super) fn pairs(words: &mut Words<'_>) -> Result<Vec<Pair>, Mistake> {
    let mut pairs = Vec::new();
    loop {
        let is_unchecked = words.take("unchecked");
        let key = words.key("with")?;
        let value = words.value_of(&key.value)?;
        pairs.push(Pair {
            key,
            is_unchecked,
            value,
        });
        if !words.separator() {
            return Ok(pairs);
        }
    }
}

/// Reads condition keys alone.
pub(super) fn keys(words: &mut Words<'_>) -> Result<Vec<Said<String>>, Mistake> {
    let mut keys = Vec::new();
    loop {
        keys.push(words.key("without")?);
        if !words.separator() {
            return Ok(keys);
        }
    }
}

/// Says the sentence again, for a test that has no name and stands in a mapping.
impl fmt::Display for Sentence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.verdict.words, self.action.value)?;
        let parts = [
            ("on", &self.resource),
            ("as", &self.caller),
            ("owned by", &self.owner),
        ];
        for (word, part) in parts {
            if let Some(part) = part {
                write!(formatter, " {word} {}", part.value)?;
            }
        }
        for (index, pair) in self.with.iter().enumerate() {
            let word = if index == 0 { "with" } else { "and" };
            let values = pair.value.value.values().join(", ");
            write!(formatter, " {word} {}=", pair.key.value)?;
            match &pair.value.value {
                ContextValue::Single(_) => formatter.write_str(&values)?,
                ContextValue::Multi(_) => write!(formatter, "[{values}]")?,
            }
        }
        for (index, key) in self.without.iter().enumerate() {
            let word = if index == 0 { "without" } else { "and" };
            write!(formatter, " {word} {}", key.value)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use iam_dsl_core::json::Span;

    use super::*;
    use crate::case::yaml::scalar::Scalar;

    fn read(text: &str) -> Result<Sentence, Mistake> {
        let span = Span::new(0, u32::try_from(text.len()).unwrap());
        let source = text;
        Sentence::read(&mut Words::new(Scalar { text, span, source }))
    }

    #[test]
    fn a_sentence_says_itself_again() {
        for text in [
            "allow s3:GetObject on arn:aws:s3:::b/k",
            "explicitly deny s3:GetObject on arn:aws:s3:::b/k as anonymous owned by 123456789012",
            "deny s3:GetObject on x with a=1 and b=[2, 3] and c=[] without d and e",
        ] {
            assert_eq!(read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn clauses_come_in_any_order() {
        let sentence = read("deny a:B without c as me with d=1,e=2 on x").unwrap();
        assert_eq!(
            sentence.to_string(),
            "deny a:B on x as me with d=1 and e=2 without c"
        );
    }

    #[test]
    fn quotes_hold_what_would_end_a_word() {
        let sentence = read(r#"deny a:B on "a b" with 'c d'="e, f" and g=["h, i", j k]"#).unwrap();
        assert_eq!(sentence.resource.unwrap().value, "a b");
        let values: Vec<_> = sentence
            .with
            .iter()
            .map(|pair| pair.value.value.values())
            .collect();
        assert_eq!(sentence.with[0].key.value, "c d");
        assert_eq!(values, [&["e, f"][..], &["h, i", "j k"][..]]);
    }

    #[test]
    fn a_name_that_the_catalog_lacks_is_marked() {
        let sentence =
            read("deny unchecked a:B as unchecked e on x with unchecked c=1 and d=2").unwrap();
        assert!(sentence.is_unchecked);
        assert_eq!(sentence.caller.unwrap().value, "unchecked e");
        assert!(sentence.with[0].is_unchecked && !sentence.with[1].is_unchecked);
    }
}
