//! Sets of named bits: what one look-up of a word answers.

/// Defines a set with one bit for each name of a list, numbered by its place there, so that no two names share a bit.
///
/// Each name stands with the spelling that the tables use for it.
macro_rules! named_bits {
    ($(#[$doc:meta])* $set:ident($bits:ty); $($(#[$each:meta])* $name:ident = $key:literal;)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $set($bits);

        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the constants are")]
        enum Place { $($name),* }

        impl $set {
            $($(#[$each])* pub const $name: Self = Self(1 << Place::$name as u32);)*

            /// The one of that name, as the tables spell it.
            fn named(name: &str) -> Option<Self> {
                match name {
                    $($key => Some(Self::$name),)*
                    _ => None,
                }
            }

            /// Both sets together.
            #[must_use]
            pub const fn or(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Whether any of `other` is in the set.
            pub const fn has(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }
        }
    };
}

pub(crate) use named_bits;
