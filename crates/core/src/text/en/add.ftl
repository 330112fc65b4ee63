# What is seen of a site before its outlet is added, and what a person is asked.

add-elsewhere = The address leads to another site: { $host }. Make sure that it is yours.
add-https = The front page comes over https, and browsers are told to insist on it (HSTS).
add-https-only = The front page comes over https, but browsers are not told to insist on it (no HSTS).
add-no-https = The front page comes without https: anybody on the way can change it unseen.
add-server = The server calls itself { $server }.
add-generator = The pages say that they are made with { $generator }.
add-certificate = Its certificate is signed by { $issuer } and holds until { $until }.
add-no-certificate = Its certificate is not one that browsers believe: readers are warned of the site.
add-names = Its name is served by { $servers }, and its mail goes to { $mail }.
add-names-no-mail = Its name is served by { $servers }; it takes no mail.
add-feed = { $count ->
    [0] The feed names no story.
    [one] The feed names 1 story.
   *[other] The feed names { $count } stories.
}
add-feed-sitemaps = { $count ->
    [0] The feed is an empty list of sitemaps.
    [one] The feed is a list of 1 sitemap: the one with the latest stories is looked at.
   *[other] The feed is a list of { $count } sitemaps: the one with the latest stories is looked at.
}
add-admin-login = asks for a password
add-admin-denied = refuses everybody
add-admin-gone = is not there
add-admin-users = lists its users
add-no-feed = No feed was found. Stories that vanish are not noticed without one.
add-left-out = { $address } is left out: { $outlet } watches it already.
add-users-open = Anybody can read the list of users at { $path }. Ask whoever runs the site to close it.
add-probe-done = { $found ->
    [0] Nothing was found at the well-known places
    [one] 1 address was found at the well-known places
   *[other] { $found } addresses were found at the well-known places
}, with { $asked ->
    [one] 1 request
   *[other] { $asked } requests
}.
add-probe-stopped = The site refused a request, so no more were made; what is there may not be all.

# The word that agrees. Its first letter does, too; "y" and "yes" do in every language.
answer-yes = yes
add-may-you = Do you run this site, or may you watch it? Type { answer-yes }:
add-may-probe = Ask the site for a login page and a feed at the well-known places, too? At most 12 requests, one after the other. Type { answer-yes }:
add-write = Write this outlet to { $file }? Type { answer-yes }:
add-nobody-to-ask = Nobody is there to ask. Say --yes if you run this site or may watch it, and to write it.
add-nothing-written = Nothing was written.
add-written = written to { $file }; a running watch takes it on by itself

# A list of outlets from another program.
list = { $add ->
    [0] No outlet is new
    [one] 1 outlet is new
   *[other] { $add } outlets are new
}; { $known ->
    [0] no address is watched already
    [one] 1 address is watched already
   *[other] { $known } addresses are watched already
}; { $refused ->
    [0] no line was refused
    [one] 1 line was refused
   *[other] { $refused } lines were refused
}.
list-line = line { $line }: { $what }: { $why }
list-no-address = no address of a site
list-other-scheme = the address of a site begins with https:// or http://
list-password = leave the name and the password out of the address
list-broken = the list is broken here and was read no further
list-too-many = more than is taken at once
list-write = Write { $count ->
    [one] 1 outlet
   *[other] { $count } outlets
} to { $file }? Only if you run these sites or may watch them. Type { answer-yes }:
