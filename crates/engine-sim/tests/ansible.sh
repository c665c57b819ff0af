#!/usr/bin/env bash
# Has the modules of Ansible do what playbooks do on the embedded engine. Needs ansible-playbook with the
# collection ovirt.ovirt (PyPI: ansible, ovirt-engine-sdk-python) and the server, whose path is the
# argument. It takes a minute.
set -euo pipefail

server="$(realpath "${1:-target/debug/ovirt-engine-sim}")"
playbook="$(realpath "$(dirname "$0")/ansible.yml")"
folder="$(mktemp -d)"
trap 'kill "${engine:-}" "${keeper:-}" 2> /dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
mkfifo input
sleep infinity > input &
keeper=$!
"$server" --env --exit-with-stdin --speed 100 --hosts 2 --vms 3 --ca-file ca.pem < input > variables &
engine=$!
until grep -q OVIRT_PID variables; do
    kill -0 "$engine"
done
# shellcheck disable=SC1091
source ./variables
export OVIRT_URL OVIRT_USERNAME OVIRT_PASSWORD OVIRT_CAFILE
python="$(dirname "$(command -v ansible-playbook)")/python3"
ansible-playbook --extra-vars "ansible_python_interpreter=$python" "$playbook"
