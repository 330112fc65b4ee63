# The tray, the sentence on top of the window, and why something that was asked for could not be done.

standing-empty = Nothing is watched yet.
standing-refused = Nothing is watched: the configuration has a mistake.
standing-normal = { $total ->
    [one] { $outlet } is as it should be.
   *[other] All { $total } outlets as they should be.
}
standing-first-look = Taking a first look at { $total ->
    [one] the outlet.
   *[other] { $total } outlets.
}
standing-learning = Learning what is normal: { $learning } of { $total ->
    [one] { $total } outlet.
   *[other] { $total } outlets.
}
standing-suspect = { $suspects ->
    [one] { $outlet } is out of the ordinary, not enough for an alarm: { $what }.
   *[other] { $suspects } outlets are out of the ordinary, not enough for an alarm. First { $outlet }: { $what }.
}
standing-confirming = { $outlet }: something is different. Looking a second time.
standing-something = a second look will tell
standing-unseen = { $unseen ->
    [one] We cannot see { $outlet }. This is not an all-clear.
   *[other] We cannot see { $unseen } of { $total } outlets. This is not an all-clear.
}
standing-alarm = { $alarms ->
    [one] { $outlet }: { $what }, since { $since }.
   *[other] { $alarms } alarms. First { $outlet }: { $what }, since { $since }.
}
standing-alarm-several = { $alarms ->
    [one] { $what }, since { $since }.
   *[other] { $alarms } alarms. The first: { $what }, since { $since }.
}
standing-paused = Paused: no alert is raised until you resume.{ $alarms ->
    [0] {""}
    [one] {" "}1 alarm is open.
   *[other] {" "}{ $alarms } alarms are open.
}
standing-paused-until = Paused: no alert is raised before { $until }.{ $alarms ->
    [0] {""}
    [one] {" "}1 alarm is open.
   *[other] {" "}{ $alarms } alarms are open.
}
standing-demonstration = Demonstration. { $sentence }
standing-unwritten = Nothing is written down now. { $sentence }

recheck-nothing = There is nothing to look at yet: add an outlet first.
recheck-well = Looked at { $total ->
    [one] 1 page
   *[other] { $total } pages
}: nothing out of the ordinary.
recheck-done = Looked at { $total ->
    [one] 1 page
   *[other] { $total } pages
}: { $alarms ->
    [0] no alarm
    [one] 1 alarm
   *[other] { $alarms } alarms
}, { $suspects } out of the ordinary, { $unseen } that could not be seen.

# What is staged in the demonstration.
scene-learning = Six outlets publish, and Frontwatch learns what is normal for their front pages, panels and stories.
scene-cover = A picture covers the front page of the first outlet, from its own host.
scene-spread = The same picture covers three more.
scene-panel = The admin page of the first outlet opens without a login.
scene-stories = Half of the published stories of the second outlet are deleted.
scene-outage = The fifth outlet does not answer any more.
scene-restored = The newsroom restores all five.
scene-over = Nothing more is staged. The outlets go on publishing until you end the demonstration.

tray-recheck = Re-check now
tray-open = Open Frontwatch
tray-pause-hour = Pause alerts for an hour
tray-resume = Resume alerts
tray-quit = Quit: stop watching

no-tray = This desktop shows no tray icon. The watch goes on all the same; start Frontwatch again to open this window.

trouble-no-such-incident = This alarm is over already.
trouble-already-taken = Somebody has this alarm already.
trouble-no-such-watch = This page is not watched any more.
trouble-changed = The page has changed since you were asked. Look at what is different now.
trouble-in-question = An alarm of this page is not over, or is just being confirmed. What is learned now could be what an intruder put there. Put the page right and let the alarm end first, or end what was reported.
trouble-demonstration = Nothing can be added to the demonstration. End it first.
trouble-alarm-first = One of your own outlets has an alarm. Look at that first.
trouble-no-such-outlet = This outlet is not watched any more.
trouble-elsewhere = This address is not of the outlet's site. Copy it from the page that you see.
trouble-stopped = The watch has stopped. Quit Frontwatch and start it again.
trouble-no-address = This is not the address of a site. Type it as in a browser: report.example
trouble-other-scheme = The address of a site begins with https:// or http://
trouble-password = Leave the name and the password out of the address.
trouble-status = The site answers, but with an error (status { $status }). Check the address.
trouble-refused = The site refuses to be looked at (status { $status }). Ask whoever runs it to let Frontwatch through, then try again.
trouble-already-watched = { $outlet } watches this address already.
trouble-not-proposed = Another site was looked at since. Go back and look at this one again.
trouble-no-page = The site gives no page: { $why }. Check the address and your connection.
trouble-not-written = Nothing was written. { $why }
trouble-not-saved = The file could not be saved in “{ $folder }”: { $why }. Free some space there, or copy the text instead.
# A file was saved. $path: where it is.
saved = Saved as { $path }. Only you can read the file.
# The name of a secret is in use. $whose: the channel or the outlet that it is for.
credential-taken = A secret of the name “{ $name }” is kept for { $whose } already, and would be written over. Choose another name.
trouble-no-backup = No backup was made: { $why }.
trouble-no-demonstration = The demonstration could not be started: { $why }
trouble-not-opened = The browser could not be opened: { $why }
trouble-list-too-long = The list is longer than 2 MB. Divide it.
trouble-no-list = This is no list that can be read: OPML, CSV with a column “homepage”, what changedetection.io exports, or one address on each line.
trouble-autostart = Starting at login could not be changed: { $why }
trouble-store = What is stored could not be read: { $why }
trouble-bad-request = The window and the program do not understand each other ({ $why }). Quit Frontwatch and start it again.
