//! The kinds of value a condition key holds, as AWS's service authorization reference names them.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $($(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $name {})*
    };
}

kinds! {
    /// A key that holds text.
    Text
    /// A key that holds an ARN.
    Arn
    /// A key that holds true or false.
    Bool
    /// A key that holds a number.
    Numeric
    /// A key that holds a date and time.
    Date
    /// A key that holds an IP address.
    IpAddress
    /// A key that holds bytes.
    Binary
}
