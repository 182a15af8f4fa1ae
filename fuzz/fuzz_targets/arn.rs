//! ARNs and the templates they are made of.

#![no_main]

use iam_dsl_core::{Arn, Part, Template};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let template = Template::from(text);
    let pieces: String = template
        .parts()
        .map(|part| match part {
            Part::Text(text) => text,
            Part::Variable(variable) => variable.source(),
            Part::Token(_) => unreachable!("text has no tokens"),
        })
        .collect();
    assert_eq!(pieces, text);
    let Ok(arn) = text.parse::<Arn>() else {
        return;
    };
    assert_eq!(arn.to_string(), text);
    assert_eq!(arn.to_string().parse().as_ref(), Ok(&arn));
    assert_eq!(arn.to_template(), template);
    assert!(arn.matches(text));
});
