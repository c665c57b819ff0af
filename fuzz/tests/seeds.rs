//! Runs all seeds through their targets, on any toolchain.

use std::fs;
use std::path::Path;

use ovirt_fuzz::TARGETS;

#[test]
fn every_seed_passes() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    for (target, check) in TARGETS {
        let folder = seeds.join(target);
        let mut files = 0;
        for entry in fs::read_dir(&folder).expect("a folder of seeds") {
            let path = entry.expect("an entry of the folder").path();
            println!("{}", path.display());
            check(&fs::read(&path).expect("a seed"));
            files += 1;
        }
        assert!(files > 0, "{} is empty", folder.display());
    }
}
