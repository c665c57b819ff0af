//! Limits of the memory and CPUs of VMs.

use crate::fault::Fault;
use crate::name_rule::violation;
use crate::node::Node;

/// Default memory, in bytes.
pub(super) const DEFAULT_MEMORY: i64 = 1 << 30;

/// Smallest memory, in bytes.
const MIN_MEMORY: i64 = 1 << 20;

/// Fails if memory is too small for the engine to store.
pub(super) fn check_memory(vm: &Node) -> Result<(), Fault> {
    let memory: Option<i64> = vm.number("memory");
    if memory.is_some_and(|memory| (0..MIN_MEMORY).contains(&memory)) {
        return Err(violation(
            "must be greater than or equal to 1",
            "vmStatic.memSizeMb",
        ));
    }
    Ok(())
}

/// Most CPUs, sockets, and cores of a socket that the engine allows by default.
const MAX_CPUS: i64 = 710;
const MAX_SOCKETS: i64 = 16;
const MAX_CORES: i64 = 254;

/// Fails if memory or CPU topology are out of range.
pub(super) fn check(verb: &str, vm: &Node) -> Result<(), Fault> {
    check_memory_size(verb, vm)?;
    check_topology(verb, vm)
}

fn check_memory_size(verb: &str, vm: &Node) -> Result<(), Fault> {
    let memory = vm.number("memory").unwrap_or(DEFAULT_MEMORY);
    if memory <= 0 {
        return Err(Fault::invalid(format!(
            "Cannot {verb} VM. Memory size must be positive."
        )));
    }
    let guaranteed: Option<i64> = vm.number("memory_policy.guaranteed");
    if guaranteed.is_some_and(|guaranteed| guaranteed > memory) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} VM. Physical Memory Guaranteed cannot exceed Memory Size."
        )));
    }
    Ok(())
}

fn check_topology(verb: &str, vm: &Node) -> Result<(), Fault> {
    for (path, message) in [
        (
            "cpu.topology.threads",
            "Minimum number of threads per CPU cannot be less than 1",
        ),
        (
            "cpu.topology.cores",
            "Minimum number of CPU per socket cannot be less than 1",
        ),
        (
            "cpu.topology.sockets",
            "Minimum number of sockets cannot be less then 1",
        ),
    ] {
        if vm.number::<i64>(path).is_some_and(|count| count < 1) {
            return Err(Fault::invalid(message));
        }
    }
    let count = |name: &str| vm.number(&format!("cpu.topology.{name}")).unwrap_or(1_i64);
    let (sockets, cores, threads) = (count("sockets"), count("cores"), count("threads"));
    let all = sockets.saturating_mul(cores).saturating_mul(threads);
    for (count, max, why) in [
        (all, MAX_CPUS, "Maximum number of CPUs exceeded."),
        (sockets, MAX_SOCKETS, "Maximum number of sockets exceeded."),
        (
            cores,
            MAX_CORES,
            "Maximum number of CPUs per socket exceeded.",
        ),
    ] {
        if count > max {
            return Err(Fault::cannot(verb, "VM", why));
        }
    }
    Ok(())
}
