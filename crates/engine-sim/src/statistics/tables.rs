//! The statistics of each type: names, identifiers, units and descriptions.

/// Name, identifier, unit, quantity and description. Engines derive the identifier from the name
/// (a version 3 UUID without a name space), so it is the same for all objects.
pub(super) type Statistic = (
    &'static str,
    &'static str,
    &'static str,
    Quantity,
    &'static str,
);

/// What a statistic measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantity {
    Boot,
    Buffered,
    Cached,
    Cpu,
    Errors,
    Guest,
    /// A list of what another quantity was, which the host reports for running VMs.
    History(History),
    Hypervisor,
    Idle,
    Installed,
    Latency,
    Load,
    MemoryFree,
    MemoryUsed,
    Operations,
    Rate,
    RateBits,
    /// Reported by the guest, which has no values here.
    Text,
    Total,
    Uptime,
    Zero,
    ZeroDecimal,
}

/// What a history lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum History {
    Cpu,
    Memory,
    /// Not reported here.
    Network,
}

pub(super) const VM: &[Statistic] = &[
    (
        "memory.installed",
        "5a89a1d2-32be-33f7-a0d1-f8b5bc974ff6",
        "bytes",
        Quantity::Installed,
        "Total memory configured",
    ),
    (
        "memory.used",
        "b7499508-c1c3-32f0-8174-c1783e57bb08",
        "bytes",
        Quantity::MemoryUsed,
        "Memory used (agent)",
    ),
    (
        "cpu.current.guest",
        "ef802239-b74a-329f-9955-be8fea6b50a4",
        "percent",
        Quantity::Guest,
        "CPU used by guest",
    ),
    (
        "cpu.current.hypervisor",
        "d849a55f-0049-36f8-ae65-face541473ac",
        "percent",
        Quantity::Hypervisor,
        "CPU overhead",
    ),
    (
        "cpu.current.total",
        "2ec286fe-4bec-32f5-8d63-dba7bed58763",
        "percent",
        Quantity::Cpu,
        "Total CPU used",
    ),
    (
        "migration.progress",
        "892b69a7-41ca-36b1-9a2e-ae5177ef21bb",
        "percent",
        Quantity::ZeroDecimal,
        "Migration Progress",
    ),
    (
        "memory.buffered",
        "09e07489-64fd-32ab-8e4e-a2b61eed8d60",
        "bytes",
        Quantity::Buffered,
        "Memory buffered (agent)",
    ),
    (
        "memory.cached",
        "1b6244ee-8dbd-365d-8762-482ddc05ee11",
        "bytes",
        Quantity::Cached,
        "Memory cached (agent)",
    ),
    (
        "memory.free",
        "5a0fba9d-33d7-3cbf-addd-ba462040c946",
        "bytes",
        Quantity::MemoryFree,
        "Memory free (agent)",
    ),
    (
        "memory.unused",
        "439422cf-02ca-307f-9745-2a86e87ed8e0",
        "bytes",
        Quantity::MemoryFree,
        "Memory unused (agent)",
    ),
    (
        "network.current.total",
        "d5e709a1-f0bc-3bb9-9f14-1c9cdec65c40",
        "percent",
        Quantity::ZeroDecimal,
        "Total network used",
    ),
    (
        "disks.usage",
        "c5dd0086-d5f0-3abf-9628-4674abb3f5ac",
        "none",
        Quantity::Text,
        "Disk usage, in bytes, per filesystem as JSON (agent)",
    ),
    (
        "elapsed.time",
        "57dfc947-ba36-3a51-a1ad-3800b6199ff5",
        "seconds",
        Quantity::Uptime,
        "Elapsed VM runtime",
    ),
    (
        "cpu.usage.history",
        "bde6d1ed-e07b-3aa1-bfc4-463990f5921a",
        "percent",
        Quantity::History(History::Cpu),
        "List of CPU usage history, sorted by date from newest to oldest, at intervals of 30 seconds",
    ),
    (
        "memory.usage.history",
        "e9ecc8dd-9320-37cf-ab1a-0003016f69e1",
        "percent",
        Quantity::History(History::Memory),
        "List of memory usage history, sorted by date from newest to oldest, at intervals of 30 seconds",
    ),
    (
        "network.usage.history",
        "dddb4e54-50dc-3e49-93d7-58c7ee51274b",
        "percent",
        Quantity::History(History::Network),
        "List of network usage history, sorted by date from newest to oldest, at intervals of 30 seconds",
    ),
];

// Rows that hosts and their NUMA nodes share.
const MEMORY_TOTAL: Statistic = (
    "memory.total",
    "7816602b-c05c-3db7-a4da-3769f7ad8896",
    "bytes",
    Quantity::Installed,
    "Total memory",
);

const MEMORY_USED: Statistic = (
    "memory.used",
    "b7499508-c1c3-32f0-8174-c1783e57bb08",
    "bytes",
    Quantity::MemoryUsed,
    "Used memory",
);

const MEMORY_FREE: Statistic = (
    "memory.free",
    "5a0fba9d-33d7-3cbf-addd-ba462040c946",
    "bytes",
    Quantity::MemoryFree,
    "Free memory",
);

const CPU_USER: Statistic = (
    "cpu.current.user",
    "a1fab379-66e2-3b1d-9914-81a9e79cb719",
    "percent",
    Quantity::Guest,
    "User CPU usage",
);

