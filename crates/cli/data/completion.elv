# Completion of `ovirt` for elvish: eval (ovirt completion elvish | slurp)
set edit:completion:arg-completer[ovirt] = {|_ @words| e:ovirt complete -- $@words 2>/dev/null }
