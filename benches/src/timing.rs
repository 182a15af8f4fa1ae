//! Paired timings: every round runs each contender once, so that a machine that changes speed changes it for all.

use std::time::{Duration, Instant};

/// The median of the wall times, in seconds.
pub fn median(times: &[Duration]) -> f64 {
    let mut seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

/// The median over the rounds of `times / reference`, round by round.
pub fn ratio(times: &[Duration], reference: &[Duration]) -> f64 {
    let mut ratios: Vec<f64> = times
        .iter()
        .zip(reference)
        .map(|(time, reference)| time.as_secs_f64() / reference.as_secs_f64())
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// Runs the work and tells how long it took.
pub fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}
