#!/usr/bin/env bash
# Uploads an image to the simulator and downloads it again with the client that others use,
# `ovirt-img`, and compares. Needs ovirt-img (PyPI: ovirt-imageio, ovirt-engine-sdk-python), qemu-img
# and qemu-io (Debian: qemu-utils) and the server, whose path is the argument.
set -euo pipefail

server="$(realpath "${1:-target/debug/ovirt-engine-sim}")"
folder="$(mktemp -d)"
cd "$folder"
mkfifo input
sleep infinity > input &
keeper=$!
"$server" --env --exit-with-stdin --speed 100 --ca-file ca.pem < input > variables &
engine=$!
trap 'kill "$engine" "$keeper" 2> /dev/null || true; cd /; rm -rf "$folder"' EXIT
until grep -q OVIRT_PID variables; do
    kill -0 "$engine"
done
# shellcheck disable=SC1091
source ./variables
printf %s "$OVIRT_PASSWORD" > password

api() { curl --silent --fail --cacert ca.pem --user "$OVIRT_USERNAME:$OVIRT_PASSWORD" "$OVIRT_URL/$1"; }
image() {
    ovirt-img "$1-disk" --engine-url "${OVIRT_URL%/ovirt-engine/api}" --username "$OVIRT_USERNAME" \
        --password-file password --cafile ca.pem --output json "${@:2}" > progress
}
same() { qemu-img convert -O raw "$1" "$1.data"; cmp "$1.data" source.data; }

qemu-img create -q -f qcow2 source.qcow2 200M
qemu-io -c "write -P 1 1M 5M" -c "write -P 2 100M 3M" -c "write -P 7 199M 1M" source.qcow2 > io
qemu-img convert -O raw source.qcow2 source.data
domain="$(api storagedomains | sed -n 's:.*<name>\(.*\)</name>.*:\1:p' | head -n 1)"
for format in qcow2 raw; do
    image upload --storage-domain "$domain" --format "$format" --name "from-$format" source.qcow2
    id="$(api "disks?search=name%3Dfrom-$format" | sed -n 's/.*<disk [^>]*id="\([^"]*\)".*/\1/p')"
    image download --format qcow2 "$id" "$format.qcow2"
    same "$format.qcow2"
    image download --format raw "$id" "$format.raw"
    cmp "$format.raw" source.data
    echo "a disk of format $format: up and down with equal content"
done
