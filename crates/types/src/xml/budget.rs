//! Memory limit for the objects of a document.
//!
//! An empty element of four bytes becomes an object of up to two thousand. Without a limit, a
//! malicious document could take a thousand times its length; documents of engines take two or
//! three times theirs.

/// Bytes of objects allowed per byte of the document.
const FACTOR: usize = 64;

/// Bytes of objects allowed for any document.
const MINIMUM: usize = 64 << 20;

/// The remaining bytes.
pub(super) struct Budget(usize);

/// The objects of a document exceed its budget.
#[derive(Debug)]
pub(super) struct BudgetExceeded;

impl Budget {
    pub(super) fn for_document(length: usize) -> Self {
        Self(length.saturating_mul(FACTOR).max(MINIMUM))
    }

    #[inline]
    pub(super) fn remaining(&self) -> usize {
        self.0
    }

    #[inline]
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), BudgetExceeded> {
        self.0 = self.0.checked_sub(bytes).ok_or(BudgetExceeded)?;
        Ok(())
    }
}
