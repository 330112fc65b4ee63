# The window's own words. Only the window reads this file; a test of the window says each of them. Sentences about an
# outlet come ready from the program; here are the labels, the buttons and the help around them.

app = Frontwatch
# The window's title. $what: the sentence on top, or the alarm that was opened.
title = { $what } – { app }

# How something stands, where only its shape is to be seen.
standing = { $standing ->
    [normal] As it should be
    [learning] Learning what is normal
    [suspect] Out of the ordinary
    [unseen] Cannot be seen
    [offline] This computer is offline
    [alarm] Alarm
    [paused] Alerts are paused
   *[none] Not looked at
}

# Moments. $clock is HH:MM, $day a date in words.
moment-other-day = { $clock } on { $day }
ago-now = just now
ago-seconds = { $count } s ago
ago-minutes = { $count } min ago
ago-hours = { $count } h ago
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}

# While the window opens.
starting = Asking how everything stands…

# Under the sentence on top. $ago: one of the above.
last-look = Last look { $ago }.
last-look-none = Last look: not yet.
offline-help = Check this computer's connection. Until it is back, nothing can be said of any outlet; then the watch goes on by itself.

# A re-check. $outcome is a sentence of the program.
recheck-all = Re-check now
recheck = Re-check
looking = Looking…
looking-at = Looking… { $done } of { $total }
looked = { $clock }: { $outcome }
# After the outcome of a re-check: alarms that somebody said were nothing.
recheck-set-aside = { $count ->
    [one] An alarm that was set aside is still there.
   *[other] { $count } alarms that were set aside are still there.
}

pause-hour = Pause for an hour
resume = Resume alerts

# Adding an outlet.
add-outlet = Add an outlet
add-address = Address of the site
add-example = report.example
add-look = Look
add-found = Is this the right site?
add-name = Name
add-title = Its title
add-homepage = Front page
add-feed = Its feed
add-admin = Ways in
add-probe = Look for its login page
add-probe-hint = And for its feed, at the well-known places: at most 12 requests, one after the other.
add-may-you = Do you run this site, or may you watch it?
add-watch-it = Yes, watch it
add-back = Back
add-cancel = Cancel

# What is out of the ordinary.
anomalies = What is out of the ordinary
no-anomalies = { $standing ->
    [normal] Nothing. If something appears on a front page that the newsroom did not publish, it stands here.
    [learning] Nothing so far. What is normal is still being learned; wording and covers that give an attack away are judged from the first look.
   *[other] No alarm is open. This is not an all-clear: see above.
}
anomaly-title = { $outlet }: { $summary }
severity = { $severity ->
    [critical] Critical
    [warning] Warning
   *[info] Note
}
since-seen = Since { $since }, seen { $seen ->
    [1] once
    [2] twice
   *[other] { $seen } times
}
began-over = From { $since } until { $over }
reasons = Why
before = Before
now = Now
nothing = nothing
over = Over in the last day: { $count }
route-missing = The alarm that you opened is not listed any more: it has been over for more than a day, or it belongs to a watch that was removed.
close = Close

# What a person can say of an alarm.
acknowledge = I've got it
this-was-us = This was us…
put-off = Not now
put-off-for = { $length ->
    [quarter] For 15 minutes
    [hour] For an hour
   *[morning] Until tomorrow, { $clock }
}
dismiss = This is nothing…

# Under an outlet: what was seen and not told.
untold = Why was I not told?
untold-since = {" "}(since { $since })
untold-none = Whatever was out of the ordinary here in the last seven days was told.

# Several alarms that one alert tells of, on one card.
together = { $count ->
    [one] One more place, told in the same alert
   *[other] { $count } more places, told in the same alert
}

# The second question before an alarm is said to be nothing.
dismiss-question = Is this alarm nothing?
dismiss-yes-does = If you say yes, this alarm is over, and is not told again while the page shows just this. Nothing is learned from the page: if anything comes to it, or this goes away and comes back, you are told.
dismiss-no-does = If you are not certain, say no: nothing is lost, and “Not now” only stops the reminders for a while.
dismiss-no = No, or not certain
dismiss-yes = Yes, this is nothing

