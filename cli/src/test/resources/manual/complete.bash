# SPDX-License-Identifier: Apache-2.0
# What bash offers behind lines: bash complete.bash SCRIPT LINE...
# One word a line, and a line with nothing but a full stop behind those of each line.
set -eu
# shellcheck source=/dev/null
. "$1"
shift
for line; do
  # As bash itself does it, = ends a word; a space at the end begins an empty one.
  read -r -a COMP_WORDS <<<"${line//=/ = }"
  case $line in
    *' ') COMP_WORDS+=('') ;;
  esac
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _vpsdns
  [ "${#COMPREPLY[@]}" -eq 0 ] || printf '%s\n' "${COMPREPLY[@]}"
  echo .
done
