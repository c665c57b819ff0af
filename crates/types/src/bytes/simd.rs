//! Some bytes that are looked at together, each in a lane of its own: sixteen where all processors
//! of an architecture can do that, eight in a number elsewhere. A lane can get a mark.

#[cfg(not(target_arch = "x86_64"))]
pub(super) use in_a_number::{COUNT, Lanes};
#[cfg(target_arch = "x86_64")]
pub(super) use of_sse2::{COUNT, Lanes};

#[cfg(target_arch = "x86_64")]
mod of_sse2 {
    use safe_arch::{
        bitor_m128i, bitxor_m128i, cmp_eq_mask_i8_m128i, load_unaligned_m128i, m128i, min_u8_m128i,
        move_mask_i8_m128i, set_splat_i8_m128i,
    };

    /// How many lanes there are.
    pub(in super::super) const COUNT: usize = 16;

    #[derive(Clone, Copy)]
    pub(in super::super) struct Lanes(m128i);

    impl Lanes {
        #[inline(always)]
        pub(in super::super) fn of(bytes: &[u8; COUNT]) -> Self {
            Self(load_unaligned_m128i(bytes))
        }

        #[inline(always)]
        fn all(byte: u8) -> m128i {
            set_splat_i8_m128i(byte.cast_signed())
        }

        /// Marks bytes of this value.
        #[inline(always)]
        pub(in super::super) fn equal(self, byte: u8) -> Self {
            Self(cmp_eq_mask_i8_m128i(self.0, Self::all(byte)))
        }

        /// Marks bytes below a bound that is above 0.
        #[inline(always)]
        pub(in super::super) fn below(self, bound: u8) -> Self {
            let least = min_u8_m128i(self.0, Self::all(bound - 1));
            Self(cmp_eq_mask_i8_m128i(least, self.0))
        }

        /// Marks bytes that aren't below a bound.
        #[inline(always)]
        pub(in super::super) fn not_below(self, bound: u8) -> Self {
            let least = min_u8_m128i(self.0, Self::all(bound));
            Self(cmp_eq_mask_i8_m128i(least, Self::all(bound)))
        }

        /// Sets these bits in each lane.
        #[inline(always)]
        pub(in super::super) fn with(self, bits: u8) -> Self {
            self.or(Self(Self::all(bits)))
        }

        /// What is marked in one or the other.
        #[inline(always)]
        pub(in super::super) fn or(self, other: Self) -> Self {
            Self(bitor_m128i(self.0, other.0))
        }

        /// The bits that aren't those of the other lanes.
        #[inline(always)]
        pub(in super::super) fn differences(self, other: Self) -> Self {
            Self(bitxor_m128i(self.0, other.0))
        }

        /// Whether no bit is set.
        #[inline(always)]
        pub(in super::super) fn are_zero(self) -> bool {
            move_mask_i8_m128i(self.equal(0).0) == 0xffff
        }

        /// The first lane with a mark.
        #[inline(always)]
        pub(in super::super) fn first(self) -> Option<usize> {
            let marks = move_mask_i8_m128i(self.0);
            (marks != 0).then(|| marks.trailing_zeros() as usize)
        }
    }
}

#[cfg(any(test, not(target_arch = "x86_64")))]
mod in_a_number {
    /// How many lanes there are.
    pub(in super::super) const COUNT: usize = 8;

    /// One in each lane.
    const EACH: u64 = u64::MAX / 255;

    /// The highest bit of each lane: a mark. The first mark is always right; those after it may
    /// not be, as a borrow goes upwards.
    const MARK: u64 = EACH << 7;

    #[derive(Clone, Copy)]
    pub(in super::super) struct Lanes(u64);

    impl Lanes {
        #[inline(always)]
        pub(in super::super) fn of(bytes: &[u8; COUNT]) -> Self {
            Self(u64::from_le_bytes(*bytes))
        }

        /// Marks bytes of this value.
        #[inline(always)]
        pub(in super::super) fn equal(self, byte: u8) -> Self {
            Self(self.0 ^ (EACH * u64::from(byte))).below(1)
        }

        /// Marks bytes below a bound that is above 0 and at most 128.
        #[inline(always)]
        pub(in super::super) fn below(self, bound: u8) -> Self {
            Self(self.0.wrapping_sub(EACH * u64::from(bound)) & !self.0 & MARK)
        }

        /// Marks bytes that aren't below a bound that is at most 128.
        #[inline(always)]
        pub(in super::super) fn not_below(self, bound: u8) -> Self {
            // No sum is carried into the next lane.
            let sums = (self.0 & !MARK) + EACH * u64::from(128 - bound);
            Self((sums | self.0) & MARK)
        }

        /// Sets these bits in each lane.
        #[inline(always)]
        pub(in super::super) fn with(self, bits: u8) -> Self {
            Self(self.0 | (EACH * u64::from(bits)))
        }

        /// What is marked in one or the other.
        #[inline(always)]
        pub(in super::super) fn or(self, other: Self) -> Self {
            Self(self.0 | other.0)
        }

        /// The bits that aren't those of the other lanes.
        #[inline(always)]
        pub(in super::super) fn differences(self, other: Self) -> Self {
            Self(self.0 ^ other.0)
        }

        /// Whether no bit is set.
        #[inline(always)]
        pub(in super::super) fn are_zero(self) -> bool {
            self.0 == 0
        }

        /// The first lane with a mark.
        #[inline(always)]
        pub(in super::super) fn first(self) -> Option<usize> {
            (self.0 != 0).then(|| (self.0.trailing_zeros() / 8) as usize)
        }
    }
}

#[cfg(test)]
mod tests {
    /// Marks of lanes are those of a question to each byte.
    macro_rules! check {
        ($kind:ident) => {{
            use super::$kind::{COUNT, Lanes};
            for byte in 0..=255_u8 {
                for at in 0..COUNT {
                    for filler in [0, b' ', b'!', b'<', 127, 128, 255] {
                        let mut bytes = [filler; COUNT];
                        bytes[at] = byte;
                        let lanes = Lanes::of(&bytes);
                        let first = |is: fn(u8) -> bool| bytes.iter().position(|byte| is(*byte));
                        assert_eq!(lanes.equal(b'<').first(), first(|byte| byte == b'<'));
                        assert_eq!(lanes.below(b'(').first(), first(|byte| byte < b'('));
                        assert_eq!(lanes.not_below(b'!').first(), first(|byte| byte >= b'!'));
                        assert_eq!(
                            lanes.with(2).equal(b'>').first(),
                            first(|byte| byte == b'<' || byte == b'>')
                        );
                        let others = Lanes::of(&[filler; COUNT]);
                        assert_eq!(lanes.differences(others).are_zero(), byte == filler);
                        assert_eq!(
                            lanes.equal(0).or(lanes.equal(255)).first(),
                            first(|byte| byte == 0 || byte == 255)
                        );
                    }
                }
            }
        }};
    }

    #[test]
    fn in_a_number() {
        check!(in_a_number);
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn of_sse2() {
        check!(of_sse2);
    }
}
