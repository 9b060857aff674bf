# What this server is. No arguments. See PostfixCommands for the output.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
tab=$(printf '\t')

printf 'user\t%s\n' "$(id -un)"
printf 'system\t%s\n' "$(uname -sr)"
# Daemons log in the system's zone, whatever TZ this account has set.
zone=$(readlink -f /etc/localtime) zone=${zone##*zoneinfo/}
case $zone in
/* | '') read -r zone 2>/dev/null </etc/timezone || zone= ;;
esac
printf 'zone\t%s\n' "$zone"
printf 'offset\t%s\n' "$(unset TZ && date +%z)"
printf 'clock\t%s\n' "$(date +%s)"
printf 'postqueue\t%s\n' "$(command -v postqueue)"

# `name = value` lines; a parameter that this Postfix does not know is left out.
postconf mail_version myhostname queue_directory maillog_file 2>/dev/null |
    sed -n "s/^\([a-z_]*\) = \{0,1\}/\1$tab/p"

instance() { # NAME GROUP ENABLED DIRECTORY
    printf 'instance\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4"
    directory=$4
    set -- minimal_backoff_time maximal_backoff_time queue_run_delay maximal_queue_lifetime \
        bounce_queue_lifetime qmgr_message_active_limit default_destination_concurrency_limit syslog_name
    # One postconf per instance. Before Postfix 2.10 it has no -x, and is asked once more.
    {
        postconf -c "$directory" -x "$@" || postconf -c "$directory" "$@"
    } 2>/dev/null </dev/null | sed -n "s/^\([a-z_]*\) = \{0,1\}/setting$tab\1$tab/p"
}

instances=$(postmulti -l 2>/dev/null)
if [ -n "$instances" ]; then
    printf '%s\n' "$instances" | while read -r name group enabled directory; do
        instance "$name" "$group" "$enabled" "$directory"
    done
else
    directory=$(postconf -h config_directory 2>/dev/null)
    if [ -n "$directory" ]; then
        instance - - y "$directory"
    fi
fi
