# Completion of `ovirt` for bash: source <(ovirt completion bash)
_ovirt() {
    local words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    local IFS=$'\n'
    COMPREPLY=($(ovirt complete -- "${words[@]}" 2>/dev/null))
    # A flag with `=` waits for its value.
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -o default -F _ovirt ovirt
