# shellcheck shell=sh
# The names of all programs in the journal, one a line. No arguments.
PATH=$PATH:/usr/bin:/bin:/usr/local/bin
LC_ALL=C
export PATH LC_ALL
exec journalctl --quiet --no-pager --field=SYSLOG_IDENTIFIER
