//! Tables without frames, a line a row, and CSV.

use std::io::{self, Write};

use super::{Screen, color_of};

/// How many rows are kept to find the widths of columns.
const SAMPLE: usize = 256;

/// What separates columns.
const GAP: usize = 2;

/// Writes rows as they come; the widths follow from the first ones.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
    /// Once they are known.
    widths: Option<Vec<usize>>,
    terminal: Option<usize>,
    with_headers: bool,
    dropped: usize,
}

impl Table {
    pub(crate) fn new(terminal: Option<usize>, with_headers: bool) -> Self {
        Self {
            rows: Vec::new(),
            widths: None,
            terminal,
            with_headers,
            dropped: 0,
        }
    }

    /// Adds a row.
    pub(crate) fn add(
        &mut self,
        screen: &mut Screen<'_>,
        headers: impl FnOnce() -> Vec<String>,
        row: Vec<String>,
    ) -> io::Result<()> {
        match &self.widths {
            Some(widths) => write_row(screen, widths, &row, true),
            None => {
                self.rows.push(row);
                if self.rows.len() >= SAMPLE {
                    self.start(screen, headers())
                } else {
                    Ok(())
                }
            }
        }
    }

    /// Writes the rows that are kept.
    fn start(&mut self, screen: &mut Screen<'_>, headers: Vec<String>) -> io::Result<()> {
        let mut widths: Vec<usize> = headers.iter().map(|header| width(header)).collect();
        for row in &self.rows {
            for (own, cell) in widths.iter_mut().zip(row) {
                *own = (*own).max(width(cell));
            }
        }
        if let Some(terminal) = self.terminal {
            let total = |widths: &[usize]| widths.iter().map(|width| width + GAP).sum::<usize>();
            while widths.len() > 1 && total(&widths) > terminal + GAP {
                widths.pop();
                self.dropped += 1;
            }
        }
        if self.with_headers {
            write_row(screen, &widths, &headers, false)?;
        }
        for row in std::mem::take(&mut self.rows) {
            write_row(screen, &widths, &row, true)?;
        }
        self.widths = Some(widths);
        Ok(())
    }

    /// Writes what is left.
    pub(crate) fn finish(
        &mut self,
        screen: &mut Screen<'_>,
        headers: Vec<String>,
    ) -> io::Result<()> {
        if self.widths.is_none() {
            self.start(screen, headers)?;
        }
        if self.dropped > 0 {
            let columns = if self.dropped == 1 {
                "column"
            } else {
                "columns"
            };
            writeln!(
                screen.out,
                "({} more {columns}: use a wider terminal or -o json)",
                self.dropped
            )?;
        }
        Ok(())
    }
}

fn write_row(
    screen: &mut Screen<'_>,
    widths: &[usize],
    row: &[String],
    with_colors: bool,
) -> io::Result<()> {
    let mut line = String::new();
    for (index, (cell, own)) in row.iter().zip(widths).enumerate() {
        let color = if screen.color && with_colors {
            color_of(cell)
        } else {
            ""
        };
        line.push_str(color);
        line.push_str(cell);
        if !color.is_empty() {
            line.push_str("\x1b[0m");
        }
        if index + 1 < widths.len() {
            line.push_str(&" ".repeat(own.saturating_sub(width(cell)) + GAP));
        }
    }
    writeln!(screen.out, "{}", line.trim_end())
}

/// The columns that a text takes on a terminal: wide letters take two.
fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

/// Writes a line of CSV.
pub(crate) fn csv(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    let quoted = cells.map(|cell| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    });
    writeln!(out, "{}", quoted.collect::<Vec<_>>().join(","))
}
