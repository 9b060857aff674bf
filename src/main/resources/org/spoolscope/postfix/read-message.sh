# A part of the message whose id comes on standard input. See PostfixCommands for arguments and output.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
config=$1
elevate=$3
IFS= read -r id
case $id in
*[!0-9A-Za-z]* | '') exit 64 ;;
esac
case $2 in
head) set -- -e -h -q "$id" ;;
body) set -- -b -q "$id" ;;
*) exit 64 ;;
esac
postcat=$(command -v postcat)
# Where root's own postcat looks when it is given no -c.
default_config=$(unset MAIL_CONFIG; postconf -h config_directory 2>/dev/null)
printf 'user\t%s\npostcat\t%s\ndefault_config\t%s\n\n' "$(id -un)" "$postcat" "$default_config"
if [ -z "$postcat" ]; then
    echo 'postcat was not found' >&2
    exit 127
fi
[ "$config" = "$default_config" ] || set -- -c "$config" "$@"
queue=$(postconf -c "$config" -h queue_directory 2>/dev/null)
if [ -r "$queue/active" ] && [ -x "$queue/active" ]; then
    set -- "$postcat" "$@"
elif [ "$elevate" = sudo ]; then
    set -- sudo -n "$postcat" "$@"
else
    echo 'this account can not read the queue, and sudo is not to be asked' >&2
    exit 77
fi
# head ends the reading of a long message. The pipe would hide how it ended before that.
exec 4>&1
status=$({ {
    "$@" </dev/null 3>&- 4>&-
    echo $? >&3
} | head -c 262145 >&4; } 3>&1)
exit "$status"
