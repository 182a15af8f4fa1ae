//! Traces.

use crate::{
    grant::{Granting, Party, grants},
    handle::{ArnForm, Class, Handle, PolicySupport},
};

const CLASS: Class = Class {
    noun: "traces",
    kind: "AWS::XRay::Group",
    arn: ArnForm::regional("xray", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[],
};

/// The traces of an account: who may write and read them.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::xray;
///
/// let role = Role::new("app");
/// xray::Traces::new().grant_write(&role)?;
/// assert!(role.policy().to_json().contains("xray:PutTraceSegments"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Traces {
    handle: Handle,
}

impl Traces {
    /// Those of the grantee's account.
    #[inline]
    pub fn new() -> Self {
        let handle = Handle::of_all(&CLASS);
        Self { handle }
    }
}

impl Default for Traces {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Granting for Traces {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn label(&self) -> String {
        "its traces".to_owned()
    }

    /// They are those of whoever asks, of whichever account.
    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.own_identity().is_none()
    }
}

grants! {
    Traces, "traces", "xray::Traces::new()", "its traces";

    // The SDKs ask which requests to sample.
    grant_write => "write" {
        Everything: [
            xray::PutTraceSegments,
            xray::PutTelemetryRecords,
            xray::GetSamplingRules,
            xray::GetSamplingTargets,
            xray::GetSamplingStatisticSummaries,
        ],
    }
    grant_read => "read" {
        Everything: [
            xray::BatchGetTraces,
            xray::GetServiceGraph,
            xray::GetTimeSeriesServiceStatistics,
            xray::GetTraceGraph,
            xray::GetTraceSummaries,
        ],
    }
}
