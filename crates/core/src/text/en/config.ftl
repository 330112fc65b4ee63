# What is wrong with a configuration. What $found, $expected and $remedy are, the rest of this file says.

config-at = line { $line }, column { $column }: { $what }
config-mistake = { $subject }: found { $found }, expected { $expected }; { $remedy }
config-to-correct = the configuration has to be corrected first: { $mistake }
config-does-not-fit = the change does not fit into the configuration: { $mistake }
config-no-such-outlet = no outlet is called "{ $outlet }"
config-outlet-by-hand = the outlet "{ $outlet }" is written in a way that can only be changed by hand
config-add-by-hand = the outlet "{ $outlet }" would not be read back as it is; add it by hand
config-selector-by-hand = the outlet "{ $outlet }" would not be read back as it is; write the selector into the file by hand
config-runbook-by-hand = the runbook would not be read back as it is; write it into the file by hand
config-gone = { $what } does not stand in the configuration any more
config-by-hand = { $what } is written in a form that only a text editor can change
config-values-unused = values: only expect = "json" has values, so these are not looked at; remove them

# What was found.
config-quoted = "{ $text }"
config-as-it-is = { $what }
config-reasoned = "{ $text }" ({ $why })
config-nothing = nothing
config-empty-list = an empty list
config-a-text = a text
config-a-number = a number
config-a-moment = a date or a time
config-a-list = a list
config-something-else = something else
config-characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
config-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
config-unknown-key = an unknown key
config-unknown-key-in = an unknown key in { $table }
config-toml-found = { $what }
config-no-name = an empty name
config-spaces-around = spaces around "{ $text }"
config-invisible = invisible characters in "{ $text }"
config-scheme = the scheme "{ $text }"
config-secret-address = no such address (it is not repeated here: it may be a secret)
config-password = an address with a user name or a password
config-fragment = a part that begins with #
config-url-no-host = empty host
config-url-international = invalid international domain name
config-url-port = invalid port number
config-url-ipv4 = invalid IPv4 address
config-url-ipv6 = invalid IPv6 address
config-url-character = invalid domain character
config-url-none = no address
config-hook-clear = an http address of "{ $text }"
config-impolite = { $seconds } s with the address of "{ $text }"
config-no-time = "{ $text }", which is no time at all
config-no-resolvers = false, and no resolvers
config-probes = { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}
config-name-twice = "{ $text }", which line { $line } has already
config-watch-twice = an address that "{ $text }" watches already
config-plan-empty = neither signals nor hosts
config-until-early = a moment that is not after from
config-no-place = a place for "{ $text }", which a notice does not have
config-unclosed = a {"{{"} without a {"}}"}
config-no-json = no JSON: { $text }
config-server-port = a port that is none
config-server-host = a host that is none
config-mailbox-none = no address
config-mailbox-local = an address that mail servers do not take
config-mailbox-domain = an address of no host
config-mailbox-name = a name with characters that cannot stand there
config-selector-closes-nothing = "{ $text }" with a { $sign } that closes nothing
config-selector-sign = "{ $text }" with a { $sign }
config-selector-quotation = "{ $text }" with a quotation that does not end
config-selector-open = "{ $text }" with a { $sign } that is not closed
config-selector-part = "{ $text }" with a part missing

