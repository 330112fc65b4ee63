# What reaches a person as a notification. Titles are short enough for a banner of one line and name the outlet;
# bodies say the whole thing by themselves, as some screens show no title.

# $what: a signal's sentence, said without a full stop. $seen: how many looks saw it.
notice-content-title = { $outlet }: alarm on { $place }
notice-content-body = { $outlet }: { $what }. { since-seen }{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
since-seen = Since { $since }, seen { $seen ->
    [1] once
    [2] twice
   *[other] { $seen } times
}.
connection-fine = Your connection is fine.

# What is in trouble, where it is not the outlet's front page itself.
subject = { $kind ->
    [homepage] { $outlet }
    [admin] { $outlet }: the admin page
    [feed] { $outlet }: the feed
    [article] { $outlet }: a published story
    [tls] { $outlet }: the certificate
   *[dns] { $outlet }: the name
}
object = { $kind ->
    [homepage] { $outlet }
    [admin] the admin page of { $outlet }
    [feed] the feed of { $outlet }
    [article] a published story of { $outlet }
    [tls] the certificate of { $outlet }
   *[dns] the name of { $outlet }
}

notice-outage-title = { $outlet }: { $how ->
    [error] error page
    [maintenance] under maintenance
    [certificate] certificate not trusted
   *[silent] no answer
}
notice-outage-body = { subject } has { $how ->
    [error] shown an error page
    [maintenance] said that it is under maintenance
    [certificate] shown a certificate that is not trusted
   *[silent] not answered
} since { $since }{ $others ->
    [fine] {"; "}{ $how ->
        [silent] other sites do
       *[other] other sites are there
    }
   *[unknown] {""}
}.

notice-unseen-title = { $outlet }: we cannot see it
notice-unseen-body = We cannot see { object }: { $how ->
    [robot-check] it has put a robot check before our looks
    [too-large] it has sent more than we can read
    [unreadable] it has sent what we cannot read
    [credential] it has been behind a credential that we do not have
    [opened] something on this computer or its network has opened encrypted connections
   *[refused] it has refused our looks
} for { minutes }. This is not an all-clear.
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

# In lists and on top of the window, after the outlet's name.
headline-outage = { $kind ->
    [admin] the admin page
    [feed] the feed
    [article] a published story
   *[homepage] it
} { $how ->
    [error] shows an error page
    [maintenance] says that it is under maintenance
    [certificate] shows a certificate that is not trusted
   *[silent] does not answer
}
headline-unseen = we cannot see it: { $how ->
    [robot-check] it puts a robot check before our looks
    [too-large] it sends more than we can read
    [unreadable] it sends what we cannot read
    [credential] it is behind a credential that we do not have
    [opened] something on this computer or its network opens encrypted connections
   *[refused] it refuses our looks
}

# Several outlets at once. $grouped: whether they are of one publisher. $cause: what kind of trouble.
notice-several-title = { $cause ->
    [outage] { several-sites } do not answer
    [unseen] { several-sites } cannot be seen
   *[content] { $grouped ->
        [grouped] { $group }: alarm at { $count } of { $total ->
            [one] { $total } site
           *[other] { $total } sites
        }
       *[apart] Alarm at { $count ->
            [one] { $count } outlet
           *[other] { $count } outlets
        }
    }
}
several-sites = { $grouped ->
    [grouped] { $count } of { $total ->
        [one] { $total } { $group } site
       *[other] { $total } { $group } sites
    }
   *[apart] { $count ->
        [one] { $count } outlet
       *[other] { $count } outlets
    }
}
notice-several-body = { $cause ->
    [outage] { several-sites } do not answer, or show an error page.
    [unseen] We cannot see { several-sites }. This is not an all-clear.
   *[content] { several-sites }{ $shared }.
} First { $first }, { $since }.{ $named ->
    [none] {""}
   *[some] { also }
}{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
also = {" "}Also { $others }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
headline-several = { $cause ->
    [outage] { several-sites } do not answer, or show an error page
    [unseen] we cannot see { several-sites }
   *[content] { several-sites }{ $shared }
}
# These follow the outlets.
shared-picture = {" "}show the same new picture
shared-host = {" "}show something from the same strange address, { $host }
shared-title = {" "}carry the same new title, "{ $title }"
shared-words = {" "}say the same new words, "{ $words }"
shared-moment = : { $what }
shared-one = : at { $outlet } { $what }

notice-several-over-title = { $grouped ->
    [grouped] { $group }: over
   *[apart] { $count ->
        [one] { $count } outlet: over
       *[other] { $count } outlets: over
    }
}
notice-several-over-body = All { $count } { $grouped ->
    [grouped] { $group } sites
   *[apart] outlets
} { $cause ->
    [outage] answer
    [unseen] can be seen
   *[content] are as they should be
} again since { $over }. { $cause ->
    [content] The alarm
   *[outage] The trouble
} began at { $began }.

notice-also-on = Also on { $pages ->
    [one] another of its pages
   *[other] { $pages } others of its pages
}.
notice-nobody-has-it = Nobody has it yet.

# What a person reported.
notice-reported-title = { $outlet }: reported, { $place }
notice-reported-body = { $outlet }: { $what }. Reported at { $since }.
reported-by = { $by } says that something on { $place } was not published
reported-words = { $by } says of { $place }: "{ $words }"

notice-morning-title = While it was quiet: { $count ->
    [one] one message
   *[other] { $count } messages
}
notice-and-more = And { $count } more.

# What an open alarm showed can't be seen.
notice-hidden-title = { $outlet }: hidden, not over
notice-hidden-body = { $outlet }: what was there is hidden { curtain } since { $since }. This is not over.

# $body: a notice, said without its last full stop.
notice-flapping-body = { $body }. It comes and goes: { $times ->
    [one] once
   *[other] { $times } times
} since { $since }.

notice-over-title = { $outlet }: over
notice-over-content = { subject } is as it should be again since { $over }. The alarm began at { $began }.
notice-over-outage = { subject } answers again since { $over }. The trouble began at { $began }.
notice-over-reported = What was reported of { object } at { $began } is settled since { $over }.
notice-over-unseen = We can see { object } again since { $over }. We could not since { $began }.

button-acknowledge = I've got it
button-open = Open
button-recheck = Re-check

# Sent on request, to see whether an alert arrives.
notice-test-title = Frontwatch: this is a test
notice-test-body = An alert would reach you like this. Nothing has happened to any site.
test-arrived = { $kind ->
    [webhook] The webhook's server has it.
    [email] The mail server has taken it: it should be in the mailbox soon.
   *[other] The notification server has accepted it: it should be on your screen now.
}
test-failed = It did not arrive: { $why }.
