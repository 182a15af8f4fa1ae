use iam_dsl::prelude::*;

fn main() {
    let _ = service_principal!("lambda amazonaws com");
}