# Who was told of an alarm, and who was not.
timeline = Who was told?
timeline-none = Nothing is known of this alarm yet.
timeline-kind = { $kind ->
    [look] Seen
    [told] Alert
    [undelivered] Not delivered
    [silent] No alert
   *[state] What happened
}

# A person reports what they see. $outlet: the outlet's name.
report = We didn't publish this…
report-outlet = Outlet
report-address = Where? Its front page, if you leave this empty
report-words = What do you see? (if you like)
report-what = Frontwatch keeps what is there now and opens an alarm, so that everybody who is told hears of it.
report-send = Report it

# The second question before a page is taken for normal.
approve-question = Did your newsroom put this there?
approve-place = { $outlet }, { $place }: { $address }
approve-different = What is different:
approve-yes-does = If you say yes, Frontwatch takes the page as it is now for normal and will not alarm about it again.
approve-no-does = If you are not certain, say no: nothing is lost.
approve-critical = This is a critical alarm. Ask the person who would have published it before you say yes.
approve-changed = What is there has changed while you were reading. Go back and look at it again.
approve-no = No, or not certain
approve-yes = Yes, this was us

# First aid on a critical alarm.
first-aid = What to do now

# The outlets and what is watched of them.
outlets = { $count ->
    [one] { $count } outlet
   *[other] { $count } outlets
}
outlet-added = { $outlet } is watched now.

# The first page of all.
welcome = Know within a minute when your front page is not yours
welcome-what = Frontwatch looks at your front pages every half minute. When something is there that your newsroom did not publish, it tells you in plain words, with what was there before and what is there now.
welcome-add = Watch your site
welcome-or = Or look at it first
welcome-demonstration-what = A newsroom on this computer is attacked before your eyes. No real site is touched.
welcome-demonstration = See it work on a demonstration newsroom
starting-demonstration = Starting the demonstration…

# While the demonstration runs.
demonstration = This is a demonstration: a newsroom on this computer
demonstration-end = End the demonstration

# At the foot.
foot = Messages of Frontwatch
messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
message-trouble = Needs you
read = I've read it

# A test of the way that an alert takes.
test-alert = Send me a test alert
testing = Sending…
tested = { $arrived ->
    [yes] Arrived
   *[no] Did not arrive
}

# The program behind the window does not answer.
gone = Frontwatch does not answer
gone-means = This window cannot tell how your sites are. This is not an all-clear.
gone-do = What to do
gone-wait = Wait a moment: this window keeps asking, and comes back by itself.
gone-restart = If it does not, quit Frontwatch in the tray and start it again.
gone-look = Until then, look at your front pages yourself.
gone-retry = Ask again

trouble-unknown = Frontwatch did not answer. Try it again; if it stays so, quit Frontwatch and start it again.

# Where there is no tray, from whose menu it is ended.
quit = Quit: stop watching
# Asked before it ends while alarms are open.
quit-question = Stop watching while an alarm is open?
quit-yes-does = If you say yes, nobody watches your outlets and nobody is told of what happens next, on no channel, until Frontwatch is started again. What is open now stays open, and what was not watched is said then.
quit-no-does = If you only want it out of your way, say no and close the window: Frontwatch goes on watching in the tray.
quit-no = No, keep watching
quit-yes = Yes, stop watching

# The ways between the pages.
nav = Pages
nav-to = { $page ->
    [outlets] Outlets
    [history] History
    [settings] Settings
   *[now] Now
}

# What has happened.
history-words = Words
history-outlet = Outlet
history-severity = Urgency
history-state = State
history-all = All
history-in-state = { $state ->
    [open] Open
    [acknowledged] Taken by somebody
   *[resolved] Over
}
history-found = { $count ->
    [0] Nothing that is kept fits.
    [one] { $more ->
        [yes] 1 so far; there is more.
       *[no] 1 in all.
    }
   *[other] { $more ->
        [yes] { $count } so far; there is more.
       *[no] { $count } in all.
    }
}
history-more = Go on

# Under a list that is too long: what is not listed.
unlisted = { $count ->
    [one] One more, less urgent than these, is not listed here.
   *[other] { $count } more, less urgent than these, are not listed here.
}
unlisted-where = All of them

