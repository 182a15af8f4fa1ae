//! The Data API of clusters.

use super::Cluster;
use crate::{
    Grant, GrantError, Grantee,
    grant::{Request, entries},
};

entries! { entries;
    grant_data_api_access => "use the Data API of" {
        Itself: [
            rds_data::BatchExecuteStatement,
            rds_data::BeginTransaction,
            rds_data::CommitTransaction,
            rds_data::ExecuteStatement,
            rds_data::RollbackTransaction,
        ],
    }
    secret => "read the value of" {
        Itself: [secretsmanager::GetSecretValue, secretsmanager::DescribeSecret];
        key: [Decrypt]
    }
}

impl Cluster {
    /// Lets the grantee send statements to the databases over the Data API, and read the secret that it logs in with, if
    /// that was said [`with_secret`](Self::with_secret).
    ///
    /// It allows `rds-data:ExecuteStatement`, `rds-data:BatchExecuteStatement`, `rds-data:BeginTransaction`,
    /// `rds-data:CommitTransaction` and `rds-data:RollbackTransaction` on the cluster; and
    /// `secretsmanager:GetSecretValue` and `secretsmanager:DescribeSecret` on the secret, and `kms:Decrypt` on its key.
    /// See AWS's page on
    /// [access to the Data API](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html).
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, rds, secretsmanager};
    ///
    /// let login = secretsmanager::Secret::named("orders-login");
    /// let orders = rds::Cluster::named("orders").with_secret(&login);
    /// let role = Role::new("app");
    /// let grant = orders.grant_data_api_access(&role)?;
    /// assert_eq!(grant.to_string(), "role `app` may use the Data API of cluster `orders`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_data_api_access(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant_data_api_access;
        let mut request = Request::of(self, entry, grantee.into_party())?;
        if let Some(secret) = self.secret() {
            request.plan(secret, &entries::secret)?;
        }
        Ok(request.give())
    }
}
