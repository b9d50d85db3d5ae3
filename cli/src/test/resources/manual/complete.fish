# SPDX-License-Identifier: Apache-2.0
# What fish offers behind lines: fish --no-config complete.fish SCRIPT LINE...
# One word a line, and a line with nothing but a full stop behind those of each line.
source $argv[1]
for line in $argv[2..]
    complete -C $line | string replace -r '\t.*' ''
    echo .
end
