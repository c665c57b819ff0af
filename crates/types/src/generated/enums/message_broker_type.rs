//! `MessageBrokerType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Message brokers of a network provider. Deprecated.
    pub enum MessageBrokerType {
        /// Apache Qpid.
        Qpid = "qpid",
        /// RabbitMQ.
        RabbitMq = "rabbit_mq",
    }
}
