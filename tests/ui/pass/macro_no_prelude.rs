//! A strict crate without a prelude, where names of the macros' expansions mean other things.

#![deny(warnings, missing_docs, unused)]
#![no_implicit_prelude]

extern crate std as stdlib;

mod core {}
mod std {}
#[allow(dead_code)]
mod iam_dsl {}
#[allow(dead_code)]
mod shadow {
    pub struct Vec;
    pub struct String;
    pub struct Some;
    pub enum Option {}
    pub trait From {}
    pub trait Into {}
}
#[allow(unused_imports)]
use shadow::*;

/// In a constant.
pub const READ: ::iam_dsl::Action = ::iam_dsl::action!(s3::GetObject);
/// In a static.
pub static BOTH: &[::iam_dsl::Action] =
    &[::iam_dsl::action!(s3::GetObject), ::iam_dsl::action!("sqs:SendMessage")];

macro_rules! literal {
    ($a:literal) => { ::iam_dsl::actions![$a, s3::PutObject] };
}
macro_rules! idents {
    ($s:ident, $n:ident) => { ::iam_dsl::actions![$s::$n, $s:$n] };
}
macro_rules! path {
    ($a:path) => { ::iam_dsl::actions![$a] };
}
macro_rules! expression {
    ($a:expr) => { ::iam_dsl::actions![$a] };
}
macro_rules! tokens {
    ($($a:tt)*) => { ::iam_dsl::actions![$($a)*] };
}

fn main() {
    stdlib::assert_eq!(READ, BOTH[0]);
    stdlib::assert_eq!(literal!("s3:GetObject").patterns().len(), 2);
    stdlib::assert_eq!(idents!(s3, GetObject).patterns().len(), 2);
    stdlib::assert_eq!(path!(s3::GetObject).patterns()[0].as_str(), "s3:GetObject");
    stdlib::assert_eq!(expression!("s3:GetObject").patterns()[0].as_str(), "s3:GetObject");
    stdlib::assert_eq!(expression!(s3::GetObject).patterns()[0].as_str(), "s3:GetObject");
    stdlib::assert_eq!(tokens!(s3::GetObject, execute-api:Invoke, "s3:Get*").patterns().len(), 3);
    let policy = ::iam_dsl::policy!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Action": ["s3:GetObject"],
            "Resource": ::iam_dsl::arn!("arn:aws:s3:::reports/*"),
            "Condition": { "Bool": { "aws:SecureTransport": true } }
        }]
    });
    stdlib::assert_eq!(policy.document().statements().len(), 1);
    match READ {
        ::iam_dsl::action!(s3::GetObject) => {}
        _ => stdlib::unreachable!(),
    }
}
