//! Disk data, and the tickets that grant access to it.

pub(crate) mod qcow2;

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Instant;

use bytes::Bytes;

/// Block size in bytes. Zero blocks take no memory.
const BLOCK: u64 = 64 << 10;

/// The format of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ImageFormat {
    /// The guest's view of the disk.
    Raw,
    /// A qcow2 file.
    Cow,
}

impl ImageFormat {
    fn extension(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Cow => "qcow2",
        }
    }
}

/// The images of all disks, and the tickets.
#[derive(Default)]
pub(crate) struct Images {
    images: BTreeMap<(String, ImageFormat), Image>,
    tickets: HashMap<String, Ticket>,
    /// Base URL of the data endpoint.
    pub(crate) base: String,
    /// Where images are persisted, if at all.
    folder: Option<PathBuf>,
    sync: bool,
}

/// Grants access to the data of a disk.
#[derive(Debug, Clone)]
pub(crate) struct Ticket {
    pub(crate) disk: String,
    pub(crate) format: ImageFormat,
    pub(crate) size: u64,
    pub(crate) writable: bool,
    /// Whether changed extents can be queried.
    pub(crate) incremental: bool,
    pub(crate) transferred: u64,
    pub(crate) used: Instant,
    /// Number of requests in progress.
    pub(crate) active: usize,
}

/// A range of an image that is all zero, or has data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) start: u64,
    pub(crate) length: u64,
    pub(crate) zero: bool,
}

impl Images {
    /// Persists images in a folder, and loads those already there.
    pub(crate) fn persist(&mut self, folder: PathBuf, sync: bool) -> io::Result<()> {
        match std::fs::create_dir(&folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        self.sync = sync;
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_stem().and_then(|name| name.to_str());
            let format = match path.extension().and_then(|extension| extension.to_str()) {
                Some("raw") => ImageFormat::Raw,
                Some("qcow2") => ImageFormat::Cow,
                _ => continue,
            };
            if let Some(name) = name {
                self.images
                    .insert((name.to_owned(), format), Image::open(&path)?);
            }
        }
        self.folder = Some(folder);
        Ok(())
    }

    /// Removes the images of disks that no longer exist.
    pub(crate) fn retain(&mut self, exists: impl Fn(&str) -> bool) {
        let gone: Vec<(String, ImageFormat)> = self
            .images
            .keys()
            .filter(|(disk, _)| !exists(disk) && !self.tickets.contains_key(disk))
            .cloned()
            .collect();
        for (disk, format) in gone {
            self.remove(&disk, format);
        }
    }

    /// Removes the image of a disk in one format.
    pub(crate) fn remove(&mut self, disk: &str, format: ImageFormat) {
        self.images.remove(&(disk.to_owned(), format));
        if let Some(folder) = &self.folder {
            // A leftover file is removed after the next start.
            let _ = std::fs::remove_file(file_path(folder, disk, format));
        }
    }

