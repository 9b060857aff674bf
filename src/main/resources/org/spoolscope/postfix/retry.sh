# Has each message whose id comes on standard input tried again. $1 configuration directory.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
while read -r id; do
    case $id in
    *[!0-9A-Za-z]* | '') continue ;;
    esac
    out=$(postqueue -c "$1" -i "$id" 2>&1 </dev/null)
    printf '%s\t%s\t%s\n' "$id" "$?" "$(printf '%s' "$out" | tr '\t\n' '  ' | cut -c 1-400)"
done
