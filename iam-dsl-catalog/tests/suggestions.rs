//! How often a suggestion is right.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests may fail like tests"
)]

use std::collections::HashMap;

use iam_dsl_catalog::{
    Action, ConditionKey, Service, api_names, managed_policies, oidc, service_principals, suggest,
};

/// The seed of the sample that counts. Costs and limits were set on other seeds, never on this.
const SEED: u64 = 0x1a5d_0002_7e57_0001;

const SAMPLES: usize = 5_000;
const FLOOR: usize = SAMPLES * 98 / 100;

/// What was done to an action's name.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
enum Edit {
    Insert,
    Delete,
    Substitute,
    Transpose,
    /// One of the edits above, inside the service prefix.
    InPrefix,
    /// The prefix of another service.
    WrongPrefix,
}

const EDITS: [Edit; 6] = [
    Edit::Insert,
    Edit::Delete,
    Edit::Substitute,
    Edit::Transpose,
    Edit::InPrefix,
    Edit::WrongPrefix,
];

#[test]
fn the_right_name_comes_first() {
    let (right, misses) = measure(SEED);
    println!("{right} of {SAMPLES} right ({:.2} %)", percent(right));
    assert!(
        right >= FLOOR,
        "{right} of {SAMPLES}, the first misses: {:#?}",
        &misses[..20]
    );
}

/// For tuning: prints the figures of other samples, kind by kind.
#[test]
#[ignore = "asserts nothing; run it with `--ignored --nocapture` after a change of costs"]
fn figures_of_tuning_seeds() {
    for seed in [11, 22, 33] {
        let (right, misses) = measure(seed);
        let mut kinds: HashMap<Edit, usize> = HashMap::new();
        for miss in &misses {
            *kinds.entry(miss.edit).or_default() += 1;
        }
        println!("seed {seed}: {:.2} %, misses {kinds:?}", percent(right));
        for miss in misses.iter().take(40) {
            println!("  {miss:?}");
        }
    }
}

#[test]
fn an_api_name_always_gives_its_action() {
    assert!(api_names::all().len() > 200);
    for (name, action) in api_names::all() {
        assert_eq!(suggest::action(name), Some(action.to_string()), "{name}");
        let shouted = name.to_ascii_uppercase();
        assert_eq!(
            suggest::action(&shouted),
            Some(action.to_string()),
            "{shouted}"
        );
        assert!(Action::find(name).is_none(), "{name} is an action");
    }
}

#[test]
fn what_people_call_services() {
    for (alias, prefix) in [
        ("apigw", "apigateway"),
        ("cloudwatchlogs", "logs"),
        ("stepfunctions", "states"),
        ("eventbridge", "events"),
        ("cognito", "cognito-idp"),
        ("elb", "elasticloadbalancing"),
        ("secrets-manager", "secretsmanager"),
        ("dynamo", "dynamodb"),
        ("CloudWatchLogs", "logs"),
    ] {
        assert_eq!(suggest::service(alias), Some(prefix), "{alias}");
    }
    let put = suggest::action("cloudwatchlogs:PutLogEvents");
    assert_eq!(put.as_deref(), Some("logs:PutLogEvents"));
    let list = suggest::action("s3control:ListBuckets");
    assert_eq!(list.as_deref(), Some("s3:ListAllMyBuckets"));
    let list = suggest::action("s3:ListObjectV2");
    assert_eq!(list.as_deref(), Some("s3:ListBucket"));
}

#[test]
fn a_name_that_many_services_have_is_the_common_one() {
    for (typed, meant) in [
        ("iam:Decrypt", "kms:Decrypt"),
        ("s3:SendMessage", "sqs:SendMessage"),
        ("ec2:ListBucket", "s3:ListBucket"),
        ("lamda:TagResource", "lambda:TagResource"),
        ("sqs:CreateTable", "dynamodb:CreateTable"),
    ] {
        assert_eq!(suggest::action(typed).as_deref(), Some(meant), "{typed}");
    }
}

#[test]
fn nonsense_gets_no_suggestion() {
    for text in [
        "",
        ":",
        "s3:",
        "qwertyuiop:Asdfghjkl",
        "s3:Frobnicate",
        &"x".repeat(5_000),
    ] {
        assert_eq!(suggest::action(text), None, "{text:.40}");
    }
}