    /// Returns the image of a disk for writing. Creates it if missing.
    fn image(&mut self, disk: &str, format: ImageFormat) -> io::Result<&mut Image> {
        let key = (disk.to_owned(), format);
        if !self.images.contains_key(&key) {
            let mut image = Image::default();
            if let Some(folder) = &self.folder {
                image.file = Some(File::create_new(file_path(folder, disk, format))?);
            }
            self.images.insert(key.clone(), image);
        }
        self.images
            .get_mut(&key)
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Copies the images of one disk to another.
    pub(crate) fn copy(&mut self, from: &str, to: &str) -> io::Result<()> {
        for format in [ImageFormat::Raw, ImageFormat::Cow] {
            let Some(source) = self.images.get(&(from.to_owned(), format)) else {
                continue;
            };
            let (blocks, end) = (source.blocks.clone(), source.end);
            let target = self.image(to, format)?;
            for (number, block) in blocks {
                let length = BLOCK.min(end.saturating_sub(number * BLOCK)) as usize;
                target.write(number * BLOCK, block.get(..length).unwrap_or(&block))?;
            }
            target.zero(end, 0)?;
        }
        Ok(())
    }

    pub(crate) fn add_ticket(&mut self, id: String, ticket: Ticket) {
        self.tickets.insert(id, ticket);
    }

    pub(crate) fn ticket(&self, id: &str) -> Option<&Ticket> {
        self.tickets.get(id)
    }

    pub(crate) fn ticket_mut(&mut self, id: &str) -> Option<&mut Ticket> {
        self.tickets.get_mut(id)
    }

    /// Removes a ticket, and the data converted for it.
    pub(crate) fn remove_ticket(&mut self, id: &str) {
        if let Some(ticket) = self.tickets.remove(id)
            && ticket.disk == id
        {
            self.images.remove(&(ticket.disk, ticket.format));
        }
    }

    /// Converts the data of a disk into this format if it came in the other one. Returns whose data
    /// the download reads: that of the ticket if converted, or the disk's. Fails for damaged files,
    /// and for data too large to convert.
    pub(crate) fn convert(
        &mut self,
        disk: &str,
        format: ImageFormat,
        ticket: &str,
        size: u64,
    ) -> io::Result<String> {
        let stored = |format| self.images.get(&(disk.to_owned(), format));
        let (empty, cow) = (Image::default(), stored(ImageFormat::Cow));
        let converted = match (format, cow) {
            (ImageFormat::Raw, Some(file)) => qcow2::decode(file, size)?,
            (ImageFormat::Cow, None) => {
                qcow2::encode(stored(ImageFormat::Raw).unwrap_or(&empty), size)?
            }
            _ => return Ok(disk.to_owned()),
        };
        self.images.insert((ticket.to_owned(), format), converted);
        Ok(ticket.to_owned())
    }

    pub(crate) fn write(&mut self, ticket: &Ticket, at: u64, data: &[u8]) -> io::Result<()> {
        self.image(&ticket.disk, ticket.format)?.write(at, data)
    }

    pub(crate) fn zero(&mut self, ticket: &Ticket, at: u64, length: u64) -> io::Result<()> {
        self.image(&ticket.disk, ticket.format)?.zero(at, length)
    }

    /// Syncs the image to disk if configured.
    pub(crate) fn flush(&mut self, ticket: &Ticket) -> io::Result<()> {
        let sync = self.sync;
        match &self.image(&ticket.disk, ticket.format)?.file {
            Some(file) if sync => file.sync_data(),
            _ => Ok(()),
        }
    }

    pub(crate) fn read(&self, disk: &str, format: ImageFormat, at: u64, length: usize) -> Bytes {
        match self.images.get(&(disk.to_owned(), format)) {
            Some(image) => image.read(at, length),
            None => Bytes::from(vec![0; length]),
        }
    }

    pub(crate) fn extents(&self, ticket: &Ticket) -> Vec<Extent> {
        match self.images.get(&(ticket.disk.clone(), ticket.format)) {
            Some(image) => image.extents(ticket.size),
            None => Image::default().extents(ticket.size),
        }
    }

    /// Returns the end of the written data.
    pub(crate) fn end(&self, disk: &str, format: ImageFormat) -> u64 {
        let image = self.images.get(&(disk.to_owned(), format));
        image.map_or(0, |image| image.end)
    }

    /// Returns the size of the allocated blocks.
    pub(crate) fn allocated(&self, disk: &str, format: ImageFormat) -> u64 {
        let image = self.images.get(&(disk.to_owned(), format));
        image.map_or(0, |image| image.blocks.len() as u64 * BLOCK)
    }
}

/// Returns the file of an image. Sanitized, as loaded identifiers can be any text.
fn file_path(folder: &Path, disk: &str, format: ImageFormat) -> PathBuf {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '-' {
            c
        } else {
            '_'
        }
    };
    let name: String = disk.chars().map(plain).collect();
    folder.join(format!("{name}.{}", format.extension()))
}

