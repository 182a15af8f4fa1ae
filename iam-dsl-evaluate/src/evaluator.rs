//! Policies made ready to decide.

use crate::judgement::judge;
use crate::verdicts::Layers;
use crate::{Decision, Options, Policies, Request, Trace};

/// Policies made ready to decide many requests.
///
/// ```
/// use iam_dsl_evaluate::{Evaluator, Policies};
///
/// fn is_shared_between_threads<T: Send + Sync>(_: &T) {}
/// is_shared_between_threads(&Evaluator::new(&Policies::new()));
/// ```
#[derive(Debug)]
pub struct Evaluator {
    layers: Layers,
}

impl Evaluator {
    /// Compiles the policies, which takes far longer than one decision.
    pub fn new(policies: &Policies) -> Self {
        Self::with_options(policies, Options::new())
    }

    /// [`new`](Self::new) with other choices where AWS's documents leave them.
    pub fn with_options(policies: &Policies, options: Options) -> Self {
        Self {
            layers: Layers::compile(policies, options),
        }
    }

    /// Decides a request.
    pub fn decide(&self, request: &Request) -> Decision {
        let verdicts = self.layers.verdicts(request);
        judge(&self.layers, &verdicts, request).decision()
    }

    /// Decides a request, and says why: slower than [`decide`](Self::decide), with the same decision.
    ///
    /// ```
    /// use iam_dsl_evaluate::{Caller, Evaluator, Policies, Request};
    ///
    /// let evaluator = Evaluator::new(&Policies::new());
    /// let ann: Caller = "arn:aws:iam::123456789012:user/ann".parse()?;
    /// let trace = evaluator.explain(&Request::new(ann, "ec2:DescribeInstances", "*"));
    /// assert_eq!(
    ///     trace.to_string().lines().next(),
    ///     Some("ImplicitlyDenied: no identity policy allows `ec2:DescribeInstances` on `*`"),
    /// );
    /// # Ok::<(), iam_dsl_evaluate::CallerError>(())
    /// ```
    pub fn explain(&self, request: &Request) -> Trace {
        let verdicts = self.layers.verdicts(request);
        let cause = judge(&self.layers, &verdicts, request);
        Trace::new(&self.layers, cause, request)
    }
}
