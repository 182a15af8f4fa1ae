use iam_dsl::prelude::*;

fn main() {
    let _ = action!(unchecked "GetObject");
}
