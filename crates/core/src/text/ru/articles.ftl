# What is said of published stories, read after "Report: ". Titles in arguments come from the watched page.

signal-story-deleted = материал «{ $title }» больше не открывается
signal-story-rewritten = текст опубликованного материала подменён: { $count ->
    [one] исчезло { $count } слово, на его месте
    [few] исчезли { $count } слова, на их месте
    [many] исчезло { $count } слов, на их месте
   *[other] исчезло { $count } слова, на их месте
} другие
signal-story-emptied = текст опубликованного материала пропал, страница осталась
signal-story-shortened = из опубликованного материала { $count ->
    [one] убрано { $count } слово
    [few] убраны { $count } слова
    [many] убрано { $count } слов
   *[other] убрано { $count } слова
}
signal-story-beside = рядом с опубликованным материалом подменён текст, { $count ->
    [one] { $count } слово
    [few] { $count } слова
    [many] { $count } слов
   *[other] { $count } слова
}
signal-story-reworded = в опубликованном материале { $count ->
    [one] изменено { $count } слово
    [few] изменены { $count } слова
    [many] изменено { $count } слов
   *[other] изменено { $count } слова
}
signal-story-retitled = у опубликованного материала другой заголовок: «{ $title }»
signal-story-picture = у опубликованного материала другая главная картинка
