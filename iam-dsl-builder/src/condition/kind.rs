//! The kinds of value a condition key holds, as AWS's service authorization reference names them.

use iam_dsl_catalog::ValueType;

/// A kind of value.
pub trait ValueKind {
    #[doc(hidden)]
    const TYPE: ValueType;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $value_type:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub enum $name {}

            impl ValueKind for $name {
                const TYPE: ValueType = ValueType::$value_type;
            }
        )*
    };
}

kinds! {
    /// A key that holds text.
    Text = String
    /// A key that holds an ARN.
    Arn = Arn
    /// A key that holds true or false.
    Bool = Bool
    /// A key that holds a number.
    Numeric = Numeric
    /// A key that holds a date and time.
    Date = Date
    /// A key that holds an IP address.
    IpAddress = IpAddress
    /// A key that holds bytes.
    Binary = Binary
}
