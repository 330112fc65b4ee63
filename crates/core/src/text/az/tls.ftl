### What is said of certificates and of how pages are transported.

signal-certificate-untrusted = oxuculara təhlükə xəbərdarlığı göstərilir: saytın sertifikatını heç kimin zəmanət vermədiyi tərəf imzalayıb ({ $issuer })
signal-certificate-self-signed = oxuculara təhlükə xəbərdarlığı göstərilir: saytın sertifikatını özündən başqa heç kim imzalamayıb
signal-certificate-name = oxuculara təhlükə xəbərdarlığı göstərilir: sertifikat başqa ad üçün verilib ({ $name })
signal-certificate-revoked = oxuculara təhlükə xəbərdarlığı göstərilir: { $issuer } saytın sertifikatını ləğv edib
signal-certificate-expired = oxuculara təhlükə xəbərdarlığı göstərilir: saytın sertifikatının müddəti bitib ({ $until })
signal-certificate-early = oxuculara təhlükə xəbərdarlığı göstərilir: saytın sertifikatı hələ qüvvəyə minməyib (başlanğıc: { $from })
signal-certificate-unread = sayt oxuna bilən sertifikat göstərmir
signal-certificate-incomplete = bəzi oxuculara təhlükə xəbərdarlığı göstərilə bilər: sayt artıq sertifikatına kimin zəmanət verdiyini bildirmir
signal-certificate-issuer = sayta indi başqa qurum zəmanət verir: { $issuer }; əvvəl { $before } verirdi
signal-certificate-key = sayt əvvəllər heç vaxt göstərmədiyi açarı göstərir və bu açara heç kim zəmanət vermir
signal-certificate-expiry = saytın sertifikatının müddəti üç həftədən az vaxta bitir ({ $until }) və hələ yenilənməyib
signal-certificate-expiry-fortnight = saytın sertifikatının müddəti iki həftədən az vaxta bitir ({ $until }) və hələ yenilənməyib
signal-certificate-expiry-week = saytın sertifikatının müddəti bir həftədən az vaxta bitir ({ $until }); onda oxuculara təhlükə xəbərdarlığı göstəriləcək
signal-certificate-expiry-day = saytın sertifikatının müddəti bir gündən az vaxta bitir ({ $until }); onda oxuculara təhlükə xəbərdarlığı göstəriləcək
signal-certificate-protocol = saytla bağlantılar həmişəkindən zəif qorunur
signal-certificate-opened = bu kompüterdə və ya onun şəbəkəsində nəsə şifrələnmiş bağlantıları açır: indi sanki bütün saytların sertifikatını { $issuer } imzalayıb
signal-transport-plain = səhifə indi şifrələnmədən gəlir; əvvəllər həmişə şifrələnmiş gəlirdi
signal-transport-unshown = brauzerlər artıq səhifəni göstərmir, onu fayl kimi saxlayır və ya kodunu göstərir: o, “{ $said }” kimi göndərilir
signal-transport-host = indi saytın başqa serveri cavab verir: { $host }
signal-transport-hsts = sayt artıq brauzerlərdən şifrələmə tələb etmir
signal-transport-csp = sayt artıq səhifələrinin nə yükləyə biləcəyini brauzerlərə bildirmir
signal-transport-server = indi başqa növ server cavab verir: { $server }
signal-robots-header = server axtarış sistemlərindən səhifəni unutmağı xahiş edir

baseline-certificate-taken = sayt { $issuer } tərəfindən verilmiş sertifikat göstərir, bitmə vaxtı: { $until }
baseline-certificate-current = sertifikatını { $issuer } imzalayıb, qüvvədə olma müddəti: { $from } – { $until }
baseline-certificate-signer = onun üçün { $issuer } də imza verib
baseline-certificate-untrusted = brauzerlər bu sertifikata heç vaxt etibar etməyib; həmişə belə olub
baseline-certificate-keys = saytın öz açarlarından { $keys } açar məlumdur
