//! SDK for the oVirt Engine REST API.
