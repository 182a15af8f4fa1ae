use iam_dsl::prelude::*;

fn main() {
    let _ = action!(lambda::Invoke);
}
