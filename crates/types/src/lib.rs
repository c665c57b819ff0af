//! The types of the oVirt Engine API, and how they become XML and back.
