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

# Prints the matching lines of standard input.
match() {
    # shellcheck disable=SC2086 # words
    $gentle grep -aF -f /proc/self/fd/4 4<<END
${patterns%"$nl"}
END
}

unpacked() {
    command -v "$1" >/dev/null || return 127
    # shellcheck disable=SC2086 # words
    $gentle "$1" -dc <"$file" | match
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
        case $file in
        *.gz) unpacked gzip ;;
        *.bz2) unpacked bzip2 ;;
        *.xz) unpacked xz ;;
        *.zst) unpacked zstd ;;
        *) match <"$file" ;;
        esac
        [ $? -ne 127 ] || say "tool $number $total $file"
    done
    say 'end'
}

# Ends when the one who asked has gone, which end of file on standard input tells.
exec 3<&0
search &
searching=$!
(
    while read -r _; do :; done <&3
    kill "$searching"
) &
watching=$!
wait "$searching"
kill "$watching"
