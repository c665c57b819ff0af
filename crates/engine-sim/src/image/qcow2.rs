//! Conversion between the data of a disk and a file in the format qcow2.
//!
//! Source: the specification `docs/interop/qcow2.txt` of QEMU. Backing files, encryption, external
//! data, zstd and extended tables are refused.

use std::collections::BTreeMap;
use std::io;

use flate2::{Decompress, FlushDecompress};

use super::{BLOCK, Image};

/// First bytes of a file.
pub(crate) const MAGIC: &[u8] = b"QFI\xfb";

/// Length of the header of version 3, in bytes.
const HEADER: usize = 104;

/// Number of entries in a table that takes one cluster of a written file.
const ENTRIES: u64 = BLOCK / 8;

/// Number of clusters of a written file that one cluster of reference counts covers.
const COUNTS: u64 = BLOCK / 2;

/// In a table entry: nothing else refers to the cluster.
const COPIED: u64 = 1 << 63;

/// In an entry for data: the cluster is compressed.
const COMPRESSED: u64 = 1 << 62;

/// The offset in a table entry.
const OFFSET: u64 = 0x00ff_ffff_ffff_fe00;

/// Incompatible features that do not change how data is read: dirty and corrupt files.
const READABLE: u64 = 0b11;

/// Maximum size of converted data, in bytes.
const LIMIT: u64 = 1 << 30;

fn refused(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why.to_owned())
}

/// Returns the number of parts of a size.
fn parts(total: u64, of: u64) -> u64 {
    total.div_ceil(of)
}

/// Writes the data of a disk with this virtual size as a file.
pub(super) fn encode(data: &Image, size: u64) -> io::Result<Image> {
    let has_data = |block: &[u8]| block.iter().any(|byte| *byte != 0);
    let blocks: Vec<(&u64, &Box<[u8]>)> = data
        .blocks
        .iter()
        .filter(|(_, block)| has_data(block))
        .collect();
    let data_clusters = blocks.len() as u64;
    if data_clusters * BLOCK > LIMIT {
        return Err(refused("the data is too large"));
    }
    let mut tables: BTreeMap<u64, Vec<u8>> = BTreeMap::new();
    for (number, _) in &blocks {
        tables.entry(**number / ENTRIES).or_default();
    }
    let clusters = Clusters::new(size, tables.len() as u64, data_clusters);

    let mut file = Image::default();
    file.write(0, &clusters.header(size)?)?;

    let offsets = |from: u64, number: u64| -> Vec<u8> {
        let entries = (from..from + number).map(|cluster| (cluster * BLOCK).to_be_bytes());
        entries.flatten().collect()
    };
    file.write(BLOCK, &offsets(clusters.counts_at, clusters.counts))?;
    file.write(
        clusters.counts_at * BLOCK,
        &[0, 1].repeat(clusters.total as usize),
    )?;
    for (at, (number, block)) in (clusters.data_at..).zip(blocks) {
        let table = tables.entry(number / ENTRIES).or_default();
        table.resize((number % ENTRIES * 8) as usize, 0);
        table.extend(((at * BLOCK) | COPIED).to_be_bytes());
        file.write(at * BLOCK, block)?;
    }
    for (at, (index, table)) in (clusters.level2_at..).zip(tables) {
        let entry = ((at * BLOCK) | COPIED).to_be_bytes();
        file.write(clusters.level1_at * BLOCK + index * 8, &entry)?;
        file.write(at * BLOCK, &table)?;
    }
    file.zero(clusters.total * BLOCK, 0)?;
    Ok(file)
}

/// Where the parts of a written file are, and their sizes, in clusters.
struct Clusters {
    /// Entries of the table of level 1.
    level1: u64,
    level1_at: u64,
    level2_at: u64,
    /// Clusters of reference counts.
    counts: u64,
    counts_at: u64,
    /// Clusters of the table of reference counts.
    count_tables: u64,
    data_at: u64,
    total: u64,
}

impl Clusters {
    /// Lays out a file for a disk of this virtual size, in bytes.
    fn new(size: u64, level2_tables: u64, data_clusters: u64) -> Self {
        let level1 = parts(parts(size, BLOCK), ENTRIES).max(1);
        let fixed = 1 + parts(level1, ENTRIES) + level2_tables + data_clusters;
        let (mut counts, mut count_tables) = (1, 1);
        while counts * COUNTS < fixed + counts + count_tables {
            counts += 1;
            count_tables = parts(counts, ENTRIES);
        }
        let counts_at = 1 + count_tables;
        let level1_at = counts_at + counts;
        let level2_at = level1_at + parts(level1, ENTRIES);
        Self {
            level1,
            level1_at,
            level2_at,
            counts,
            counts_at,
            count_tables,
            data_at: level2_at + level2_tables,
            total: fixed + counts + count_tables,
        }
    }

    /// Returns the header of the file.
    fn header(&self, size: u64) -> io::Result<Vec<u8>> {
        let short = |number: u64| u32::try_from(number).map_err(io::Error::other);
        let mut header = MAGIC.to_vec();
        header.extend([0, 0, 0, 3]);
        header.extend([0; 12]);
        header.extend(16_u32.to_be_bytes());
        header.extend(size.to_be_bytes());
        header.extend(0_u32.to_be_bytes());
        header.extend(short(self.level1)?.to_be_bytes());
        header.extend((self.level1_at * BLOCK).to_be_bytes());
        header.extend(BLOCK.to_be_bytes());
        header.extend(short(self.count_tables)?.to_be_bytes());
        header.extend([0; 12]);
        header.extend([0; 24]);
        header.extend(4_u32.to_be_bytes());
        header.extend(104_u32.to_be_bytes());
        Ok(header)
    }
}

