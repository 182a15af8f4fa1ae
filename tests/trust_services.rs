//! For whom services get in.

use iam_dsl::ValueError;
use iam_dsl::prelude::*;
use iam_dsl::trust::{EksPodIdentity, RolesAnywhere};

use crate::trust_ask::Trusting;

const ASSUME: &str = "sts:AssumeRole";

#[test]
fn a_service_acts_for_one_resource() -> Result<(), ValueError> {
    let source = arn!("arn:aws:states:us-east-1:123456789012:stateMachine:orders");
    let role = Trusting::new(service_principal!("states.amazonaws.com").from_source(source)?);
    let lets_in = |service: &str, arn: &str, account: &str| {
        role.lets_in(
            service,
            ASSUME,
            &[("aws:SourceArn", arn), ("aws:SourceAccount", account)],
        )
    };
    let orders = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";
    assert!(lets_in("states.amazonaws.com", orders, "123456789012"));
    assert!(!lets_in(
        "states.amazonaws.com",
        "arn:aws:states:us-east-1:123456789012:stateMachine:orders2",
        "123456789012"
    ));
    assert!(!lets_in(
        "states.amazonaws.com",
        "arn:aws:states:us-east-1:999999999999:stateMachine:orders",
        "999999999999"
    ));
    assert!(!lets_in("states.amazonaws.com", orders, "999999999999"));
    assert!(!lets_in("lambda.amazonaws.com", orders, "123456789012"));
    assert!(!role.lets_in("states.amazonaws.com", ASSUME, &[]));
    Ok(())
}

#[test]
fn a_service_acts_for_resources_of_a_pattern() -> Result<(), ValueError> {
    let source = arn!("arn:aws:scheduler:*:123456789012:schedule-group/reports-*");
    let role = Trusting::new(service_principal!("scheduler.amazonaws.com").from_source(source)?);
    let lets_in = |arn: &str| {
        role.lets_in(
            "scheduler.amazonaws.com",
            ASSUME,
            &[
                ("aws:SourceArn", arn),
                ("aws:SourceAccount", "123456789012"),
            ],
        )
    };
    assert!(lets_in(
        "arn:aws:scheduler:eu-west-1:123456789012:schedule-group/reports-daily"
    ));
    assert!(!lets_in(
        "arn:aws:scheduler:eu-west-1:123456789012:schedule-group/billing"
    ));
    Ok(())
}

#[test]
fn a_service_acts_for_one_account() -> Result<(), ValueError> {
    let role =
        Trusting::new(service_principal!("codebuild.amazonaws.com").from_account("123456789012")?);
    assert!(role.lets_in(
        "codebuild.amazonaws.com",
        ASSUME,
        &[("aws:SourceAccount", "123456789012")]
    ));
    assert!(!role.lets_in(
        "codebuild.amazonaws.com",
        ASSUME,
        &[("aws:SourceAccount", "999999999999")]
    ));
    assert!(!role.lets_in("codebuild.amazonaws.com", ASSUME, &[]));

    // It sends the ARN alone, which has the account in it.
    let role = Trusting::new(
        service_principal!("logs.us-east-1.amazonaws.com").from_account("123456789012")?,
    );
    let lets_in = |arn: &str| {
        role.lets_in(
            "logs.us-east-1.amazonaws.com",
            ASSUME,
            &[("aws:SourceArn", arn)],
        )
    };
    assert!(lets_in(
        "arn:aws:logs:us-east-1:123456789012:log-group:/my-app/orders"
    ));
    assert!(!lets_in(
        "arn:aws:logs:us-east-1:999999999999:log-group:/my-app/orders"
    ));
    Ok(())
}

#[test]
fn a_plain_service_is_let_in_whatever_it_acts_for() {
    let role = Trusting::new(service_principal!("ec2.amazonaws.com"));
    assert!(role.lets_in("ec2.amazonaws.com", ASSUME, &[]));
    assert!(!role.lets_in("lambda.amazonaws.com", ASSUME, &[]));
}

