# SPDX-License-Identifier: Apache-2.0
# Completion of vpsdns for fish.

# Tells whether the words so far lead to a command ($argv[1]), and, where a number is given, to that many arguments behind it.
function __vpsdns_at
    set -l path ''
    set -l count 0
    set -l value no
    for word in (commandline -opc)[2..]
        if test $value = yes
            set value no
            continue
        end
        switch $word
# @valued@
                set value yes
            case '-*'
            case '*'
                set -l longer (string trim "$path $word")
                if test $count -eq 0; and contains -- $longer $__vpsdns_commands
                    set path $longer
                else
                    set count (math $count + 1)
                end
        end
    end
    test "$path" = "$argv[1]"; and begin
        not set -q argv[2]; or test $count -ge $argv[2] -a $count -le $argv[3]
    end
end

# @commands@

complete -c vpsdns -f
# @completions@
