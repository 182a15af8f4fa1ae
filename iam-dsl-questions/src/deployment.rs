//! Where both sides of a question are deployed: what stands for deploy-time tokens.

use iam_dsl_catalog::Partition;
use iam_dsl_core::{Arn, PolicyDocument, Template, Token, check};

use crate::identity::Asker;
use crate::resource::Target;
use iam_dsl_builder::{__internals::Owner, Env};

/// An account that nobody has, for what only a deployment knows.
const ACCOUNT: &str = "000000000000";

/// A region that there is not, so that no policy which names one matches by accident.
const REGION: &str = "deployed-region";

/// An account and a region, known or made up.
#[derive(Clone, Debug)]
pub(crate) struct Deployment {
    partition: String,
    region: String,
    pub(crate) account: String,
}

impl Deployment {
    /// Where the identity's side is deployed.
    pub(crate) fn of_identity(asker: &Asker, target: &Target) -> Self {
        if let Some(env) = env(&asker.owner).or_else(|| env(&target.owner)) {
            return Self::of_env(env);
        }
        let asker_partition = asker.arn.as_ref().map(Arn::partition);
        let arn = target.arn.as_ref();
        let partition = text(asker_partition).or_else(|| text(arn.map(Arn::partition)));
        let mut here = Self {
            partition: partition.unwrap_or("aws").to_owned(),
            region: REGION.to_owned(),
            account: ACCOUNT.to_owned(),
        };
        // An ARN says where, unless a handle says that this is elsewhere.
        if asker.owner == Owner::Deploying && !target.is_handle {
            if let Some(region) = text(arn.map(Arn::region)) {
                region.clone_into(&mut here.region);
            }
            if let Some(account) = target.owner.account()
                && check::account_id(account).is_ok()
            {
                account.clone_into(&mut here.account);
            }
        }
        here
    }

    /// Where the resource's side is deployed: to its own environment, or where the other side is.
    pub(crate) fn of_resource(target: &Target, other: &Self) -> Self {
        env(&target.owner).map_or_else(|| other.clone(), Self::of_env)
    }

    fn of_env(env: &Env) -> Self {
        Self {
            partition: env.partition().to_owned(),
            region: env.region().to_owned(),
            account: env.account().to_owned(),
        }
    }

    /// The region that a request for this resource calls, unless nobody knows it.
    ///
    /// ARNs of S3 name none; there it is that of the bucket's environment.
    pub(crate) fn requested_region(&self, target: &Target) -> Option<String> {
        let arn = target.arn.as_ref()?;
        let region = match env(&target.owner) {
            Some(env) => env.region().to_owned(),
            None => self.text(arn.region()),
        };
        (!region.is_empty() && region != REGION).then_some(region)
    }

    fn dns_suffix(&self) -> &'static str {
        let partition = Partition::find(&self.partition);
        partition.map_or("amazonaws.com", Partition::dns_suffix)
    }

    /// The id of the account that something belongs to.
    pub(crate) fn account_of(&self, owner: &Owner) -> String {
        owner.account().unwrap_or(&self.account).to_owned()
    }

    pub(crate) fn text(&self, template: &Template) -> String {
        template
            .resolve(|token| Some(self.value_of(token)))
            .to_string()
    }

    pub(crate) fn document(&self, document: &PolicyDocument) -> PolicyDocument {
        document.resolve(|token| Some(self.value_of(token)))
    }

    /// A parameter stands for itself, the same wherever it is used.
    fn value_of(&self, token: &Token) -> String {
        let value = match token {
            Token::Partition => &self.partition,
            Token::UrlSuffix => self.dns_suffix(),
            Token::Region => &self.region,
            Token::AccountId => &self.account,
            other => other.name(),
        };
        value.to_owned()
    }
}

fn env(owner: &Owner) -> Option<&Env> {
    match owner {
        Owner::Known(env) => Some(env),
        Owner::Deploying | Owner::Foreign(_) => None,
    }
}

/// The text of a segment that says something.
fn text(segment: Option<&Template>) -> Option<&str> {
    segment?.as_str().filter(|text| !text.is_empty())
}
