//! What can be granted on a key, and by an alias of it.

/// The grants of keys, for a type that stands for one, and more of its own.
macro_rules! key_grants {
    ($Type:ident $(with $policy:ident)?, $noun:tt, $sample:literal, $label:literal; { $($more:tt)* }) => {
        crate::grant::grants! {
            $Type $(with $policy)?, $noun, $sample, $label;

            grant_decrypt => "decrypt with" {
                Itself: [kms::Decrypt],
            }
            /// It does not let decrypt, nor encrypt anew with another key what this one has encrypted: who does that with a
            /// key of their own can read it. See AWS's page on
            /// [`ReEncrypt`](https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html).
            // Larger data is encrypted with data keys, which `GenerateDataKey` makes.
            grant_encrypt => "encrypt with" {
                Itself: [
                    kms::Encrypt,
                    kms::GenerateDataKey,
                    kms::GenerateDataKeyWithoutPlaintext,
                    kms::ReEncryptTo,
                ],
            }
            grant_encrypt_decrypt => "encrypt and decrypt with" {
                Itself: [
                    kms::Decrypt,
                    kms::Encrypt,
                    kms::GenerateDataKey,
                    kms::GenerateDataKeyWithoutPlaintext,
                    kms::ReEncryptFrom,
                    kms::ReEncryptTo,
                ],
            }
            grant_sign => "sign with" {
                Itself: [kms::Sign],
            }
            grant_verify => "verify signatures with" {
                Itself: [kms::Verify],
            }
            grant_sign_verify => "sign and verify with" {
                Itself: [kms::Sign, kms::Verify],
            }
            grant_generate_mac => "generate message authentication codes with" {
                Itself: [kms::GenerateMac],
            }
            grant_verify_mac => "verify message authentication codes with" {
                Itself: [kms::VerifyMac],
            }
            $($more)*
        }
    };
}

pub(super) use key_grants;
