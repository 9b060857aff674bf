# From which addresses, and under which names, Postfix sends. Arguments: configuration directories.
# See PostfixCommands for the output.
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/opt/postfix/sbin
LC_ALL=C
export PATH LC_ALL
tab=$(printf '\t')

for directory; do
    printf 'instance\t%s\n' "$directory"
    set -- smtp_bind_address smtp_bind_address6 inet_interfaces inet_protocols proxy_interfaces \
        myhostname mydomain myorigin smtp_helo_name relayhost
    # Before Postfix 2.10 there is no -x, before 2.11 no -P.
    {
        postconf -c "$directory" -x "$@" || postconf -c "$directory" "$@"
    } 2>/dev/null </dev/null | sed -n "s/^\([a-z_0-9]*\) = \{0,1\}/setting$tab\1$tab/p"
    # What a service of master.cf has in place of that (-o).
    {
        postconf -c "$directory" -x -P || postconf -c "$directory" -P
    } 2>/dev/null </dev/null | head -c 65536 |
        sed -n "s/^\([^ ]*\/unix\)\/\(smtp_bind_address6\{0,1\}\|smtp_helo_name\|myhostname\) = \{0,1\}/override$tab\1$tab\2$tab/p"
done
