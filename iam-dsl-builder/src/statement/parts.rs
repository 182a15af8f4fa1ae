//! What a statement has been told, before it is written.

use iam_dsl_core::{ActionElement, ConditionBlock, Effect, PolicyStatement, Template};

use crate::{
    allowances::Allowances,
    condition::narrowed,
    principal::{Principal, to_principals},
};

#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(super) effect: Effect,
    pub(super) sid: Option<String>,
    pub(super) principals: Option<Vec<Principal>>,
    pub(super) all_except_principals: bool,
    pub(super) actions: ActionElement,
    pub(super) resources: Option<Vec<Template>>,
    pub(super) all_except_resources: bool,
    /// What its principals stand for: no condition that is said widens it.
    pub(super) demands: ConditionBlock,
    pub(super) conditions: ConditionBlock,
    pub(crate) allowances: Allowances,
}

impl Parts {
    pub(super) fn new(effect: Effect, actions: ActionElement) -> Self {
        Self {
            effect,
            sid: None,
            principals: None,
            all_except_principals: false,
            actions,
            resources: None,
            all_except_resources: false,
            demands: ConditionBlock::new(),
            conditions: ConditionBlock::new(),
            allowances: Allowances::default(),
        }
    }

    pub(crate) fn set_resources(&mut self, resources: Vec<Template>) {
        self.resources = Some(resources);
    }

    pub(crate) fn set_principals(&mut self, principals: Vec<Principal>) {
        self.principals = Some(principals);
    }

    pub(crate) fn into_principals_and_conditions(self) -> (Vec<Principal>, ConditionBlock) {
        let conditions = narrowed(self.demands, self.conditions);
        (self.principals.unwrap_or_default(), conditions)
    }

    /// Adds conditions that have to hold besides all that was said.
    pub(crate) fn narrow(&mut self, further: &ConditionBlock) {
        let said = narrowed(
            std::mem::take(&mut self.demands),
            std::mem::take(&mut self.conditions),
        );
        self.demands = said;
        self.conditions = further.clone();
    }

    pub(crate) fn into_policy_statement(self) -> PolicyStatement {
        let mut statement = PolicyStatement::new(self.effect).with_action(self.actions);
        if let Some(sid) = self.sid {
            statement = statement.with_sid(sid);
        }
        if let Some(principals) = self.principals {
            let principals = to_principals(principals);
            statement = if self.all_except_principals {
                statement.with_not_principals(principals)
            } else {
                statement.with_principals(principals)
            };
        }
        if let Some(resources) = self.resources {
            statement = if self.all_except_resources {
                statement.with_not_resources(resources)
            } else {
                statement.with_resources(resources)
            };
        }
        let conditions = narrowed(self.demands, self.conditions);
        if !conditions.is_empty() {
            statement = statement.with_condition(conditions);
        }
        statement
    }
}
