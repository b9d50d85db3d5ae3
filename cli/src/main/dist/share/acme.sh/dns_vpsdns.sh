#!/usr/bin/env sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2034
dns_vpsdns_info='VPS.org
Site: www.vps.org
Docs: www.vps.org/api/v1/docs/dns/
Options:
 VPS_API_TOKEN_FILE File that holds the API token and that only its owner can read. Only its path is saved.
OptionsAlt:
 VPS_API_TOKEN The API token. It is saved as plain text in account.conf, unless VPS_API_TOKEN_FILE is given.
 VPS_API_URL The API. Default: https://admin.vps.org/api/v1
'

# For acme.sh: copy this file into its dnsapi directory. Needs nothing of vpsdns but an API token with the permissions
# dns:list, dns:create and dns:delete.
#
# A value is meant by itself: adding one that is there changes nothing, removing one that is not there succeeds, and other
# values at the name stay. The zone is the longest one in the account's own list that the name ends in.

VPSDNS_DEFAULT_URL="https://admin.vps.org/api/v1"
VPSDNS_TTL=60
VPSDNS_TRIES=4

########  Public functions  ########

# Usage: dns_vpsdns_add _acme-challenge.www.example.com VALUE
dns_vpsdns_add() {
  _vpsdns_prepare "$1" "$2" || return 1
  _vpsdns_try=1
  while true; do
    # Listed anew for each try: a create whose answer was lost may have happened, and must not be repeated then.
    _vpsdns_find || return 1
    if [ "$_vpsdns_found" ]; then
      _info "The value is at $_vpsdns_name."
      return 0
    fi
    if [ "$_vpsdns_try" -gt "$VPSDNS_TRIES" ]; then
      _vpsdns_code=$_vpsdns_refused
      _vpsdns_response=$_vpsdns_reason
      _vpsdns_fail "Adding the value at $_vpsdns_name"
      return 1
    fi
    _vpsdns_rest POST "/dns-zones/$_vpsdns_zone_id/records/" \
      "{\"record_type\":\"TXT\",\"name\":\"$_vpsdns_sub\",\"value\":\"$_vpsdns_value\",\"ttl\":$VPSDNS_TTL}"
    _vpsdns_refused=$_vpsdns_code
    _vpsdns_reason=$_vpsdns_response
    case $_vpsdns_code in
      201)
        _info "Added the value at $_vpsdns_name."
        return 0
        ;;
      401 | 403 | 404)
        _vpsdns_fail "Adding the value at $_vpsdns_name"
        return 1
        ;;
      400) _vpsdns_try=$VPSDNS_TRIES ;; # refused as a duplicate, perhaps: one more look tells
      *) _vpsdns_pause "$_vpsdns_try" ;;
    esac
    _vpsdns_try=$((_vpsdns_try + 1))
  done
}

# Usage: dns_vpsdns_rm _acme-challenge.www.example.com VALUE
dns_vpsdns_rm() {
  _vpsdns_prepare "$1" "$2" || return 1
  _vpsdns_find || return 1
  if [ -z "$_vpsdns_found" ]; then
    _info "The value is not at $_vpsdns_name."
    return 0
  fi
  for _vpsdns_id in $_vpsdns_found; do
    _vpsdns_repeat DELETE "/dns-records/$_vpsdns_id/"
    case $_vpsdns_code in
      200 | 202 | 204 | 404) ;;
      *)
        _vpsdns_fail "Removing the value at $_vpsdns_name"
        return 1
        ;;
    esac
  done
  _info "Removed the value at $_vpsdns_name."
}

########  Private functions  ########

# Sets what all the rest needs: the access, the name, the value, the zone.
_vpsdns_prepare() {
  _vpsdns_name=$(_idn "$1" | tr '[:upper:]' '[:lower:]')
  _vpsdns_name=${_vpsdns_name%.}
  _vpsdns_value=$2
  case $_vpsdns_value in
    '' | *[!A-Za-z0-9_-]*)
      _err "'$_vpsdns_value' is not the value of a dns-01 challenge; expected letters, digits, - and _."
      return 1
      ;;
  esac
  _vpsdns_access || return 1
  _vpsdns_zone || return 1
}

