# Backups: what was made, what was put in its place, and why a file is refused.

backup-made = { $file } was made ({ $megabytes } MB): { $holds ->
    [both] the store with everything that was learned and kept, and the configuration
    [store] the store with everything that was learned and kept; there is no configuration
   *[configuration] the configuration; nothing is stored yet
}. Keep it where only you can read it.
backup-no-secrets = The configuration names no secret.
backup-secrets = { $count ->
    [one] Secrets are in no backup, they stay in the keychain. On another computer this one must be set again with `frontwatch credential set`: { $names }
   *[other] Secrets are in no backup, they stay in the keychain. On another computer these must be set again with `frontwatch credential set`: { $names }
}
backup-exists = { $file } is there already and was left as it is: name another file
backup-nothing = there is nothing to back up: { $folder } holds no store, and there is no { $configuration }

backup-replace = The store in { $folder } and the configuration will be replaced; what is there now is kept beside them. Type { answer-yes }:
backup-nobody = nobody is there to ask: say --yes if what is there is to be replaced
backup-left = Nothing was changed.
backup-restored = The backup of { $made } (Frontwatch { $program }) is in its place.
backup-aside = What was there before is kept as { $file }; remove it when you no longer need it.

backup-refused = { $file } was refused, and nothing was changed: { $why }
backup-no-backup = it is no backup of Frontwatch
backup-cut-short = it ends in the middle; copy it again from where it came
backup-trailing = something follows after its end
backup-foreign = another version of Frontwatch made it, in a form that this one does not know; update Frontwatch
backup-list = its list of contents cannot be read
backup-outside = "{ $entry }" leads out of its folder
backup-absolute = "{ $entry }" names a place of its own on the disk
backup-folder = "{ $entry }" lies in a folder, where no backup has anything
backup-link = "{ $entry }" is a link to another file
backup-hard-link = "{ $entry }" is a second name for another file
backup-special = "{ $entry }" is no ordinary file
backup-extension = "{ $entry }" is of a kind that no backup has
backup-twice = "{ $entry }" is in it twice
backup-case = "{ $entry }" differs from a known name only by its capitals
backup-unknown = "{ $entry }" belongs in no backup
backup-many = there is more in it than in any backup
backup-size = "{ $entry }" is not as long as it should be
backup-bomb = it unpacks to far more than any backup of its size
backup-missing = "{ $entry }" should be in it and is not
backup-digest = "{ $entry }" is not what it was when the backup was made
backup-database = the database in it is damaged
backup-shape = the database in it has something that Frontwatch never makes ("{ $entry }")
backup-newer = a newer Frontwatch wrote the database in it; update Frontwatch
backup-configuration = the configuration in it cannot be used

backup-unreadable = { $file } cannot be read: { $why }
backup-unwritable = { $file } cannot be written: { $why }

store-upgraded = { $path } was brought up to date (format { $from } to { $to }). As it was it is kept in { $kept }, for `frontwatch restore`
store-not-backed-up = { $path } was brought up to date (format { $from } to { $to }), and could not be backed up before: { $why }
store-restoring = a restore of { $path } was cut short: start `frontwatch watch` once, or the restore again, which does the rest of it