# The page of one incident.
incident-everything = Everything about it
incident-back = { $to ->
    [history] Back to the history
   *[now] Back to what is now
}
incident-unknown = Nothing is known of this alarm.
incident-asking = Looking it up…
incident-course = What happened
incident-reasons = What changed
incident-reasons-none = No look has said what changed.
# What stands in the two columns of a reason, for those who do not see them side by side.
incident-about = { $about ->
    [hosts] Hosts and addresses, before and now
    [titles] Titles, before and now
    [forms] Forms, before and now
    [pictures] Pictures, before and now
   *[text] What stood there before, and what stands there now
}
incident-marks = What differs is struck through under “Before” and underlined under “Now”.
incident-captures = Kept as evidence
incident-captures-what = The pages as they were received. Who has the same bytes gets the same SHA-256 of them.
incident-captures-none = No page was kept of it.
incident-captures-more = More were kept than are listed here.
incident-capture = { $says } · status { $status } · { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}
incident-evidence = the alarm was raised for this one
incident-print = Print
incident-copy = Copy as text
incident-copied = The report is copied. You can paste it into a mail or a chat.
copy-by-hand = It could not be copied. Here it is, to be copied by hand:
save-as-file = Save as a file

# What to do now, on the page of an incident.
runbook = What to do now
runbook-default = Frontwatch's own words. Write your newsroom's: whom to call, with numbers, and what you tell your readers.
runbook-edit = Change these steps
runbook-steps = One step a line. Nothing here: Frontwatch's own words
runbook-save = Save
runbook-cancel = Cancel

# Opening a page that may be hostile.
open-page = Open the page…
open-question = Open the page in your browser?
open-may = What is there now may not be yours. It can try to harm this computer, or to make you sign in where your password is stolen.
open-how = Type no password into it, download nothing, and close it again when you have seen it. A phone without the office network is safer.
open-no = No, do not open it
open-yes = Yes, open it

# Why an alarm is nothing, in one tap; each ends it.
dismiss-why = Yes, this is nothing, because it is:
dismiss-because = { $why ->
    [design] our new design
    [advertisement] an advertisement
    [partner] a partner's content
    [cannot_tell] I can't tell what
   *[other] something else
}
# After several alarms alike that were set aside.
leave-out = Leave this part out…
leave-out-question = Leave this part out of what is watched?
leave-out-does = It is written into the configuration of this outlet. What covers the page, scripts, titles and headings alarm there all the same; other changes in this part do not alarm any more. You can watch it again on the outlet's page.
leave-out-no = No, watch all of it
leave-out-yes = Yes, leave it out

# Pictures of an incident.
incident-pictures = Pictures
incident-pictures-none = None that is kept.
# Over the pictures of each side. That new ones are there does not say that the logos are gone.
incident-pictures-side = { $side ->
    [before] The page's own logos, as they were
   *[now] Pictures that were not there before
}
incident-picture = { $side ->
    [before] A logo of the page as it was
   *[now] A picture that was not there before
}
incident-unblur = { $shown ->
    [yes] Blur the new pictures
   *[no] Show the new pictures
}

