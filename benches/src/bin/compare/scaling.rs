//! How time and memory of a list grow with its length, measured and drawn.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::Result;
use super::bench::Bench;

/// Lengths of the lists.
const LENGTHS: [usize; 4] = [1, 1_000, 10_000, 100_000];

/// One line of a diagram.
struct Series {
    name: &'static str,
    color: &'static str,
    values: Vec<f64>,
}

impl Series {
    fn new(name: &'static str, color: &'static str) -> Self {
        Self {
            name,
            color,
            values: Vec::new(),
        }
    }
}

/// Measures lists of all lengths, and writes the diagrams into a file.
pub(crate) fn run(file: &Path) -> Result<ExitCode> {
    let mut times = [
        Series::new("kept", "#1f77b4"),
        Series::new("streamed", "#2ca02c"),
        Series::new("curl", "#7f7f7f"),
    ];
    let mut peaks = [
        Series::new("kept", "#1f77b4"),
        Series::new("streamed", "#2ca02c"),
    ];
    println!("objects  kept s  streamed s  curl s  kept MiB  streamed MiB");
    for length in LENGTHS {
        let bench = Bench::start(length, 3)?;
        let works = ["list-kept", "list-streamed", "curl"];
        let [kept, streamed, curl] = bench.measure(works, length)?;
        let curl = curl.clock;
        println!(
            "{length:>7} {:>7.4} {:>11.4} {curl:>7.4} {:>9.1} {:>13.1}",
            kept.clock, streamed.clock, kept.peak, streamed.peak
        );
        for (series, value) in times.iter_mut().zip([kept.clock, streamed.clock, curl]) {
            series.values.push(value);
        }
        for (series, value) in peaks.iter_mut().zip([kept.peak, streamed.peak]) {
            series.values.push(value);
        }
    }
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 340\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<rect width=\"860\" height=\"340\" fill=\"white\"/>\n",
    );
    diagram(&mut svg, 0.0, "seconds for a list", 1e-4, 1e2, &times)?;
    diagram(&mut svg, 430.0, "MiB at the peak", 1e0, 1e4, &peaks)?;
    svg.push_str("</svg>\n");
    std::fs::write(file, svg)?;
    Ok(ExitCode::SUCCESS)
}

/// Draws lines over the number of objects, both axes by powers of ten.
fn diagram(
    svg: &mut String,
    left: f64,
    title: &str,
    least: f64,
    most: f64,
    all: &[Series],
) -> Result<()> {
    const WIDTH: f64 = 320.0;
    const HEIGHT: f64 = 240.0;
    let across = |objects: f64| left + 60.0 + WIDTH * objects.log10() / 5.0;
    let decades = (most / least).log10();
    let up = |value: f64| 50.0 + HEIGHT * (1.0 - (value / least).log10() / decades);
    writeln!(
        svg,
        "<text x=\"{}\" y=\"30\" font-size=\"14\">{title}, by the number of virtual machines</text>",
        left + 60.0
    )?;
    for power in 0..=5_i32 {
        let (x, objects) = (across(10_f64.powi(power)), 10_u32.pow(power.unsigned_abs()));
        writeln!(
            svg,
            "<path d=\"M{x} 50v{HEIGHT}\" stroke=\"#dddddd\"/><text x=\"{x}\" y=\"310\" text-anchor=\"middle\">{objects}</text>"
        )?;
    }
    let mut value = least;
    while value <= most * 1.01 {
        let y = up(value);
        writeln!(
            svg,
            "<path d=\"M{} {y:.1}h{WIDTH}\" stroke=\"#dddddd\"/><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>",
            left + 60.0,
            left + 54.0,
            y + 4.0
        )?;
        value *= 10.0;
    }
    let mut labels: Vec<f64> = Vec::new();
    for series in all {
        let points: Vec<String> = LENGTHS
            .iter()
            .zip(&series.values)
            .map(|(length, value)| format!("{:.1},{:.1}", across(*length as f64), up(*value)))
            .collect();
        let color = series.color;
        writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>",
            points.join(" ")
        )?;
        if let Some(last) = series.values.last() {
            let mut y = up(*last) + 4.0;
            while labels.iter().any(|other| (other - y).abs() < 12.0) {
                y += 12.0;
            }
            labels.push(y);
            let name = series.name;
            writeln!(
                svg,
                "<text x=\"{}\" y=\"{y:.1}\" fill=\"{color}\">{name}</text>",
                across(1e5) + 4.0
            )?;
        }
    }
    Ok(())
}
