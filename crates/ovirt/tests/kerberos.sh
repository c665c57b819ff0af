#!/usr/bin/env bash
# Runs the tests of the feature `kerberos` against a KDC on a loopback port. Needs the Debian
# packages krb5-kdc, krb5-admin-server, krb5-user, libkrb5-dev and libclang-dev.
set -euo pipefail

export PATH="$PATH:/usr/sbin:/sbin"
directory="$(mktemp -d)"
kdc=
cleanup() {
    [ -z "$kdc" ] || kill "$kdc" 2> /dev/null || true
    rm -rf "$directory"
}
trap cleanup EXIT

realm=OVIRT.TEST
port=$((20000 + RANDOM % 10000))
export KRB5_CONFIG="$directory/krb5.conf" KRB5_KDC_PROFILE="$directory/kdc.conf"
export KRB5_KTNAME="$directory/engine.keytab" KRB5CCNAME="FILE:$directory/tickets"

cat > "$KRB5_CONFIG" <<END
[libdefaults]
    default_realm = $realm
    dns_lookup_kdc = false
    dns_canonicalize_hostname = false
    udp_preference_limit = 1
[realms]
    $realm = {
        kdc = 127.0.0.1:$port
    }
[domain_realm]
    localhost = $realm
END
cat > "$KRB5_KDC_PROFILE" <<END
[kdcdefaults]
    kdc_listen = 127.0.0.1:$port
    kdc_tcp_listen = 127.0.0.1:$port
[realms]
    $realm = {
        database_name = $directory/principals
        key_stash_file = $directory/stash
    }
[logging]
    kdc = FILE:$directory/kdc.log
END

kdb5_util create -s -r "$realm" -P master > "$directory/setup.log" 2>&1
kadmin.local -q 'addprinc -pw secret jane' >> "$directory/setup.log" 2>&1
kadmin.local -q 'addprinc -randkey HTTP/localhost' >> "$directory/setup.log" 2>&1
kadmin.local -q "ktadd -k $KRB5_KTNAME HTTP/localhost" >> "$directory/setup.log" 2>&1
krb5kdc -n >> "$directory/setup.log" 2>&1 &
kdc=$!
for _ in {1..50}; do
    echo secret | kinit jane > "$directory/kinit.log" 2>&1 && break
    sleep 0.1
done
klist -s || { cat "$directory"/*.log; exit 1; }

cargo test --locked --quiet --package ovirt --features kerberos --test it -- --include-ignored kerberos::
