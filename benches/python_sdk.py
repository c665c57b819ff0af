"""Work that the SDK for Python does; it prints what that took, as the other clients do.

python_sdk.py version | python-list PORT COUNT | python-gets PORT COUNT
"""

import resource
import sys
import time

import ovirtsdk4
from ovirtsdk4 import version


def main():
    if sys.argv[1] == "version":
        print(version.VERSION)
        return
    work, port, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    connection = ovirtsdk4.Connection(
        url=f"http://127.0.0.1:{port}/ovirt-engine/api", token="t", compress=False
    )
    system = connection.system_service()
    started, cpu = time.monotonic(), time.process_time()
    if work == "python-list":
        found = len(system.vms_service().list())
        assert found == count, f"found {found} and not {count}"
    else:
        tag = system.tags_service().tag_service("1")
        for _ in range(count):
            tag.get()
    seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(seconds, cpu, peak)
    sys.stdout.flush()


main()
