//! What every layer makes of one request.

use crate::caller::CallerKind;
use crate::judgement::{has_own_policy, is_above_rcps, is_above_resource_policy};
use crate::layer::{Layer, Verdict};
use crate::statement::Grammar;
use crate::trace::LayerTrace;
use crate::{Options, Policies, Request};

/// Every layer, made ready.
#[derive(Debug)]
pub(crate) struct Layers {
    pub(crate) identity: Layer,
    pub(crate) resource: Option<Layer>,
    pub(crate) boundaries: Vec<Layer>,
    pub(crate) session: Option<Layer>,
    pub(crate) scps: Vec<Layer>,
    pub(crate) rcps: Vec<Layer>,
    pub(crate) endpoints: Vec<Layer>,
    pub(crate) management_account: Option<String>,
}

/// One of the layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LayerId {
    Rcp(usize),
    Scp(usize),
    Endpoint(usize),
    Resource,
    Identity,
    Boundary(usize),
    Session,
}

/// What every layer that has a say makes of a request.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Verdicts {
    /// The first layer that denies, and its statement.
    pub(crate) denied_by: Option<(LayerId, u32)>,
    /// The first guardrail without an Allow.
    pub(crate) guardrail: Option<LayerId>,
    pub(crate) resource: Verdict,
    pub(crate) identity: Verdict,
    /// The boundary without an Allow.
    pub(crate) boundary: Option<LayerId>,
    pub(crate) session: Verdict,
}

const FOR_ANYONE: Grammar = Grammar {
    has_principals: false,
    may_imply_resource: false,
};

const ON_PRINCIPALS: Grammar = Grammar {
    has_principals: true,
    may_imply_resource: false,
};

impl Layers {
    pub(crate) fn compile(policies: &Policies, options: Options) -> Self {
        let each = |name: &str, policies: &[crate::NamedPolicy], grammar| {
            let mut layers = Vec::new();
            for policy in policies {
                layers.push(Layer::compile(
                    name,
                    std::slice::from_ref(policy),
                    grammar,
                    options,
                ));
            }
            layers
        };
        let levels = |word: &str, levels: &[crate::Level], grammar| {
            let mut layers = Vec::new();
            for level in levels {
                let name = format!("{word} of `{}`", level.name());
                layers.push(Layer::compile(name, level.policies(), grammar, options));
            }
            layers
        };
        let session = policies.session_policies();
        Self {
            identity: Layer::compile(
                "identity policies",
                policies.identity_policies(),
                FOR_ANYONE,
                options,
            ),
            resource: policies.resource_policy().map(|policy| {
                let grammar = Grammar {
                    has_principals: true,
                    may_imply_resource: true,
                };
                Layer::compile(
                    "resource policy",
                    std::slice::from_ref(policy),
                    grammar,
                    options,
                )
            }),
            boundaries: each("permissions boundary", policies.boundaries(), FOR_ANYONE),
            session: (!session.is_empty())
                .then(|| Layer::compile("session policies", session, FOR_ANYONE, options)),
            scps: levels(
                "service control policies",
                policies.scp_levels(),
                FOR_ANYONE,
            ),
            rcps: levels(
                "resource control policies",
                policies.rcp_levels(),
                ON_PRINCIPALS,
            ),
            endpoints: each(
                "VPC endpoint policy",
                policies.endpoint_policies(),
                ON_PRINCIPALS,
            ),
            management_account: policies.management_account().map(str::to_owned),
        }
    }

    /// Asks every layer that has a say, in the order in which AWS looks at them.
    pub(crate) fn verdicts(&self, request: &Request) -> Verdicts {
        let has_boundary = !self.boundaries.is_empty();
        let mut verdicts = Verdicts::default();
        if self.rcps_apply(request) {
            for (index, layer) in self.rcps.iter().enumerate() {
                verdicts.guard(LayerId::Rcp(index), layer.verdict(request, has_boundary));
            }
        }
        if self.scps_apply(request) {
            for (index, layer) in self.scps.iter().enumerate() {
                verdicts.guard(LayerId::Scp(index), layer.verdict(request, has_boundary));
            }
        }
        for (index, layer) in self.endpoints.iter().enumerate() {
            verdicts.guard(
                LayerId::Endpoint(index),
                layer.verdict(request, has_boundary),
            );
        }
        if let Some(layer) = self.resource_policy(request) {
            verdicts.resource = layer.verdict(request, has_boundary);
            verdicts.deny(LayerId::Resource, verdicts.resource);
        }
        // Services, identity providers and anonymous callers have no policies of their own.
        if request.caller().account().is_none() {
            return verdicts;
        }
        verdicts.identity = self.identity.verdict(request, has_boundary);
        verdicts.deny(LayerId::Identity, verdicts.identity);
        for (index, layer) in self.boundaries.iter().enumerate() {
            let verdict = layer.verdict(request, has_boundary);
            verdicts.deny(LayerId::Boundary(index), verdict);
            if !verdict.allows() && verdicts.boundary.is_none() {
                verdicts.boundary = Some(LayerId::Boundary(index));
            }
        }
        if let Some(layer) = &self.session {
            verdicts.session = layer.verdict(request, has_boundary);
            verdicts.deny(LayerId::Session, verdicts.session);
        }
        verdicts
    }

    /// Service control policies are about the principals of the organization's accounts, but for
    /// those of the management account and service-linked roles.
    ///
    /// AWS: [SCPs](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html).
    pub(crate) fn scps_apply(&self, request: &Request) -> bool {
        let caller = request.caller();
        !is_service_linked(request)
            && caller
                .account()
                .is_some_and(|account| self.management_account.as_deref() != Some(account))
    }

    /// Resource control policies are about the resources of the organization's accounts, but for
    /// those of the management account, and not for service-linked roles, and only of services
    /// that support them.
    ///
    /// AWS: [RCPs](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html).
    pub(crate) fn rcps_apply(&self, request: &Request) -> bool {
        let is_management =
            request.owner().is_some() && request.owner() == self.management_account.as_deref();
        !self.rcps.is_empty()
            && !is_management
            && !is_service_linked(request)
            && !is_above_rcps(request)
            && supports_rcps(request)
    }

    /// Returns what each layer that has a say made of a request, in the same order.
    pub(crate) fn traces(&self, request: &Request) -> Vec<LayerTrace> {
        let mut layers: Vec<&Layer> = Vec::new();
        if self.rcps_apply(request) {
            layers.extend(&self.rcps);
        }
        if self.scps_apply(request) {
            layers.extend(&self.scps);
        }
        layers.extend(&self.endpoints);
        layers.extend(self.resource_policy(request));
        if request.caller().account().is_some() {
            layers.push(&self.identity);
            layers.extend(&self.boundaries);
            layers.extend(&self.session);
        }
        let has_boundary = !self.boundaries.is_empty();
        let mut traces = Vec::with_capacity(layers.len());
        for layer in layers {
            traces.push(layer.trace(request, has_boundary));
        }
        traces
    }

    fn resource_policy(&self, request: &Request) -> Option<&Layer> {
        self.resource
            .as_ref()
            .filter(|_| has_own_policy(request) && !is_above_resource_policy(request))
    }

    pub(crate) fn layer(&self, id: LayerId) -> Option<&Layer> {
        match id {
            LayerId::Rcp(index) => self.rcps.get(index),
            LayerId::Scp(index) => self.scps.get(index),
            LayerId::Endpoint(index) => self.endpoints.get(index),
            LayerId::Resource => self.resource.as_ref(),
            LayerId::Identity => Some(&self.identity),
            LayerId::Boundary(index) => self.boundaries.get(index),
            LayerId::Session => self.session.as_ref(),
        }
    }
}

impl Verdicts {
    fn deny(&mut self, id: LayerId, verdict: Verdict) {
        if let (None, Some(statement)) = (self.denied_by, verdict.denied_by) {
            self.denied_by = Some((id, statement));
        }
    }

    fn guard(&mut self, id: LayerId, verdict: Verdict) {
        self.deny(id, verdict);
        if !verdict.allows() && self.guardrail.is_none() {
            self.guardrail = Some(id);
        }
    }
}

fn is_service_linked(request: &Request) -> bool {
    matches!(
        request.caller().kind,
        CallerKind::Session {
            is_service_linked: true,
            ..
        }
    )
}

fn supports_rcps(request: &Request) -> bool {
    let prefix = request.action().split(':').next().unwrap_or_default();
    // A service that the catalog lacks may support them.
    iam_dsl_catalog::Service::find(prefix).is_none_or(iam_dsl_catalog::Service::supports_rcps)
}
