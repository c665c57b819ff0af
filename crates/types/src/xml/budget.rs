//! Memory limit for a document and the objects decoded from it.
//!
//! An empty element of four bytes becomes an object of up to two thousand. Without a limit, a
//! malicious document could take a thousand times its length; documents of engines take two or
//! three times theirs.

/// The limit of a document unless another is given, in bytes.
pub const DEFAULT_MEMORY: usize = 1 << 30;

/// Bytes of objects allowed per byte of the document.
const FACTOR: usize = 64;

/// The part of the limit that objects may take whatever the length of the document.
const SHARE: usize = 16;

/// The limit of a document that is in memory already: more for a longer one.
pub(crate) fn memory_for(document: &[u8]) -> usize {
    DEFAULT_MEMORY.max(document.len().saturating_mul(FACTOR))
}

/// The bytes that objects may still take.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    limit: usize,
    /// Bytes of the document so far.
    length: usize,
    left: usize,
}

/// The objects of a document exceed its budget.
#[derive(Debug)]
pub(super) struct BudgetExceeded;

impl Budget {
    /// The budget of a document that has not begun. Together with its objects, it may take `limit`
    /// bytes.
    pub(super) fn new(limit: usize) -> Self {
        let left = limit / SHARE;
        Self {
            limit,
            length: 0,
            left,
        }
    }

    /// Adds a part of the document, of this length.
    pub(super) fn extend(&mut self, length: usize) {
        let before = self.allowed();
        self.length = self.length.saturating_add(length);
        self.left = self.left.saturating_add(self.allowed());
        self.left = self.left.saturating_sub(before);
    }

    /// Bytes that all objects together may take.
    fn allowed(&self) -> usize {
        let length = self.length.saturating_mul(FACTOR);
        let memory = self.limit.saturating_sub(self.length);
        length.max(self.limit / SHARE).min(memory)
    }

    #[inline]
    pub(super) fn remaining(&self) -> usize {
        self.left
    }

    #[inline]
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), BudgetExceeded> {
        self.left = self.left.checked_sub(bytes).ok_or(BudgetExceeded)?;
        Ok(())
    }
}
