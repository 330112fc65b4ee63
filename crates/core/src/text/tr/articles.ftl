# What is said of published stories, read after "Report: ".

signal-story-deleted = “{ $title }” başlıklı haber artık açılmıyor
signal-story-rewritten = yayımlanmış bir haberin metni değiştirildi: { $count } kelime kayboldu, yerlerine başkaları geldi
signal-story-emptied = yayımlanmış bir haberin metni kayboldu, sayfası hâlâ duruyor
signal-story-shortened = yayımlanmış bir haberden { $count } kelime çıkarıldı
signal-story-beside = yayımlanmış bir haberin yanındaki metin değiştirildi ({ $count } kelime)
signal-story-reworded = yayımlanmış bir haberin içinde { $count } kelime değiştirildi
signal-story-retitled = yayımlanmış bir haberin başlığı değişti: “{ $title }”
signal-story-picture = yayımlanmış bir haberde başka bir ana görsel görünüyor
