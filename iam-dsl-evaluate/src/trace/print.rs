//! Traces as text: the cause first, then what each layer said.

use std::fmt;

use iam_dsl_core::Effect;

use super::sentence::reason;
use super::{LayerTrace, Outcome, StatementRef, Trace};

/// Of more near misses than this, a layer shows the nearest.
const SHOWN: usize = 3;

impl fmt::Display for StatementRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sid {
            Some(sid) => write!(formatter, "statement `{sid}`")?,
            None => write!(formatter, "statement {}", self.index)?,
        }
        match (&self.policy, self.policy_index) {
            (Some(policy), _) => write!(formatter, " of `{policy}`"),
            (None, Some(index)) => write!(formatter, " of policy {index}"),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Display for Trace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.decision, self.cause)?;
        for layer in &self.layers {
            write!(formatter, "\n  {layer}")?;
        }
        let missing = self.missing_keys();
        if !missing.is_empty() && !self.decision.is_allowed() {
            write!(
                formatter,
                "\n  the request lacks `{}`",
                missing.join("`, `")
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for LayerTrace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let says = match self.outcome {
            Outcome::Denied => "denied by",
            Outcome::Allowed => "allowed by",
            Outcome::NoMatch => "no statement matches",
        };
        write!(formatter, "{}: {says}", self.name)?;
        if let Some(place) = &self.decided_by {
            write!(formatter, " {place}")?;
            if self.is_by_account {
                write!(formatter, ", which leaves it to the caller's account")?;
            }
            return Ok(());
        }
        // A Deny that does not match keeps nobody from anything.
        let allows = || {
            let misses = self.near_misses.iter();
            misses.filter(|near_miss| near_miss.effect == Effect::Allow)
        };
        for near_miss in allows().take(SHOWN) {
            write!(formatter, "\n    {} would, but", near_miss.statement)?;
            for mismatch in &near_miss.mismatches {
                write!(formatter, "\n      {}", reason(mismatch))?;
            }
        }
        let hidden = allows().count().saturating_sub(SHOWN);
        if hidden > 0 {
            write!(formatter, "\n    and {hidden} more about the action")?;
        }
        Ok(())
    }
}
