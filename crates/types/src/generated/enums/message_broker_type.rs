//! `MessageBrokerType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Message brokers of a network provider. Deprecated.
    pub enum MessageBrokerType {
        /// Apache Qpid.
        Qpid = "qpid",
        /// RabbitMQ.
        RabbitMq = "rabbit_mq",
    }
}