/// What a header says.
struct Header {
    cluster_bits: u64,
    size: u64,
    level1: u64,
    level1_at: u64,
}

impl Header {
    fn read(file: &Image) -> io::Result<Self> {
        let bytes = file.read(0, HEADER);
        let number = |at: usize, length: usize| {
            let field = bytes.get(at..at + length).unwrap_or_default();
            field
                .iter()
                .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte))
        };
        let version = number(4, 4);
        let features = if version == 3 { number(72, 8) } else { 0 };
        let cluster_bits = number(20, 4);
        if !bytes.starts_with(MAGIC) || !matches!(version, 2 | 3) {
            return Err(refused("it is no file of the format qcow2"));
        }
        if number(8, 8) != 0 || number(32, 4) != 0 || features & !READABLE != 0 {
            return Err(refused("it has a backing file or unknown features"));
        }
        let (level1, level1_at) = (number(36, 4), number(40, 8));
        if !(9..=21).contains(&cluster_bits) || level1 * 8 > LIMIT {
            return Err(refused("its sizes are out of range"));
        }
        Ok(Self {
            cluster_bits,
            size: number(24, 8),
            level1,
            level1_at,
        })
    }
}

/// Returns an entry of a table in a file.
fn entry(table: &[u8], index: usize) -> u64 {
    let bytes = table.get(index * 8..index * 8 + 8).unwrap_or_default();
    <[u8; 8]>::try_from(bytes).map_or(0, u64::from_be_bytes)
}

/// Reads the data from a file. What is beyond the virtual size of the disk is left out.
pub(super) fn decode(file: &Image, size: u64) -> io::Result<Image> {
    let header = Header::read(file)?;
    let cluster = 1_u64 << header.cluster_bits;
    let (entries, size) = (cluster / 8, size.min(header.size));
    let mut data = Image::default();
    // No two entries of a valid table refer to the same cluster of tables.
    let mut tables = parts(file.blocks.len() as u64 * BLOCK, cluster);
    let mut copied = 0;
    for first in 0..header.level1 {
        let start = (first * entries).saturating_mul(cluster);
        if start >= size {
            break;
        }
        let at = header.level1_at.saturating_add(first * 8);
        let table_at = entry(&file.read(at, 8), 0) & OFFSET;
        if table_at == 0 {
            continue;
        }
        tables = tables
            .checked_sub(1)
            .ok_or_else(|| refused("its tables overlap"))?;
        let table = file.read(table_at, cluster as usize);
        for second in 0..entries {
            let to = start.saturating_add(second * cluster);
            let entry = entry(&table, second as usize);
            if to >= size || entry & !COPIED == 0 {
                continue;
            }
            let Some(bytes) = read_cluster(file, &header, entry)? else {
                continue;
            };
            copied += cluster;
            if copied > LIMIT {
                return Err(refused("the data is too large"));
            }
            let length = cluster.min(size - to) as usize;
            data.write(to, bytes.get(..length).unwrap_or(&bytes))?;
        }
    }
    Ok(data)
}

/// Returns the data that an entry refers to; `None` if it is zero.
fn read_cluster(file: &Image, header: &Header, entry: u64) -> io::Result<Option<Vec<u8>>> {
    let length = 1_usize << header.cluster_bits;
    if entry & COMPRESSED == 0 {
        let at = entry & OFFSET;
        let is_zero = at == 0 || entry & 1 == 1;
        return Ok((!is_zero).then(|| file.read(at, length).to_vec()));
    }
    let offset_bits = 62 - (header.cluster_bits - 8);
    let at = entry & ((1 << offset_bits) - 1);
    let sectors = (entry & (COMPRESSED - 1)) >> offset_bits;
    let compressed = file.read(at, ((sectors + 1) * 512 - at % 512) as usize);
    let mut bytes = vec![0; length];
    Decompress::new(false)
        .decompress(&compressed, &mut bytes, FlushDecompress::Finish)
        .map_err(|_| refused("a compressed cluster is damaged"))?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::{Header, decode, encode};
    use crate::image::{BLOCK, Image};

    #[test]
    fn data_survives_a_file() {
        let size = 3 << 30;
        let mut data = Image::default();
        for at in [0, 5 * BLOCK + 7, (1 << 29) - 3, size - 10] {
            data.write(at, b"0123456789").expect("written");
        }
        let file = encode(&data, size).expect("a file");
        assert_eq!(file.end % BLOCK, 0);
        let read = decode(&file, size).expect("data");
        assert_eq!(read.blocks, data.blocks);
        assert_eq!(read.end, size);
    }

    #[test]
    fn damaged_files_are_refused() {
        let mut data = Image::default();
        data.write(0, b"data").expect("written");
        let file = encode(&data, BLOCK).expect("a file");
        for (at, byte) in [(0, 0), (7, 9), (15, 1), (23, 40), (35, 1), (79, 4)] {
            let mut damaged = Image {
                blocks: file.blocks.clone(),
                ..Image::default()
            };
            damaged.write(at, &[byte]).expect("written");
            assert!(Header::read(&damaged).is_err(), "byte {at}");
        }
        let mut empty = Image::default();
        empty.zero(0, 1 << 40).expect("zeroed");
        assert!(decode(&empty, BLOCK).is_err());
    }
}
