# shellcheck shell=sh
# Hands out pieces of log files. See LogCommands for the requests on standard input and the answers.
PATH=$PATH:/usr/bin:/bin:/usr/local/bin
LC_ALL=C
export PATH LC_ALL
exec 2>/dev/null

# The first line is what ends each answer. It comes here and not as an argument: the process list
# is open to all, and nobody may be able to write a line into the log that looks like an end.
IFS= read -r nonce || exit 0
case $nonce in
*[!0-9a-f]* | '') exit 2 ;;
esac

gentle='nice -n 19'
command -v ionice >/dev/null && gentle="ionice -c 2 -n 7 $gentle"

end() {
    printf '\0%s %s\n' "$nonce" "$1"
}

numbers() {
    for number; do
        case $number in
        '' | *[!0-9]* | ????????????????*) return 1 ;;
        esac
    done
}

# Device, inode and birth of what is open; by way of the descriptor, so that a name can't change meanwhile.
identity() {
    stat -L -c '%d:%i:%.9W' "/proc/self/fd/$1"
}

# What became of the name that a slot was opened by.
name() {
    # shellcheck disable=SC3013 # dash, ash and bash know -ef; it saves a fork
    if [ -z "$path" ]; then
        where=-
    elif [ "$path" -ef "/proc/self/fd/$slot" ]; then
        where=same
    elif [ -e "$path" ]; then
        where=other
    else
        where=gone
    fi
}

open() {
    if [ ! -f "$path" ]; then
        end 'no -'
    elif [ ! -r "$path" ]; then
        end 'denied -'
    elif eval "command exec $slot<\"\$path\""; then
        end "ok $(identity "$slot")"
    else
        end 'no -'
    fi
}

unpack() {
    case $1 in
    gz) tool=gzip ;;
    bz2) tool=bzip2 ;;
    xz) tool=xz ;;
    zst) tool=zstd ;;
    *)
        end 'bad -'
        return
        ;;
    esac
    if ! command -v "$tool" >/dev/null; then
        end 'no -'
        return
    fi
    # shellcheck disable=SC2086 # words
    $gentle $tool -dc <"/proc/self/fd/$slot" | tail -c "+$(($2 + 1))" | head -c "$3"
    end "ok -"
}

while read -r verb slot first second third rest; do
    path=
    case $verb in
    read | open | list) IFS= read -r path || exit 0 ;;
    esac
    case $verb$slot$rest in
    list | close[3-9] | read[3-9] | open[3-9] | unpack[3-9]) ;;
    *)
        end 'bad -'
        continue
        ;;
    esac
    case $verb in
    read)
        if numbers "$first" "$second" "$third"; then
            dd "bs=$first" "skip=$second" "count=$third" <"/proc/self/fd/$slot"
            status=$?
            name
            end "$status $where"
        else
            end 'bad -'
        fi
        ;;
    unpack) if numbers "$second" "$third"; then unpack "$first" "$second" "$third"; else end 'bad -'; fi ;;
    open) open ;;
    close)
        eval "exec $slot<&-"
        end 'ok -'
        ;;
    list)
        # Of what is renamed between the first look at the names and stat's, some would be missing. Ten tries.
        tries=
        while
            set -- "$path" "$path".[0-9]* "$path"-[0-9]*
            before=$*
            found=$(stat -L -c '%d:%i:%.9W %s %Y %Z %n' -- "$@" | head -n 1000)
            set -- "$path" "$path".[0-9]* "$path"-[0-9]*
            [ "$before" != "$*" ] && [ ${#tries} -lt 9 ]
        do
            tries=x$tries
        done
        printf '%s\n' "$found"
        end "ok $(date +%s)"
        ;;
    esac
done
