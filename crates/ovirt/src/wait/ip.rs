//! Waiting for an IP address of a VM.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use ovirt_types::{IpVersion, List, ReportedDevice};

use super::{INTERVAL, Poll, TIMEOUT, polling};
use crate::clock::Deadline;
use crate::error::Error;
use crate::lazy_call::{LazyCall, lazy};
use crate::request::Draft;
use crate::response_kind::Decode;
use crate::services::VmService;

/// Waits until the guest agent of a VM reports an IP address; returned by
/// [`VmService::wait_for_ip`].
///
/// Nothing is sent until `.await`, `.call()` or `.spawn()`. The reported devices are requested at
/// once, and then after an interval that grows by half with each request, up to 5 seconds. The
/// outcome is the first address that passes all filters. Without any filter, loopback and
/// link-local addresses do not count.
///
/// ```no_run
/// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
/// use ovirt::types::IpVersion;
///
/// let vm = connection.system_service().vms_service().vm_service("123");
/// let address = vm.wait_for_ip().version(IpVersion::V4).network("10.0.0.0/8").await?;
/// println!("{address}");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`Error::Timeout`] with the addresses that did not pass, if there is no other one in time;
/// [`Error::Usage`] for an invalid network; any error of a request.
#[derive(Clone)]
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
pub struct WaitForIp {
    /// The request for the reported devices.
    draft: Draft,
    filter: Filter,
    timeout: Duration,
    interval: Duration,
}

/// Which addresses count.
#[derive(Clone, Debug, Default)]
struct Filter {
    loopback: bool,
    link_local: bool,
    version: Option<IpVersion>,
    /// As text, such as `10.0.0.0/8`.
    network: Option<String>,
    interface: Option<String>,
}

impl VmService {
    /// Polls the reported devices of the VM until they have an IP address, and returns it. The VM
    /// must run a guest agent.
    pub fn wait_for_ip(&self) -> WaitForIp {
        WaitForIp {
            draft: self.reported_devices_service().list().0,
            filter: Filter::default(),
            timeout: TIMEOUT,
            interval: INTERVAL,
        }
    }
}

impl WaitForIp {
    /// Sets whether loopback addresses count, such as `127.0.0.1`; they do not by default.
    pub fn loopback(mut self, counts: bool) -> Self {
        self.filter.loopback = counts;
        self
    }

    /// Sets whether link-local addresses count, such as `169.254.0.1` and `fe80::1`; they do not by
    /// default.
    pub fn link_local(mut self, counts: bool) -> Self {
        self.filter.link_local = counts;
        self
    }

    /// Accepts only addresses of this version of the Internet Protocol.
    pub fn version(mut self, version: IpVersion) -> Self {
        self.filter.version = Some(version);
        self
    }

    /// Accepts only addresses within a network, such as `10.0.0.0/8` or `fd00::/8`.
    pub fn network(mut self, network: impl Into<String>) -> Self {
        self.filter.network = Some(network.into());
        self
    }

    /// Accepts only addresses of the interface with this name in the guest, such as `eth0`.
    pub fn interface(mut self, name: impl Into<String>) -> Self {
        self.filter.interface = Some(name.into());
        self
    }

    async fn wait(self) -> Result<IpAddr, Error> {
        let Self {
            draft,
            filter,
            timeout,
            interval,
        } = self;
        let network = filter.network.as_deref().map(Network::parse).transpose()?;
        let mut poll = Poll::new(draft, interval)?;
        let mut seen = None;
        let polling = Box::pin(async {
            loop {
                let devices: List<ReportedDevice> = poll.next_as(Decode::list).await?;
                let addresses = devices.iter().flat_map(addresses);
                let found = addresses.clone().find(|(device, address)| {
                    filter.accepts(device, *address)
                        && network.is_none_or(|network| network.contains(*address))
                });
                if let Some((_, address)) = found {
                    return Ok(address);
                }
                let others: Vec<String> = addresses.map(|(_, it)| it.to_string()).collect();
                seen = Some(match others.is_empty() {
                    true => "the guest reported no IP address".to_owned(),
                    false => format!("the guest reported only {}", others.join(", ")),
                });
            }
        });
        let outcome = Deadline::after(timeout).limit(polling).await;
        outcome.unwrap_or_else(|| Err(poll.timed_out(timeout, seen.as_deref())))
    }
}

