# What is normal for a page, in words.

baseline-empty = nothing is known yet
baseline-looks = learned from { $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
} since { $since }; { $confidence }% sure
baseline-never-changes = never changes: { $logos ->
    [one] { $logos } logo
   *[other] { $logos } logos
}, { $links ->
    [one] { $links } link
   *[other] { $links } links
}, { $sources ->
    [one] { $sources } script, style sheet or form
   *[other] { $sources } scripts, styles and forms
}, { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}
baseline-title = the title was last "{ $title }"
baseline-measures = { $least-links } to { $most-links ->
    [one] { $most-links } link
   *[other] { $most-links } links
} and { $least-text } to { $most-text ->
    [one] { $most-text } character
   *[other] { $most-text } characters
}
baseline-hosts = { $hosts ->
    [one] { $hosts } other host serves scripts, frames or forms
   *[other] { $hosts } other hosts serve scripts, frames or forms
}
baseline-host = scripts, frames or forms come from { $host }
baseline-forms = { $forms ->
    [one] there is { $forms } layout
   *[other] { $forms } layouts take turns
}
baseline-provisional = one layout was learned because it stood for half an hour, last seen { $last }; it can be taken back
baseline-learned = the page changed in the ordinary way
baseline-learned-standing = this stood for half an hour and is taken as normal: { $cause }
baseline-approved = a person said that this page is ours
baseline-parts = known are { $sheets ->
    [one] { $sheets } style sheet
   *[other] { $sheets } style sheets
} and { $scripts ->
    [one] { $scripts } script
   *[other] { $scripts } scripts
} of its own, { $logos ->
    [one] { $logos } logo
   *[other] { $logos } logos
} and { $pictures ->
    [one] { $pictures } other picture
   *[other] { $pictures } other pictures
}
baseline-logo = the logo shows the same since { $since }
baseline-learned-correction = the story was corrected or grew; what was there stayed
baseline-story = the story "{ $title }" has { $words ->
    [one] { $words } word
   *[other] { $words } words
}, known since { $since }
baseline-story-corrected = { $times ->
    [one] it was corrected once, a small change
   *[other] it was corrected { $times } times, each a small change
}
baseline-values = { $count ->
    [one] { $count } value
   *[other] { $count } values
} at { $pointer }, the same since { $since }: { $values }
baseline-values-some = { $count ->
    [one] { $count } value
   *[other] { $count } values
} at { $pointer }, the same since { $since }, among them { $values }
baseline-values-more = { $count ->
    [one] { $count } more value is compared, and not kept by itself
   *[other] { $count } more values are compared all together, and not kept one by one
}
baseline-closed-denied = it refuses whoever asks; known since { $since }
baseline-closed-gone = nothing is there; known since { $since }
baseline-closed-login = a login page answers; known since { $since }
baseline-closed-open = a person said that it may be open; known since { $since }
baseline-names = { $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
} at where the name leads; { $networks ->
    [one] { $networks } network is known
   *[other] { $networks } networks are known
}
baseline-names-servers = the name is served by { $owner }
baseline-names-mail = its mail goes to { $owner }
baseline-names-alias = it leads on to { $owner }
portrait-counts = { $links ->
    [one] { $links } link
   *[other] { $links } links
} and { $pictures ->
    [one] { $pictures } picture
   *[other] { $pictures } pictures
}
portrait-alone = no other host serves scripts, frames or forms
portrait-more = { $hosts ->
    [one] { $hosts } more host does
   *[other] { $hosts } more hosts do
}
