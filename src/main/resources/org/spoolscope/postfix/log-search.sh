# Looks for fixed strings in a log and its old copies. See PostfixCommands for input and output.
# $1 the log file.
PATH=$PATH:/usr/bin:/bin:/usr/local/bin
LC_ALL=C
export PATH LC_ALL
exec 2>/dev/null
path=$1
nl='
'

# What to look for comes here and not as arguments: the process list is open to all.
IFS= read -r nonce || exit 0
case $nonce in
*[!0-9a-f]* | '') exit 2 ;;
esac
patterns=
while IFS= read -r line && [ -n "$line" ]; do
    patterns=$patterns$line$nl
done
[ -n "$patterns" ] || exit 2

gentle='nice -n 19'
command -v ionice >/dev/null && gentle="ionice -c 3 $gentle"

say() {
    printf '\0%s %s\n' "$nonce" "$1" || exit 0
}

# What is packed by more than this is no log; the sum in bytes, before that counts.
most_packed=100
always=268435456

# Prints the matching lines of standard input, cut where they are longer than is of use. One that grep
# would need too much memory for ends it, which is said on descriptor 6.
match() {
    {
        # shellcheck disable=SC3045 # dash, ash and bash know -v
        ulimit -v 1048576
        # shellcheck disable=SC2086 # words
        $gentle grep -aF -f /proc/self/fd/4 4<<END
${patterns%"$nl"}
END
        [ $? -le 1 ] || echo cut >&6
    } | cut -b 1-16384
}

# The same for what is packed, no further than a log goes.
unpacked() {
    command -v "$1" >/dev/null || return 127
    most=$((always + most_packed * $(wc -c <"$file")))
    # shellcheck disable=SC2086 # words
    $gentle "$1" -dc <"$file" | {
        head -c "$most"
        [ "$(head -c 1 | wc -c)" -eq 0 ] || echo cut >&6
    } | match
}

# Searches one file; fails as a program that is missing does.
one() {
    case $file in
    *.gz) unpacked gzip ;;
    *.bz2) unpacked bzip2 ;;
    *.xz) unpacked xz ;;
    *.zst) unpacked zstd ;;
    *) match <"$file" ;;
    esac
}

search() {
    # By age; names with a line break are no logs.
    # shellcheck disable=SC2012
    files=$(ls -1tr -- "$path".* "$path"-* | head -n 1000)
    set -f
    IFS=$nl
    [ -e "$path" ] && files=$files$nl$path
    # shellcheck disable=SC2086 # one word a name
    set -- $files
    IFS=' '
    total=$#
    number=0
    for file; do
        number=$((number + 1))
        if [ ! -f "$file" ]; then
            say "skip $number $total $file"
            continue
        elif [ ! -r "$file" ]; then
            say "denied $number $total $file"
            continue
        fi
        say "file $number $total $file"
        # Lines go out by descriptor 5; what is said of them is caught.
        cut=$(one 6>&1 >&5)
        [ $? -ne 127 ] || say "tool $number $total $file"
        [ -z "$cut" ] || say "cut $number $total $file"
    done
    say 'end'
}

# Ends all that was started, and this, where they are a process group of their own, as sshd makes it.
stop() {
    read -r _ _ _ _ group _ <"/proc/$$/stat"
    if [ "$group" = $$ ]; then
        kill -- "-$$"
    else
        kill "$searching"
    fi
}

# Ends when the one who asked has gone, which end of file on standard input tells.
exec 3<&0 5>&1
search &
searching=$!
(
    while read -r _; do :; done <&3
    stop
) &
watching=$!
wait "$searching"
kill "$watching"
