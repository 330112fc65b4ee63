# What is said of published stories, read after "Report: ". Titles in arguments come from the watched page.

signal-story-deleted = “{ $title }” xəbəri artıq açılmır
signal-story-rewritten = dərc olunmuş xəbərin mətni dəyişdirilib: { $count } söz yoxa çıxıb, yerində başqaları var
signal-story-emptied = dərc olunmuş xəbərin mətni yoxa çıxıb, səhifə isə yerindədir
signal-story-shortened = dərc olunmuş xəbərdən { $count } söz çıxarılıb
signal-story-beside = dərc olunmuş xəbərin yanındakı mətn dəyişdirilib, { $count } söz
signal-story-reworded = dərc olunmuş xəbərdə { $count } söz dəyişdirilib
signal-story-retitled = dərc olunmuş xəbərin başlığı dəyişib: “{ $title }”
signal-story-picture = dərc olunmuş xəbər başqa əsas şəkil göstərir
