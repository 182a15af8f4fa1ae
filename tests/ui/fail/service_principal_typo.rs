use iam_dsl::prelude::*;

fn main() {
    let _ = service_principal!("lamda.amazonaws.com");
}