#[test]
fn pod_identity_is_of_one_service_account() -> Result<(), ValueError> {
    let cluster = arn!("arn:aws:eks:us-east-1:123456789012:cluster/production");
    let pods = EksPodIdentity::new().service_account("orders", "processor")?;
    let role = Trusting::new(pods.in_cluster(cluster)?);
    let lets_in = |action: &str, namespace: &str, name: &str, cluster: &str| {
        let tags = [
            ("aws:RequestTag/kubernetes-namespace", namespace),
            ("aws:RequestTag/kubernetes-service-account", name),
            ("aws:RequestTag/eks-cluster-arn", cluster),
        ];
        role.lets_in("pods.eks.amazonaws.com", action, &tags)
    };
    let production = "arn:aws:eks:us-east-1:123456789012:cluster/production";
    assert!(lets_in(ASSUME, "orders", "processor", production));
    assert!(lets_in("sts:TagSession", "orders", "processor", production));
    assert!(!lets_in(
        "sts:SetSourceIdentity",
        "orders",
        "processor",
        production
    ));
    assert!(!lets_in(ASSUME, "default", "processor", production));
    assert!(!lets_in(ASSUME, "orders", "other", production));
    assert!(!lets_in(
        ASSUME,
        "orders",
        "processor",
        "arn:aws:eks:us-east-1:123456789012:cluster/staging"
    ));
    assert!(!role.lets_in("pods.eks.amazonaws.com", ASSUME, &[]));
    Ok(())
}

#[test]
fn certificates_are_of_one_authority_and_one_name() -> Result<(), ValueError> {
    let anchor = arn!("arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4");
    let role = Trusting::new(
        RolesAnywhere::trust_anchor(anchor.clone())?.common_name("backup.example.com")?,
    );
    let lets_in = |role: &Trusting, action: &str, anchor: &str, name: &str| {
        let context = [
            ("aws:SourceArn", anchor),
            ("aws:PrincipalTag/x509Subject/CN", name),
        ];
        role.lets_in("rolesanywhere.amazonaws.com", action, &context)
    };
    let own = "arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4";
    let other = "arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/d4c3b2a1";
    for action in [ASSUME, "sts:SetSourceIdentity", "sts:TagSession"] {
        assert!(
            lets_in(&role, action, own, "backup.example.com"),
            "{action}"
        );
    }
    assert!(!lets_in(&role, ASSUME, other, "backup.example.com"));
    assert!(!lets_in(&role, ASSUME, own, "web.example.com"));
    assert!(!role.lets_in(
        "rolesanywhere.amazonaws.com",
        ASSUME,
        &[("aws:SourceArn", own)]
    ));

    let any = Trusting::new(RolesAnywhere::trust_anchor(anchor.clone())?.any_certificate());
    assert!(lets_in(&any, ASSUME, own, "web.example.com"));
    assert!(!lets_in(&any, ASSUME, other, "web.example.com"));

    let unit = Trusting::new(RolesAnywhere::trust_anchor(anchor)?.organizational_unit("backups")?);
    let in_unit = |name: &str| {
        let context = [
            ("aws:SourceArn", own),
            ("aws:PrincipalTag/x509Subject/OU", name),
        ];
        unit.lets_in("rolesanywhere.amazonaws.com", ASSUME, &context)
    };
    assert!(in_unit("backups"));
    assert!(!in_unit("web"));
    Ok(())
}

#[test]
fn a_source_is_of_the_kind_that_its_service_acts_for() {
    let from = |service: &str, arn: &str| {
        let service: iam_dsl::ServicePrincipal = service.parse().unwrap();
        let trust = service.clone().from_source(arn.parse().unwrap())?;
        let role = Trusting::new(trust);
        let sent = [
            ("aws:SourceArn", arn),
            ("aws:SourceAccount", "123456789012"),
        ];
        assert!(role.lets_in(&service.to_string(), ASSUME, &sent), "{arn}");
        assert!(!role.lets_in(&service.to_string(), ASSUME, &[]), "{arn}");
        Ok::<(), ValueError>(())
    };
    for (service, resource) in [
        ("appsync", "apis/abcdefghijklmnopq"),
        ("codedeploy", "deploymentgroup:orders/production"),
        ("comprehend", "document-classifier/orders/version/1"),
        ("config", "*"),
        ("pipes", "pipe/orders"),
        ("sagemaker", "*"),
        ("sagemaker", "training-job/orders"),
        ("storagegateway", "gateway/sgw-12345678"),
        ("textract", "*"),
    ] {
        let arn = format!("arn:aws:{service}:us-east-1:123456789012:{resource}");
        from(&format!("{service}.amazonaws.com"), &arn).unwrap();
    }
    // The service would never send these.
    for (service, resource) in [
        ("codedeploy", "application:orders"),
        ("comprehend", "entity-recognizer/orders"),
        ("config", "config-rule/orders"),
        ("sagemaker", "endpoint/orders"),
        ("sagemaker", "image/orders"),
    ] {
        let arn = format!("arn:aws:{service}:us-east-1:123456789012:{resource}");
        assert!(
            from(&format!("{service}.amazonaws.com"), &arn).is_err(),
            "{arn}"
        );
    }
}
