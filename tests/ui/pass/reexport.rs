//! A crate that re-exports iam-dsl names its path.

mod facade {
    pub mod policies {
        pub use iam_dsl::*;
    }
}

use facade::policies::prelude::{action, actions, allow, any, arn, key, policy};

fn main() {
    let read = action!(crate = crate::facade::policies; s3::GetObject);
    let both = actions![crate = crate::facade::policies; s3::GetObject, "s3:Put*"];
    let condition = key!(crate = crate::facade::policies; "aws:PrincipalOrgID").equals("o-a1b2c3d4e5");
    let bucket = arn!(crate = crate::facade::policies; "arn:aws:s3:::my-bucket/*");
    let whole = policy!(crate = crate::facade::policies; {
        "Version": "2012-10-17",
        "Statement": [{ "Effect": "Allow", "Action": s3::GetObject, "Resource": "*" }]
    });
    assert_eq!(read.to_string(), "s3:GetObject");
    assert!(whole.to_json().contains("s3:GetObject"));
    let _ = (allow(both.clone()).on(bucket).when(condition), allow(both).on(any()));
}
