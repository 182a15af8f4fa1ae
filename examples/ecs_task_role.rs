//! A web application runs as an ECS task. It keeps its users' uploads in a bucket, reading and writing but never
//! deleting, and reads its own secrets, which all have names that start with `my-app/`.

use iam_dsl::prelude::*;
use iam_dsl::s3;

fn main() {
    let uploads = s3::Bucket::named("my-app-uploads");
    let secrets = arn!("arn:aws:secretsmanager:us-east-1:123456789012:secret:my-app/*");

    let policy = IdentityPolicy::new()
        .with_id("ECSTaskRole")
        .with(
            allow(actions![s3::GetObject, s3::PutObject])
                .on(uploads.objects("*"))
                .sid("AppAccessS3"),
        )
        .with(
            allow(actions![secretsmanager::GetSecretValue])
                .on(secrets)
                .sid("AppAccessSecrets"),
        );

    println!("{}", policy.to_json_pretty());
}
