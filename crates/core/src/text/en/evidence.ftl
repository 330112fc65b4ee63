# What stood before and stands now, as the program says it where it is no text of the site itself. Read by itself, beside the
# reason. $text, $title, $name, $issuer and the like may be of the site.

shown-nothing = nothing

# The page, and how it answers.
shown-page-itself = the page itself
shown-status = status { $status }
shown-status-text = status { $status }: { $text }
shown-refused-or-gone = refused, or not there
shown-refused = refused
shown-not-there = not there
shown-answered = the page answered
shown-no-answer = no answer that can be judged: it ended { $stage }
shown-stage-judging = judging
shown-stage-own-network = on this computer's own network

# Certificates.
shown-certificate = a certificate
shown-no-certificate = what is no certificate
shown-certificate-valid = a certificate that is valid now
shown-certificate-lasting = a certificate that lasts
shown-run-out = it has run out
shown-valid-until = valid until { $day }
shown-valid-from = valid from { $day }
shown-chain-incomplete = { $count ->
    [one] { $count } certificate, which leads to no authority
   *[other] { $count } certificates, which lead to no authority
}
shown-self-signed = signed by itself
shown-signed-for = for { $name }, signed by { $issuer }
shown-taken-back = taken back by { $issuer }
shown-not-trusted = signed by { $issuer }, not trusted
shown-signed-by = signed by { $issuer }
shown-signed-everywhere = signed by { $issuer }, here and at every other site
shown-nameless = somebody without a name
shown-another-key = another key

