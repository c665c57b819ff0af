//! Reproducible pseudo-random values: the same in every run and on every machine.

/// A stream of pseudo-random numbers (SplitMix64).
pub(super) struct Random(u64);

impl Random {
    /// The stream of the `index`th object of a kind.
    pub(super) fn new(kind: &str, index: usize) -> Self {
        Self(seed(kind, index))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number less than `end`, which must not be zero.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// An index into a slice of this length, which must not be zero.
    pub(super) fn index(&mut self, length: usize) -> usize {
        self.next() as usize % length
    }

    /// True with this probability, in per cent.
    pub(super) fn percent(&mut self, probability: u64) -> bool {
        self.below(100) < probability
    }

    pub(super) fn date(&mut self) -> String {
        date(self.index(1_000_000))
    }
}

/// A date in March 2024, in the engine's format.
pub(super) fn date(index: usize) -> String {
    let (day, hour) = (1 + index % 28, index / 28 % 24);
    let (minute, second, milli) = (index % 60, index * 7 % 60, index * 13 % 1000);
    format!("2024-03-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}+01:00")
}

/// The identifier of the `index`th object of a kind.
pub(super) fn uuid(kind: &str, index: usize) -> String {
    let seed = seed(kind, index);
    let (high, low) = (mix(seed), mix(!seed));
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0x3fff | 0x8000,
        low & 0xffff_ffff_ffff
    )
}

/// A certificate in PEM whose content depends on `seed`; its length is that of a usual one.
pub(super) fn certificate(seed: u64) -> String {
    let mut text = String::from("-----BEGIN CERTIFICATE-----\n");
    for line in 0..20 {
        for block in 0..16 {
            let digits = mix(seed << 32 | (line * 16 + block)) & 0xffff;
            text.push_str(&format!("{digits:04x}"));
        }
        text.push('\n');
    }
    text.push_str("-----END CERTIFICATE-----\n");
    text
}

fn seed(kind: &str, index: usize) -> u64 {
    kind.bytes()
        .fold(index as u64, |seed, byte| mix(seed ^ u64::from(byte)))
}

/// The finalizer of SplitMix64.
fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ mixed >> 31
}