# The page of one outlet.
outlet-all = All outlets
outlet-gone = This outlet is not watched any more.
outlet-asking = Asking what is known of it…
next-look = { $when ->
    [looking] Looking now.
    [now] Next look now.
   *[later] Next look in { $wait }.
}
in-seconds = { $count } s
in-minutes = { $count } min
in-hours = { $count } h
milliseconds = { $count } ms
# How long it took to answer. $middle and $most: "40 ms".
pace = Answered in { $middle } as a rule over the last 24 hours, in { $most } at the most.
pace-none = No answer was timed in the last 24 hours.
pace-silent = { $count ->
    [one] No answer in { $count } half hour, marked by a cross.
   *[other] No answer in { $count } half hours, marked by crosses.
}
pace-unwatched = Not watched in { $count } of { $all ->
    [one] { $all } half hour
   *[other] { $all } half hours
}.
# How often it was there. $share: "99.9%".
there = { $span ->
    [day] Last 24 hours
   *[week] Last 7 days
}: there in { $share } of { $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
}.
there-none = { $span ->
    [day] Last 24 hours
   *[week] Last 7 days
}: no look could tell whether it was there.
learned = What it learned
learned-versions = { $count ->
    [0] Learned since { $since }; no version of it is kept yet.
    [one] Learned since { $since }; { $count } version of it is kept.
   *[other] Learned since { $since }; { $count } versions of it are kept.
}
forget = Forget what was learned…
forget-question = Is the page right as it is now?
forget-yes-does = “Yes” means that what stands on { $outlet } now is learned as normal, from the next looks on. Look at the page yourself first: in another browser, or on a phone.
forget-no-does = Until it has been learned anew, less can be noticed. What was learned before is kept and can count again.
forget-no = No, keep it
forget-yes = Yes, learn it anew
forgotten = It is being learned anew.
versions = What changed in it
version-counts = counts now
version-unreadable = of an earlier program, cannot count again
count-again = Go back to this…
count-again-question = Go back to what was learned by { $at }?
count-again-does = The page is judged by that from now on: what came later and is still there may raise an alarm. Nothing is deleted, and you can go forward again.
count-again-no = No, leave it
count-again-yes = Yes, go back
edit = Edit…
edit-group = Publisher, if it has one
edit-homepages = Front pages, one on each line
edit-homepages-missing = Enter at least one front page.
edit-name-missing = Enter a name.
edit-feed = Feed, if it has one
edit-pinned = Stories that are always watched, one address on each line
edit-admin = Login pages and other ways in
edit-admin-add = Add one
edit-admin-new = New
edit-admin-drop = Take it out
edit-admin-gone = goes when you save
edit-admin-keep = Keep it
edit-expect = What should be there
edit-expected = { $expect ->
    [login] A page that asks for a password
    [denied] A refusal: 401 or 403
    [gone] Nothing: 404, 410 or no connection
   *[json] Data (JSON) whose values may not change
}
edit-values = Which values may not change, a JSON pointer on each line
edit-values-help = Such as /*/id and /*/slug, where * stands for every entry of a list.
edit-credential = Name of its credential, if it needs one
edit-credential-help = Kept in this computer's keychain, where “frontwatch credential set NAME” puts it. The file has the name alone.
edit-overtaken = The file was changed meanwhile. What you typed is still here, and saving writes it; everything else is as the file has it now.
edit-rest = This is written into the configuration file. Its comments stay, and so does what is set there besides.
edit-save = Save
remove = Stop watching this outlet…
remove-question = Stop watching { $outlet }?
remove-yes-does = If you say yes, nobody looks at this outlet and nobody is told what happens there. It is taken out of the configuration file; alarms that were stored stay.
remove-no-does = If you only want no alerts for a while, say no and pause its alerts: Frontwatch goes on watching.
remove-no = No, keep watching
remove-yes = Yes, stop watching it
removed = { $outlet } is not watched any more.
put-back = Put it back
# A pause of the alerts of one outlet.
outlet-paused = Alerts paused
outlet-paused-until = Alerts paused until { $until }
outlet-pause-hour = Pause its alerts for an hour
outlet-pause = Pause its alerts until I resume
untold-paused = The alerts of this outlet are paused. What is still open at the end of the pause is told then.

# Looking for an outlet among many.
search = Search by name, publisher or address
filter = State
filter-any = Any
found = { $count ->
    [0] No outlet is like this.
    [one] { $count } outlet is like this.
   *[other] { $count } outlets are like this.
}
outlets-more = { $count ->
    [one] And { $count } more that is not as it should be.
   *[other] And { $count } more that are not as they should be.
}
outlets-more-well = { $count ->
    [one] And { $count } more as it should be.
   *[other] And { $count } more as they should be.
}

# Ignoring a part of the pages.
ignore = Ignore a part of its pages…
ignore-never = These parts changed lately. What is ignored raises no alarm by its text; a cover, a script, a title or a heading always does, wherever it stands.
ignore-none = No part that has a name of its own has changed lately.
ignore-this = Ignore it
# What is ignored, on the page of an outlet. $part: as the configuration has it.
ignored = Parts that are ignored
ignored-what = What changes in them raises no alarm by its text.
watch-part = Watch it again…
watch-part-question = Watch { $part } again?
watch-part-does = It is taken out of the configuration file; your comments there stay. From the next look on, what changes in this part can raise an alarm. What stands in it now was not learned while it was ignored, so it may be reported once as new.
watch-part-no = No, keep ignoring it
watch-part-yes = Yes, watch it again

