//! Sets the storage limit of a quota.
//!
//! ```text
//! quota small: 100 GiB
//! ```

use ovirt::types::{Quota, QuotaStorageLimit};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let centers = connection.system_service().data_centers_service();
    let center = centers.data_center_service(&centers.named("Default").await?);
    let quotas = center.quotas_service();
    let quota = quotas.add(Quota::named("small")).await?;
    let limits = quotas.quota_service(&quota).quota_storage_limits_service();
    let limit = limits.add(QuotaStorageLimit::new().limit(100)).await?;
    println!("quota small: {} GiB", limit.limit.unwrap_or_default());
    Ok(())
}
