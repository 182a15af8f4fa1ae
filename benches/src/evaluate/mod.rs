//! Decisions a second, against other libraries on the same policies and requests.

mod contenders;
mod work;

use crate::timing::{median, ratio, time};
use contenders::{CONTENDERS, Contender, Decide, policies};
use iam_dsl_evaluate::Evaluator;
use std::error::Error;
use std::hint::black_box;
use std::time::Duration;
use work::Work;

const ROUNDS: usize = 21;
/// What a contender gets of each round: enough for the clock, and each request once at least.
const TURN: Duration = Duration::from_millis(20);
/// Times are kept for so many decisions, since one takes few nanoseconds.
const DECISIONS: f64 = 1_000.0;

/// Prints the tables.
pub fn run(_with_rusty_cdk: bool) -> Result<(), Box<dyn Error>> {
    let works = Work::all()?;
    println!("\n### Decisions a second ({ROUNDS} rounds, medians)\n");
    println!(
        "| policies |{}",
        CONTENDERS
            .map(|contender| format!(" {} |", contender.name))
            .concat()
    );
    println!("|---|{}", "---:|".repeat(CONTENDERS.len()));
    for work in &works {
        row(work)?;
    }
    println!(
        "\nIn brackets: how many times as many iam-dsl makes. All are given their policies and requests beforehand, \
         and answer each request alike.\nWhat they let one prepare differs: {}",
        CONTENDERS.map(|contender| contender.prepared).join("; ")
    );
    println!("\n| `Evaluator::new`, from documents that are read | µs |\n|---|---:|");
    for work in works.iter().filter(|work| work.statements() > 1) {
        compile_row(work)?;
    }
    Ok(())
}

fn compile_row(work: &Work) -> Result<(), Box<dyn Error>> {
    let policies = policies(work)?;
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        times.push(time(|| black_box(Evaluator::new(&policies))).0);
    }
    println!("| {} | {} |", work.name, number(median(&times) * 1e6));
    Ok(())
}

fn row(work: &Work) -> Result<(), Box<dyn Error>> {
    let mut turns = Vec::new();
    for contender in &CONTENDERS {
        let decide = (contender.prepare)(work)?;
        check(contender, work, &decide)?;
        turns.push(Turn::new(work, decide));
    }
    for _ in 0..ROUNDS {
        for turn in &mut turns {
            turn.take();
        }
    }
    let ours = &turns[0].times;
    let mut cells = String::new();
    for (index, turn) in turns.iter().enumerate() {
        cells += &format!(" {}", number(DECISIONS / median(&turn.times)));
        if index > 0 {
            cells += &format!(" ({} ×)", number(ratio(&turn.times, ours)));
        }
        cells += " |";
    }
    println!("| {} |{cells}", work.name);
    Ok(())
}

/// Rates compare only if all give the same answers.
fn check(contender: &Contender, work: &Work, decide: &Decide) -> Result<(), Box<dyn Error>> {
    for (number, request) in work.requests().enumerate() {
        let expected = number < work.allowed.len();
        if decide(number) != expected {
            let (name, policies) = (contender.name, work.name);
            let (action, resource) = (&request.action, &request.resource);
            let word = if expected { "allow" } else { "refuse" };
            return Err(
                format!("{name} must {word} `{action}` on `{resource}` ({policies})").into(),
            );
        }
    }
    Ok(())
}

/// One contender at one work.
struct Turn {
    decide: Decide,
    requests: usize,
    /// How often all requests are decided in a turn.
    repeats: u32,
    /// Of so many [`DECISIONS`].
    times: Vec<Duration>,
}

impl Turn {
    fn new(work: &Work, decide: Decide) -> Self {
        let mut turn = Self {
            decide,
            requests: work.allowed.len(),
            repeats: 1,
            times: Vec::new(),
        };
        // Twice as often until it takes as long as a turn.
        while turn.time() < TURN {
            turn.repeats *= 2;
        }
        turn
    }

    fn take(&mut self) {
        let decisions = f64::from(self.repeats) * self.requests as f64;
        self.times.push(self.time().mul_f64(DECISIONS / decisions));
    }

    fn time(&self) -> Duration {
        time(|| {
            for _ in 0..self.repeats {
                for number in 0..self.requests {
                    black_box((self.decide)(black_box(number)));
                }
            }
        })
        .0
    }
}

/// Whole, with commas between thousands; small numbers with a digit after the point.
fn number(value: f64) -> String {
    if value < 20.0 {
        return format!("{value:.1}");
    }
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
