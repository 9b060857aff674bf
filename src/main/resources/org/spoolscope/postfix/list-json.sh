# The queue as JSON Lines. $1 configuration directory.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
exec postqueue -c "$1" -j
