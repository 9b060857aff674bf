# What this account may do. $1 configuration directory, $2 log file or empty, $3 no-sudo or empty.
# See PostfixCommands for the output. Each thing is tried in a way that changes nothing.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
config=$1
log=$2
elevate=$3

fact() {
    printf '%s\t%s\n' "$1" "$(printf '%s' "$2" | tr '\t\n' '  ')"
}

say() {
    printf '%s\t%s\t%s\n' "$1" "$2" "$(printf '%s' "$3" | tr '\t\n' '  ' | cut -c 1-400)"
}

parameter() {
    postconf -c "$config" -h "$1" 2>/dev/null
}

user=$(id -un)
# Where root's own postsuper looks when it is given no -c.
default_config=$(unset MAIL_CONFIG; postconf -h config_directory 2>/dev/null)
postsuper=$(command -v postsuper)
postcat=$(command -v postcat)
fact user "$user"
fact config "$config"
fact default_config "$default_config"
fact postsuper "$postsuper"
fact postcat "$postcat"
fact mailq_users "$(parameter authorized_mailq_users)"
fact flush_users "$(parameter authorized_flush_users)"

# head ends the listing after its first lines, however long the queue is.
out=$(postqueue -c "$config" -p 2>&1 | head -n 2)
case $out in
*'Queue ID'* | *'queue is empty'*) say LIST_QUEUE yes 'postqueue -p lists the queue' ;;
*) say LIST_QUEUE no "$out" ;;
esac

# Postfix checks the account first, then refuses a site that it keeps no flush log for: nothing is
# flushed and the queue manager is not woken.
out=$(postqueue -c "$config" -s spoolscope.invalid 2>&1)
status=$?
case $status:$out in
0:* | *'not configured for destination'*) say FLUSH yes 'postqueue accepts flush requests' ;;
*) say FLUSH no "$out" ;;
esac

[ -n "$log" ] || log=$(parameter maillog_file)
seen=
found=
for file in "$log" /var/log/mail.log /var/log/maillog; do
    [ -f "$file" ] || continue
    if out=$(head -c 1 "$file" 2>&1 >/dev/null); then
        found=$file
        break
    fi
    [ -n "$seen" ] || seen=$file why=$out
done
if [ -n "$found" ]; then
    fact log "$found"
    say READ_LOG yes "$found can be read"
elif [ -n "$(journalctl -q --no-pager -n 1 -o cat SYSLOG_FACILITY=2 2>/dev/null)" ]; then
    fact log journal
    say READ_LOG yes 'the journal shows mail messages'
elif [ -n "$seen" ]; then
    fact log "$seen"
    # shellcheck disable=SC2012 # the mode and the group of one file, whose name is not read back
    fact log_group "$(ls -ld "$seen" | (read -r mode _ _ group _ && case $mode in
        ????r*) printf '%s' "$group" ;;
        esac))"
    say READ_LOG no "$why"
elif command -v journalctl >/dev/null; then
    fact log journal
    say READ_LOG no 'no mail log file was found, and the journal shows no mail messages'
else
    fact log ''
    say READ_LOG no 'no mail log file was found, and there is no journal'
fi

# An account that no sudo rule names makes sudo tell root by mail, once per question: so this
# general one comes first, and decides whether there are others.
if [ "$elevate" = no-sudo ]; then
    sudo='sudo was not asked'
elif ! command -v sudo >/dev/null; then
    sudo='sudo is not installed'
elif out=$(sudo -n -l 2>&1); then
    sudo=
else
    sudo=$out
fi

# sudo -l COMMAND says whether the rules allow exactly that and runs nothing.
allowed() {
    if [ "$config" = "$default_config" ]; then
        sudo -n -l "$@" >/dev/null 2>&1
    else
        command=$1
        shift
        sudo -n -l "$command" -c "$config" "$@" >/dev/null 2>&1
    fi
}

refused=
if [ -z "$postsuper" ]; then
    say ACT_AS_ROOT no 'postsuper was not found'
elif [ "$(id -u)" = 0 ]; then
    say ACT_AS_ROOT yes 'this account is root'
elif [ -n "$sudo" ]; then
    say ACT_AS_ROOT no "$sudo"
else
    for flag in -h -H -r -e; do
        allowed "$postsuper" "$flag" - || refused="$refused $flag -,"
    done
    allowed "$postsuper" -d - hold || refused="$refused -d - hold,"
    if [ -z "$refused" ]; then
        say ACT_AS_ROOT yes 'sudo allows postsuper -h, -H, -r, -e and -d from hold, with ids on standard input'
    else
        say ACT_AS_ROOT no "sudo does not allow postsuper with:${refused%,}"
    fi
fi

queue=$(parameter queue_directory)
if [ -n "$queue" ] && [ -r "$queue/active" ] && [ -x "$queue/active" ]; then
    say READ_MESSAGES yes "$queue can be read directly"
elif [ -z "$sudo" ] && [ -n "$postcat" ] && allowed "$postcat" -e -h -q 0123456789; then
    say READ_MESSAGES yes 'sudo allows postcat -e -h -q ID'
else
    say READ_MESSAGES no "$queue/active can't be read, and sudo does not allow postcat -e -h -q ID"
fi

if out=$(head -n 1 /proc/stat 2>&1); then
    with=
    for file in /proc/pressure/io /proc/diskstats; do
        [ -r "$file" ] && with="$with, $file"
    done
    say SAMPLE_HOST yes "/proc/stat$with can be read"
else
    say SAMPLE_HOST no "$out"
fi
