//! Runs all seeds through their targets, on any toolchain.

use std::fs;
use std::path::Path;

use ovirt_fuzz::TARGETS;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most that an input may take, in MiB. The body of a response has up to 64 MiB.
const LIMIT: f32 = 200.0;

#[test]
fn every_seed_passes() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    for (target, check) in TARGETS {
        let folder = seeds.join(target);
        let mut files = 0;
        for entry in fs::read_dir(&folder).expect("a folder of seeds") {
            let path = entry.expect("an entry of the folder").path();
            println!("{}", path.display());
            let seed = fs::read(&path).expect("a seed");
            MEMORY.reset_peak_usage();
            check(&seed);
            let peak = MEMORY.peak_usage_as_mb();
            assert!(peak < LIMIT, "{} takes {peak} MiB", path.display());
            files += 1;
        }
        assert!(files > 0, "{} is empty", folder.display());
    }
}
