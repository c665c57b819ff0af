#!/usr/bin/env bash
# Has the SDK for Python do the main jobs of an administrator on the simulator. Needs Python,
# and what it takes to build that SDK where there is no wheel of it: a C compiler, libxml2, curl.
# Arguments: the server's path, and a virtual environment, which is made where it is missing.
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
