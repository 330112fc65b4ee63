# One sentence for each kind of signal, read after "Report: " and in lists. Names and texts in arguments come from the
# watched page.

signal-collapse-page = most of the front page is gone: { $percent }% of its usual text and links is left
signal-lost-headings = the headlines are gone; there were always at least { $count }
signal-lost-page = { $percent }% of what never changed on the page is gone
signal-lost-navigation = the navigation is gone: { $count ->
    [one] { $count } link that never changed
   *[other] { $count } links that never changed
}
signal-takeover-page = another page stands in the place of this one
signal-title-replaced = the page has another title: "{ $title }"
signal-title-card = the page is shared under another title: "{ $title }"
signal-title-markup = code was written into the page's title
signal-wording-title = the title claims that the page was taken over: "{ $text }"
signal-wording-heading = a headline claims that the page was taken over: "{ $text }"
signal-wording-text = a text claims that the page was taken over: "{ $text }"
signal-cover-picture = a picture never seen there before covers the front page
signal-cover-element = something never seen there before covers the front page
signal-cover-frame = a foreign page covers the front page
signal-cover-hidden = a new style hides the front page
signal-cover-pushed = something as high as the view pushes the front page out of it
signal-cover-bar = words never seen there before stay in view while one reads: "{ $text }"
signal-link-scattered = { $count ->
    [one] { $count } link leads to { $host }, where none ever led
   *[other] { $count } links in several places lead to { $host }, where none ever led
}
signal-wallet-placed = readers are asked to send crypto-currency to an address that was never there
signal-cover-made-up = a new style covers the front page, or puts words or a picture over it
signal-image-top = a new picture stands where none ever stood, from { $host }
signal-image-logo = the logo was replaced by another picture, from { $host }
signal-image-everywhere = the same new picture stands in { $count ->
    [one] { $count } place
   *[other] { $count } places
}
signal-image-words = { $count ->
    [one] new words stand for { $count } picture
   *[other] the same new words stand for { $count } pictures
}
signal-image-exchanged = { $count ->
    [one] { $count } picture comes from a host that no picture ever came from: { $host }
   *[other] { $count } pictures come from a host that no picture ever came from: { $host }
}
signal-source-script = a script from a host never seen there before: { $host }
signal-source-frame = a frame from a host never seen there before: { $host }
signal-source-object = an embedded object from a host never seen there before: { $host }
signal-source-style = a style sheet from a host never seen there before: { $host }
signal-source-form = a form sends what is typed to a foreign host: { $host }
signal-source-base = all addresses of the page now lead to a foreign host: { $host }
signal-source-refresh = the page sends its readers on to a foreign host: { $host }
signal-source-canonical = the page says that it belongs to another site: { $host }
signal-source-icon = the page's icon comes from a foreign host: { $host }
signal-source-elsewhere = the page says that it is to be found at another site: { $host }
signal-script-replaces = a new script replaces the whole page
signal-script-packed = a new script was made unreadable
signal-script-redirects = a new script sends readers elsewhere
signal-script-reads = a new script reads what is typed into fields
signal-script-rewrites = a new script hides the page or rewrites its headlines
signal-script-stays = a new script stays with readers after they leave the page
signal-script-new = a new script stands in the page
signal-link-hijacked = { $count ->
    [one] { $count } link leads to a foreign site now: { $host }
   *[other] { $count } links lead to a foreign site now: { $host }
}
signal-link-hidden = hidden links lead to foreign sites, such as { $host }
signal-link-block = links to foreign sites stand where no links stood, such as { $host }
signal-link-buried = { $count ->
    [one] { $count } hidden link stands in a place where none stood
   *[other] { $count } hidden links stand in one place where none stood
}
signal-link-redirected = { $count ->
    [one] { $count } link keeps its words and leads to a foreign site now: { $host }
   *[other] { $count } links keep their words and lead to a foreign site now: { $host }
}
signal-link-moved = { $count ->
    [one] { $count } headline leads somewhere else than before
   *[other] { $count } headlines lead somewhere else than before
}
signal-link-program = a foreign site offers a program to readers: { $host }
signal-headline-shared = one new sentence stands over { $count ->
    [one] { $count } story
   *[other] { $count } different stories
}
signal-headline-same = { $count ->
    [one] { $count } headline says: "{ $text }"
   *[other] { $count } headlines say the same: "{ $text }"
}
signal-headline-entries = { $percent }% of the names of sections and short links were changed
signal-headline-rewritten = { $percent }% of the headlines that stayed were rewritten
signal-language-changed = the text is in another script now: { $writing }
signal-text-hidden = almost all of the text is hidden: { $percent }% of it can be seen
signal-text-buried = { $count ->
    [one] { $count } character of hidden text stands where none stood
   *[other] { $count } characters of hidden text stand where none stood
}
signal-text-added = words stand where none ever stood ({ $count ->
    [one] { $count } character
   *[other] { $count } characters
})
signal-text-placed = { $count ->
    [one] { $count } character of text stands above the page, where none ever stood
   *[other] { $count } characters of text stand above the page, where none ever stood
}
signal-language-turned = the page is written in the other direction now
signal-charset-declared = the page says that it is written in another character set: { $charset }
signal-charset-served = the server says that the page is written in another character set: { $charset }
signal-robots-noindex = the page asks search engines to forget it
signal-markup-new = something is built into the page that was never used there: { $word }
signal-language-declared = the page says that it is written in another language: { $language }
signal-style-new = new instructions in the page change how it looks
signal-collapse-code = { $percent }% of what the page always loaded is gone: its scripts and styles
signal-collapse-logo = the logo is gone
signal-collapse-styles = nothing tells the page how to look any more: it is a bare list
signal-collapse-scripts = { $percent }% of the scripts are gone
signal-collapse-layout = parts of the page that were always there are gone ({ $percent }% of its layout)
signal-collapse-pictures = { $percent }% of the pictures are gone
signal-collapse-headings = { $percent }% of the headlines are gone
signal-collapse-links = { $percent }% of the links are gone
signal-collapse-elements = { $percent }% of the page is gone
signal-collapse-text = { $percent }% of the text is gone
signal-grown-text = the page is { $count ->
    [one] { $count } character
   *[other] { $count } characters
} longer than it ever was
signal-grown-end = something was put behind the end of the page
signal-language-passage = words in { $writing } letters, which the page never had
signal-fixed-words = words that never changed in { $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
} were changed
signal-fixed-link = links to other sites that never changed in { $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
} lead elsewhere now
signal-fixed-address = the page gives another address as its own; it was the same in { $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
}
signal-sound-plays = the page plays sound by itself
signal-login-added = the page asks for a password; it never did
signal-login-open = the admin page opens without a login
signal-redirect-foreign = the address now leads to another site: { $host }
signal-availability-maintenance = the site says that it is being worked on
signal-availability-robot-check = a check for robots stands in front of the page
signal-availability-refused = the site refuses our looks (status { $status })
signal-availability-error = the site answers with an error page (status { $status })
signal-availability-unreachable = the site gives no usable answer
signal-feed-unread = this is no feed that can be read: neither RSS, Atom, JSON Feed nor a sitemap
signal-feed-broken = the feed breaks off; { $count ->
    [one] only its first story could be read
   *[other] only its first { $count } stories could be read
}
signal-feed-index = this is a list of { $count ->
    [one] { $count } sitemap; the stories are in that
   *[other] { $count } sitemaps; the stories are in those
}
signal-feed-circular = this list of sitemaps lists nothing but itself
signal-feed-empty = the feed is empty; it had { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
signal-feed-vanished = { $count ->
    [one] { $count } story is gone from the feed, older ones are still there
   *[other] { $count } stories are gone from the feed, older ones are still there
}
signal-feed-removed = { $count ->
    [one] { $count } story was taken out of the feed before its time
   *[other] { $count } stories were taken out of the feed before their time
}
signal-feed-moved = { $count ->
    [one] { $count } story in the feed leads to another address than before: { $address }
   *[other] { $count } stories in the feed lead to another address than before, such as { $address }
}
signal-feed-retitled = stories in the feed were rewritten, such as "{ $title }"
signal-feed-links = { $count ->
    [one] { $count } story in the feed leads to a foreign site: { $host }
   *[other] { $count } stories in the feed lead to a foreign site: { $host }
}
signal-feed-flood = { $count ->
    [one] { $count } new story came into the feed
   *[other] { $count } new stories came into the feed at once
}
signal-painted-changed = the page's own style sheet { $file } is another one
signal-painted-cover = the page's own style sheet { $file } now lays something over the front page
signal-painted-hidden = the page's own style sheet { $file } now hides the front page
signal-painted-made-up = the page's own style sheet { $file } now puts words or a picture over the front page
signal-painted-behind = the page's own style sheet { $file } now puts a picture behind the front page
signal-painted-import = the page's own style sheet { $file } takes in another one from a host never seen there before: { $host }
signal-planted-changed = the page's own script { $file } is another one
signal-planted-loads = the page's own script { $file } now reaches for a host that it never named: { $host }
signal-planted-replaces = the page's own script { $file } now replaces the whole page
signal-planted-packed = something unreadable was put into the page's own script { $file }
signal-planted-redirects = the page's own script { $file } now sends readers elsewhere
signal-planted-reads = the page's own script { $file } now reads what is typed into fields
signal-planted-rewrites = the page's own script { $file } now hides the page or rewrites its headlines
signal-picture-repainted = the logo shows something else than it always did, under the same address ({ $file })
signal-picture-unread = where the logo was stands a picture that cannot be read: broken, or far too large or intricate ({ $file })
signal-picture-logo = the logo was replaced by one that shows something else ({ $file })
signal-picture-same = { $count ->
    [one] { $count } picture that used to differ now shows what others show
   *[other] { $count } pictures that used to differ now show the same
}
signal-picture-unwanted = a picture that you do not want to see is on the page: { $file }
signal-picture-elsewhere = a picture is on the page that appeared in an incident of { $outlet }