# How well a page is known. $percent: on the way to that.
learning-looks = { $looks } of { $of ->
    [one] { $of } first look
   *[other] { $of } first looks
}
sharp = This page is known well.
sharp-at = Known to { $percent }%; well from { $at } on, if it goes on to change as it did. Covers, takeovers and a defacer’s words are told from the first look.
sharp-with-changes = Known to { $percent }%; well once it has changed some more times. Covers, takeovers and a defacer’s words are told from the first look.

# A list of outlets from another program.
import = Import a list of outlets…
import-file = OPML, CSV with a column “homepage”, what changedetection.io exports, or one address on each line
import-long = The list is longer than 2 MB. Divide it.
import-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
import-may-you = Do you run these sites, or may you watch them?
import-add = { $count ->
    [one] Yes, watch it
   *[other] Yes, watch these { $count }
}
imported = { $count ->
    [one] { $count } outlet is watched now.
   *[other] { $count } outlets are watched now.
}
export = Export the outlets…
export-copy = { $form ->
    [addresses] Copy the addresses, for changedetection.io
    [csv] Copy as CSV, for a spreadsheet
   *[opml] Copy as OPML, for feed readers
}
export-save = { $form ->
    [addresses] Save the addresses, for changedetection.io
    [opml] Save as OPML
   *[csv] Save as CSV
}
export-copied = The list is copied. Paste it into a new file and save it.

# The settings. $file: where they stand.
settings-file = All of this stands in one file, which you can edit as well; your comments in it stay: { $file }
settings-refused = Something in the file is wrong. Until it is corrected there, Frontwatch goes on with what stood there before, and nothing can be changed here:
# While somebody fills in a field. $now: what stands in the file.
settings-changed = The file was changed meanwhile: it says { $now } now. Saving writes what you typed.
settings-save = Save
settings-saved = Saved
settings-put-back = Put back
probes-none = Ask nobody
probes-none-help = Then an outlet may be said to be down when it is your own connection that is.
settings-edit = Change
settings-remove = Remove…
settings-remove-question = Remove this entry: { $what }?
settings-remove-yes = Yes, remove
settings-remove-no = No
settings-group = { $group ->
    [alerts] When you are told
    [channels] Where alerts go
    [planned] Planned changes
    [language] Language
    [login] Starting
    [network] Your own network
    [store] What is kept
   *[watching] How Frontwatch looks
}
backup = Save a backup
backup-help = What was learned and kept, and these settings, in one file where your desktop puts downloads. The secrets in your keychain are not in it; the addresses of webhooks are, and whoever has such an address may be able to write there: give the file to nobody. `frontwatch restore FILE` puts it back, here or on another computer.
backup-making = The backup is being made…
# A value of the file: its name, and what it does.
setting = { $setting ->
    [interval] Time between two looks
    [timeout] Longest wait for an answer
    [keep] Most that is kept on this computer
    [unwanted_pictures] Folder of unwanted pictures
    [probes] Addresses that say whether this computer is online
    [metered] On a connection that is paid for by what passes
    [quiet_hours] Quiet hours
    [time_zone] Time zone
   *[languages] Language of the window and the alerts
}
setting-help = { $setting ->
    [interval] At a front page, such as 30s or 1m. Feeds, stories and certificates have a pace of their own.
    [timeout] For each stage of a look, such as 15s.
    [keep] Pages that were seen and what was learned, such as 500MB. What belongs to an alarm is kept besides.
    [unwanted_pictures] Pictures in it must not appear on any page: if one does, you are told at once. The full path; empty: none.
    [probes] One a line. They are asked only when looks fail, so that no outlet is blamed for your own network. Empty: those that browsers ask.
    [metered] A telephone's connection, for example.
    [quiet_hours] Only what is critical is told. The rest comes in one alert when they end.
    [time_zone] Whose clocks count for quiet hours, such as Asia/Baku. Empty: this computer's own.
   *[languages] Whatever is said from now on is said in it.
}
quiet-from = From
quiet-until = Until
metered = { $how ->
    [same] Look as often as ever
   *[slower] Look half as often
}
language-own = The desktop's own

