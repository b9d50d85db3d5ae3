#!/bin/sh
# Stands for acme.sh: does with one value what its dns_acmeproxy does, and demands of the answers what that demands.
set -eu
[ "$1 $2 $3" = '--issue --dns dns_acmeproxy' ] && [ "$4" = -d ]
value=VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV
credentials=$(printf '%b' "$ACMEPROXY_USERNAME:$ACMEPROXY_PASSWORD" | base64 -w 0)
for action in present cleanup; do
  answer=$(curl --silent --user-agent 'acme.sh/3.1.1 (https://github.com/acmesh-official/acme.sh)' -X POST \
    -H "Authorization: Basic $credentials" -H 'Accept: application/json' -H 'Content-Type: application/json' \
    --data "{\"fqdn\": \"_acme-challenge.$5.\", \"value\": \"$value\"}" "$ACMEPROXY_ENDPOINT/$action")
  echo "$answer" | grep -q "\"$value\"" || { echo "$answer"; exit 1; }
  echo "$action done"
done
