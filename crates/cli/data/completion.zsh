#compdef ovirt
# Completion of `ovirt` for zsh: source <(ovirt completion zsh)
_ovirt() {
    local -a candidates
    candidates=("${(@f)$(ovirt complete -- "${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)}")
    compadd -- "${candidates[@]}"
}
compdef _ovirt ovirt
