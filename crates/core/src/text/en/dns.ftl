# What is said of names, read after "Report: " and in lists. Names and addresses in arguments come from whoever answers.

signal-names-servers = the name { $name } is now served by other name servers: { $now } instead of { $before }. Whoever runs these decides what readers see
signal-names-vanished = the name { $name } no longer leads anywhere: readers cannot find the site
signal-names-alias = the name { $name } now leads on to somebody else's: { $now }
signal-names-address = the name { $name } now leads into a network where it never was: { $now }
signal-names-differ = some readers are led elsewhere: { $resolver } gives { $now } for { $name }, others do not
signal-names-denied = some readers cannot find the site: { $resolver } says that { $name } leads nowhere, others do not
signal-names-mail = mail to { $name } now goes to somebody else: { $now }
signal-names-private = every answer for { $name } is an address of a private network, such as a hotel's login page gives: { $now }
signal-names-unanswered = the name { $name } could not be looked up: those who were asked could not tell
signal-names-unread = the answers for this name cannot be read
