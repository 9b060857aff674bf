# Prints the words before the cursor that are neither options nor options' values, the command and
# its operands; and last the option that may have one more value, if there is one.
function __spoolscope_typed
    set -l after none
    for word in (commandline -opc)[2..-1]
        switch $word
            case '--*=*'
                set after none
            case '-?*'
                set after none
                contains -- $word $__spoolscope_take_one; and set after one
                contains -- $word $__spoolscope_take_many; and set after $word
            case '*'
                switch $after
                    case one
                        set after none
                    case none
                        echo -- $word
                end
        end
    end
    contains -- $after one none; or echo -- $after
end

# Whether the command $argv[1] is typed.
function __spoolscope_in
    set -l typed (__spoolscope_typed)
    test "$typed[1]" = "$argv[1]"
end

# Whether an operand of the command $argv[1] comes next, from number $argv[2] to $argv[3].
function __spoolscope_at
    set -l typed (__spoolscope_typed)
    string match --quiet -- '-*' "$typed[-1]"; and return 1
    test "$typed[1]" = "$argv[1]" -a (count $typed) -ge $argv[2] -a (count $typed) -le $argv[3]
end

# Whether one more value of the option $argv[1] may come next.
function __spoolscope_after
    set -l typed (__spoolscope_typed)
    test "$typed[-1]" = "$argv[1]"
end

# Whether the command comes next.
function __spoolscope_begins
    test (count (__spoolscope_typed)) -eq 0
end
