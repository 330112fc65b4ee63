# What is said of published stories, read after "Report: ". Titles in arguments come from the watched page.

signal-story-deleted = the story "{ $title }" no longer opens
signal-story-rewritten = the text of a published story was replaced: { $count ->
    [one] { $count } word of it is gone and another stands there
   *[other] { $count } words of it are gone and others stand there
}
signal-story-emptied = the text of a published story is gone, the page is still there
signal-story-shortened = { $count ->
    [one] { $count } word was taken out of a published story
   *[other] { $count } words were taken out of a published story
}
signal-story-beside = a text beside a published story was replaced, { $count ->
    [one] { $count } word
   *[other] { $count } words
}
signal-story-reworded = { $count ->
    [one] { $count } word within a published story was changed
   *[other] { $count } words within a published story were changed
}
signal-story-retitled = a published story has another title: "{ $title }"
signal-story-picture = a published story shows another main picture
