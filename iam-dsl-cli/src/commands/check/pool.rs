//! Work on many files at the same time, with results in their order.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How long to wait for a result before it is said how far the work is.
const PATIENCE: Duration = Duration::from_millis(200);

/// What is reported of the work.
pub(super) enum Event<O> {
    /// The next result.
    Result(O),
    /// So many are done; this comes now and then.
    Done(usize),
}

/// Does `work` for each input, and reports the results in the order of the inputs.
pub(super) fn in_order<I: Sync, O: Send>(
    inputs: &[I],
    work: impl Fn(&I) -> O + Sync,
    mut report: impl FnMut(Event<O>) -> io::Result<()>,
) -> io::Result<()> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        for _ in 0..threads.min(inputs.len()) {
            let sender = sender.clone();
            let (next, work) = (&next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(input) = inputs.get(index) else {
                        break;
                    };
                    // Where nobody wants results any more, there is no work.
                    if sender.send((index, work(input))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut handed_over = 0;
        loop {
            match results.recv_timeout(PATIENCE) {
                Ok((index, result)) => {
                    waiting.insert(index, result);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
            while let Some(result) = waiting.remove(&handed_over) {
                report(Event::Result(result))?;
                handed_over += 1;
            }
            report(Event::Done(handed_over + waiting.len()))?;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order() {
        let inputs: Vec<u64> = (0..50).rev().collect();
        let mut results = Vec::new();
        let work = |input: &u64| {
            thread::sleep(Duration::from_micros(*input * 20));
            *input
        };
        let report = |event| {
            if let Event::Result(result) = event {
                results.push(result);
            }
            Ok(())
        };
        in_order(&inputs, work, report).unwrap();
        assert_eq!(results, inputs);
    }

    #[test]
    fn work_ends_when_nobody_reads() {
        let broken = |_| Err(io::Error::from(io::ErrorKind::BrokenPipe));
        let result = in_order(&[1; 100], |input| *input, broken);
        assert!(result.is_err());
    }
}