# How much is there.
shown-least-links-text = at least { $links ->
    [one] { $links } link
   *[other] { $links } links
} and { $text ->
    [one] { $text } character
   *[other] { $text } characters
}
shown-links-text = { $links ->
    [one] { $links } link
   *[other] { $links } links
} and { $text ->
    [one] { $text } character
   *[other] { $text } characters
}
shown-least-headings = at least { $count ->
    [one] { $count } heading
   *[other] { $count } headings
}
shown-headings = { $count ->
    [one] { $count } heading
   *[other] { $count } headings
}
shown-least-parts = at least { $links ->
    [one] { $links } link
   *[other] { $links } links
}, { $pictures ->
    [one] { $pictures } picture
   *[other] { $pictures } pictures
} and { $headings ->
    [one] { $headings } heading
   *[other] { $headings } headings
}
shown-parts-gone = { $links ->
    [one] { $links } link
   *[other] { $links } links
}, { $pictures ->
    [one] { $pictures } picture
   *[other] { $pictures } pictures
} and { $headings ->
    [one] { $headings } heading
   *[other] { $headings } headings
}; { $percent }% of the { $part } gone
shown-styled = a page with style sheets
shown-unstyled = none is left
shown-most-characters = at most { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
shown-characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
shown-ended = the page ended where it says so
shown-goes-on = it goes on after its end
shown-never-changed = { $count ->
    [one] { $count } part that never changed
   *[other] { $count } parts that never changed
}
shown-still-there = { $count ->
    [one] { $count } of them is there
   *[other] { $count } of them are there
}
shown-links-never-changed = { $count ->
    [one] { $count } link that never changed
   *[other] { $count } links that never changed
}
shown-most-gone = most are gone
shown-same-for = the same for { $count ->
    [one] { $count } look
   *[other] { $count } looks
}
shown-changed-of = { $count } changed, { $same ->
    [one] { $same } other did not
   *[other] { $same } others did not
}

# What covers the page.
shown-uncovered = nothing covered the page
shown-large-element = an element as large as the view
shown-visible = the page could be seen
shown-hiding-rule = a rule that hides the page or much of it
shown-not-made-up = nothing was made up
shown-making-rule = a rule that makes up words or a picture
shown-covering-rule = a rule that lays an element over the whole view
shown-nothing-behind = no picture was behind the page
shown-another-version = another version
shown-nothing-from-there = nothing from there

# Pictures.
shown-no-picture = no picture stood there
shown-logo = a logo that was always there
shown-the-logo = the logo that was always there
shown-different-pictures = a different picture in each place
shown-pictures-say-same = { $count } of { $all ->
    [one] { $all } picture says the same
   *[other] { $all } pictures say the same
}
shown-words-of-own = words of its own for each picture
shown-pictures-known = pictures came from known hosts
shown-seen-at = seen in an incident of { $outlet }
shown-show-same = { $count } of { $all ->
    [one] { $all } shows the same
   *[other] { $all } show the same
}
shown-showed-else = each showed something else

# Words, headlines and languages.
shown-no-words = no words stood there
shown-no-hidden-text = no hidden text stood there
shown-hidden-characters = { $count ->
    [one] { $count } hidden character
   *[other] { $count } hidden characters
}
shown-no-claim = no such claim
shown-no-wallet = no address for payments stood there
shown-headline-each = a headline of its own over each story
shown-headline-one = one over { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
shown-words-kept = links keep their words
shown-links-reworded = { $percent }% of the links that stayed have other words
shown-entries-reworded = { $percent }% of the short links that stayed have other words
shown-mostly-letters = mostly { $writing } letters
shown-no-passage = no passage in { $writing } letters
shown-letters = { $count ->
    [one] { $count } { $writing } letter
   *[other] { $count } { $writing } letters
}
shown-written-other-way = written the other way
shown-written-from-right = written from right to left
shown-written-from-left = written from left to right
shown-another-language = another language
shown-least-visible = at least { $percent }% of the text was to be seen
shown-share-visible = { $percent }% of the text is to be seen
shown-passages-gone = these passages are not on the page any more

# Links.
shown-links-home = links led to the outlet's own pages
shown-links-lead-to = { $count ->
    [one] { $count } link leads to { $host }
   *[other] { $count } links lead to { $host }
}
shown-no-hidden-strangers = no hidden links to strangers
shown-no-hidden-links = no hidden links stood there
shown-hidden-links = { $count ->
    [one] { $count } hidden link in one place
   *[other] { $count } hidden links in one place
}
shown-no-links = no links stood there
shown-no-link-there = no link led there
shown-same-words-home = the same words led to the outlet's own pages
shown-headlines-stay = headlines lead where they led
shown-headlines-moved = { $count } of { $all ->
    [one] { $all } leads elsewhere
   *[other] { $all } lead elsewhere
}
shown-no-programs = no programs were offered

# What pages load and do.
shown-no-script = no such script
shown-script-harmless = the script did nothing like it
shown-no-script-like = no script like this; { $count } known
shown-no-sheet-like = { $count ->
    [one] { $count } style sheet in the page, not like this
   *[other] { $count } style sheets in the page, none like this
}
shown-no-markup-like = none among { $count ->
    [one] { $count } word of markup
   *[other] { $count } words of markup
}
shown-forms-elsewhere = forms never sent there
shown-none = none
shown-never-loaded = never loaded from there; { $count ->
    [one] { $count } other host is known
   *[other] { $count } other hosts are known
}
shown-silent = the page was silent
shown-sound = a video or a sound
shown-to-be-found = to be found by search engines

# Login pages.
shown-asks-password = a page that asks for a password
shown-no-password = no password field: { $title }
shown-over-https = sent over https
shown-over-http = sent over http
shown-by-post = sent by POST
shown-by-get = sent by GET
shown-never-asked = never asked for
shown-nobody-asked = nobody was asked for a password
shown-password-field = a password field

# Feeds.
shown-feed = a feed
shown-whole-feed = a whole feed
shown-other-sitemaps = a list of other sitemaps
shown-list-of-stories = a list of stories
shown-stories-broken = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}, then nothing
shown-stories = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
shown-no-stories = no stories
shown-stories-known = stories led to known sites
shown-most-new-stories = at most { $count ->
    [one] { $count } new story
   *[other] { $count } new stories
} at a time
shown-new-stories = { $count ->
    [one] { $count } new story
   *[other] { $count } new stories at once
}
shown-other-stories = { $count ->
    [one] { $count } other story, none of those
   *[other] { $count } other stories, none of those
}
shown-stories-gone = { $count ->
    [one] { $count } of them is gone, older ones are not
   *[other] { $count } of them are gone, older ones are not
}
shown-stories-some-new = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}, { $came } of them new
shown-stories-keep-words = stories keep their words
shown-stories-keep-addresses = stories keep their addresses

# Names and values.
shown-answers = answers
shown-something-else = something else
shown-no-usable-answer = no usable answer
shown-no-such-name = no such name, or no address
shown-json = a JSON document
shown-fixed-values = values that may not change
shown-no-pointer = no pointer is configured
shown-values-at = { $count ->
    [one] { $count } value
   *[other] { $count } values
} at { $pointer }
shown-values-several = { $values }
shown-values = { $count ->
    [one] { $count } value
   *[other] { $count } values
}
shown-values-other = { $count ->
    [one] { $count } value, not the same
   *[other] { $count } values, not the same
}
shown-nothing-there = nothing stands there
