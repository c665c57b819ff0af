#!/usr/bin/env bash
# Uploads images to the simulator with `ovirt-img`, downloads them again and compares. Needs ovirt-img
# (PyPI: ovirt-imageio, ovirt-engine-sdk-python), qemu-img and qemu-io (Debian: qemu-utils).
# Argument: path of the simulator.
set -euo pipefail

server="$(realpath "${1:-target/debug/ovirt-engine-sim}")"
workdir="$(mktemp -d)"
cd "$workdir"
mkfifo input
sleep infinity > input &
stdin_holder=$!
"$server" --env --exit-with-stdin --speed 100 --ca-file ca.pem < input > variables &
engine=$!
trap 'kill "$engine" "$stdin_holder" 2> /dev/null || true; cd /; rm -rf "$workdir"' EXIT
until grep -q OVIRT_PID variables; do
    kill -0 "$engine"
done
# shellcheck disable=SC1091
source ./variables
printf %s "$OVIRT_PASSWORD" > password

api() { curl --silent --fail --cacert ca.pem --user "$OVIRT_USERNAME:$OVIRT_PASSWORD" "$OVIRT_URL/$1"; }
transfer() {
    ovirt-img "$1-disk" --engine-url "${OVIRT_URL%/ovirt-engine/api}" --username "$OVIRT_USERNAME" \
        --password-file password --cafile ca.pem --output json "${@:2}" > progress
}
check_same_data() { qemu-img convert -O raw "$1" "$1.data"; cmp "$1.data" source.data; }

qemu-img create -q -f qcow2 source.qcow2 200M
qemu-io -c "write -P 1 1M 5M" -c "write -P 2 100M 3M" -c "write -P 7 199M 1M" source.qcow2 > io
qemu-img convert -O raw source.qcow2 source.data
domain="$(api storagedomains | sed -n 's:.*<name>\(.*\)</name>.*:\1:p' | head -n 1)"
for format in qcow2 raw; do
    transfer upload --storage-domain "$domain" --format "$format" --name "from-$format" source.qcow2
    id="$(api "disks?search=name%3Dfrom-$format" | sed -n 's/.*<disk [^>]*id="\([^"]*\)".*/\1/p')"
    transfer download --format qcow2 "$id" "$format.qcow2"
    check_same_data "$format.qcow2"
    transfer download --format raw "$id" "$format.raw"
    cmp "$format.raw" source.data
    echo "disk of format $format: download equals upload"
done
