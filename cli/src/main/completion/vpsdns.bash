# SPDX-License-Identifier: Apache-2.0
# Completion of vpsdns for bash 4.4 and later: source it, or leave it to bash-completion. It starts no process.
# shellcheck shell=bash

# What may follow the words of a command.
_vpsdns_at() {
  case $1 in
# @commands@
  esac
}

# What the value of an option may be; anything where nothing is said.
_vpsdns_value() {
  wanted=''
  case $1 in
# @values@
  esac
}

_vpsdns_reply() {
  local IFS=$' \t\n'
  case $wanted in
    @files)
      compopt -o filenames 2>/dev/null || true
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      ;;
    @directories)
      compopt -o filenames 2>/dev/null || true
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$wanted" -- "$current") ;;
  esac
}

_vpsdns() {
  local commands options valued arguments open wanted='' path='' option='' past='' word i count=0
  local current=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  _vpsdns_at ''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == [=:] ]]; then
      # bash ends words at these, which stand inside of values.
      [[ -n $option ]] || i=$((i + 1))
    elif [[ -n $option ]]; then
      option=''
    elif [[ $word == -- ]]; then
      past=yes
    elif [[ -z $past && $word == -* ]]; then
      if [[ " $valued " == *" $word "* ]]; then
        option=$word
      fi
    elif [[ -z $past && " $commands " == *" $word "* ]]; then
      path=${path:+$path }$word
      count=0
      _vpsdns_at "$path"
    else
      count=$((count + 1))
    fi
  done
  if [[ $current == '=' ]]; then
    current=''
  fi
  if [[ -n $option ]]; then
    _vpsdns_value "$path $option"
  elif [[ -z $past && $current == -* ]]; then
    wanted=$options
  elif [[ -n $commands ]]; then
    wanted=$commands
  elif ((count < ${#arguments[@]})); then
    wanted=${arguments[count]}
  elif [[ -n $open ]]; then
    wanted=${arguments[${#arguments[@]} - 1]}
  elif [[ -z $past ]]; then
    wanted=$options
  fi
  _vpsdns_reply
}

complete -F _vpsdns vpsdns