const CPU_SYSTEM: Statistic = (
    "cpu.current.system",
    "a98c1e11-078c-3593-a57e-4b12c1ce9815",
    "percent",
    Quantity::Hypervisor,
    "System CPU usage",
);

const CPU_IDLE: Statistic = (
    "cpu.current.idle",
    "4ae97794-f56d-3f05-a9e7-8798887cd1ac",
    "percent",
    Quantity::Idle,
    "Idle CPU usage",
);

pub(super) const HOST: &[Statistic] = &[
    MEMORY_TOTAL,
    MEMORY_USED,
    MEMORY_FREE,
    (
        "memory.shared",
        "ffc0e1fd-fa34-3f85-9862-8a841c1658bc",
        "bytes",
        Quantity::Zero,
        "The amount of memory, in bytes, shared among Virtual-Machines on this Host by Kernel Same-page Merging (KSM)",
    ),
    (
        "swap.total",
        "c43847d7-3bc1-3aaf-b92c-902e64bbdb5b",
        "bytes",
        Quantity::Zero,
        "Total swap",
    ),
    (
        "swap.free",
        "1a4c1c9b-f3cc-301e-82ce-47d4b9fb5a46",
        "bytes",
        Quantity::Zero,
        "Free swap",
    ),
    (
        "swap.used",
        "27686b4e-ba8d-3576-bc70-d68cbd8a2ba9",
        "bytes",
        Quantity::Zero,
        "Used swap",
    ),
    (
        "ksm.cpu.current",
        "f740b9ad-14a7-3f6c-9b80-efff44777169",
        "percent",
        Quantity::ZeroDecimal,
        "KSM CPU usage",
    ),
    CPU_USER,
    CPU_SYSTEM,
    CPU_IDLE,
    (
        "cpu.load.avg.5m",
        "65860dae-c890-312e-9314-5c01f31225ab",
        "percent",
        Quantity::Load,
        "CPU 5 minute load average",
    ),
    (
        "boot.time",
        "3ceb2072-a5a5-3b21-9bb2-e966471fd81c",
        "none",
        Quantity::Boot,
        "Boot time of the machine",
    ),
];

pub(super) const NUMA_NODE: &[Statistic] = &[
    MEMORY_TOTAL,
    MEMORY_USED,
    MEMORY_FREE,
    CPU_USER,
    CPU_SYSTEM,
    CPU_IDLE,
];

pub(super) const DISK: &[Statistic] = &[
    (
        "data.current.read",
        "33b9212b-f9cb-3fd0-b364-248fb61e1272",
        "bytes_per_second",
        Quantity::Rate,
        "Read data rate",
    ),
    (
        "data.current.read_ops",
        "467c9655-64a5-3abd-bff7-bdd69cfae38a",
        "none",
        Quantity::Operations,
        "Read data ops",
    ),
    (
        "data.current.write",
        "2f23addd-4ebd-3d82-a449-c28778bc33eb",
        "bytes_per_second",
        Quantity::Rate,
        "Write data rate",
    ),
    (
        "data.current.write_ops",
        "fc6ba9f6-199a-3c17-b989-489cecbe7b2f",
        "none",
        Quantity::Operations,
        "Write data ops",
    ),
    (
        "disk.read.latency",
        "3a7b3f72-d035-3bb9-b196-e86a4eb34993",
        "seconds",
        Quantity::Latency,
        "Read latency",
    ),
    (
        "disk.write.latency",
        "b1e75c7b-cea4-37d2-8459-f7d68efc69a3",
        "seconds",
        Quantity::Latency,
        "Write latency",
    ),
    (
        "disk.flush.latency",
        "9c17ad7b-9ef1-3e8d-ad0a-ff8bee3925f0",
        "seconds",
        Quantity::Latency,
        "Flush latency",
    ),
];

pub(super) const NIC: &[Statistic] = &[
    (
        "data.current.rx",
        "ecd0559f-e88f-3330-94b4-1f091b0ffdf7",
        "bytes_per_second",
        Quantity::Rate,
        "Receive data rate",
    ),
    (
        "data.current.tx",
        "2c6fe105-4913-3f90-9425-07ddfeca5417",
        "bytes_per_second",
        Quantity::Rate,
        "Transmit data rate",
    ),
    (
        "data.current.rx.bps",
        "87211eae-bb7c-382e-9e1b-378cf4505e2f",
        "bits_per_second",
        Quantity::RateBits,
        "Receive data rate",
    ),
    (
        "data.current.tx.bps",
        "939bae68-c68f-3e94-8960-766668395f86",
        "bits_per_second",
        Quantity::RateBits,
        "Transmit data rate",
    ),
    (
        "errors.total.rx",
        "50b8f057-7795-30bd-825a-1acadd37a9d7",
        "none",
        Quantity::Errors,
        "Total receive errors",
    ),
    (
        "errors.total.tx",
        "7211a516-3e61-3c4e-be79-739424d13461",
        "none",
        Quantity::Errors,
        "Total transmit errors",
    ),
    (
        "data.total.rx",
        "0b9ddd6a-fc1b-398a-9f95-7a863c753017",
        "bytes",
        Quantity::Total,
        "Total received data",
    ),
    (
        "data.total.tx",
        "4d75baca-1fc9-3b19-b44f-6d32abda3888",
        "bytes",
        Quantity::Total,
        "Total transmitted data",
    ),
];
