# What `frontwatch doctor` found of each thing that an alert depends on.

doctor-ok = ok
doctor-note = note
doctor-trouble = TROUBLE

doctor-configuration = configuration
doctor-store = store
doctor-outbox = outbox
doctor-notifications = notifications
doctor-tray = tray
doctor-keychain = keychain
doctor-network = network
doctor-clock = clock
doctor-test = { $kind ->
    [webhook] test by the webhook { $name }
    [email] test by the mail { $name }
   *[desktop] test notification
}

doctor-named = { $file } names { $outlets ->
    [one] { $outlets } outlet
   *[other] { $outlets } outlets
} with { $addresses ->
    [one] { $addresses } address
   *[other] { $addresses } addresses
}
doctor-open-to-others = others on this computer can read it, and addresses of webhooks may stand in it: `chmod 600 { $file }` makes it yours alone
doctor-writable = { $folder } can be written

doctor-nothing-ever = nothing was ever to be sent
doctor-none-waits = no alert waits to be sent
doctor-waiting = alerts wait that could not be sent: { $which }. A running watch tries them again
doctor-waiting-by = { $count } by { $channel } ({ $why })
doctor-not-tried = not tried yet

doctor-server = { $name } { $version } by { $vendor } answers; { $buttons ->
    [shown] it shows buttons
   *[none] it shows no buttons: alerts can be read, not answered
}
doctor-no-server = { $why }. No alert can appear on this desktop until a notification server runs; `frontwatch watch` goes on, says alerts on its terminal, and delivers them once a server appears
doctor-tray-elsewhere = the tray belongs to the desktop program, `frontwatch-desktop`, which says at its start whether there is one

doctor-keychain-unneeded = nothing needs it now, and { $why }
doctor-keychain-answers = it answers and holds { $kept ->
    [one] { $kept } credential
   *[other] { $kept } credentials
}; the configuration names { $named }
doctor-credential = the credential { $name } is sent to { $origin } only, so that { $without }
doctor-no-look = { $address } cannot be looked at
doctor-no-alert = no alert is sent by { $channel }

doctor-all-answer = { $count ->
    [one] the { $count } outlet answers
   *[other] all { $count } outlets answer
}
doctor-none-answers = no outlet answers: { $outlets }. Is this computer online?
doctor-some-answer = { $count ->
    [one] { $count } answers, not { $outlets }
   *[other] { $count } answer, not { $outlets }
}
doctor-silent = { $outlet } ({ $why })

doctor-no-time = no outlet says what time it is
doctor-clock-agrees = agrees with the outlets' servers
doctor-clock-off = this computer's clock is off by { $span } against the outlets' servers: set it by the network, or times in alerts will be wrong
doctor-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
doctor-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
doctor-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}

bundle-made = { $file } was made, for a report of a fault. It is plain text: read it before you send it.
bundle-holds = In it: versions, all of the above, the configuration, how large the store is and whether it is whole, the latest lines of the logs.
bundle-lacks = Left out: every page and text of a page, secrets and their names, what follows "?" in an address and what stands before "@", webhooks' addresses behind the host, mail addresses, templates, your newsroom's steps, comments, the name of your home folder. The names and addresses of your outlets are in it.
bundle-failed = { $file } was not made: { $why }