#[test]
fn other_lists_are_suggested_from_too() {
    let keys = ConditionKey::all()
        .filter(|key| !key.is_pattern())
        .map(ConditionKey::name);
    let known = |text: &str| ConditionKey::find(text).is_some() || oidc::claim(text).is_some();
    assert_share(98, keys, known, suggest::condition_key);

    let policies = managed_policies::all().map(|policy| policy.name);
    let known = |text: &str| managed_policies::find(text).is_some();
    let meant = |text: &str| suggest::managed_policy(text).map(str::to_owned);
    assert_share(98, policies, known, meant);

    // Some principals are an edit apart, and a service's own name is never taken for a slip.
    let known = |text: &str| {
        let label = text.strip_suffix(".amazonaws.com");
        let of_service = label.is_some_and(|label| Service::find(label).is_some());
        service_principals::find(text).is_some() || of_service
    };
    let meant = |text: &str| suggest::service_principal(text).map(str::to_owned);
    assert_share(97, service_principals::all(), known, meant);
}

/// Edits each of `names`, and expects at least `floor` percent of them back.
fn assert_share(
    floor: usize,
    names: impl Iterator<Item = &'static str>,
    known: impl Fn(&str) -> bool,
    suggest: impl Fn(&str) -> Option<String>,
) {
    let mut random = Random(SEED);
    let (mut right, mut count) = (0, 0);
    let mut misses = Vec::new();
    for name in names {
        let edit = EDITS[random.below(4)];
        let typed = edited(edit, name, &mut random);
        if typed.eq_ignore_ascii_case(name) || known(&typed) {
            continue;
        }
        count += 1;
        let suggested = suggest(&typed);
        if suggested.as_deref() == Some(name) {
            right += 1;
        } else {
            misses.push((name, typed, suggested));
        }
    }
    println!("{right} of {count}");
    misses.truncate(20);
    assert!(
        right * 100 >= floor * count,
        "{right} of {count}: {misses:#?}"
    );
}

#[derive(Debug)]
#[expect(dead_code, reason = "its fields are printed")]
struct Miss {
    edit: Edit,
    meant: String,
    typed: String,
    suggested: Option<String>,
}

fn measure(seed: u64) -> (usize, Vec<Miss>) {
    let actions: Vec<Action> = Action::all()
        .filter(|action| !action.is_deprecated())
        .collect();
    let mut names: HashMap<String, usize> = HashMap::new();
    for action in &actions {
        *names.entry(action.name().to_ascii_lowercase()).or_default() += 1;
    }
    let mut random = Random(seed);
    let mut misses = Vec::new();
    let mut count = 0;
    while count < SAMPLES {
        let action = actions[random.below(actions.len())];
        let edit = EDITS[random.below(EDITS.len())];
        // Which service was meant by a name that many have, a random prefix cannot tell.
        if edit == Edit::WrongPrefix && names[&action.name().to_ascii_lowercase()] > 1 {
            continue;
        }
        let meant = action.to_string();
        let typed = apply(edit, action, &mut random);
        // A change of case is no typo, and some edits make another action's name.
        if typed.eq_ignore_ascii_case(&meant) || Action::find(&typed).is_some() {
            continue;
        }
        count += 1;
        let suggested = suggest::action(&typed);
        if suggested.as_ref() != Some(&meant) {
            misses.push(Miss {
                edit,
                meant,
                typed,
                suggested,
            });
        }
    }
    (SAMPLES - misses.len(), misses)
}

fn apply(edit: Edit, action: Action, random: &mut Random) -> String {
    let prefix = action.service().prefix();
    match edit {
        Edit::InPrefix => {
            let edit = EDITS[random.below(4)];
            format!("{}:{}", edited(edit, prefix, random), action.name())
        }
        Edit::WrongPrefix => {
            let services: Vec<Service> = Service::all().collect();
            let other = services[random.below(services.len())];
            format!("{other}:{}", action.name())
        }
        edit => edited(edit, &action.to_string(), random),
    }
}

fn edited(edit: Edit, text: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = random.below(bytes.len());
    match edit {
        Edit::Delete => drop(bytes.remove(at)),
        Edit::Substitute => bytes[at] = random.character(),
        Edit::Transpose if bytes.len() > 1 => {
            let at = random.below(bytes.len() - 1);
            bytes.swap(at, at + 1);
        }
        _ => bytes.insert(random.below(bytes.len() + 1), random.character()),
    }
    String::from_utf8(bytes).unwrap()
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn percent(right: usize) -> f64 {
    right as f64 * 100.0 / SAMPLES as f64
}

/// `SplitMix64`: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn character(&mut self) -> u8 {
        const CHARACTERS: &[u8] =
            b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
        CHARACTERS[self.below(CHARACTERS.len())]
    }
}

/// What a hostile document holds is refused at once, however long it is.
#[test]
fn long_text_is_like_nothing() {
    let long = "k".repeat(10_000_000);
    assert_eq!(suggest::action(&long), None);
    assert_eq!(suggest::service(&long), None);
    assert_eq!(suggest::condition_key(&long), None);
    assert_eq!(suggest::service_principal(&long), None);
    assert_eq!(suggest::managed_policy(&long), None);
    assert_eq!(suggest::region(&long), None);
}
