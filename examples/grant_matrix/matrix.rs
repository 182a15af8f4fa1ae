//! The rows: what a method gives to whom.

use iam_dsl::{AnyGrantee, Grant, GrantError};
use serde_json::{Value, json};

/// A method of a grant, and how it is called.
#[derive(Clone, Copy)]
pub(crate) struct Call {
    pub(crate) module: &'static str,
    pub(crate) class: &'static str,
    pub(crate) method: &'static str,
    /// The same in aws-cdk-lib, if it has it.
    pub(crate) cdk: Option<&'static str>,
    pub(crate) variant: &'static str,
    /// What it is called with, in the words of the case that it is compared with; lists and objects as JSON.
    pub(crate) args: &'static [&'static str],
    pub(crate) encrypted: bool,
}

/// A method with the grantee as its only argument, in the module and class of a table.
pub(crate) const fn method(
    module: &'static str,
    class: &'static str,
    method: &'static str,
    cdk: Option<&'static str>,
) -> Call {
    Call {
        module,
        class,
        method,
        cdk,
        variant: "plain",
        args: &["$grantee"],
        encrypted: false,
    }
}

impl Call {
    /// Called in another way: a variant by name, and the arguments.
    pub(crate) const fn variant(
        mut self,
        variant: &'static str,
        args: &'static [&'static str],
    ) -> Self {
        self.variant = variant;
        self.args = args;
        self
    }

    /// On a resource that is encrypted with a key.
    pub(crate) const fn encrypted(mut self) -> Self {
        self.encrypted = true;
        self
    }
}

/// What a method gave to one grantee.
pub(crate) struct Row {
    pub(crate) call: Call,
    pub(crate) shape: &'static str,
    pub(crate) given: Result<Grant, GrantError>,
}

impl Row {
    /// The row as a line of JSON.
    pub(crate) fn to_json(&self) -> Value {
        let Call {
            module,
            class,
            method,
            cdk,
            variant,
            args,
            encrypted,
        } = self.call;
        let (identity, resource, key, error) = match &self.given {
            Ok(grant) => (
                json!(grant.identity_statements()),
                json!(grant.resource_statements()),
                json!(grant.key_statements()),
                None,
            ),
            Err(error) => (json!([]), json!([]), json!([]), Some(error.to_string())),
        };
        json!({
            "cdk": cdk,
            "module": module,
            "class": class,
            "method": method,
            "variant": variant,
            "args": args.iter().copied().map(argument).collect::<Vec<Value>>(),
            "shape": self.shape,
            "encrypted": encrypted,
            "identity": identity,
            "resource": resource,
            "key": key,
            "error": error,
        })
    }
}

/// A list or an object as such, and all else as text.
fn argument(text: &str) -> Value {
    match text.chars().next() {
        Some('[' | '{') => text.parse().unwrap_or_else(|_| json!(text)),
        _ => json!(text),
    }
}

/// Grantees, each by the name of its shape. They are made anew for each method, so that no grant sees another.
pub(crate) type Grantees = fn() -> Vec<(&'static str, AnyGrantee)>;

/// All rows.
pub(crate) struct Matrix {
    grantees: Grantees,
    rows: Vec<Row>,
}

impl Matrix {
    pub(crate) fn new(grantees: Grantees) -> Self {
        Self {
            grantees,
            rows: Vec::new(),
        }
    }

    /// Adds what a method gives to every sort of grantee.
    pub(crate) fn add(
        &mut self,
        call: Call,
        give: impl Fn(AnyGrantee) -> Result<Grant, GrantError>,
    ) {
        for (shape, grantee) in (self.grantees)() {
            self.add_for(call, shape, give(grantee));
        }
    }

    /// Adds what a method gives whose grantee follows from what it is.
    pub(crate) fn add_for(
        &mut self,
        call: Call,
        shape: &'static str,
        given: Result<Grant, GrantError>,
    ) {
        self.rows.push(Row { call, shape, given });
    }

    pub(crate) fn into_rows(self) -> Vec<Row> {
        self.rows
    }
}

/// Adds methods that take the grantee alone, each with the name of the same in aws-cdk-lib or `-`.
///
/// A second handle, after `/`, is the same resource encrypted with a key.
macro_rules! methods {
    (
        $matrix:ident, $module:literal, $class:literal, $handle:expr $(, / $encrypted:expr)?;
        $($method:ident = $cdk:tt),+ $(,)?
    ) => {{
        let plain = $handle;
        $(
            let row = crate::matrix::method($module, $class, stringify!($method), methods!(@cdk $cdk));
            $matrix.add(row, |grantee| plain.$method(grantee));
        )+
        methods!(@encrypted $matrix, $module, $class, $($encrypted)?; $($method = $cdk),+);
    }};
    (@encrypted $matrix:ident, $module:literal, $class:literal, ; $($method:ident = $cdk:tt),+) => {};
    (@encrypted $matrix:ident, $module:literal, $class:literal, $encrypted:expr; $($method:ident = $cdk:tt),+) => {{
        let encrypted = $encrypted;
        $(
            let row = crate::matrix::method($module, $class, stringify!($method), methods!(@cdk $cdk)).encrypted();
            $matrix.add(row, |grantee| encrypted.$method(grantee));
        )+
    }};
    (@cdk -) => { None };
    (@cdk $cdk:literal) => { Some($cdk) };
}

pub(crate) use methods;
