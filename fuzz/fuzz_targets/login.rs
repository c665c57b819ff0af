//! Any body as an answer of the single sign-on.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::login::check(data));
