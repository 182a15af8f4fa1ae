/// Defines a two-byte name for a record of the catalog.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident in $section:ident) => {
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(
            // Only for code that is generated together with the blob, where a call for each of
            // 22,000 constants would cost every user a fifth of a second.
            #[doc(hidden)] pub u16,
        );

        impl $name {
            /// Returns every one in the catalog, sorted by name.
            pub fn all()
            -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone + 'static {
                Self::range().map(Self)
            }

            pub(crate) fn range() -> std::ops::Range<u16> {
                0..u16::try_from($section.len()).unwrap_or(u16::MAX)
            }

            /// Returns the position in this version of the catalog.
            ///
            /// Positions differ between versions: keep names, not positions.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            #[allow(dead_code, reason = "not every kind of record is reached by a search")]
            fn checked(index: usize) -> Option<Self> {
                (index < $section.len()).then_some(Self(u16::try_from(index).ok()?))
            }
        }
    };
}

pub(crate) use id;