# Channels: webhooks and mail.
channels-what = Alerts always come to this desktop. They can go to a chat, a telephone or a mailbox as well.
channel-kind = { $kind ->
    [email] Mail
   *[webhook] Webhook
}
channel-add = { $kind ->
    [email] Add mail
   *[webhook] Add a webhook
}
channel-least = { $least ->
    [critical] Only what is critical
   *[warning] Warnings and what is critical
}
channel-field = { $field ->
    [name] Name
    [url] Address
    [template] What is sent
    [server] Mail server
    [from] Sender
    [to] Recipients
    [least] Which alerts
    [credential] Name of its secret
    [manner] How the secret is sent
   *[header] Name of the header
}
channel-help = { $field ->
    [name] As you want to call it, such as desk.
    [url] Where the service told you to post, with https.
    [template] Empty: everything, as JSON. Or the form that the service takes:
    [server] With its port.
    [from] Who the mail is from.
    [to] One a line.
    [secret] It goes into this desktop's keychain, never into the file, and is not shown again. Empty: what is kept there stays.
   *[credential] Where it needs one: the name that the keychain keeps it under, such as desk-mail.
}
channel-url-stays = Empty: it stays where it is, at { $site }.
channel-template = { $template ->
    [chat] Slack, Mattermost, Google Chat
    [discord] Discord
    [ntfy] ntfy
   *[all] Everything
}
channel-manner = { $manner ->
    [basic] User and password
    [header] In a header of its own
   *[bearer] As a token
}
channel-secret = { $manner ->
    [basic] User and password, with a colon between
   *[bearer] Secret
}

# Planned changes.
plans-what = For a redesign or a special edition: what you name is no alarm while the plan holds. An emptied or replaced page, logins, names, certificates and unknown scripts alarm all the same.
plan-when = from { $from } until { $until }
# After that, with a comma between. $zone: "Asia/Baku".
plan-clock = by the clocks of { $zone }
plan-clock-own = by this computer's clock
plan-add = Plan a change
plan-outlet = Outlet
plan-from = From
plan-until = Until
# What is missing or wrong in a plan, at its field.
plan-when-missing = Choose a day and a time.
plan-until-early = Choose a time after the first.
plan-nothing-expected = Tick what is expected, or name a host below.
plan-zone = Whose clocks the two times are read from. Empty: this computer's own.
plan-signals = What is expected
plan-signal = { $signal ->
    [charset] Character set
    [cover] Something that covers the page
    [feed] Feed
    [fixed] What always stood in its place
    [headline] Headlines
    [image] Images of another host
    [language] Language of the page
    [link] Links
    [lost] Parts that go
    [missing] Stories that go
    [outage] The site is down
    [painted] Styles that cover or hide
    [picture] Pictures
    [redirect] Redirects
    [robots] Words for search engines
    [sheet] Style sheets
    [sound] Sound
    [source] Frames and media of other hosts
    [text] Texts
    [title] Title
   *[vocabulary] Unusual words
}
plan-hosts = Hosts that new things may come from
plan-hosts-help = Without https, with a space between. Empty: only from where things came before.

# Starting at login.
autostart = Start Frontwatch at login
autostart-help = In the tray, without a window.
autostart-none = Here nothing can be set about starting at login.

# The first run. $outlet: the outlet that was added first.
first-step = Step { $step } of { $of }
first-heading = { $step ->
    [alerts] Will an alert reach you?
    [login] Watch from now on?
   *[look] Is this how { $outlet } should look?
}
first-what = { $step ->
    [alerts] Send yourself one now. If the desktop asks whether Frontwatch may show notifications, say yes.
    [login] Frontwatch watches only while it runs. It can start by itself when you log in.
   *[look] Frontwatch takes what it sees now for normal. If the page is already attacked, it must not.
}
first-looking = Taking a first look…
logo-picture = The page's logo, as it was seen
first-wrong = Does it stand on the site right now, and none of you published it? Say so: an alarm opens, and whoever is told hears of it.
first-wrong-since = Is the page right by now, and only what was seen first was wrong? Then it can be learned anew.
first-next = { $step ->
    [alerts] Go on
    [login] Done
   *[look] Yes, this is right
}
first-no = No, something is wrong
first-skip = Skip this
first-again = Go back to the first step
first-end = Skip all
