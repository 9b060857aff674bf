# Prints what begins with $2 among what $1 asks for, one a line.
_spoolscope_offers() {
    local name
    case $1 in
        @files) compgen -f -- "$2" ;;
        @folders) compgen -d -- "$2" ;;
        @servers)
            # Not compgen -W: that would carry out what a name says.
            _spoolscope_servers | while IFS= read -r name; do
                [[ $name == "$2"* ]] && printf '%q\n' "$name"
            done
            ;;
        @anything) ;;
        *) compgen -W "$1" -- "$2" ;;
    esac
}

_spoolscope() {
    local current=${COMP_WORDS[COMP_CWORD]} command='' option='' number=1
    local word wants='' many='' options='' offer

    # The command, how many operands there are, and the option whose value is still to come.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ $word == = ]]; then
            continue # bash makes three words of --theme=dark
        elif [[ $word == -?* && ( -z $option || -n $many ) ]]; then
            _spoolscope_look_up "$command" "$word"
            option=${wants:+$word}
        elif [[ -n $option ]]; then
            [[ -n $many ]] || option=''
        elif [[ -z $command ]]; then
            command=$word
        else
            number=$((number + 1))
        fi
    done
    [[ $current != = ]] || current=''

    if [[ $current == -* && ( -z $option || -n $many ) ]]; then
        _spoolscope_options "$command"
        wants=$options
    elif [[ -n $option ]]; then
        _spoolscope_look_up "$command" "$option"
    elif [[ -z $command ]]; then
        wants=$_spoolscope_commands
    else
        _spoolscope_look_up "$command" "$number"
    fi

    # Lets readline quote names and add a slash to folders; bash 3.2 has no compopt.
    [[ $wants != @files && $wants != @folders ]] || compopt -o filenames 2>/dev/null
    COMPREPLY=()
    while IFS= read -r offer; do
        COMPREPLY+=("$offer")
    done < <(_spoolscope_offers "${wants:-@anything}" "$current")
}

complete -F _spoolscope spoolscope
