# The report of one alarm, which a person hands on as text, and what stands beside it in the window. Each is a line of its own.

report-title = { $outlet }: { $what }
report-where = Where: { $place }, { $address }
report-urgency = { $severity ->
    [critical] Urgency: critical
    [warning] Urgency: warning
   *[info] Urgency: a note
}
report-state = State: { $state }
report-since = Since { $since }, seen last at { $last } ({ $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
})
report-why = Why
report-before = Before: { $text }
report-now = Now: { $text }
report-nothing = nothing
report-happened = What happened
report-moment = { $at } – { $what }
report-kept = Pages that were kept, with the SHA-256 of their bytes
report-capture = { $at } – { $role }: status { $status }, { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}, { $address }
report-more = More were kept than are listed here.
report-todo = What to do now
report-made = Written by Frontwatch, { $at }. In what a page said, http is written hxxp, so that nobody opens it by mistake.

# Why a page was kept.
capture-baseline = what is normal was learned from it
capture-before = the look before
capture-suspect = out of the ordinary
capture-alarm = the alarm
capture-hourly = kept once an hour

# What happened of an incident, before it was one.
moment-last-good = the last look that was as it should be
moment-first-bad = the first look that saw it

# What to do when a page is not the newsroom's own, where the newsroom has written nothing else.
runbook-look = Look at the page yourself: in another browser, or on a phone without the office network.
runbook-call = Call whoever runs the site, and the editor on duty. (Their names and numbers belong here.)
runbook-logs = Have the server's logs saved before anything is restored: they show what happened, and how an intruder came in.
runbook-push = Hold back push messages and social posts until you know what was changed.
runbook-statement = If readers ask: "There is a problem with our site, and we are putting it right; what is to be read on it at the moment may not be ours."

# Why a person set an alarm aside.
why-design = we changed the design
why-advertisement = an advertisement
why-partner = a partner's content
why-other = something else
why-cannot-tell = can't tell
moment-set-aside = it was set aside: { $why }

# After several alarms alike that were set aside. $selector names a part of a page as [outlet.ignore] does.
rule-leave-out = { $times ->
    [one] { $times } alarm of { $outlet } was
   *[other] { $times } alarms alike of { $outlet } were
} set aside ({ $why }). Frontwatch can leave out the part "{ $selector }" of its pages from now on. What covers the page, scripts, titles and headings are judged there all the same.
rule-no-part = { $times ->
    [one] { $times } alarm of { $outlet } was
   *[other] { $times } alarms alike of { $outlet } were
} set aside ({ $why }). No part of the page can be named that is small enough to be left out. For a change that you know of beforehand, [[outlet.planned]] in the configuration says what is expected and for how long.
rule-never = { $times ->
    [one] { $times } alarm of { $outlet } was
   *[other] { $times } alarms alike of { $outlet } were
} set aside ({ $why }). What they are about is never left out: an attack looks the same. If it is yours, say "This was us", and it is learned.
rule-left-out = The part "{ $selector }" is left out.
