//! How much memory the objects of a document may take.
//!
//! An empty element of four bytes becomes an object of up to two thousand, so that a document made
//! for it would take more than a thousand times its own size. Documents of engines take two or three
//! times theirs.

/// How many bytes of objects a byte of the document may become.
const TIMES: usize = 64;

/// What objects may take whatever the length of the document.
const LEAST: usize = 64 << 20;

/// What is left for objects.
pub(super) struct Budget(usize);

impl Budget {
    /// For the objects of a document of this length.
    pub(super) fn new(length: usize) -> Self {
        Self(length.saturating_mul(TIMES).max(LEAST))
    }

    /// How many bytes are left.
    #[inline]
    pub(super) fn left(&self) -> usize {
        self.0
    }

    /// Takes so many bytes, or says why not.
    #[inline]
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), &'static str> {
        match self.0.checked_sub(bytes) {
            Some(left) => {
                self.0 = left;
                Ok(())
            }
            None => Err("the document has too many objects for its length"),
        }
    }
}
