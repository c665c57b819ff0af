//! Any text for our tokenizer and for another pull parser.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::tokenizer::check(data));
