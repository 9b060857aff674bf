# Has what is deferred tried again: all of it, or what is for one site. $1 configuration directory, $2 site or empty.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
if [ -n "$2" ]; then
    exec postqueue -c "$1" -s "$2" 2>&1 </dev/null
fi
exec postqueue -c "$1" -f 2>&1 </dev/null
