# Which addresses this server has, and which one it sends from. No arguments. See HostCommands for the
# output. Nothing is sent: the kernel is asked for its routes.
PATH=$PATH:/usr/sbin:/sbin
LC_ALL=C
export PATH LC_ALL
tab=$(printf '\t')

say() { # KEY, lines on standard input
    head -c 65536 | sed "s/^/$1$tab/"
}

exec 2>/dev/null
if command -v ip >/dev/null; then
    ip -o addr show | say addr
    ip -4 -o route get 192.0.2.1 | say route4
    ip -6 -o route get 2001:db8::1 | say route6
else
    for name in route fib_trie if_inet6; do
        say "$name" <"/proc/net/$name"
    done
fi
exit 0
