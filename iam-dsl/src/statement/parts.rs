//! What a statement has been told, before it is written.

use iam_dsl_core::{ActionElement, ConditionBlock, Effect, PolicyStatement, Template};

use crate::principal::{Principal, to_principals};

#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(super) effect: Effect,
    pub(super) sid: Option<String>,
    pub(super) principals: Vec<Principal>,
    pub(super) all_except_principals: bool,
    pub(super) actions: ActionElement,
    pub(super) resources: Vec<Template>,
    pub(super) all_except_resources: bool,
    pub(super) conditions: ConditionBlock,
}

impl Parts {
    pub(super) fn new(effect: Effect, actions: ActionElement) -> Self {
        Self {
            effect,
            sid: None,
            principals: Vec::new(),
            all_except_principals: false,
            actions,
            resources: Vec::new(),
            all_except_resources: false,
            conditions: ConditionBlock::default(),
        }
    }

    pub(crate) fn set_principals(&mut self, principals: Vec<Principal>) {
        self.principals = principals;
    }

    pub(crate) fn into_policy_statement(self) -> PolicyStatement {
        let mut statement = PolicyStatement::new(self.effect).with_action(self.actions);
        if let Some(sid) = self.sid {
            statement = statement.with_sid(sid);
        }
        if !self.principals.is_empty() {
            let principals = to_principals(self.principals);
            statement = if self.all_except_principals {
                statement.with_not_principals(principals)
            } else {
                statement.with_principals(principals)
            };
        }
        if !self.resources.is_empty() {
            statement = if self.all_except_resources {
                statement.with_not_resources(self.resources)
            } else {
                statement.with_resources(self.resources)
            };
        }
        if !self.conditions.is_empty() {
            statement = statement.with_condition(self.conditions);
        }
        statement
    }
}
