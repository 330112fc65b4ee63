# The command line: tables, progress, and what a person at the terminal is told.

column-outlet = outlet
column-watch = watch
column-address = address
column-verdict = verdict
column-last-look = last look
column-what = what

never-looked = not yet
nothing-unusual = nothing unusual
almost-over = as it should be again; one more look to be sure
learning-so-far = learning what is normal
no-judgement = we could not see it

round-done = { $total ->
    [one] 1 watch
   *[other] { $total } watches
}: { $alarms ->
    [0] no alarm
    [one] 1 alarm
   *[other] { $alarms } alarms
}, { $suspects } suspect, { $unseen } that we cannot see.

ordinary-stories = { $count ->
    [one] 1 published story was looked at that is as it was or not known yet.
   *[other] { $count } published stories were looked at that are as they were or not known yet.
}

watching-now = Watching { $total ->
    [one] 1 address
   *[other] { $total } addresses
}. Stop with Ctrl-C.
nothing-configured = There is nothing to watch: no outlet stands in { $file }.
no-such-outlet = No outlet is called "{ $name }" in { $file }.
stopped = Stopped. From now on nothing is watched.

not-watched-by-this-version = not watched by this version
not-watched-between = not watched from { $from } to { $to }

configuration-kept = { $file } cannot be used as it is now, and the watch goes on with what stood there before: { $why }
configuration-unusable = Nothing is watched until the configuration is mended: { $why }
pictures-unread = { $count ->
    [one] An unwanted picture cannot be read
   *[other] { $count } unwanted pictures cannot be read
}, and is not looked for: { $files }. PNG, JPEG, GIF, WebP and SVG of at most 2 MB can.
pictures-too-many = Of the unwanted pictures the first { $most } are looked for; take some out of the folder.
store-mended = { $what }.
store-trouble = The store failed: { $why }. The watch goes on; alerts are still told.
not-approved = { $outlet }: nothing was approved, as the page could not be seen. Try again when it is there.
approval-changed = { $outlet }: nothing was approved, as the page has changed since you were asked. Look at what is different now.
judging-trouble = { $outlet }: judging this page failed. That is a fault of Frontwatch; the page was kept for a report.
configuration-reloaded = { $file } was read again: { $added } new, { $changed } changed, { $removed } no longer watched.
nothing-stored = { $holder } holds the data directory: this look is judged, and nothing of it is stored.

network-online = This computer is online again.
network-offline = No host answers: this computer seems to be offline. No outlet is called down until one answers.
network-captive = A login portal stands between this computer and the internet: no outlet is judged until you are through.

incident-opened = ALARM { $outlet }: { $what }. { $at }
incident-acknowledged = { $outlet }: { $by } has it. { $at }
incident-resolved = { $outlet }: { $how }. { $at }
notice-not-delivered = This alert could not be shown on the desktop and is tried again: { $title } ({ $why })
channel-fails = Alerts do not arrive { $kind ->
    [email] by the mail
   *[other] at the webhook
} "{ $name }" and are tried again: { $why }.
