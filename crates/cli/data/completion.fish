# Completion of `ovirt` for fish: ovirt completion fish | source
complete -c ovirt -f -a '(ovirt complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
