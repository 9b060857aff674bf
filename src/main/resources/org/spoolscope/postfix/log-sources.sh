# shellcheck shell=sh
# Looks for mail logs. $1 the configured file or empty, then the configuration directories of the
# watched instances. See LogCommands for the output.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
exec 2>/dev/null
configured=$1
shift
tab=$(printf '\t')
programs='smtpd|smtp|lmtp|qmgr|cleanup|pickup|bounce|local|virtual|pipe|postscreen|master|postfix-script'

count() {
    grep -cE "/($programs)\[[0-9]+\]: "
}

look() {
    why=$1
    file=$2
    if [ ! -e "$file" ]; then
        printf 'file\t%s\t%s\tmissing\n' "$why" "$file"
        return
    fi
    # shellcheck disable=SC2012 # the mode and the group of one file, whose name is not read back
    group=$(ls -ldL "$file" | (read -r mode _ _ group _ && case $mode in
        ????r*) printf '%s' "$group" ;;
        esac))
    written=$(stat -L -c %Y "$file")
    if [ -f "$file" ] && [ -r "$file" ]; then
        state=read lines=$(tail -c 65536 "$file" | count)
    elif [ -e "$file" ]; then
        state=denied lines=0
    else
        # It was rotated meanwhile.
        state=missing lines=0
    fi
    printf 'file\t%s\t%s\t%s\t%s\t%s\t%s\n' "$why" "$file" "$state" "$(($(date +%s) - ${written:-0}))" "$lines" "$group"
}

printf 'user\t%s\n' "$(id -un)"
if [ -n "$configured" ]; then
    look configured "$configured"
    exit 0
fi
for directory; do
    file=$(postconf -c "$directory" -h maillog_file)
    case $file in
    /dev/*) ;;
    /*) look maillog_file "$file" ;;
    *) printf 'syslog\t%s\n' "$directory" ;;
    esac
done
for file in /var/log/mail.log /var/log/maillog /var/log/mail/mail.log /var/log/mail.info /var/log/mail \
    /var/log/mail/info /var/log/syslog /var/log/messages; do
    [ ! -d "$file" ] && [ -e "$file" ] && look syslog "$file"
done
if command -v journalctl >/dev/null; then
    lines=$(journalctl -q --no-pager -n 200 -o short SYSLOG_FACILITY=2 | count)
    printf 'journal%sread%s%s\n' "$tab" "$tab" "$lines"
else
    printf 'journal%smissing%s0\n' "$tab" "$tab"
fi
