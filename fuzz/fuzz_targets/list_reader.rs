//! Any bytes as a list, incrementally and as a whole.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::list_reader::check(data));
