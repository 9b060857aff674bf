# The sampler: answers each line on standard input with one frame, ends with standard input.
# $1 spool directory. See HostCommands for the output. `s` forks nothing: builtins only.
PATH=$PATH:/usr/sbin:/sbin
LC_ALL=C
export PATH LC_ALL
spool=$1
tab=$(printf '\t')
nl='
'

# The mount that holds the spool is the longest mount point that is a prefix of its path; of two
# equally long ones the later lies on top.
find_mount() {
    mount=
    while read -r _ _ number _ point rest; do
        # Not "${point%/}"/* in the pattern itself: bash 5.2 does not match that for /.
        prefix=${point%/}
        case $path/ in
        "$prefix"/*)
            if [ ${#point} -ge ${#mount} ]; then
                mount=$point device=$number source=${rest#* - }
            fi
            ;;
        esac
    done </proc/self/mountinfo
    kind=${source%% *}
    source=${source#* }
    source=${source%% *}
}

# Sets disk (kernel name) and stat (a file in /sys, or empty: look in /proc/diskstats), or why.
find_disk() {
    disk='' stat='' why=''
    path=$(cd "$spool" && pwd -P) || path=
    if [ -z "$path" ]; then
        why="the spool directory $spool can't be entered"
        return
    fi
    if [ ! -r /proc/self/mountinfo ]; then
        why='there is no /proc/self/mountinfo'
        return
    fi
    find_mount
    case $device in
    0:*)
        # btrfs, zfs, overlay and the like have no device number of their own: by source name.
        case $source in
        /dev/*) disk=$(readlink -f "$source") disk=${disk##*/} ;;
        esac
        read -r device <"/sys/class/block/$disk/dev" || device=
        if [ -z "$disk" ] || [ -z "$device" ]; then
            disk='' why="the spool lies on $kind, which is no block device"
            return
        fi
        ;;
    esac
    node=/sys/dev/block/$device
    # A partition's requests queue up with those of its whole disk.
    [ -e "$node/partition" ] && node=$node/..
    while read -r line; do
        case $line in
        DEVNAME=*) disk=${line#DEVNAME=} ;;
        esac
    done <"$node/uevent"
    if [ -r "$node/stat" ]; then
        stat=$node/stat
        return
    fi
    while read -r major minor name rest; do
        if [ "$major:$minor" = "$device" ]; then
            disk=$name
            return
        fi
    done </proc/diskstats
    disk='' why="this system shows no figures for the block device $device"
}

add() {
    out=$out$1$tab$2$nl
}

sample() {
    if read -r line </proc/uptime; then add uptime "$line"; else add missing "uptime${tab}there is no /proc/uptime"; fi
    if read -r line </proc/stat; then add cpu "$line"; else add missing "cpu${tab}there is no /proc/stat"; fi
    if read -r line </proc/pressure/io; then add psi "$line"; else add missing "psi${tab}this kernel has no I/O pressure (PSI)"; fi
    if read -r line </proc/loadavg; then add load "$line"; else add missing "load${tab}there is no /proc/loadavg"; fi
    memory || add missing "memory${tab}there is no /proc/meminfo"
    if [ -n "$stat" ]; then
        if read -r line <"$stat"; then add disk "$line"; else add missing "disk${tab}$disk is gone"; fi
    elif [ -n "$disk" ]; then
        diskstats || add missing "disk${tab}$disk is gone"
    else
        add missing "disk$tab$why"
    fi
}

# The first three lines are MemTotal, MemFree, MemAvailable; before Linux 3.14 there is no
# MemAvailable and the lines after it are Buffers and Cached.
memory() {
    [ -r /proc/meminfo ] || return 1
    count=0
    while read -r line; do
        add mem "$line"
        count=$((count + 1))
        case $line in
        MemAvailable:* | Cached:*) return 0 ;;
        esac
        [ $count -lt 5 ] || return 0
    done </proc/meminfo
    [ $count -gt 0 ]
}

diskstats() {
    while read -r _ _ name line; do
        if [ "$name" = "$disk" ]; then
            add disk "$line"
            return 0
        fi
    done </proc/diskstats
    return 1
}

space() {
    if line=$(df -Pk "$spool"); then add space "${line##*"$nl"}"; else add missing "space${tab}df can't read the spool"; fi
    if line=$(df -Pi "$spool"); then add inodes "${line##*"$nl"}"; else add missing "inodes${tab}this df counts no inodes"; fi
    while read -r line; do
        case $line in
        Swap[TF]*) add mem "$line" ;;
        esac
    done </proc/meminfo
}

exec 2>/dev/null
find_disk
out=
add sampler 1
add cpus "$(grep -c '^cpu[0-9]' /proc/stat)"
add spool "$spool"
if [ -n "$disk" ]; then add device "$disk$tab${stat:-/proc/diskstats}"; else add missing "disk$tab$why"; fi
[ -r /proc/pressure/io ] || add missing "psi${tab}this kernel has no I/O pressure (PSI)"
printf '%s.\n' "$out"

while read -r word; do
    out=
    case $word in
    s) sample ;;
    d)
        sample
        space
        ;;
    *) add missing "request${tab}not understood" ;;
    esac
    printf '%s.\n' "$out"
done
