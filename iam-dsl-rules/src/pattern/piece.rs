//! Text of which parts are not known yet.

/// A piece of a text of which parts are not known yet: policy variables and deploy-time tokens.
///
/// ```
/// use iam_dsl_rules::pattern::{Piece, arn_pieces_subsume};
///
/// let home = [Piece::Text("arn:aws:s3:::home/"), Piece::Variable("${aws:username}"), Piece::Text("/*")];
/// assert!(arn_pieces_subsume(&[Piece::Text("arn:aws:s3:::home/*")], &home));
/// assert!(!arn_pieces_subsume(&home, &[Piece::Text("arn:aws:s3:::home/*")]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text, in which `*` and `?` are wildcards.
    Text(&'a str),
    /// A policy variable, as it is written.
    Variable(&'a str),
    /// The name of a parameter that a deployment fills in.
    Token(&'a str),
    /// The name of a parameter that every deployment has, such as `AWS::Region`.
    PseudoParameter(&'a str),
}
