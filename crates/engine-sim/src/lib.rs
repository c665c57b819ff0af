//! An embedded oVirt engine, for trying, testing and demos.
