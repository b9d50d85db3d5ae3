# SPDX-License-Identifier: Apache-2.0
# The helper functions of acme.sh that its dnsapi scripts may use, as far as dns_vpsdns.sh does, with the same arguments,
# results and side effects. WORK is a directory.

HTTP_HEADER="$WORK/http.header"
ACCOUNT_CONF_PATH="$WORK/account.conf"
touch "$ACCOUNT_CONF_PATH"

_info() { printf '%s\n' "$*"; }
_err() { printf '%s\n' "$*" >&2; return 1; }
_debug() { :; }
_debug2() { :; }
_secure_debug2() { :; }
_tail_n() { tail -n "$1"; }
_idn() { printf '%s' "$1"; }
_sleep() { printf 'slept %s\n' "$1" >>"$WORK/sleeps"; }

_get() {
  curl --silent --dump-header "$HTTP_HEADER" -L -g --user-agent test \
    -H "$_H1" -H "$_H2" -H "$_H3" -H "$_H4" -H "$_H5" "$1"
}

# body url needbase64 method contenttype
_post() {
  if [ "$1" ]; then
    response=$(curl --silent --dump-header "$HTTP_HEADER" -L -g --user-agent test -X "$4" -H "Content-Type: $5" \
      -H "$_H1" -H "$_H2" -H "$_H3" -H "$_H4" -H "$_H5" --data "$1" "$2")
  else
    response=$(curl --silent --dump-header "$HTTP_HEADER" -L -g --user-agent test -X "$4" -H "Content-Type: $5" \
      -H "$_H1" -H "$_H2" -H "$_H3" -H "$_H4" -H "$_H5" "$2")
  fi
  _ret=$?
  printf '%s' "$response"
  return $_ret
}

_saveaccountconf_mutable() {
  _clearaccountconf_mutable "$1"
  printf "SAVED_%s='%s'\n" "$1" "$2" >>"$ACCOUNT_CONF_PATH"
}

_clearaccountconf_mutable() {
  grep -v "^SAVED_$1=" "$ACCOUNT_CONF_PATH" >"$ACCOUNT_CONF_PATH.new"
  mv "$ACCOUNT_CONF_PATH.new" "$ACCOUNT_CONF_PATH"
}

_readaccountconf_mutable() {
  sed -n "s/^SAVED_$1='\(.*\)'\$/\1/p" "$ACCOUNT_CONF_PATH"
}
