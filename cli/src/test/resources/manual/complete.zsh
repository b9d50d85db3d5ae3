# SPDX-License-Identifier: Apache-2.0
# What zsh offers behind lines: zsh -f complete.zsh DIRECTORY-OF-_vpsdns LINE...
# One word a line, and a line with nothing but a full stop behind those of each line.
zmodload zsh/zpty
typeset home=$(mktemp -d)
trap 'rm -rf $home' EXIT
cat >$home/.zshrc <<'END'
PS1=
unset zle_bracketed_paste
fpath=($COMPLETION_DIRECTORY $fpath)
autoload -Uz compinit
compinit -u -D
bindkey '^I' complete-word
bindkey '^U' kill-whole-line
zstyle ':completion:*' insert-tab false
# Says what of the words it is given fits, and offers them as ever.
compadd() {
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    local -a hits
    builtin compadd -A hits "$@"
    print -rl -- "<"${^hits}">"
  fi
  builtin compadd "$@"
}
tell-the-end() {
  print -r -- '<<end>>'
  # For the next line, as this list is emptied by each completion.
  comppostfuncs=(tell-the-end)
}
comppostfuncs=(tell-the-end)
print -r -- '<<ready>>'
END
export COMPLETION_DIRECTORY=$1 ZDOTDIR=$home
zpty shell zsh -d -i
zpty -r shell said '*<<ready>>*' || exit 1
shift
for line; do
  zpty -w -n shell $'\x15'"$line"$'\t'
  zpty -r shell said '*<<end>>*' || exit 1
  print -r -- "$said" | sed -n 's/^.*<\([^<>]*\)>\r*$/\1/p'
  print .
done
zpty -d shell
