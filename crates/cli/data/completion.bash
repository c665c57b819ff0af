# Completion of `ovirt` for bash: source <(ovirt completion bash)
_ovirt() {
    # Not COMP_WORDS: there, flags and addresses are split at `=` and `:`.
    local line="${COMP_LINE:0:COMP_POINT}" words IFS=$' \t\n'
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    local current="${words[${#words[@]} - 1]}"
    IFS=$'\n'
    COMPREPLY=($(ovirt complete -- "${words[@]:1}" 2>/dev/null))
    # A flag with `=` waits for its value.
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    # Bash replaces only what follows the last `=` or `:`.
    local kept="${current%"${current##*[=:]}"}"
    COMPREPLY=("${COMPREPLY[@]#"$kept"}")
}
complete -o default -F _ovirt ovirt