# What was expected, and what to do.
config-toml = valid TOML
config-toml-expected = { $what }
config-toml-do = correct it; the form is described at https://toml.io
config-one-key-of = { $keys } or { $last }
config-remove-it = remove it
config-remove-them = remove them
config-mean = did you mean "{ $text }"?
config-mean-key = did you mean { $key }?
config-one-of = write one of { $words }
config-longer = make it longer
config-shorter = make it shorter
config-at-most = at most { $count }
config-at-most-seconds = a duration of at most { $seconds } s
config-flag = true or false
config-flag-do = write true or false, without quotes
config-list = a list in brackets
config-list-do = write [ and ] around it
config-table = a table
config-table-do = write [{ $header }], once, with its keys below
config-tables = a list of tables
config-tables-do = write [[{ $header }]], in two brackets, above each
config-interval = a duration of at least "2s"
config-interval-do = write a whole number and ms, s, m or h, such as "30s"
config-polite = at least "10s" unless every address is on loopback
config-polite-do = write "10s" or more
config-timeout = a duration from "100ms" to "5m"
config-timeout-do = write a whole number and ms, s, m or h, such as "15s"
config-size = a size of at least "1MB"
config-size-do = write a whole number and kB, MB or GB, such as "500MB"
config-name = a name of 1 to 64 characters
config-name-do = write the name that alerts shall show, such as "Report"
config-name-shorter = write a shorter name
config-type-again = type the name again by hand
config-name-once = a name that no other outlet has, whatever its case
config-name-once-do = give one of the two another name, or make them one outlet
config-channel-once = a name that no other { $kind } has, whatever its case
config-channel-once-do = give one of the two another name
config-watch-once = each { $kind } once
config-watch-once-do = remove one of the two
config-address = an http or https address
config-address-do = write it in full, such as "https://example.com/"
config-address-longest = an address of at most { $most ->
    [one] { $most } byte
   *[other] { $most } bytes
}
config-no-password = an address without either
config-no-password-do = remove what stands before the @; a secret belongs in the keychain (frontwatch credential set)
config-no-fragment = an address without it
config-no-fragment-do = remove it: it is never sent to the site
config-hook-do = write it in full, such as "https://chat.example/hooks/…"
config-hook-encrypted = an https address: over http everybody on the way could read the alerts
config-hook-encrypted-do = write https://; http is for addresses on loopback
config-expect = login, denied, gone or json
config-expect-do = write what the address should answer, such as "login"
config-night = two times of day, such as "22:00-07:00"
config-night-do = write when it becomes quiet and when it ends, with four digits each
config-zone = a time zone by its name, such as "Asia/Baku"
config-zone-do = write it as the IANA database does: a region, a slash and a city
config-moment = a day and a time, such as "2026-12-24T22:00"
config-moment-do = write year, month and day, a T, hours and minutes; the zone stands in time_zone
config-signal = what may be planned: the first word of a signal, such as "title" or "image"; or "outage"
config-signal-do = leave it out: an empty or replaced page, panels, logins, names, certificates and scripts are never expected
config-plan = what is expected
config-plan-do = name it: signals = ["title", "image"]
config-until = the end of what is planned
config-until-do = write a later one
config-host = a host, such as "cdn.example"
config-host-do = write it without https:// and without a path
config-metered = slower or same
config-metered-do = write what to do on a connection that is paid for by what passes, such as "slower"
config-pointer = a JSON pointer (RFC 6901), where * stands for every element
config-pointer-do = write the way to the value, such as "/*/id"
config-tilde = write ~0 for a ~ and ~1 for a / in a name
config-language = a language tag (BCP 47)
config-language-do = write such as "az", "en" or "zh-Hant"
config-agent = a User-Agent in printable ASCII
config-agent-do = write such as "Example newsroom monitor (desk@example.com)"
config-path = the full path of a PEM file
config-path-do = write such as "/etc/ssl/newsroom-ca.pem"
config-folder = the full path of a folder
config-folder-do = write such as "/home/editor/unwanted-pictures"
config-resolver = the address of a DNS resolver, with its port where it is not 53
config-resolver-do = write such as "9.9.9.9", "149.112.112.112:53" or "[2620:fe::fe]:53"
config-some-resolvers = somebody to ask about names
config-some-resolvers-do = name some in resolvers, or remove it
config-probes-do = keep those that you trust most
config-credential = the name of a credential: up to 64 letters, digits, dots, hyphens and underscores
config-credential-do = name it as `frontwatch credential list` does; the secret itself never stands here
config-least = warning or critical
config-least-do = write the least urgent that shall be sent there, such as "warning"
config-template = JSON with places for a notice, such as {"{{"}text{"}}"}
config-template-do = write such as '{"{"}"text": {"{{"}text{"}}}"}'; a value needs no quotes around it
config-places = there are { $words }
config-server = a mail server and its port
config-server-do = write such as "smtp.example.com:465"
config-mailbox = an address of mail
config-mailbox-do = write such as "desk@example.com" or "Frontwatch <watch@example.com>"
config-selector = a CSS selector
config-selector-do = write such as ".ad", "#weather" or "div[data-ad]"
config-runbook = a few lines of text
config-runbook-do = write each step on a line of its own, between """ and """
config-runbook-lines = a runbook of { $count ->
    [one] { $count } line
   *[other] { $count } lines
}; { $most } at the most can be read in a hurry
config-runbook-line = a line of { $count ->
    [one] { $count } character
   *[other] { $count } characters
}; break it into lines of at most { $most }
