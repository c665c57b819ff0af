//! The table of results: one column for each list, one row for each figure.

use crate::lists::{Collection, ListKind};

/// The largest allowed value of a figure, by what a list consists of.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For lists of VMs.
    pub vms: f64,
    /// For disks.
    pub disks: f64,
    /// For hosts.
    pub hosts: f64,
    /// For events.
    pub events: f64,
}

impl Limits {
    /// The same limit for all lists.
    #[must_use]
    pub const fn all(limit: f64) -> Self {
        Self {
            vms: limit,
            disks: limit,
            hosts: limit,
            events: limit,
        }
    }

    fn of(&self, collection: Collection) -> f64 {
        match collection {
            Collection::Vms => self.vms,
            Collection::Disks => self.disks,
            Collection::Hosts => self.hosts,
            Collection::Events => self.events,
        }
    }
}

/// Prints rows and remembers the limits that are exceeded.
#[derive(Default)]
pub struct Table {
    missed: Vec<String>,
}

#[allow(clippy::print_stdout)]
impl Table {
    /// Prints a title for rows with one value.
    pub fn title(&self, title: &str) {
        println!("\n{title}");
    }

    /// Prints a title and the names of the columns.
    pub fn head(&self, title: &str) {
        let names: String = ListKind::ALL
            .iter()
            .map(|kind| format!("{:>10}", kind.name()))
            .collect();
        println!("\n{title:<58}{names}");
    }

    /// Prints a row with a value for each list, and what it may be at most.
    pub fn row(&mut self, name: &str, digits: usize, values: &[f64], limits: Option<Limits>) {
        let mut line = format!("{name:<58}");
        for (kind, value) in ListKind::ALL.iter().zip(values) {
            line.push_str(&format!("{value:>10.digits$}"));
            if let Some(limits) = &limits {
                let limit = limits.of(kind.collection());
                self.note(&format!("{name}, {}", kind.name()), *value, limit);
            }
        }
        println!("{line}");
    }

    /// Prints a row with one value.
    pub fn single(&mut self, name: &str, value: f64, limit: Option<f64>) {
        println!("{name:<58}{value:>10.2}");
        if let Some(limit) = limit {
            self.note(name, value, limit);
        }
    }

    fn note(&mut self, name: &str, value: f64, limit: f64) {
        if value.is_nan() || value > limit {
            self.missed
                .push(format!("{name}: {value:.3} exceeds {limit}"));
        }
    }

    /// Prints the exceeded limits; returns whether there are none.
    #[must_use]
    pub fn finish(self) -> bool {
        for missed in &self.missed {
            println!("MISSED {missed}");
        }
        self.missed.is_empty()
    }
}