/// The addresses of a device. IPv6 addresses can end with a zone, such as `%eth0`.
fn addresses(
    device: &ReportedDevice,
) -> impl Iterator<Item = (&ReportedDevice, IpAddr)> + Clone + '_ {
    let ips = device.ips.iter().flatten();
    ips.filter_map(move |ip| {
        let text = ip.address.as_deref()?.split('%').next()?;
        Some((device, text.trim().parse().ok()?))
    })
}

impl Filter {
    /// Whether an address passes all filters but that for the network.
    fn accepts(&self, device: &ReportedDevice, address: IpAddr) -> bool {
        let is_link_local = match address {
            IpAddr::V4(address) => address.is_link_local(),
            IpAddr::V6(address) => address.is_unicast_link_local(),
        };
        let version = match address {
            IpAddr::V4(_) => IpVersion::V4,
            IpAddr::V6(_) => IpVersion::V6,
        };
        let interface = self.interface.as_deref();
        (self.loopback || !address.is_loopback())
            && (self.link_local || !is_link_local)
            && !address.is_unspecified()
            && self
                .version
                .as_ref()
                .is_none_or(|wanted| *wanted == version)
            && interface.is_none_or(|name| device.name.as_deref() == Some(name))
    }
}

/// A network: an address, and how many bits its members share with it.
#[derive(Clone, Copy)]
struct Network {
    address: IpAddr,
    prefix: u32,
}

impl Network {
    fn parse(text: &str) -> Result<Self, Error> {
        let parsed = text.trim().split_once('/').and_then(|(address, prefix)| {
            let address: IpAddr = address.parse().ok()?;
            let prefix: u32 = prefix.parse().ok()?;
            let max = if address.is_ipv4() { 32 } else { 128 };
            (prefix <= max).then_some(Self { address, prefix })
        });
        parsed.ok_or_else(|| {
            Error::usage(format!(
                "{text:?} is not a network: use an address and the length of the prefix, such as \
                 10.0.0.0/8"
            ))
        })
    }

    fn contains(self, address: IpAddr) -> bool {
        let (own, other, unused) = match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => (
                own.to_bits().into(),
                other.to_bits().into(),
                32 - self.prefix,
            ),
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                (own.to_bits(), other.to_bits(), 128 - self.prefix)
            }
            _ => return false,
        };
        let shared = |bits: u128| bits.checked_shr(unused).unwrap_or_default();
        shared(own) == shared(other)
    }
}

impl From<WaitForIp> for LazyCall<IpAddr> {
    fn from(wait: WaitForIp) -> Self {
        LazyCall::on_runtime(&wait.draft.connection(), wait.wait())
    }
}

lazy!(WaitForIp, IpAddr);
polling!(WaitForIp);

impl fmt::Debug for WaitForIp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            draft,
            filter,
            timeout,
            interval,
        } = self;
        f.debug_struct("WaitForIp")
            .field("path", &draft.path())
            .field("filter", filter)
            .field("timeout", timeout)
            .field("interval", interval)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn networks_contain_the_addresses_with_their_prefix() {
        let table = [
            ("10.0.0.0/8", "10.9.8.7", true),
            ("10.0.0.0/8", "11.0.0.0", false),
            ("192.168.1.9/24", "192.168.1.1", true),
            ("192.168.1.1/32", "192.168.1.2", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "::1", false),
            ("fd00::/8", "fd12::1", true),
            ("fd00::/8", "fe80::1", false),
            ("::/0", "fe80::1", true),
        ];
        for (network, address, expected) in table {
            let contains = Network::parse(network)
                .unwrap()
                .contains(address.parse().unwrap());
            assert_eq!(contains, expected, "{network} {address}");
        }
        for text in [
            "",
            "10.0.0.0",
            "10.0.0.0/33",
            "fd00::/129",
            "a/8",
            "10.0.0.0/x",
        ] {
            assert!(Network::parse(text).is_err(), "{text}");
        }
    }
}
