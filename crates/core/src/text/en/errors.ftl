# What went wrong. $detail is for whoever looks after the program: what another program says, or this one's own word for it.

own-fault = this is a fault of Frontwatch, please report it ({ $detail })
as-said = { $text }

# Why the system did not do what it was asked.
system-not-found = there is no such file or folder
system-denied = the system does not permit it
system-exists = it is there already
system-no-folder = a part of its path is no folder
system-folder = it is a folder
system-read-only = its disk can only be read
system-full = the disk is full
system-busy = another program uses it
system-address-in-use = another program uses this port
system-timed-out = the system has not answered in time
system-no-memory = no memory is left
system-not-text = what stands in it is no text
system-says = the system says: { $what }

# The store.
holder = "{ $program }" (process { $pid }, since { $since })
store-held = { $dir } is in use by { $holder }: stop it first, or name another directory with --data
store-newer = { $path } was written by a newer Frontwatch (format { $found }; this one reads up to { $supported }): update Frontwatch, or name another directory with --data
store-outdated = { $path } was written by an older Frontwatch (format { $found }; this one reads { $supported }): start `frontwatch watch` of this version once, which brings it up to date
store-missing = nothing is stored in { $path } yet: start `frontwatch watch` first, or name its directory with --data
store-damaged = { $path } is damaged ({ $detail }): it is moved aside, never overwritten, as soon as the watch can; stop Frontwatch and start it again if this goes on
store-moved-aside = { $path } was damaged ({ $detail }). It is kept as { $moved }; a new one was started with what could be read of it (incidents: { $incidents }, versions of what is normal: { $baselines }). What is missing is learned again
store-found = What { $path } holds could not be read when the watch began, and can be now: the watch begins anew with it
store-read-only = { $path } cannot be written, only read: check its permissions and the disk, and who else holds it
store-full = the disk is full: nothing more can be stored in { $path }; free some space on it
store-busy = { $path } is kept locked by another program (a backup, a database browser?): close it there
store-no-shared-memory = { $path } lies on a file system that cannot share memory (a network drive?): use a data directory on a local disk
store-slow = the disk does not answer: what is told now is not yet stored in { $path }; check the disk
store-refused = nothing was stored in { $path } ({ $detail }). This is a mistake in Frontwatch, please report it
store-io = { $path } could not be used: { $why }; check its permissions and the disk
store-failed = the database { $path } failed ({ $detail }): check the disk, then see `frontwatch doctor`
store-broke = the store in { $path } broke down at what it was asked. This is a mistake in Frontwatch, please report it
store-closed = the store in { $path } is closed: start Frontwatch again

# What was learned.
baseline-none = nothing has been learned yet of { $watch }
baseline-no-version = { $watch } has no version { $version }; `frontwatch baseline history` lists them
baseline-unreadable = what was learned of { $watch } was stored in a form that this version does not read; choose a later one
baseline-no-page = { $watch } gives no page that could be approved: try again when it is there

# The keychain, and what is kept there.
keychain-missing = the keychain holds no credential "{ $name }": keep one with `frontwatch credential set { $name } --origin https://…`
keychain-strange = what the keychain holds as "{ $name }" was not written by this program: remove it, and set it anew
keychain-locked = the keychain is locked: unlock it (log in to the desktop, or answer its question), then try again
keychain-silent = the keychain does not answer: it may be waiting for you to unlock it
keychain-unavailable = no keychain can be used ({ $detail }). On Linux one is kept by gnome-keyring, KWallet or KeePassXC
secret-origin = this is no origin: write scheme and host, and a port where it is unusual, such as https://report.example or smtp://smtp.example:465
secret-in-the-clear = a secret is sent over https only: over http everybody on the way could read it
secret-length = the secret must have from 1 to { $longest ->
    [one] { $longest } byte
   *[other] { $longest } bytes
}
secret-mail = a mail server takes a user and a password: write user:password, without --bearer or --header
secret-no-colon = for a user and a password write user:password; for a token say --bearer or --header NAME
secret-characters = the secret holds characters that cannot be sent, such as a line end
secret-header = a secret cannot be sent in a header of this name

