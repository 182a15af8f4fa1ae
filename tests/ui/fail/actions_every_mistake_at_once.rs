use iam_dsl::prelude::*;

fn main() {
    let _ = actions![
        s3::GetObjcet,
        "dynamodb:GetItm",
        s3::PutObject,
        sqs:SendMesage,
    ];
}
