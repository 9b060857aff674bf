# shellcheck shell=sh
# Follows the journal. $1 cursor or empty, $2 how many entries to begin with, then identifiers.
# See LogCommands for the output.
PATH=$PATH:/usr/bin:/bin:/usr/local/bin
LC_ALL=C
export PATH LC_ALL
cursor=$1
count=$2
shift 2
# --follow alone shows the current boot only, and with --merge other machines' journals, too.
read -r machine </etc/machine-id
machine=_MACHINE_ID=$machine
for name; do
    shift
    set -- "$@" "SYSLOG_IDENTIFIER=$name"
done
[ $# -eq 0 ] || set -- + "$machine" "$@"
# Mail, and what journald says about lines it dropped.
set -- "$machine" SYSLOG_FACILITY=2 + "$machine" MESSAGE_ID=a596d6fe7bfa4994828e72309e95d61e "$@"
if [ -n "$cursor" ]; then
    # Inclusive: --after-cursor skips an entry more where this one is gone (systemd issue 30288).
    set -- "--cursor=$cursor" --no-tail "$@"
else
    set -- "--lines=$count" "$@"
fi
journalctl --quiet --no-pager --follow --merge --all --output=json "$@" &
child=$!
# So the end of what journalctl writes is seen on the desktop, also when it ends by itself.
exec >&-
while read -r _; do :; done
kill "$child" 2>/dev/null
wait "$child" 2>/dev/null
