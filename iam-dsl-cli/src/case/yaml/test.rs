//! A test: a sentence on a line, or a mapping of its parts.

use std::rc::Rc;

use iam_dsl_core::check::condition_key;
use iam_dsl_core::json::{Member, Node, Value};
use iam_dsl_evaluate::{Caller, Context, Evaluator, Request};

use super::caller::caller;
use super::check;
use super::keys;
use super::possible;
use super::scalar::{scalar, words};
use super::scope::{Scope, account};
use super::sentence::{Sentence, VERDICTS, inflected, twice};
use super::tree::describe;
use super::words::Said;
use crate::case::{Case, Id, Unreadable};
use crate::read::nearest;
use crate::read::{Mistake, Source};

const KEYS: [&str; 10] = [
    "name",
    "allow",
    "deny",
    "explicitly deny",
    "implicitly deny",
    "on",
    "as",
    "owned by",
    "with",
    "without",
];

/// What the tests of one group share.
pub(super) struct Group<'a> {
    pub(super) scope: Scope,
    pub(super) evaluator: Rc<Evaluator>,
    pub(super) source: Source<'a>,
    pub(super) file: Rc<str>,
}

impl Group<'_> {
    /// Reads a test.
    pub(super) fn case(&self, node: &Node<'_>) -> Result<Case, Unreadable> {
        let mut id = self.id(self.name(node));
        self.read(node, &mut id)
            .map_err(|mistake| Unreadable::new(id, self.source.problem(mistake)))
    }

    /// Reads a test, and gives it the name of what it says where it has none.
    fn read(&self, node: &Node<'_>, id: &mut Id) -> Result<Case, Mistake> {
        let (name, sentence) = self.test(node)?;
        *id = self.id(name);
        Ok(Case {
            id: id.clone(),
            file: Rc::clone(&self.file),
            line: self.source.line(node.span.start),
            evaluator: Rc::clone(&self.evaluator),
            expected: Some(sentence.verdict.expected),
            request: self.request(sentence)?,
        })
    }

    /// What to call a test before it is understood: its sentence, its name, or else its line.
    fn name(&self, node: &Node<'_>) -> String {
        let name = match &node.value {
            Value::Object(_) => node.get("name").and_then(Node::as_str),
            _ => node.as_str(),
        };
        match name.map(one_line) {
            Some(name) if !name.is_empty() => name,
            _ => format!("line {}", self.source.line(node.span.start)),
        }
    }

    fn id(&self, test: String) -> Id {
        Id::from(match &self.scope.name {
            Some(group) => format!("{group}: {test}"),
            None => test,
        })
    }

    fn test(&self, node: &Node<'_>) -> Result<(String, Sentence), Mistake> {
        match &node.value {
            Value::String(text) => {
                let sentence = Sentence::read(&mut words(text, node, self.source))?;
                Ok((one_line(text), sentence))
            }
            Value::Object(members) => self.mapping(node, members),
            other => Err(
                Mistake::new(node.span, format!("a test is {}", describe(other)))
                    .with_help("write a sentence, as in `allow s3:GetObject on ARN`".to_owned()),
            ),
        }
    }

    fn mapping(
        &self,
        node: &Node<'_>,
        members: &[Member<'_>],
    ) -> Result<(String, Sentence), Mistake> {
        let mut sentence: Option<Sentence> = None;
        for verdict in VERDICTS {
            let Some(start) = members.iter().find(|member| member.key == verdict.words) else {
                continue;
            };
            if sentence.is_some() {
                return Err(Mistake::new(start.key_span, "a test with two verdicts")
                    .with_help("write a test for each".to_owned()));
            }
            let text = scalar(&start.value, &format!("`{}`", verdict.words))?;
            let mut words = words(&text.value, &start.value, self.source);
            sentence = Some(Sentence::after(verdict, &mut words)?);
        }
        let mut name = None;
        for member in members {
            if !KEYS.contains(&&*member.key) {
                return Err(unknown(member));
            }
            match (&*member.key, &mut sentence) {
                ("name", _) => name = Some(scalar(&member.value, "`name`")?.value),
                (_, Some(sentence)) => self.part(sentence, member)?,
                _ => {}
            }
        }
        let Some(sentence) = sentence else {
            return Err(
                Mistake::new(node.span, "the test says neither `allow` nor `deny`")
                    .with_help("add the action, as in `allow: s3:GetObject`".to_owned()),
            );
        };
        Ok((name.unwrap_or_else(|| sentence.to_string()), sentence))
    }

    /// Adds a part that stands on a line of its own.
    fn part(&self, sentence: &mut Sentence, member: &Member<'_>) -> Result<(), Mistake> {
        let key = Said {
            value: &*member.key,
            span: member.key_span,
        };
        let part = match key.value {
            "on" => &mut sentence.resource,
            "as" => &mut sentence.caller,
            "owned by" => &mut sentence.owner,
            "with" => {
                sentence
                    .with
                    .extend(keys::with(&member.value, self.source)?);
                return Ok(());
            }
            "without" => {
                sentence
                    .without
                    .extend(keys::without(&member.value, self.source)?);
                return Ok(());
            }
            _ => return Ok(()),
        };
        match part.replace(scalar(&member.value, &format!("`{}`", key.value))?) {
            None => Ok(()),
            Some(_) => Err(twice(&key)),
        }
    }

    fn request(&self, sentence: Sentence) -> Result<Request, Mistake> {
        let resource = check::resource(&sentence)?;
        let caller = match (&sentence.caller, &self.scope.caller) {
            (Some(name), _) => caller(name)?,
            (None, Some(caller)) => caller.clone(),
            (None, None) => {
                return Err(Mistake::new(sentence.action.span, "nobody asks").with_help(
                    "say who with `as: ARN` at the top of the file, or `as ARN` in the test"
                        .to_owned(),
                ));
            }
        };
        possible::can_ask(&sentence, &caller)?;
        let owner = self.owner(&sentence, &resource, &caller)?;
        let mut keys = self.scope.keys.clone();
        keys.take_away(&sentence.without)?;
        check::keys(&sentence)?;
        if !sentence.is_unchecked {
            keys.only_of(&sentence.action.value);
        }
        keys.set(sentence.with)?;
        let mut request = Request::new(caller, &*sentence.action.value, resource);
        if let Some(owner) = owner {
            request = request.owned_by(owner);
        }
        let (verdict, span) = (sentence.verdict, sentence.action.span);
        possible::has_policies(verdict, span, &request, &self.scope.layers)?;
        let context = keys.over(Context::of_direct_call(&request));
        Ok(request.with_context(context))
    }

    /// Finds the account that a resource is in, where its ARN does not say it.
    fn owner(
        &self,
        sentence: &Sentence,
        resource: &str,
        caller: &Caller,
    ) -> Result<Option<String>, Mistake> {
        let named = resource.split(':').nth(4).unwrap_or("");
        if let Some(said) = &sentence.owner {
            let owner = account(said.clone())?;
            if !named.is_empty() && named != owner {
                let message = format!("`{resource}` is in the account `{named}`, not `{owner}`");
                return Err(Mistake::new(said.span, message)
                    .with_help("leave `owned by` out: the ARN says it".to_owned()));
            }
            return Ok(Some(owner));
        }
        if !named.is_empty() || resource == "*" {
            return Ok(None);
        }
        let scope = &self.scope;
        let owner = scope.owner.as_deref().or(scope.home.as_deref());
        if let Some(owner) = owner.or(caller.account()) {
            return Ok(Some(owner.to_owned()));
        }
        let on = sentence.resource.as_ref().unwrap_or(&sentence.action);
        let message = format!("`{resource}` does not say which account it is in");
        Err(Mistake::new(on.span, message).with_help("add `owned by ACCOUNT`".to_owned()))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unknown(member: &Member<'_>) -> Mistake {
    let key = &*member.key;
    let first = key.split_whitespace().next().unwrap_or("");
    let mistake = Mistake::new(member.key_span, format!("unknown key `{key}`"));
    let inflected = inflected(key);
    if inflected.is_none()
        && key.contains(' ')
        && ["allow", "deny", "explicitly", "implicitly"].contains(&first)
    {
        // To YAML, `: ` makes a key of whatever stands before it.
        let last = key.split_whitespace().next_back().unwrap_or("");
        if !last.contains('=') && condition_key(last).is_ok() {
            let value = member.value.as_str().unwrap_or("");
            let value = value.split_whitespace().next().unwrap_or("VALUE");
            return mistake.with_help(format!("did you mean `{last}={value}`?"));
        }
        return mistake.with_help("put the whole line in quotes: '…'".to_owned());
    }
    mistake.with_suggestion(
        inflected.or_else(|| nearest(key, &KEYS)),
        format!("a test has `{}`", KEYS.join("`, `")),
    )
}
