# Asks the DNS with a program of this server. $1 dig, drill or host; questions on standard input. See
# HostCommands for the output. Each question runs by itself: how many at once is up to who asks.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/bin
LC_ALL=C
# A .digrc of the account would change what is printed.
HOME=/nonexistent
export PATH LC_ALL HOME
tool=$1
gentle='nice -n 19'
command -v timeout >/dev/null && gentle="timeout 5 $gentle"

# The name of dig's question is not in its arguments, which all accounts of the server can see.
ask() { # TYPE NAME
    case $tool in
    dig) printf '%s. %s\n' "$2" "$1" | $gentle dig +noall +comments +answer +authority +time=2 +tries=2 -f - ;;
    drill) $gentle drill "$2." "$1" ;;
    host) $gentle host -v -W 2 -R 2 -t "$1" "$2." ;;
    esac
}

answer() { # ID TYPE NAME
    {
        ask "$2" "$3" 2>&1 </dev/null
        printf '=%s\n' "$?"
    } | {
        # One write for each line, so that answers that come at once mix line by line at most: longer
        # ones could be cut apart, and are left out.
        while IFS= read -r line; do
            case $line in
            =*) printf '%s=%s\n' "$1" "${line#=}" ;;
            ?*) [ ${#line} -gt 4000 ] || printf '%s:%s\n' "$1" "$line" ;;
            esac
        done
    }
}

case $tool in
dig | drill | host) command -v "$tool" >/dev/null || exit 127 ;;
*) exit 64 ;;
esac
while read -r id type name rest; do
    case $type in
    A | AAAA | CNAME | MX | NS | PTR | SOA | TXT) ;;
    *) exit 65 ;;
    esac
    case $id in
    *[!0-9]* | '' | ??????*) exit 65 ;;
    esac
    name=${name%.}
    case $name$rest in
    *[!A-Za-z0-9._-]* | '' | [.-]*) exit 65 ;;
    esac
    [ -z "$rest" ] && [ ${#name} -le 254 ] || exit 65
    answer "$id" "$type" "$name" &
done
wait