# Alerts that do not arrive.
undelivered-no-server = no notification server answers ({ $detail })
undelivered-refused = the notification was not accepted: { $why }
notify-silent = the notification server has not answered within { $seconds } s
notify-unread = the notification server's answer can't be read ({ $detail })
notify-ended = the part of Frontwatch that shows notifications has ended; start Frontwatch again
far-silent = it has not answered within { $seconds } s
far-timed-out = it has not answered in time
far-no-name = its name does not exist
far-no-answer-of-name = its name could not be looked up
far-refuses = it refuses connections
far-dropped = it ended the connection without an answer
far-unreachable = there is no way to it from here
far-untrusted = its certificate is not trusted
far-unencrypted = no encrypted connection to it could be agreed on
far-not-http = it answers something that is not HTTP
far-local = this computer did not let the connection be made
far-unreached = it cannot be reached
far-credential-elsewhere = the credential { $name } is sent to { $origin } only, and this is { $here }: set it anew for that
far-credential-missing = the keychain holds no credential { $name }: keep one with `frontwatch credential set { $name } --origin { $origin }`
far-answers = it answers { $status }: { $what }
webhook-not-this = it does not take this alert; see whether its template is what it expects
webhook-elsewhere = it leads elsewhere; write the address that it leads to
webhook-no-entry = it does not let us in; see to its address and its credential
webhook-none = there is no such webhook; see to its address
webhook-wait = it asks us to wait
webhook-not-so = it does not take alerts in this way
webhook-fails = it fails
mail-answers = the mail server answers { $status }: { $what }
mail-not-this = it does not take this mail
mail-no-entry = it does not let us in; see to the user and the password
mail-not-these-people = it does not take mail from this sender to these recipients
mail-not-now = not now
mail-not-so = it does not take mail in this way
mail-no-mail-server = it does not speak as a mail server does, or not encrypted; see to its port and its credential
mail-no-user = its credential is no user and password: set it anew as user:password
mail-unmade = the mail could not be made ({ $detail })

# The configuration as a file.
configuration-missing = there is no configuration at { $file }: put into it, for each outlet, three lines: [[outlet]], name = "Your paper", homepage = "https://your-paper.example/"; `frontwatch demo` needs none and shows the watch at work
configuration-unreadable = { $file } cannot be read: { $why }; check its permissions
configuration-unwritable = { $file } cannot be written: { $why }; check its permissions and the disk
configuration-in-file = { $file }: { $what }

# Starting.
homeless = this user has no home directory: name the configuration with --config and the data directory with --data
fetch-authority-unread = the certificate authority { $file } could not be read: { $why }; correct its path or take it out of `certificate_authorities`
fetch-authority-bad = the certificate authority { $file } is not a PEM certificate ({ $detail }): export it as PEM or take it out of `certificate_authorities`
fetch-user-agent = the user agent "{ $agent }" cannot be sent: use visible ASCII characters only in `user_agent`
fetch-no-authorities = the certificates of authorities could not be read ({ $detail }): check that the system's certificates are installed (package ca-certificates)
fetch-no-client = the HTTP client could not be set up ({ $detail }): check that the system's certificates are installed (package ca-certificates)
desktop-no-thread = notifications cannot be raised: { $why }; close other programs and start again
desktop-no-display = there is no desktop here (neither DISPLAY nor WAYLAND_DISPLAY is set): `frontwatch watch` watches without one
desktop-ended = the desktop program could not go on; `frontwatch watch` watches without a desktop
desktop-not-started = the desktop program could not start ({ $detail })
demo-no-folder = no temporary directory could be made: { $why }; check the disk
demo-no-newsroom = the newsroom of the demonstration did not open ({ $detail })
autostart-homeless = this user has no home directory
autostart-file = { $file }: { $why }
