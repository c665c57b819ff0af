//! BLAKE2b (RFC 7693) with a digest of 32 bytes, for the checksums of the data endpoint.

const START: [u64; 8] = [
    0x6a09_e667_f3bc_c908,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
    0x1f83_d9ab_fb41_bd6b,
    0x5be0_cd19_137e_2179,
];

/// Message schedule by round; the last two rounds repeat the first two.
const ORDER: [[usize; 16]; 12] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
];

/// State words of each mixing step: columns, then diagonals.
const MIXES: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

const BLOCK: usize = 128;
pub(super) const DIGEST: usize = 32;

/// Returns the digest of `data`.
pub(super) fn digest(data: &[u8]) -> [u8; DIGEST] {
    let mut state = START;
    // Parameter block: digest length, no key, sequential mode.
    state[0] ^= 0x0101_0000 ^ DIGEST as u64;
    let last = data.len().saturating_sub(1) / BLOCK;
    for number in 0..=last {
        let from = number * BLOCK;
        let to = data.len().min(from + BLOCK);
        let mut block = [0; BLOCK];
        block[..to - from].copy_from_slice(&data[from..to]);
        compress(&mut state, &block, to as u64, number == last);
    }
    let mut digest = [0; DIGEST];
    for (bytes, word) in digest.chunks_exact_mut(8).zip(state) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    digest
}

fn compress(state: &mut [u64; 8], block: &[u8; BLOCK], counted: u64, last: bool) {
    let mut words = [0; 16];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(8)) {
        *word = bytes
            .iter()
            .rev()
            .fold(0, |word, byte| word << 8 | u64::from(*byte));
    }
    let mut mixed = [0; 16];
    mixed[..8].copy_from_slice(state);
    mixed[8..].copy_from_slice(&START);
    mixed[12] ^= counted;
    if last {
        mixed[14] = !mixed[14];
    }
    for order in &ORDER {
        for (index, [a, b, c, d]) in MIXES.into_iter().enumerate() {
            let (x, y) = (words[order[2 * index]], words[order[2 * index + 1]]);
            mixed[a] = mixed[a].wrapping_add(mixed[b]).wrapping_add(x);
            mixed[d] = (mixed[d] ^ mixed[a]).rotate_right(32);
            mixed[c] = mixed[c].wrapping_add(mixed[d]);
            mixed[b] = (mixed[b] ^ mixed[c]).rotate_right(24);
            mixed[a] = mixed[a].wrapping_add(mixed[b]).wrapping_add(y);
            mixed[d] = (mixed[d] ^ mixed[a]).rotate_right(16);
            mixed[c] = mixed[c].wrapping_add(mixed[d]);
            mixed[b] = (mixed[b] ^ mixed[c]).rotate_right(63);
        }
    }
    for (index, word) in state.iter_mut().enumerate() {
        *word ^= mixed[index] ^ mixed[index + 8];
    }
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn digests_match_another_implementation() {
        // Computed with Python's `hashlib.blake2b(data, digest_size=32)`.
        let table: [(usize, &str); 4] = [
            (
                0,
                "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
            ),
            (
                3,
                "3d8c3d594928271f44aad7a04b177154806867bcf918e1549c0bc16f9da2b09b",
            ),
            (
                128,
                "c3582f71ebb2be66fa5dd750f80baae97554f3b015663c8be377cfcb2488c1d1",
            ),
            (
                1000,
                "b372d0608f720c8c3dd41e9c8eecb10143b41abe520b616607e754bf79c08331",
            ),
        ];
        for (length, expected) in table {
            let data: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let found: String = digest(&data)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(found, expected, "{length}");
        }
    }
}
