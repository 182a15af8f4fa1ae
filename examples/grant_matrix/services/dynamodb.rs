//! Tables, items and streams.

use iam_dsl::{dynamodb::Table, prelude::*};

use super::key;
use crate::{
    grantees::env,
    matrix::{Call, Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let table = Table::new(&env(), "my-table");
    let encrypted = table.clone().encrypted_with(&key());
    methods! {
        matrix, "dynamodb", "Table", table.clone(), / encrypted.clone();
        grant_read_data = "aws-dynamodb.Table.grantReadData",
        grant_write_data = "aws-dynamodb.Table.grantWriteData",
        grant_read_write_data = "aws-dynamodb.Table.grantReadWriteData",
        grant_full_access = "aws-dynamodb.Table.grantFullAccess",
    }
    in_variants(matrix, "indexes", &table.clone().with_index("*"));
    in_variants(matrix, "replica", &table.clone().with_replica("eu-west-1"));
    single_actions(matrix, &table, &encrypted);
    streams(matrix, &table, &encrypted);
    items(matrix, &table, &encrypted);
    replication(matrix, &table, &encrypted);
}

fn in_variants(matrix: &mut Matrix, variant: &'static str, table: &Table) {
    const GRANTEE: &[&str] = &["$grantee"];
    const ACTIONS: &[&str] = &["$grantee", "dynamodb:GetItem", "dynamodb:PutItem"];
    let row = |name, cdk| method("dynamodb", "Table", name, Some(cdk)).variant(variant, GRANTEE);
    matrix.add(
        row("grant_read_data", "aws-dynamodb.Table.grantReadData"),
        |grantee| table.grant_read_data(grantee),
    );
    matrix.add(
        row("grant_write_data", "aws-dynamodb.Table.grantWriteData"),
        |grantee| table.grant_write_data(grantee),
    );
    matrix.add(
        row(
            "grant_read_write_data",
            "aws-dynamodb.Table.grantReadWriteData",
        ),
        |grantee| table.grant_read_write_data(grantee),
    );
    matrix.add(
        row("grant_full_access", "aws-dynamodb.Table.grantFullAccess"),
        |grantee| table.grant_full_access(grantee),
    );
    let single = method(
        "dynamodb",
        "Table",
        "grant",
        Some("aws-dynamodb.Table.grant"),
    )
    .variant(variant, ACTIONS);
    matrix.add(single, |grantee| {
        table.grant(grantee, actions![dynamodb::GetItem, dynamodb::PutItem])
    });
    let one = single.variant(variant, &["$grantee", "dynamodb:GetItem"]);
    matrix.add(one, |grantee| {
        table.grant(grantee, actions![dynamodb::GetItem])
    });
}

fn single_actions(matrix: &mut Matrix, table: &Table, encrypted: &Table) {
    const SINGLE: Call = method(
        "dynamodb",
        "Table",
        "grant",
        Some("aws-dynamodb.Table.grant"),
    );
    const TWO: Call = SINGLE.variant(
        "actions",
        &["$grantee", "dynamodb:GetItem", "dynamodb:PutItem"],
    );
    const ONE: Call = SINGLE.variant("action", &["$grantee", "dynamodb:GetItem"]);
    const ON_KEY: Call = method(
        "dynamodb",
        "Table",
        "grant_on_key",
        Some("aws-dynamodb.Table.grantOnKey"),
    )
    .variant("actions", &["$grantee", "kms:Decrypt"]);
    let both = actions![dynamodb::GetItem, dynamodb::PutItem];
    matrix.add(TWO, |grantee| table.grant(grantee, both.clone()));
    matrix.add(TWO.encrypted(), |grantee| {
        encrypted.grant(grantee, both.clone())
    });
    matrix.add(ONE, |grantee| {
        table.grant(grantee, actions![dynamodb::GetItem])
    });
    matrix.add(ONE.encrypted(), |grantee| {
        encrypted.grant(grantee, actions![dynamodb::GetItem])
    });
    matrix.add(ON_KEY, |grantee| {
        table.grant_on_key(grantee, actions![kms::Decrypt])
    });
    matrix.add(ON_KEY.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
}

fn streams(matrix: &mut Matrix, table: &Table, encrypted: &Table) {
    const SINGLE: Call = method(
        "dynamodb",
        "Stream",
        "grant",
        Some("aws-dynamodb.Table.grantStream"),
    )
    .variant("actions", &["$grantee", "dynamodb:DescribeStream"]);

    let label = "2024-01-01T00:00:00.000";
    let (stream, encrypted) = (table.stream(label), encrypted.stream(label));
    methods! {
        matrix, "dynamodb", "Stream", stream.clone(), / encrypted.clone();
        grant_read = "aws-dynamodb.Table.grantStreamRead",
        grant_list = "aws-dynamodb.Table.grantTableListStreams",
    }
    let describe = actions![dynamodb::DescribeStream];
    matrix.add(SINGLE, |grantee| stream.grant(grantee, describe.clone()));
    matrix.add(SINGLE.encrypted(), |grantee| {
        encrypted.grant(grantee, describe.clone())
    });
    let on_key = method("dynamodb", "Stream", "grant_on_key", None)
        .variant("actions", &["$grantee", "kms:Decrypt"]);
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
}

fn items(matrix: &mut Matrix, table: &Table, encrypted: &Table) {
    let keys = "${aws:PrincipalTag/customer}";
    methods! {
        matrix, "dynamodb", "Items", table.items_with_leading_keys(keys), / encrypted.items_with_leading_keys(keys);
        grant_read = -,
        grant_write = -,
    }
    let some = table
        .items_with_leading_keys(keys)
        .attributes(["id", "total"]);
    let row = |name| method("dynamodb", "Items", name, None).variant("attributes", &["$grantee"]);
    matrix.add(row("grant_read"), |grantee| some.grant_read(grantee));
    matrix.add(row("grant_write"), |grantee| some.grant_write(grantee));
}

fn replication(matrix: &mut Matrix, table: &Table, encrypted: &Table) {
    const FROM: Call = method(
        "dynamodb",
        "Table",
        "grant_multi_account_replication_from",
        Some("aws-dynamodb.TableGrants.multiAccountReplicationFrom"),
    )
    .variant(
        "plain",
        &["arn:aws:dynamodb:eu-west-1:999999999999:table/source"],
    );
    const TO: Call = method(
        "dynamodb",
        "Table",
        "grant_multi_account_replication_to",
        Some("aws-dynamodb.TableGrants.multiAccountReplicationTo"),
    )
    .variant(
        "plain",
        &["arn:aws:dynamodb:eu-west-1:999999999999:table/replica"],
    );
    let source = arn!("arn:aws:dynamodb:eu-west-1:999999999999:table/source");
    let replica = arn!("arn:aws:dynamodb:eu-west-1:999999999999:table/replica");
    let service = "service_principal";
    matrix.add_for(
        FROM,
        service,
        table.grant_multi_account_replication_from(&source),
    );
    matrix.add_for(
        FROM.encrypted(),
        service,
        encrypted.grant_multi_account_replication_from(&source),
    );
    matrix.add_for(
        TO,
        service,
        table.grant_multi_account_replication_to(&replica),
    );
    matrix.add_for(
        TO.encrypted(),
        service,
        encrypted.grant_multi_account_replication_to(&replica),
    );
}
