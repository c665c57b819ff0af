#!/usr/bin/env bash
# Has the SDK for Python do the main jobs of an administrator on the embedded engine. Needs Python,
# and what it takes to build that SDK where there is no wheel of it: a C compiler, libxml2, curl.
# The server's path is the argument.
set -euo pipefail

server="$(realpath "${1:-target/debug/ovirt-engine-sim}")"
script="$(realpath "$(dirname "$0")/python_sdk.py")"
environment="$(realpath -m "${2:-target/python-sdk}")"
if [ ! -x "$environment/bin/python" ]; then
    python3 -m venv "$environment"
fi
"$environment/bin/python" -c 'import ovirtsdk4' 2> /dev/null ||
    "$environment/bin/pip" --quiet --disable-pip-version-check install 'ovirt-engine-sdk-python==4.6.3'
folder="$(mktemp -d)"
trap 'kill "${engine:-}" "${keeper:-}" 2> /dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
mkfifo input
sleep infinity > input &
keeper=$!
"$server" --env --exit-with-stdin --speed 100 --vms 3 --hosts 2 --ca-file ca.pem < input > variables &
engine=$!
until grep -q OVIRT_PID variables; do
    kill -0 "$engine"
done
# shellcheck disable=SC1091
source ./variables
export OVIRT_URL OVIRT_USERNAME OVIRT_PASSWORD OVIRT_CAFILE
"$environment/bin/python" "$script"
