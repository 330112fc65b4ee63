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
store-trouble = The store failed: { $why }. What happens is not written down until it works again. The watch goes on; alerts are still told.
not-approved = { $outlet }: nothing was approved, as the page could not be seen. Try again when it is there.
approval-changed = { $outlet }: nothing was approved, as the page has changed since you were asked. Look at what is different now.
store-works = The store works again. What was told meanwhile is stored.
look-trouble = { $outlet }: a look at this page broke down. That is a fault of Frontwatch; the page is looked at again.
part-trouble = A part of Frontwatch broke down ({ $part }). That is a fault of Frontwatch: please report it. The watch goes on.
judging-trouble = { $outlet }: judging this page failed. That is a fault of Frontwatch; the page was kept for a report.
configuration-reloaded = { $file } was read again: { $added } new, { $changed } changed, { $removed } no longer watched.
nothing-stored = { $holder } holds the data directory: this look is judged, and nothing of it is stored.
nothing-kept = The store failed: { $why }. This look is judged, and nothing of it is stored.
nothing-known = What was learned before cannot be read either: { $why }. Pages are judged as if they were seen for the first time.
another-holder = another Frontwatch

network-online = This computer is online again.
network-offline = No host answers: this computer seems to be offline. No outlet is called down until one answers.
network-captive = A login portal stands between this computer and the internet: no outlet is judged until you are through.
network-why-system-offline = The system says that there is no way from this computer to the internet.
network-why-system-captive = The system says that a login portal stands before the internet.
network-why-probe-caught = A stranger answers in the place of a neutral address: a portal, as a rule. Open a page in the browser to log in.
network-why-strangers = A stranger answers in the place of several sites at once: a portal, as a rule. Open a page in the browser to log in.
network-why-probes-silent = Neutral addresses do not answer either, so it is this computer's own network.
network-why-hosts-silent = Several sites fell silent together and none answers, so it is taken for this computer's own network.
network-proxy-out = What is reached through the system's proxy is not judged for now. { $why }.
caught-up-well = Caught up with what was not watched: { $total ->
    [one] 1 address was looked at, and nothing is out of the ordinary.
   *[other] { $total } addresses were looked at, and nothing is out of the ordinary.
}
caught-up-done = Caught up with what was not watched: of { $total ->
    [one] 1 address
   *[other] { $total } addresses
}, { $alarms } in alarm, { $suspects } suspect, { $unseen } that we cannot see.
metered-slower = This connection is metered: addresses are looked at half as often, and an attack may be told later. (metered = "same" in [watching] keeps the pace.)

incident-opened = ALARM { $outlet }: { $what }. { $at }
incident-acknowledged = { $outlet }: { $by } has it. { $at }
incident-resolved = { $outlet }: { $how }. { $at }
notice-not-delivered = This alert could not be shown on the desktop and is tried again: { $title } ({ $why })
channel-fails = Alerts do not arrive { $kind ->
    [email] by the mail
   *[other] at the webhook
} "{ $name }" and are tried again: { $why }.

# What was learned of a page: compared, taken back, forgotten, approved.
no-such-address = { $outlet } has no watch at this address
several-addresses = this outlet has several addresses: choose one with --url ({ $addresses })
compared = { $address }: version { $from } and version { $to }
compared-same = nothing that can be said in words differs
compared-first = { $address }: version { $version } is the first, there is none to compare it with
counts-again = { $address }: version { $version } counts again, as version { $newest }
forgotten = { $address }: forgotten; the watch learns it anew
approve-before = before:
approve-now = now:
approve-publish = Did your newsroom publish this? Whatever is approved raises no alarm again. Type { answer-yes }:
approve-nobody = nobody is there to ask: say --yes if this page is yours
approve-nothing = Nothing was changed.
approve-normal = { $address }: this is normal from now on
approve-over = incident { $incident } is over: this was you
