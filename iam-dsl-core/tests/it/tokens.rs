//! Policy variables and deploy-time tokens.

use iam_dsl_core::{
    BaseOperator, ConditionBlock, ConditionValue, Effect, Part, PolicyDocument, PolicyStatement,
    PrincipalType, Principals, Template, Token,
};

fn shown(template: &Template) -> Vec<String> {
    template
        .parts()
        .map(|part| match part {
            Part::Text(text) => format!("text {text}"),
            Part::Variable(variable) => {
                format!("variable {} {:?}", variable.key(), variable.default_value())
            }
            Part::Token(token) => format!("token {}", token.name()),
        })
        .collect()
}

#[test]
fn variables_are_split_off() {
    for (text, parts) in [
        ("", vec![]),
        ("plain*", vec!["text plain*"]),
        (
            "a${aws:username}b",
            vec!["text a", "variable aws:username None", "text b"],
        ),
        ("${a}${b}", vec!["variable a None", "variable b None"]),
        ("${a, 'x}y'}", vec!["variable a Some(\"x}y\")"]),
        (
            "${*}${?}${$}",
            vec!["variable * None", "variable ? None", "variable $ None"],
        ),
        ("${}", vec!["text ${}"]),
        ("${open", vec!["text ${open"]),
        ("$${a}", vec!["text $", "variable a None"]),
        ("${${a}}", vec!["text ${", "variable a None", "text }"]),
        ("${a, unquoted}", vec!["text ${a, unquoted}"]),
    ] {
        assert_eq!(shown(&Template::from(text)), parts, "{text}");
    }
}

#[test]
fn equal_templates_are_equal_however_made() {
    let one = Template::from("a")
        .with_text("b")
        .with_token(Token::Region)
        .with_text("")
        .with_text("c");
    let other = Template::from("ab").with_template(&Template::from(Token::Region).with_text("c"));
    assert_eq!(one, other);
    assert_eq!(
        Template::from("").with_token(Token::Region),
        Template::from(Token::Region)
    );
    let resolved = one.resolve(|_| Some("eu-west-1".into()));
    assert_eq!(resolved, Template::from("abeu-west-1c"));
}

fn everywhere() -> PolicyDocument {
    let condition = ConditionBlock::new().with(
        BaseOperator::StringEquals,
        "aws:SourceAccount",
        ConditionValue::from(Template::from(Token::AccountId)),
    );
    PolicyDocument::new().with_statement(
        PolicyStatement::new(Effect::Allow)
            .with_principals(Principals::from((
                PrincipalType::Aws,
                Token::Named("RoleArn".into()),
            )))
            .with_resources(
                Template::from("arn:")
                    .with_token(Token::Partition)
                    .with_text(":s3:::b"),
            )
            .with_condition(condition),
    )
}

#[test]
fn plain_json_prints_placeholders() {
    assert_eq!(
        everywhere().to_json(),
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"${RoleArn}"},"Resource":"arn:aws:s3:::b","Condition":{"StringEquals":{"aws:SourceAccount":"${AWS::AccountId}"}}}]}"#
    );
}

#[test]
fn what_is_unresolved_is_named() {
    let error = everywhere().try_to_json().unwrap_err();
    assert_eq!(
        error.tokens(),
        [Token::Named("RoleArn".into()), Token::AccountId]
    );
    assert_eq!(
        error.to_string(),
        "only a deployment can fill in `${RoleArn}`, `${AWS::AccountId}`"
    );
    let partition_only =
        everywhere().resolve(|token| (*token != Token::Partition).then(|| "x".into()));
    assert_eq!(
        partition_only.tokens().collect::<Vec<_>>(),
        [&Token::Partition]
    );
    assert_eq!(
        partition_only.try_to_json().unwrap(),
        partition_only.to_json()
    );
}
