//! Grants of single actions, and what they refuse.

use iam_dsl::{
    ActionPattern, Grant, GrantError, appmesh, aws, cloudwatch, dynamodb, kafka, kms, logs,
    prelude::*, s3, s3tables, sqs,
};

fn app() -> Role {
    Role::new("app")
}

/// The message and the help, which is what `main` prints.
fn refused(grant: Result<Grant, GrantError>) -> String {
    format!("{:?}", grant.unwrap_err())
}

#[test]
fn what_acts_elsewhere() {
    let (role, bucket) = (app(), s3::Bucket::named("b"));
    let errors = [
        refused(bucket.grant(&role, actions![s3::ListAllMyBuckets])),
        refused(bucket.grant(&role, actions![iam::CreateAccountAlias, s3::GetObject])),
        refused(bucket.grant(&role, actions![dynamodb::GetItem])),
        refused(bucket.grant(&role, actions![kms::Decrypt])),
        refused(
            bucket
                .objects("in/*")
                .grant(&role, actions![s3::GetBucketLocation]),
        ),
        refused(kms::Key::named("k").grant(&role, actions![kms::CreateKey])),
        refused(
            logs::LogGroup::named("l")
                .encrypted_with(&kms::Key::named("k"))
                .grant(&role, actions![kms::Decrypt]),
        ),
        refused(role.grant(app(), actions![sts::AssumeRole])),
    ];
    assert!(role.policy().is_empty());
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn lists_that_are_none() {
    let (role, bucket) = (app(), s3::Bucket::named("b"));
    let errors = [
        refused(bucket.grant(&role, Vec::<iam_dsl::Action>::new())),
        refused(bucket.grant(&role, not_actions![s3::GetObject])),
        refused(bucket.grant(&role, actions![s3::Get*])),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn an_action_that_is_said_twice_is_written_once() {
    let role = app();
    let twice = [
        ActionPattern::unchecked("SQS:sendmessage"),
        ActionPattern::from(aws::sqs::SendMessage),
    ];
    sqs::Queue::named("q").grant(&role, twice).unwrap();
    assert_eq!(role.policy().to_json().matches("SendMessage").count(), 1);
}

#[test]
fn listing_is_narrowed_to_the_keys() {
    let (role, bucket) = (app(), s3::Bucket::named("b"));
    let actions = actions![s3::ListBucket, s3::ListBucketVersions, s3::GetObjectAcl];
    bucket.objects("in/*").grant(&role, actions).unwrap();
    insta::assert_snapshot!(role.policy().to_json(), @r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:ListBucket","s3:ListBucketVersions"],"Resource":"arn:aws:s3:::b","Condition":{"StringLike":{"s3:prefix":"in/*"}}},{"Effect":"Allow","Action":"s3:GetObjectAcl","Resource":"arn:aws:s3:::b/in/*"}]}"#);
}

#[test]
fn names_of_many() {
    let role = app();
    for name in ["*", "", "my/*", "logs-??", "${aws:username}"] {
        let bucket = s3::Bucket::named(name);
        let error = refused(bucket.grant_read(&role));
        assert!(error.contains("is not that of one resource"), "{error}");
        let mut account = iam_dsl::Account::new(&Env::new("123456789012", "us-east-1").unwrap());
        account.add(&bucket);
        assert_eq!(account.findings().len(), 1, "{name}");
    }
    assert!(role.policy().is_empty());
    cloudwatch::Metrics::all()
        .grant_put_metric_data(&role)
        .unwrap();
    let stream = dynamodb::Table::named("orders").stream("*");
    stream.grant_read(&role).unwrap();
    let patterns = [
        refused(Role::new("*").grant_pass_role(&role, service_principal!("lambda.amazonaws.com"))),
        refused(Role::new("*").grant_assume_role(&role)),
        refused(appmesh::VirtualNode::named("*", "n").grant_stream_aggregated_resources(&role)),
        refused(s3tables::Table::named("*", "id").grant_read(&role)),
        refused(kafka::Cluster::named("c", "*").grant_connect(&role)),
        refused(
            dynamodb::Table::named("t")
                .stream("${aws:username}")
                .grant_read(&role),
        ),
    ];
    for error in patterns {
        assert!(error.contains("is not that of one resource"), "{error}");
    }
    assert!(
        dynamodb::Table::named("*")
            .stream("*")
            .grant_read(&role)
            .is_err()
    );
}

#[test]
fn an_alias_is_named_with_or_without_its_prefix() {
    let role = app();
    kms::Alias::named("reports").grant_decrypt(&role).unwrap();
    assert!(
        role.policy()
            .to_json()
            .contains(r#""kms:ResourceAliases":"alias/reports""#)
    );
}

#[test]
fn taking_off_finds_its_own() {
    let (role, bucket) = (app(), s3::Bucket::named("b"));
    let write = bucket.grant_write(&role).unwrap();
    let more = actions![s3::ListBucket, s3::PutObject, s3::AbortMultipartUpload];
    let more = bucket.grant(&role, more).unwrap();
    write.without(actions![s3::AbortMultipartUpload]).unwrap();
    more.without(actions![s3::ListBucket]).unwrap();
    insta::assert_snapshot!(role.policy().to_json(), @r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:PutObject","s3:AbortMultipartUpload"],"Resource":"arn:aws:s3:::b/*"},{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::b/*"}]}"#);
}

#[test]
fn taking_off_too_much_leaves_all() {
    let (role, bucket) = (app(), s3::Bucket::named("b"));
    let grant = bucket.grant_get(&role).unwrap();
    let before = role.policy();
    assert!(grant.without(actions![s3::GetObject]).is_err());
    assert_eq!(role.policy(), before);
    // What only others have to say is nothing that was given.
    let account = AccountPrincipal::new("999999999999").unwrap();
    let grant = bucket.grant_get(account).unwrap();
    assert!(grant.without(actions![s3::Get*]).is_err());
}
