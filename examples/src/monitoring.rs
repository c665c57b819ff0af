//! Events, statistics and summaries.

pub mod asynchronous_inventory;
pub mod poll_events;
pub mod show_summary;