# Finds the URL and the token, and saves what the next run, by cron, will need.
_vpsdns_access() {
  VPS_API_URL="${VPS_API_URL:-$(_readaccountconf_mutable VPS_API_URL)}"
  _vpsdns_url=${VPS_API_URL:-$VPSDNS_DEFAULT_URL}
  while [ "$_vpsdns_url" != "${_vpsdns_url%/}" ]; do
    _vpsdns_url=${_vpsdns_url%/}
  done
  case $_vpsdns_url in
    https://*) ;;
    http://127.0.0.1 | http://127.0.0.1[:/]* | http://localhost | http://localhost[:/]* | http://\[::1\]*) ;;
    *)
      _err "VPS_API_URL is '$_vpsdns_url'; expected one that begins with https://."
      return 1
      ;;
  esac
  case ${_vpsdns_url#*://} in
    */*) ;;
    *) _vpsdns_url=$_vpsdns_url/api/v1 ;;
  esac

  if [ -z "$VPS_API_TOKEN_FILE$VPS_API_TOKEN" ]; then
    VPS_API_TOKEN_FILE=$(_readaccountconf_mutable VPS_API_TOKEN_FILE)
  fi
  if [ "$VPS_API_TOKEN_FILE" ]; then
    _vpsdns_token_of_file || return 1
  else
    _vpsdns_token="${VPS_API_TOKEN:-$(_readaccountconf_mutable VPS_API_TOKEN)}"
  fi
  case $_vpsdns_token in
    '')
      _err "There is no API token; set VPS_API_TOKEN_FILE to a file that holds it (or VPS_API_TOKEN to the token)."
      return 1
      ;;
    *[!A-Za-z0-9._~+/=-]*)
      _err "What is given as the API token is none: it has characters that no token has."
      return 1
      ;;
  esac
  _secure_debug2 _vpsdns_token "$_vpsdns_token"

  if [ "$VPS_API_TOKEN_FILE" ]; then
    _saveaccountconf_mutable VPS_API_TOKEN_FILE "$VPS_API_TOKEN_FILE"
    _clearaccountconf_mutable VPS_API_TOKEN
  else
    _saveaccountconf_mutable VPS_API_TOKEN "$_vpsdns_token"
    _clearaccountconf_mutable VPS_API_TOKEN_FILE
  fi
  if [ "$VPS_API_URL" ]; then
    _saveaccountconf_mutable VPS_API_URL "$VPS_API_URL"
  fi
}

_vpsdns_token_of_file() {
  if [ ! -r "$VPS_API_TOKEN_FILE" ] || [ -d "$VPS_API_TOKEN_FILE" ]; then
    _err "VPS_API_TOKEN_FILE is '$VPS_API_TOKEN_FILE', which is not a file that can be read."
    return 1
  fi
  if [ "$(find -L "$VPS_API_TOKEN_FILE" -prune \( -perm -040 -o -perm -004 \))" ]; then
    _err "The token file '$VPS_API_TOKEN_FILE' can be read by other users; run: chmod 600 '$VPS_API_TOKEN_FILE'"
    return 1
  fi
  _vpsdns_token=$(tr -d ' \t\r\n' <"$VPS_API_TOKEN_FILE")
}

# Sets _vpsdns_zone_id, and _vpsdns_sub to the name inside the zone.
_vpsdns_zone() {
  _vpsdns_list "/dns-zones/" "uuid domain" || return 1
  _vpsdns_zone_id=""
  _vpsdns_domain=""
  while IFS="$_vpsdns_separator" read -r _vpsdns_id _vpsdns_each; do
    _vpsdns_each=$(printf '%s' "${_vpsdns_each%.}" | tr '[:upper:]' '[:lower:]')
    [ "$_vpsdns_each" ] || continue
    case .$_vpsdns_name in
      *."$_vpsdns_each")
        if [ "${#_vpsdns_each}" -gt "${#_vpsdns_domain}" ]; then
          _vpsdns_domain=$_vpsdns_each
          _vpsdns_zone_id=$_vpsdns_id
        fi
        ;;
    esac
  done <<VPSDNS_END
$_vpsdns_rows
VPSDNS_END
  if [ -z "$_vpsdns_domain" ]; then
    _err "No zone of this account covers $_vpsdns_name."
    return 1
  fi
  _vpsdns_require_id "$_vpsdns_zone_id" || return 1
  _debug _vpsdns_domain "$_vpsdns_domain"
  if [ "$_vpsdns_name" = "$_vpsdns_domain" ]; then
    _vpsdns_sub="@"
  else
    _vpsdns_sub=${_vpsdns_name%".$_vpsdns_domain"}
  fi
}

# Sets _vpsdns_found to the ids of the records that hold the value, each followed by a space.
_vpsdns_find() {
  _vpsdns_list "/dns-zones/$_vpsdns_zone_id/records/" "uuid record_type name value" || return 1
  _vpsdns_found=""
  while IFS="$_vpsdns_separator" read -r _vpsdns_id _vpsdns_type _vpsdns_each _vpsdns_text; do
    [ "$_vpsdns_type" = "TXT" ] || continue
    _vpsdns_each=$(printf '%s' "${_vpsdns_each%.}" | tr '[:upper:]' '[:lower:]')
    # The API may name a record inside its zone or in full.
    [ "$_vpsdns_each" = "$_vpsdns_sub" ] || [ "$_vpsdns_each" = "$_vpsdns_name" ] || continue
    if [ "$_vpsdns_text" = "$_vpsdns_value" ] || [ "$_vpsdns_text" = "\\\"$_vpsdns_value\\\"" ]; then
      _vpsdns_require_id "$_vpsdns_id" || return 1
      _vpsdns_found="$_vpsdns_found$_vpsdns_id "
    fi
  done <<VPSDNS_END
$_vpsdns_rows
VPSDNS_END
}

# An id becomes part of a path, and of the one that is deleted.
_vpsdns_require_id() {
  case $1 in
    '' | *[!A-Za-z0-9_-]*)
      _err "The API gave '$1' as an id, which it cannot be."
      return 1
      ;;
  esac
}

# Usage: _vpsdns_list PATH "FIELD FIELD ..."
# Sets _vpsdns_rows to a line for each item, with the fields separated; all pages, or it fails.
_vpsdns_list() {
  _vpsdns_rows=""
  _vpsdns_count=0
  _vpsdns_query=""
  _vpsdns_seen=""
  _vpsdns_page=1
  while true; do
    _vpsdns_repeat GET "$1$_vpsdns_query"
    if [ "$_vpsdns_code" != "200" ]; then
      _vpsdns_fail "Listing $1"
      return 1
    fi
    if ! _vpsdns_read=$(printf '%s\n' "$_vpsdns_response" | _vpsdns_json "$2"); then
      _err "Listing $1: the answer is not a list in JSON, or not all of it."
      return 1
    fi
    _vpsdns_before=$_vpsdns_count
    # Items may move from page to page meanwhile: each counts once.
    _vpsdns_rows=$(printf '%s\n%s\n' "$_vpsdns_rows" "$(printf '%s\n' "$_vpsdns_read" | sed -n 's/^item //p')" |
      LC_ALL=C awk '$0 != "" && !seen[$0]++')
    _vpsdns_count=$(printf '%s' "${_vpsdns_rows:+$_vpsdns_rows
}" | grep -c '')
    _vpsdns_next=$(printf '%s\n' "$_vpsdns_read" | sed -n 's/^next //p')
    _vpsdns_total=$(printf '%s\n' "$_vpsdns_read" | sed -n 's/^count //p')
    if [ "$_vpsdns_next" ]; then
      # Only what follows the question mark is taken from the answer: the token goes to no other place.
      _vpsdns_query="?${_vpsdns_next#*\?}"
    elif [ "${_vpsdns_total:-0}" -gt "$_vpsdns_count" ]; then
      # There are more, but nothing leads to them: this is how the API's framework counts pages.
      _vpsdns_query="?page=$((_vpsdns_page + 1))"
    else
      return 0
    fi
    case $_vpsdns_query in
      *[!A-Za-z0-9?\&=%._~+-]*) _vpsdns_seen="$_vpsdns_query " ;;
    esac
    case " $_vpsdns_seen" in
      *" $_vpsdns_query "*)
        _err "Listing $1: the list has no end; it goes on at '$_vpsdns_query'."
        return 1
        ;;
    esac
    _vpsdns_seen="$_vpsdns_seen$_vpsdns_query "
    _vpsdns_page=$((_vpsdns_page + 1))
    if [ "$_vpsdns_count" = "$_vpsdns_before" ]; then
      _err "Listing $1: the API has ${_vpsdns_total:-more} but showed $_vpsdns_count; nothing is changed on a short list."
      return 1
    fi
  done
}

# Reads a list in JSON, as a bare array or as "results", and fails if it is anything else or not whole. Prints "item" and the
# wanted fields of each object, with JSON's own escapes and \037 between them, and "next" and "count" of an envelope.
_vpsdns_json() {
  LC_ALL=C awk -v wanted="$1" '
    function fail() { failed = 1; exit 1 }
    # Whether an object at this depth is one of the list.
    function listed(depth) {
      return (depth == 2 && kind[1] == "[") || (depth == 3 && kind[1] == "{" && kind[2] == "[" && name[1] == "results")
    }
    function value(text) {
      if (depth == 0) fail()
      if (kind[depth] == "{") {
        if (name[depth] == "" || !colon[depth]) fail()
        if (listed(depth)) field[name[depth]] = text
        if (depth == 1) top[name[depth]] = text
      }
    }
    # Goes through what has come, up to a string whose end has not.
    function read_on() {
      while (1) {
        sub(/^[ \t\r\n]+/, "", json)
        if (json == "") return
        if (ended) fail()
        first = substr(json, 1, 1)
        rest = 2
        if (first == "{" || first == "[") {
          if (depth && kind[depth] == "{" && !colon[depth]) fail()
          if (depth == 1 && first == "[" && name[1] == "results") results = 1
          kind[++depth] = first
          name[depth] = ""
          colon[depth] = 0
          if (listed(depth)) split("", field)
        } else if (first == "}" || first == "]") {
          if (depth == 0 || (kind[depth] == "{") != (first == "}")) fail()
          if (first == "}" && listed(depth)) {
            line = "item "
            for (i = 1; i <= count; i++) line = line (i > 1 ? "\037" : "") field[names[i]]
            print line
          }
          if (--depth == 0) ended = 1
        } else if (first == ",") {
          name[depth] = ""
          colon[depth] = 0
        } else if (first == ":") {
          if (kind[depth] != "{" || name[depth] == "") fail()
          colon[depth] = 1
        } else if (first == "\"") {
          if (!match(json, /^"([^"\\]|\\.)*"/)) return
          text = substr(json, 2, RLENGTH - 2)
          rest = RLENGTH + 1
          if (kind[depth] == "{" && name[depth] == "") name[depth] = text
          else value(text)
        } else if (match(json, /^(true|false|null|-?[0-9][0-9.eE+-]*)/)) {
          text = substr(json, 1, RLENGTH)
          rest = RLENGTH + 1
          value(text == "null" ? "" : text)
        } else fail()
        json = substr(json, rest)
      }
    }
    BEGIN {
      # A piece at a time: awk is slow at taking a little off a long text.
      RS = ","
      count = split(wanted, names, " ")
    }
    {
      json = json (NR > 1 ? "," : "") $0
      read_on()
    }
    END {
      if (failed || json != "") exit 1
      if (!ended || (kind[1] == "{" && !results)) exit 1
      if (kind[1] == "{") {
        gsub(/\\\//, "/", top["next"])
        if (top["next"] != "") print "next " top["next"]
        if (top["count"] ~ /^[0-9]+$/) print "count " top["count"]
      }
    }'
}

# What may be sent again without harm is, while the API is not there or wants to be left alone.
_vpsdns_repeat() {
  _vpsdns_again=1
  while true; do
    _vpsdns_rest "$1" "$2"
    case $_vpsdns_code in
      '' | 429 | 500 | 502 | 503 | 504) ;;
      *) return 0 ;;
    esac
    [ "$_vpsdns_again" -lt "$VPSDNS_TRIES" ] || return 0
    _vpsdns_pause "$_vpsdns_again"
    _vpsdns_again=$((_vpsdns_again + 1))
  done
}

# As long as the API asks for, up to a minute; else longer each time.
_vpsdns_pause() {
  _vpsdns_wait=$(grep -i '^Retry-After:' "$HTTP_HEADER" 2>/dev/null | _tail_n 1 | cut -d : -f 2 | tr -d ' \r\n')
  case $_vpsdns_wait in
    '' | *[!0-9]*) _vpsdns_wait=$(($1 * $1)) ;;
  esac
  if [ "${#_vpsdns_wait}" -gt 2 ] || [ "$_vpsdns_wait" -gt 60 ]; then
    _vpsdns_wait=60
  fi
  _sleep "$_vpsdns_wait"
}

# Usage: _vpsdns_rest METHOD PATH [BODY]
# Sets _vpsdns_code to the HTTP status, or to nothing if there was no answer, and _vpsdns_response to the body.
_vpsdns_rest() {
  export _H1="Authorization: Bearer $_vpsdns_token"
  export _H2="Accept: application/json"
  export _H3="Accept-Language: en"
  export _H4=""
  export _H5=""
  : >"$HTTP_HEADER"
  if [ "$1" = "GET" ]; then
    _vpsdns_response=$(_get "$_vpsdns_url$2")
  else
    _vpsdns_response=$(_post "$3" "$_vpsdns_url$2" "" "$1" "application/json")
  fi
  _vpsdns_ret=$?
  export _H1=""
  _vpsdns_code=$(grep '^HTTP' "$HTTP_HEADER" | _tail_n 1 | cut -d ' ' -f 2 | tr -d '\r\n')
  if [ "$_vpsdns_ret" != "0" ]; then
    # Cut off in the middle, for instance: what came is not to be relied on.
    _vpsdns_code=""
  fi
  _debug "$1 $2" "$_vpsdns_code"
  _debug2 _vpsdns_response "$_vpsdns_response"
}

_vpsdns_fail() {
  case $_vpsdns_code in
    '') _err "$1: the API could not be reached." ;;
    401) _err "$1: the API does not accept the token (401)." ;;
    403) _err "$1: the token lacks a permission, or is not accepted (403); it needs dns:list, dns:create and dns:delete." ;;
    *) _err "$1: the API answered $_vpsdns_code: $(printf '%s' "$_vpsdns_response" | tr -d '\r\n' | cut -c 1-200)" ;;
  esac
}

# Not white space, of which read takes several for one; and no text in JSON has it.
_vpsdns_separator=$(printf '\037')
