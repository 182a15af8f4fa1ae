//! What a file or a group says about all of its tests.

use iam_dsl_core::json::{Member, Node, Value};
use iam_dsl_evaluate::Caller;

use super::caller::caller;
use super::files::Files;
use super::keys::{self, Keys};
use super::layers::Layers;
use super::problems::Problems;
use super::scalar::scalar;
use super::words::Said;
use crate::read::Mistake;

/// What holds for tests unless they say otherwise.
#[derive(Clone, Default)]
pub(super) struct Scope {
    /// The name of the group.
    pub(super) name: Option<String>,
    pub(super) layers: Layers,
    pub(super) caller: Option<Caller>,
    pub(super) keys: Keys,
    pub(super) owner: Option<String>,
    /// The account of the outermost caller: that who asks in a test is somebody else does not
    /// move resources to another account.
    pub(super) home: Option<String>,
    pub(super) management_account: Option<String>,
    /// Names in policies that the author vouches for.
    unchecked: Vec<String>,
}

impl Scope {
    /// The scope with what the keys of a file or a group say besides. Keys that are none of a
    /// scope's are left to the caller.
    pub(super) fn narrowed(
        &self,
        members: &[Member<'_>],
        files: Files<'_>,
    ) -> Result<Self, Problems> {
        let mut scope = self.clone();
        // Names are vouched for before the policies that have them are read.
        for member in members {
            if member.key == "unchecked" {
                let names = names(&member.value).map_err(|mistake| files.source.problem(mistake));
                scope.unchecked.extend(names?);
            }
        }
        for member in members {
            if member.key == "policies" {
                scope.layers.read(&member.value, files, &scope.unchecked)?;
            } else {
                scope
                    .say(&member.key, &member.value, files)
                    .map_err(|mistake| files.source.problem(mistake))?;
            }
        }
        if scope.home.is_none() {
            let account = scope.caller.as_ref().and_then(Caller::account);
            scope.home = account.map(str::to_owned);
        }
        Ok(scope)
    }

    fn say(&mut self, key: &str, node: &Node<'_>, files: Files<'_>) -> Result<(), Mistake> {
        match key {
            "name" => self.name = Some(scalar(node, "`name`")?.value),
            "as" => self.caller = Some(caller(&scalar(node, "`as`")?)?),
            "owned by" => self.owner = Some(account(scalar(node, "`owned by`")?)?),
            "management account" => {
                self.management_account = Some(account(scalar(node, "`management account`")?)?);
            }
            "with" => self.keys.set(keys::with(node, files.source)?)?,
            "without" => self.keys.take_away(&keys::without(node, files.source)?)?,
            _ => {}
        }
        Ok(())
    }
}

/// Reads names that are taken on trust: one, or a list of them.
fn names(node: &Node<'_>) -> Result<Vec<String>, Mistake> {
    let one = |node: &Node<'_>| scalar(node, "a name that is not checked").map(|name| name.value);
    match &node.value {
        Value::Array(items) => items.iter().map(one).collect(),
        _ => Ok(vec![one(node)?]),
    }
}

/// Checks an account id.
pub(super) fn account(id: Said<String>) -> Result<String, Mistake> {
    match iam_dsl_core::check::account_id(&id.value) {
        Ok(()) => Ok(id.value),
        Err(message) => Err(Mistake::checked(id.span, &message)),
    }
}
