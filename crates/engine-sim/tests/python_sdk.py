"""Common administration tasks with the Python SDK for real engines, run against the simulator.

Connects to the engine in the environment variables printed by `ovirt-engine-sim --env`.
"""

import os
import time

import ovirtsdk4 as sdk
from ovirtsdk4 import types

URL, CA_FILE = os.environ["OVIRT_URL"], os.environ["OVIRT_CAFILE"]
USERNAME, PASSWORD = os.environ["OVIRT_USERNAME"], os.environ["OVIRT_PASSWORD"]


def connect(**changes):
    options = dict(url=URL, username=USERNAME, password=PASSWORD, ca_file=CA_FILE)
    return sdk.Connection(**{**options, **changes})


def wait(service, condition, failure):
    """Polls until the condition holds. Fails after ten seconds."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        value = service.get()
        if condition(value):
            return value
        time.sleep(0.02)
    raise AssertionError(failure)


def assert_raises(error, call, *arguments, **parameters):
    """Returns the error that the call raises."""
    try:
        call(*arguments, **parameters)
    except error as raised:
        return raised
    raise AssertionError(f"{call} raised no error")


def authentication():
    assert connect().test(raise_exception=True)
    assert connect(compress=False).test(raise_exception=True)
    text = str(assert_raises(sdk.AuthError, connect(password="wrong").test, raise_exception=True))
    assert "access_denied" in text, text
    with connect() as connection:
        token = connection.authenticate()
        api = connection.system_service().get()
        assert api.product_info.version.major == 4, api.product_info.version.major
        assert api.summary.vms.total == 3
        assert api.special_objects.blank_template.id.startswith("00000000")
        with_token = connect(username=None, password=None, token=token)
        assert with_token.system_service().vms_service().list(max=1)
        with_token.close(logout=False)


def virtual_machines(system):
    vms = system.vms_service()
    vm = vms.add(
        types.Vm(
            name="web1",
            description="special & chars <ü>",
            memory=2 * 2**30,
            cluster=types.Cluster(name="Default"),
            template=types.Template(name="Blank"),
            os=types.OperatingSystem(boot=types.Boot(devices=[types.BootDevice.HD])),
            cpu=types.Cpu(topology=types.CpuTopology(cores=2, sockets=1)),
            custom_properties=[types.CustomProperty(name="a", value="b")],
        )
    )
    assert vm.memory == 2 * 2**30 and vm.description == "special & chars <ü>"
    assert vm.os.boot.devices == [types.BootDevice.HD]
    service = vms.vm_service(vm.id)
    profile = system.vnic_profiles_service().list()[0]
    nic = service.nics_service().add(types.Nic(name="nic1", vnic_profile=profile))
    assert len(nic.mac.address.split(":")) == 6
    attachment = service.disk_attachments_service().add(
        types.DiskAttachment(
            disk=types.Disk(
                name="web1_data",
                format=types.DiskFormat.COW,
                provisioned_size=2**30,
                storage_domains=[types.StorageDomain(name="data1")],
            ),
            interface=types.DiskInterface.VIRTIO_SCSI,
            bootable=True,
            active=True,
        )
    )
    disk = system.disks_service().disk_service(attachment.disk.id)
    wait(disk, lambda disk: disk.status == types.DiskStatus.OK, "the disk stayed locked")
    service.start(use_cloud_init=True, vm=types.Vm(initialization=types.Initialization(host_name="web1")))
    up = wait(service, lambda vm: vm.status == types.VmStatus.UP, "the VM did not start")
    assert up.host.id and up.start_time is not None
    conflict = assert_raises(sdk.Error, service.start)
    assert conflict.code == 409 and "Up status" in conflict.fault.detail, conflict
    statistics = {
        statistic.name: statistic.values[0].datum
        for statistic in service.statistics_service().list()
        if statistic.values  # a statistic of the guest can have none
    }
    assert statistics["memory.installed"] == 2 * 2**30
    consoles = service.graphics_consoles_service().list(current=True)
    assert consoles, "a running VM has a console"
    ticket = service.ticket(ticket=types.Ticket(value="x", expiry=60))
    assert ticket.value == "x" and ticket.expiry == 60
    snapshots = service.snapshots_service()
    snapshot = snapshots.add(types.Snapshot(description="before", persist_memorystate=False))
    snapshot = snapshots.snapshot_service(snapshot.id)
    wait(snapshot, lambda one: one.snapshot_status == types.SnapshotStatus.OK, "the snapshot stayed locked")
    service.stop()
    wait(service, lambda vm: vm.status == types.VmStatus.DOWN, "the VM did not stop")
    updated = service.update(types.Vm(comment="changed", memory=2**31 + 2**30))
    assert updated.comment == "changed" and updated.name == "web1"
    template = system.templates_service().add(types.Template(name="golden", vm=types.Vm(id=vm.id)))
    template = system.templates_service().template_service(template.id)
    wait(template, lambda one: one.status == types.TemplateStatus.OK, "the template stayed locked")
    service.clone(vm=types.Vm(name="web2"))
    assert vms.list(search="name=web2")
    service.remove()
    missing = assert_raises(sdk.NotFoundError, service.get)
    assert missing.code == 404


def searches(connection, system):
    vms = system.vms_service()
    assert [vm.name for vm in vms.list(search="name=vm* sortby name desc", max=2)] == ["vm3", "vm2"]
    assert vms.list(search="name=VM1") and not vms.list(search="name=VM1", case_sensitive=True)
    assert not vms.list(search="nonsense='")
    vm = vms.list(search="name=vm1", follow="nics,disk_attachments.disk,cluster")[0]
    assert vm.nics and vm.disk_attachments[0].disk.provisioned_size and vm.cluster.name == "Default"
    vm = vms.list(search="name=vm1", all_content=True)[0]
    assert connection.is_link(vm.nics) and connection.follow_link(vm.nics)[0].name
    assert connection.follow_link(vm.cluster).name == "Default"
    assert system.service(f"vms/{vm.id}/nics").list()
    events = system.events_service().list(max=5)
    assert int(events[0].id) > int(events[-1].id)
    newer = system.events_service().list(from_=int(events[-1].id))
    assert all(int(event.id) > int(events[-1].id) for event in newer)


def infrastructure(system):
    hosts = system.hosts_service()
    host = hosts.list(search="status=up")[0]
    service = hosts.host_service(host.id)
    service.deactivate(reason="maintenance")
    wait(service, lambda host: host.status == types.HostStatus.MAINTENANCE, "the host did not reach maintenance")
    service.activate()
    wait(service, lambda host: host.status == types.HostStatus.UP, "the host did not come up")
    centers = system.data_centers_service()
    center = centers.add(types.DataCenter(name="second", local=False))
    clusters = system.clusters_service()
    cluster = clusters.add(types.Cluster(name="other", data_center=center, cpu=types.Cpu(type="x")))
    network = system.networks_service().add(
        types.Network(name="red", data_center=center, vlan=types.Vlan(id=37), usages=[types.NetworkUsage.VM])
    )
    clusters.cluster_service(cluster.id).networks_service().add(types.Network(id=network.id, required=False))
    conflict = assert_raises(sdk.Error, clusters.cluster_service(host.cluster.id).remove)
    assert conflict.code == 409 and "Cannot remove Cluster" in conflict.fault.detail, conflict
    tags = system.tags_service()
    tag = tags.add(types.Tag(name="mine", description="d"))
    vm = system.vms_service().list(search="name=vm2")[0]
    system.vms_service().vm_service(vm.id).tags_service().add(types.Tag(name="mine"))
    assert [vm.name for vm in system.vms_service().list(search="tag=mine")] == ["vm2"]
    tags.tag_service(tag.id).remove()
    role = next(role for role in system.roles_service().list() if role.name == "UserRole")
    user = system.users_service().add(
        types.User(user_name="jane@internal-authz", domain=types.Domain(name="internal-authz"))
    )
    permissions = system.vms_service().vm_service(vm.id).permissions_service()
    permissions.add(types.Permission(role=types.Role(id=role.id), user=types.User(id=user.id)))
    assert any(one.user and one.user.id == user.id for one in permissions.list())
    group = clusters.cluster_service(vm.cluster.id).affinity_groups_service()
    group.add(types.AffinityGroup(name="apart", vms_rule=types.AffinityRule(enabled=True, positive=False)))
    missing = assert_raises(sdk.Error, system.tags_service().add, types.Tag())
    assert "tag.name" in missing.fault.detail, missing


def concurrent_requests(system):
    """Sends several requests before waiting for the first response."""
    vms = system.vms_service()
    futures = [vms.add(
        types.Vm(name=f"many{number}", cluster=types.Cluster(name="Default"), template=types.Template(name="Blank")),
        wait=False,
    ) for number in range(20)]
    assert [future.wait().name for future in futures] == [f"many{number}" for number in range(20)]
    for vm in vms.list(search="name=many*"):
        vms.vm_service(vm.id).remove()
    assert not vms.list(search="name=many*")


authentication()
with connect(connections=4) as connection:
    system = connection.system_service()
    virtual_machines(system)
    searches(connection, system)
    infrastructure(system)
    concurrent_requests(system)
print("all tasks of the Python SDK succeeded")
