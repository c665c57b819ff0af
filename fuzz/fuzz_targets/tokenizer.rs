//! Any text for the tokenizer, compared with quick-xml.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::tokenizer::check(data));
