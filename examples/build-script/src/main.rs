//! The program that the build script wrote policies for: it prints them.

/// What the order processor may do.
const POLICY: &str = include_str!(concat!(env!("OUT_DIR"), "/processor.json"));

/// Who may run as the order processor.
const TRUST: &str = include_str!(concat!(env!("OUT_DIR"), "/processor.trust.json"));

fn main() {
    print!("{POLICY}{TRUST}");
}

#[cfg(test)]
mod tests {
    use iam_dsl::PolicyDocument;

    use super::{POLICY, TRUST};

    #[test]
    fn the_policy_is_what_the_build_script_says() {
        let policy: PolicyDocument = POLICY.parse().unwrap();
        let sids: Vec<_> = policy
            .statements()
            .iter()
            .map(|statement| statement.sid())
            .collect();
        assert_eq!(sids, [None, None, Some("EncryptedUploads")]);
    }

    #[test]
    fn only_lambda_may_assume_the_role() {
        let trust: PolicyDocument = TRUST.parse().unwrap();
        assert_eq!(
            trust.to_json(),
            r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#,
        );
    }
}
