#!/usr/bin/env bash
# Runs common administration tasks with the Python SDK against the simulator. Needs Python, and a C
# compiler, libxml2 and curl if there is no prebuilt wheel of the SDK.
# Arguments: path of the simulator, path of a virtual environment (created if missing).
set -euo pipefail

server="${1:-target/debug/ovirt-engine-sim}"
environment="${2:-target/python-sdk}"
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/python" -c 'import ovirtsdk4' 2> /dev/null ||
    "$environment/bin/pip" --quiet --disable-pip-version-check install 'ovirt-engine-sdk-python==4.6.3'
eval "$("$server" --env --background --speed 100 --vms 3 --hosts 2)"
trap 'kill "$OVIRT_PID"' EXIT
export OVIRT_URL OVIRT_USERNAME OVIRT_PASSWORD OVIRT_CAFILE
"$environment/bin/python" "$(dirname "$0")/python_sdk.py"
