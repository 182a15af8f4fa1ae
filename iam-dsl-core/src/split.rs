//! Documents cut into smaller ones.

use std::fmt;

use crate::{Elements, PolicyDocument, PolicyStatement, ResourceElement, Template, quota::Quota};

impl PolicyDocument {
    /// Cuts the document into as few as keep within a quota: the statements as they are, in their order.
    ///
    /// Attached to one identity, the parts decide every request as the whole does. Each has the version and the id
    /// of the whole. What only a deployment can fill in counts with the length of its placeholder.
    ///
    /// AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
    ///
    /// # Errors
    ///
    /// One statement by itself is larger than the quota.
    ///
    /// ```
    /// use iam_dsl_core::{PolicyDocument, quota::Quota};
    ///
    /// let objects = "x".repeat(4000);
    /// let statement = format!(r#"{{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{objects}/*"}}"#);
    /// let policy: PolicyDocument = format!(r#"{{"Version": "2012-10-17", "Statement": [{statement}, {statement}]}}"#).parse()?;
    ///
    /// let parts = policy.split(Quota::MANAGED_POLICY)?;
    /// assert_eq!(parts.len(), 2);
    /// assert_eq!(parts[0].statements(), &policy.statements()[..1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn split(&self, quota: Quota) -> Result<Vec<Self>, StatementTooLarge> {
        if quota.allows(&self.to_json()) {
            return Ok(vec![self.clone()]);
        }
        let part = |statements: Vec<PolicyStatement>| self.of(statements);
        let empty = quota.measure(&part(Vec::new()).to_json());
        let mut parts = Vec::new();
        let mut statements: Vec<PolicyStatement> = Vec::new();
        let mut size = empty;
        for (index, statement) in self.statements().iter().enumerate() {
            let alone = quota.measure(&part(vec![statement.clone()]).to_json());
            if alone > quota.limit() {
                return Err(StatementTooLarge {
                    index,
                    size: alone,
                    limit: quota.limit(),
                });
            }
            // With the comma that parts it from the one before.
            let more = alone - empty + usize::from(!statements.is_empty());
            if size + more > quota.limit() {
                parts.push(part(std::mem::take(&mut statements)));
                size = alone;
            } else {
                size += more;
            }
            statements.push(statement.clone());
        }
        parts.push(part(statements));
        Ok(parts)
    }

    /// The document with each statement that is larger than a quota cut into several, by its resources.
    ///
    /// A statement on several resources says the same as one statement for each of them. What is too large with one
    /// resource, or names those that it is not about, stays as it is.
    ///
    /// ```
    /// use iam_dsl_core::{PolicyDocument, quota::Quota};
    ///
    /// let objects = vec![format!("\"arn:aws:s3:::{}/*\"", "x".repeat(4000)); 2].join(",");
    /// let policy: PolicyDocument = format!(
    ///     r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "s3:GetObject", "Resource": [{objects}]}}}}"#
    /// ).parse()?;
    /// assert!(policy.split(Quota::MANAGED_POLICY).is_err());
    /// assert_eq!(policy.with_statements_cut(Quota::MANAGED_POLICY).split(Quota::MANAGED_POLICY)?.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn with_statements_cut(&self, quota: Quota) -> Self {
        let fits =
            |statement: &PolicyStatement| quota.allows(&self.of(vec![statement.clone()]).to_json());
        let mut statements = Vec::new();
        for statement in self.statements() {
            match statement.resource() {
                Some(ResourceElement::Resource(resources)) if !fits(statement) => {
                    statements.extend(cut(statement, resources, fits));
                }
                _ => statements.push(statement.clone()),
            }
        }
        self.of(statements)
    }

    #[inline]
    fn of(&self, statements: Vec<PolicyStatement>) -> Self {
        self.clone().with_statements(Elements::list(statements))
    }
}

/// Statements on as many of the resources each as fit, in their order.
#[inline]
fn cut(
    statement: &PolicyStatement,
    resources: &Elements<Template>,
    fits: impl Fn(&PolicyStatement) -> bool,
) -> Vec<PolicyStatement> {
    let of = |resources: &[Template]| statement.clone().with_resources(resources.to_vec());
    let mut parts = Vec::new();
    let mut some: Vec<Template> = Vec::new();
    for resource in resources {
        some.push(resource.clone());
        if some.len() > 1 && !fits(&of(&some)) {
            some.pop();
            parts.push(of(&some));
            some = vec![resource.clone()];
        }
    }
    parts.push(of(&some));
    parts
}

/// One statement by itself is larger than a policy may be.
///
/// ```
/// use iam_dsl_core::{PolicyDocument, quota::Quota};
///
/// let long = "x".repeat(6144);
/// let policy: PolicyDocument = format!(
///     r#"{{"Statement": {{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{long}/*"}}}}"#
/// ).parse()?;
/// let error = policy.split(Quota::MANAGED_POLICY).unwrap_err();
/// assert_eq!(error.to_string(), "Statement[0] by itself makes a policy of 6231, and the quota is 6144: 87 too many");
/// # Ok::<(), iam_dsl_core::ReadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementTooLarge {
    index: usize,
    size: usize,
    limit: usize,
}

impl StatementTooLarge {
    /// Which statement of the document it is, from 0.
    #[must_use]
    #[inline]
    pub const fn index(&self) -> usize {
        self.index
    }

    /// How large a document with this statement alone is, in the quota's units.
    #[must_use]
    #[inline]
    pub const fn size(&self) -> usize {
        self.size
    }

    /// What the quota allows.
    #[must_use]
    #[inline]
    pub const fn limit(&self) -> usize {
        self.limit
    }
}

impl fmt::Display for StatementTooLarge {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { index, size, limit } = self;
        let excess = size - limit;
        write!(
            formatter,
            "Statement[{index}] by itself makes a policy of {size}, and the quota is {limit}: {excess} too many"
        )
    }
}

impl std::error::Error for StatementTooLarge {}
