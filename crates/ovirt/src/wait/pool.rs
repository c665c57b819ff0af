//! Waiting until a pool has all its VMs.

use std::fmt;
use std::time::Duration;

use ovirt_types::{Vm, VmPool};

use super::{INTERVAL, Poll, TIMEOUT, polling};
use crate::clock::Deadline;
use crate::error::Error;
use crate::lazy_call::{LazyCall, lazy};
use crate::request::Draft;
use crate::search::Search;
use crate::services::VmPoolService;
use crate::status::{self, State};

/// Waits until a pool has all its VMs; returned by [`VmPoolService::wait_for_vms`].
///
/// Nothing is sent until `.await`, `.call()` or `.spawn()`. The pool and its VMs are requested at
/// once, and then after an interval that grows by half each time, up to 5 seconds.
///
/// # Errors
///
/// [`Error::Timeout`] with the number of VMs, or the status of one, if the wait is not over in
/// time; any error of a request.
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
pub struct WaitForPool {
    /// The request for the pool.
    draft: Draft,
    timeout: Duration,
    interval: Duration,
}

impl VmPoolService {
    /// Polls the pool until it has as many VMs as its `size` says and none of them is locked or in
    /// transition, such as starting. Returns the VMs. A pool has no status of its own.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
    /// let pool = connection.system_service().vm_pools_service().pool_service("123");
    /// let vms = pool.wait_for_vms().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn wait_for_vms(&self) -> WaitForPool {
        WaitForPool {
            draft: self.get().0,
            timeout: TIMEOUT,
            interval: INTERVAL,
        }
    }
}

impl WaitForPool {
    async fn wait(self) -> Result<Vec<Vm>, Error> {
        let vms = self.draft.connection().system_service().vms_service();
        let mut poll = Poll::new(self.draft, self.interval)?;
        let mut seen = None;
        let polling = Box::pin(async {
            loop {
                let pool: VmPool = poll.next().await?;
                let name = pool.name.as_deref().unwrap_or_default();
                let search = Search::new().equal("pool", name).build()?;
                let found = vms.list().search(search).await;
                let Some(found) = poll.outage.survive(found)? else {
                    continue;
                };
                let mut found = found.into_vec();
                // Searches ignore case.
                found.retain(|vm| {
                    vm.vm_pool.as_ref().and_then(|own| own.id()) == pool.id.as_deref()
                });
                match unsettled(&pool, &found) {
                    None => return Ok(found),
                    reason => seen = reason,
                }
            }
        });
        let outcome = Deadline::after(self.timeout).limit(polling).await;
        outcome.unwrap_or_else(|| Err(poll.timed_out(self.timeout, seen.as_deref())))
    }
}

/// Why a pool is not settled; `None` if it is.
fn unsettled(pool: &VmPool, vms: &[Vm]) -> Option<String> {
    let size = pool.size.unwrap_or_default();
    if i64::try_from(vms.len()).is_ok_and(|count| count < size) {
        return Some(format!("{} of {size} VMs exist", vms.len()));
    }
    vms.iter().find_map(|vm| {
        let name = vm.name.as_deref().unwrap_or("(unnamed)");
        match status::read(vm) {
            Some(status) if status.state == State::Stable => None,
            Some(status) => Some(format!("the status of {name} was {}", status.value)),
            None => Some(format!("the status of {name} was not set")),
        }
    })
}

impl From<WaitForPool> for LazyCall<Vec<Vm>> {
    fn from(wait: WaitForPool) -> Self {
        LazyCall::on_runtime(&wait.draft.connection(), wait.wait())
    }
}

lazy!(WaitForPool, Vec<Vm>);
polling!(WaitForPool);

impl fmt::Debug for WaitForPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            draft,
            timeout,
            interval,
        } = self;
        f.debug_struct("WaitForPool")
            .field("path", &draft.path())
            .field("timeout", timeout)
            .field("interval", interval)
            .finish_non_exhaustive()
    }
}