/// Returns the first range of a file from an offset on that is not a hole.
#[cfg(any(target_os = "linux", target_os = "macos", target_os = "freebsd"))]
fn data_after(file: &File, offset: u64, _end: u64) -> io::Result<Option<Range<u64>>> {
    use rustix::fs::{SeekFrom, seek};
    use rustix::io::Errno;

    match seek(file, SeekFrom::Data(offset)) {
        Ok(start) => Ok(Some(start..seek(file, SeekFrom::Hole(start))?)),
        Err(Errno::NXIO) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Returns the rest of a file: this system does not tell where its holes are.
#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "freebsd")))]
fn data_after(_: &File, offset: u64, end: u64) -> io::Result<Option<Range<u64>>> {
    Ok((offset < end).then_some(offset..end))
}

/// Reads a block of a file; `None` if it is all zero.
fn read_block(file: &mut File, number: u64) -> io::Result<Option<Box<[u8]>>> {
    let mut block = Vec::with_capacity(BLOCK as usize);
    file.seek(SeekFrom::Start(number * BLOCK))?;
    file.take(BLOCK).read_to_end(&mut block)?;
    if block.iter().all(|byte| *byte == 0) {
        return Ok(None);
    }
    block.resize(BLOCK as usize, 0);
    Ok(Some(block.into_boxed_slice()))
}

/// A sparse image.
#[derive(Default)]
struct Image {
    blocks: BTreeMap<u64, Box<[u8]>>,
    /// End of the written data.
    end: u64,
    file: Option<File>,
}

impl Image {
    fn open(path: &Path) -> io::Result<Self> {
        let mut file = File::options().read(true).write(true).open(path)?;
        let end = file.metadata()?.len();
        let mut image = Self {
            end,
            ..Self::default()
        };
        let mut next = 0;
        while let Some(data) = data_after(&file, next * BLOCK, end)? {
            let first = next.max(data.start / BLOCK);
            next = data.end.div_ceil(BLOCK);
            for number in first..next {
                if let Some(block) = read_block(&mut file, number)? {
                    image.blocks.insert(number, block);
                }
            }
        }
        image.file = Some(file);
        Ok(image)
    }

    fn write(&mut self, at: u64, data: &[u8]) -> io::Result<()> {
        self.write_file(at, data)?;
        let mut rest = data;
        let mut position = at;
        while !rest.is_empty() {
            let offset = (position % BLOCK) as usize;
            let (part, after) = rest.split_at(rest.len().min(BLOCK as usize - offset));
            let block = self
                .blocks
                .entry(position / BLOCK)
                .or_insert_with(|| vec![0; BLOCK as usize].into_boxed_slice());
            if let Some(target) = block.get_mut(offset..offset + part.len()) {
                target.copy_from_slice(part);
            }
            position += part.len() as u64;
            rest = after;
        }
        self.end = self.end.max(position);
        Ok(())
    }

    fn zero(&mut self, at: u64, length: u64) -> io::Result<()> {
        let end = at.saturating_add(length);
        let first = at.div_ceil(BLOCK);
        let last = end / BLOCK;
        if first < last {
            let inside: Vec<u64> = self.blocks.range(first..last).map(|(n, _)| *n).collect();
            for number in inside {
                self.blocks.remove(&number);
                self.write_file(number * BLOCK, &vec![0; BLOCK as usize])?;
            }
        }
        // Zero the partial blocks at both ends only if they exist.
        let before = (at, end.min(first * BLOCK));
        let after = (at.max(last * BLOCK), end);
        for (from, to) in [before, after] {
            if from < to && self.blocks.contains_key(&(from / BLOCK)) {
                self.write(from, &vec![0; (to - from) as usize])?;
            }
        }
        if end > self.end {
            if let Some(file) = &self.file {
                file.set_len(end)?;
            }
            self.end = end;
        }
        Ok(())
    }

    fn write_file(&mut self, at: u64, data: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        file.seek(SeekFrom::Start(at))?;
        file.write_all(data)
    }

    fn read(&self, at: u64, length: usize) -> Bytes {
        let mut data = vec![0; length];
        let mut done = 0;
        while done < length {
            let position = at + done as u64;
            let offset = (position % BLOCK) as usize;
            let part = (length - done).min(BLOCK as usize - offset);
            if let Some(source) = self.blocks.get(&(position / BLOCK))
                && let (Some(target), Some(source)) = (
                    data.get_mut(done..done + part),
                    source.get(offset..offset + part),
                )
            {
                target.copy_from_slice(source);
            }
            done += part;
        }
        Bytes::from(data)
    }

    /// Returns the extents, without gaps, up to the size.
    fn extents(&self, size: u64) -> Vec<Extent> {
        let mut extents: Vec<Extent> = Vec::new();
        let mut add = |start: u64, end: u64, zero: bool| {
            let (start, end) = (start.min(size), end.min(size));
            if start == end {
                return;
            }
            match extents.last_mut() {
                Some(last) if last.zero == zero => last.length += end - start,
                _ => extents.push(Extent {
                    start,
                    length: end - start,
                    zero,
                }),
            }
        };
        let mut position = 0;
        for number in self.blocks.keys() {
            add(position, number * BLOCK, true);
            position = (number + 1) * BLOCK;
            add(number * BLOCK, position, false);
        }
        add(position, size, true);
        extents
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Extent, Image};

    #[test]
    fn image_contains_the_data_written_to_it() {
        let size = 6 * BLOCK + 10;
        let mut image = Image::default();
        let mut plain = vec![0_u8; size as usize];
        let mut state = 7_u64;
        for _ in 0..300 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let at = (state >> 33) % size;
            let length = (state >> 20) % (2 * BLOCK + 5);
            let length = length.min(size - at);
            let range = at as usize..(at + length) as usize;
            let byte = (state >> 8) as u8;
            if state & 3 == 0 {
                image.zero(at, length).expect("zeroed");
                plain[range].fill(0);
            } else {
                image
                    .write(at, &vec![byte; length as usize])
                    .expect("written");
                plain[range].fill(byte);
            }
            assert_eq!(image.read(0, size as usize), plain);
            let extents = image.extents(size);
            let mut position = 0;
            for extent in &extents {
                assert_eq!(extent.start, position);
                position += extent.length;
                let data = &plain[extent.start as usize..position as usize];
                assert!(!extent.zero || data.iter().all(|byte| *byte == 0));
            }
            assert_eq!(position, size);
        }
        image.zero(0, size).expect("zeroed");
        assert!(image.blocks.len() <= 1, "zero blocks take no memory");
    }

    #[test]
    fn empty_image_is_a_single_extent() {
        let extents = Image::default().extents(100);
        let all = Extent {
            start: 0,
            length: 100,
            zero: true,
        };
        assert_eq!(extents, [all]);
        assert_eq!(Image::default().extents(0), []);
    }
}
