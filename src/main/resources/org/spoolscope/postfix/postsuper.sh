# Changes the messages whose ids come on standard input. See ActionCommands for the arguments.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
config=$1
elevate=$3
case $2 in
hold) set -- -h - ;;
release) set -- -H - ;;
requeue) set -- -r - ;;
expire) set -- -e - ;;
delete) set -- -d - hold ;;
*) exit 64 ;;
esac
postsuper=$(command -v postsuper)
if [ -z "$postsuper" ]; then
    echo 'postsuper was not found'
    exit 127
fi
# Where root's own postsuper looks when it is given no -c.
default_config=$(unset MAIL_CONFIG; postconf -h config_directory 2>/dev/null)
[ "$config" = "$default_config" ] || set -- -c "$config" "$@"
if [ "$(id -u)" = 0 ]; then
    exec "$postsuper" "$@" 2>&1
fi
if [ "$elevate" != sudo ]; then
    echo 'this account is not root, and sudo is not to be asked'
    exit 77
fi
exec sudo -n "$postsuper" "$@" 2>&1
