# What is normal for a page, in words.

baseline-empty = nothing is known yet
baseline-looks = learned from { $looks } looks since { $since }; { $confidence }% sure
baseline-never-changes = never changes: { $logos } logos, { $links } links, { $sources } scripts, styles and forms, { $texts } texts
baseline-title = the title was last "{ $title }"
baseline-measures = { $least-links } to { $most-links } links and { $least-text } to { $most-text } characters
baseline-hosts = { $hosts } other hosts serve scripts, frames or forms
baseline-host = { $host } serves scripts, frames or forms
baseline-forms = { $forms } layouts take turns
baseline-provisional = one layout was learned because it stood for half an hour, last seen { $last }; it can be taken back
baseline-learned = the page changed in the ordinary way
baseline-learned-standing = this stood for half an hour and is taken as normal: { $cause }
baseline-approved = a person said that this page is ours
baseline-parts = { $sheets } style sheets and { $scripts } scripts of its own are known, { $logos } logos and { $pictures } other pictures
baseline-logo = the logo shows the same since { $since }
baseline-learned-correction = the story was corrected or grew; what was there stayed
baseline-story = the story "{ $title }" has { $words } words, known since { $since }
baseline-story-corrected = it was corrected { $times } times, each a small change
baseline-values = { $count } values at { $pointer }, the same since { $since }: { $values }
baseline-values-some = { $count } values at { $pointer }, the same since { $since }, among them { $values }
baseline-values-more = { $count } more values are compared all together, and not kept one by one
baseline-closed-denied = it refuses whoever asks; known since { $since }
baseline-closed-gone = nothing is there; known since { $since }
baseline-closed-login = a login page answers; known since { $since }
baseline-closed-open = a person said that it may be open; known since { $since }
baseline-names = { $looks } looks at where the name leads; { $networks } networks are known
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
