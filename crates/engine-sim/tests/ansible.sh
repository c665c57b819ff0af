#!/usr/bin/env bash
# Runs a playbook with the Ansible modules for oVirt against the simulator. Needs ansible-playbook with
# the collection ovirt.ovirt (PyPI: ansible, ovirt-engine-sdk-python). Takes about a minute.
# Argument: path of the simulator.
set -euo pipefail

eval "$("${1:-target/debug/ovirt-engine-sim}" --env --background --speed 100 --vms 3 --hosts 2)"
trap 'kill "$OVIRT_PID"' EXIT
export OVIRT_URL OVIRT_USERNAME OVIRT_PASSWORD OVIRT_CAFILE
python="$(dirname "$(command -v ansible-playbook)")/python3"
ansible-playbook --extra-vars "ansible_python_interpreter=$python" "$(dirname "$0")/ansible.yml"
