"""Work of the SDK for Python; prints wall seconds, processor seconds, and peak MiB.

python_sdk.py version | python_sdk.py list|get PLAIN_PORT TLS_PORT CA_PEM REQUESTS
"""

import sys
import tempfile
import time

import ovirtsdk4
from ovirtsdk4 import version


def main():
    if sys.argv[1] == "version":
        print(version.VERSION)
        return
    work, plain, tls, ca, requests = sys.argv[1:]
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as ca_file:
        ca_file.write(ca)
        ca_file.flush()
        url = f"http://127.0.0.1:{plain}" if work == "get" else f"https://localhost:{tls}"
        connection = ovirtsdk4.Connection(
            url=f"{url}/ovirt-engine/api", token="t", ca_file=ca_file.name, compress=False
        )
        system = connection.system_service()
        started, cpu = time.monotonic(), time.process_time()
        if work == "list":
            system.vms_service().list()
        else:
            tag = system.tags_service().tag_service("1")
            for _ in range(int(requests)):
                tag.get()
        wall, cpu = time.monotonic() - started, time.process_time() - cpu
    print(wall, cpu, peak(), flush=True)


def peak():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0


main()
