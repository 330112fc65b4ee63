# The words that window, alerts and command line share.

verdict-learning = learning
verdict-normal = normal
verdict-suspect = suspect
verdict-alarm = alarm
verdict-inconclusive = can't tell
verdict-set-aside = set aside, and still there

kind-homepage = front page
kind-admin = admin page
kind-feed = feed
kind-article = stories
kind-tls = certificate
kind-dns = name records

# The same within a sentence.
place-homepage = the front page
place-admin = the admin page
place-feed = the feed
place-article = published stories
place-tls = the certificate
place-dns = the name records

state-open = nobody has it yet
state-acknowledged = somebody has it
state-put-off = put off until { $until }
state-rests = left open: this page is not watched any more
state-taken-by = { $by } has it
state-resolved-ours = over: this was us
state-resolved-recovered = over: as it should be again
state-resolved-dismissed = over: set aside

failure-no-such-name = the name does not exist
failure-dns-failed = the name could not be looked up
failure-timed-out = no answer in time
failure-refused = the connection was refused
failure-dropped = the connection broke off
failure-unreachable = there is no way to the site
failure-untrusted = the certificate is not trusted
failure-tls = no secure connection could be made
failure-not-http = what answered is not a web server
failure-too-many-redirects = it redirects in circles, or more than ten times
failure-bad-redirect = it redirects to an address that cannot be followed
failure-too-large = it sent more than 10 MiB
failure-bad-encoding = it sent what cannot be decoded
failure-proxy = this computer's proxy failed
failure-local = this computer could not look
failure-no-credential = the keychain holds no such credential: `frontwatch credential set` puts it there
failure-foreign-credential = its credential belongs to another site and is not sent here: `frontwatch credential set` says to which it belongs
failure-no-keychain = the keychain is locked, or does not answer: unlock it, or see `frontwatch doctor`
failure-judging = Frontwatch failed while judging this page: a fault of the program, please report it
failure-own-network = this computer's own network is away, so nothing can be said of this page

stage-credential = before anything was asked
stage-dns = while looking up the name
stage-connect = while connecting
stage-headers = while waiting for the answer
stage-body = while receiving the page
stage-decode = while decoding the page
stage-redirect = while following a redirect

failed-look = { $failure } ({ $stage })

# The sentence of a look that nothing is to be said of.
as-it-should-be = as it should be

# Why there is a new version of what is normal, where the pages themselves are not the reason.
version-rolled-back = version { $version } was taken as the one that counts
version-forgotten = all that was learned before was forgotten, and it is learned anew
version-counted = seen again
version-relearned = learned again from the pages that were kept, as the earlier version could not be read

# What happened of an incident.
no-incidents = There was no incident yet.
moment-opened = it was confirmed
moment-reported = somebody here reported it
moment-put-off = somebody put it off for a while
channel = { $kind ->
    [webhook] webhook:{ $name }
    [email] email:{ $name }
   *[desktop] desktop
}
moment-told = told ({ $channel }): { $title }
moment-withdrawn = no longer to be told ({ $channel }), as something later was: { $title }
moment-waits = still to be told ({ $channel }): { $title }
moment-failed = could not be told yet ({ $channel }), and is tried again: { $title } ({ $why })
moment-silent = nobody was told
moment-silent-because = nobody was told: { $why }

# Who did something, where the system has no name for them.
somebody = somebody

# Why nobody was told of something.
why-not-urgent = worth a line in the list, not a notification
why-already-told = told before, and nothing new to say
why-done-by-a-person = whoever pressed the button in Frontwatch knows
why-gathered = told together with others, in a notification that was there
why-others-open = others that it is told with were not over
why-paused = alerts were paused
why-outlet-paused = alerts of this outlet were paused
why-snoozed = somebody had put it off
why-quiet-hours = it was quiet hours, and it waited for the morning
why-offline = this computer was offline

# Stories of one outlet together. $title: what the feed calls the first of them.
stories-deleted = { $count ->
    [one] { $today ->
        [today] a story published today
       *[earlier] a published story
    } no longer opens: "{ $title }"
   *[other] { $count } { $today ->
        [today] stories published today
       *[earlier] published stories
    } no longer open
}
stories-other = "{ $title }": { $what }{ $count ->
    [one] {""}
   *[other] {" "}({ $count } stories in all)
}

# $differed of the latest $looks looks as a reader's browser.
readers-differ = some readers may see a different front page: { $differed } of { $looks } { $looks ->
    [one] look
   *[other] looks
} differed

# What one server of several shows. $differed of the latest $looks looks saw it.
looks-differ = { $kind ->
    [homepage] some readers may see a different front page
    [admin] the admin page is not the same at every look
    [feed] some readers may get a different feed
   *[article] not every look sees the same
}: { $differed } of { $looks } { $looks ->
    [one] look
   *[other] looks
} differed

# A suspicion that stood. $what: a signal's sentence.
lasting-suspicion = unusual for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}: { $what }

# Why a troubling look was not told.
held-unconfirmed = a second look had to confirm it
held-differed = a second look did not see it
held-not-yet-lasting = a suspicion that had not stood for five minutes
held-set-aside = you had set it aside, and it went on
held-too-few-failures = too few failures, or over too short a time
held-not-yet-unseen = it could not be seen, for less than ten minutes
held-own-network = no other site answered either: it was this computer's network
held-site-is-gone = the outlet's front page was in the same trouble, and that is told
held-hidden-alarm = an alarm on this page was not over, and that is told
held-outage-told = it was told already that the page is down
held-planned = it was planned
untold = { $what } ({ $looks ->
    [one] 1 look
   *[other] { $looks } looks
}): { $why }
untold-none = Whatever was out of the ordinary in the last seven days was told.

# What was there can't be seen.
curtain = { $behind ->
    [maintenance] behind a maintenance page
    [robot-check] behind a robot check
    [refused] as our looks are refused
    [error] behind an error page
   *[silent] as the site does not answer
}
hidden-since = hidden { curtain } since { $since }

# Moments. $clock is HH:MM; the day is said when it is not the reader's today.
time-today = { $clock }
time-this-year = { $clock } on { $day } { month }
time-any-year = { $clock } on { $day } { month } { $year }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
