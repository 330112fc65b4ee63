# What the command line says besides its tables: what it is asked, what it did, and why it could not.

# The marks and states of what `frontwatch watch` prints.
terminal-mark = { $mark ->
    [over] OVER
    [alarm] ALARM
   *[warning] WARNING
}
terminal-state = { $state ->
    [open] open
    [acknowledged] acknowledged
   *[resolved] resolved
}
terminal-ended = the watch ended by itself
terminal-again = The watch ended by itself. That is a fault of Frontwatch, please report it. It is begun anew.
terminal-missed = { $count ->
    [one] { $count } happening came too fast to be shown
   *[other] { $count } happenings came too fast to be shown
}

incident-unknown = there is no incident { $id }: `frontwatch incidents` lists them
list-unread = { $file } cannot be read: { $why }

# `frontwatch add`: what stands before what was found.
found-name = name
found-homepage = homepage
found-title = its title
found-feed = feed
found-admin = admin

# `frontwatch credential`.
credential-column-name = name
credential-column-origin = sent to
credential-column-manner = as
credential-basic = user and password
credential-bearer = bearer token
credential-header = header { $name }
credential-gone = removed by another program
credential-none = The keychain holds no credential of Frontwatch.
credential-kept = { $name }: kept in the keychain ({ $manner }), sent to { $origin } only
credential-removed = { $name }: removed from the keychain
credential-name = a name has up to 64 letters, digits, dots, hyphens and underscores
credential-which-site = The site that it is sent to, such as https://report.example:
credential-say-site = say with --origin to which site it may be sent, such as https://report.example
credential-secret = The secret (user:password, or the token), which is not shown:

# `frontwatch replay`.
replay-unlisted = cannot list the snapshots in { $dir }: { $why }
replay-none = there are no snapshots in { $dir }
replay-left-out = left out: { $why }
replay-unread = cannot read { $file }: { $why }
replay-empty = { $file } is empty
replay-meta = { $file } is not what a .meta.json holds ({ $detail })
replay-packed = cannot unpack { $file } ({ $detail })

# `frontwatch demo`: the course of it, and what was staged against what was seen.
demo-opens = A newsroom opens on this computer, with six outlets: { $outlets }.
demo-learns = Frontwatch learns what is normal for their front pages, while they publish.
demo-learned = All six are learned. From now on everything is staged; watch the corner of your screen.
demo-quiet = Now nothing more may be reported.
demo-well = Everything that was staged was reported, and nothing else was.
demo-undelivered = No notification could be shown, as no notification server answers: see `frontwatch doctor`.
demo-word = { $word ->
    [staged] STAGED
    [learned] learned
    [seen] SEEN
    [told] TOLD
    [taken] taken
    [again] again
   *[unstaged] NOT STAGED
}
demo-incident = { $outlet }: { $what } ({ terminal-state })
demo-later = { $what }, { $seconds } s later
demo-told-here = here only, no notification server answers: { $body }
demo-missed-attack = NOT SEEN: { $outlet } ({ $kind }) was attacked, and it was not reported
demo-missed-end = NOT SEEN: { $outlet } ({ $kind }) was restored, and it was not reported
demo-unlearned = NOT LEARNED: { $outlet }
demo-unexpected = REPORTED, BUT NOT STAGED: { $what }
demo-untold = NOT TOLD: incident { $incident }
