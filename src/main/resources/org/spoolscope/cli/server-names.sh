sed -n "s/^[[:space:]]*name[[:space:]]*=[[:space:]]*[\"']\\([^\"']*\\)[\"'].*/\\1/p" \
    "${SPOOLSCOPE_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/spoolscope}/servers.toml" 2>/dev/null
