### What is said of admin endpoints: login pages, closed panels, JSON, and the credentials that they are asked with.

# Login pages.
signal-login-vanished = страница входа пропала: { $how ->
    [missing] там больше ничего нет
   *[other] на её месте другая страница
}
signal-login-target = данные, введённые на странице входа, теперь уходят на другой адрес: { $target }
signal-login-method = пароль теперь попал бы в адрес следующей страницы, где он сохраняется и виден
signal-login-plain = пароль теперь был бы отправлен без шифрования: по пути его может прочитать кто угодно
signal-login-field-gone = пропало поле, которое всегда было на странице входа: { $field }
signal-login-field-new = страница входа спрашивает то, чего никогда не спрашивала: { $field }
signal-login-factor-gone = страница входа больше не спрашивает второй фактор ({ $field })

# What should be closed.
signal-panel-open = открывается то, что должно быть закрыто
signal-panel-login = там, где всем отказывали, теперь страница входа
signal-panel-back = снова отвечает адрес, по которому ничего быть не должно
signal-panel-gone = пропало то, что должно отказывать всем

# JSON. $what: administrator, user or value. $name: by which a person knows it, from the site. $pointer: as configured.
signal-values-appeared = { $count ->
    [1] { $what ->
        [administrator] появился новый администратор «{ $name }», между { $from } и { $to }
        [user] появился новый пользователь «{ $name }», между { $from } и { $to }
       *[value] в { $pointer } появилось новое значение «{ $name }», между { $from } и { $to }
    }
   *[other] { $what ->
        [administrator] { $count ->
            [one] появился { $count } новый администратор
            [few] появились { $count } новых администратора
            [many] появилось { $count } новых администраторов
           *[other] появилось { $count } нового администратора
        }, например «{ $name }», между { $from } и { $to }
        [user] { $count ->
            [one] появился { $count } новый пользователь
            [few] появились { $count } новых пользователя
            [many] появилось { $count } новых пользователей
           *[other] появилось { $count } нового пользователя
        }, например «{ $name }», между { $from } и { $to }
       *[value] в { $pointer } { $count ->
            [one] появилось { $count } новое значение
            [few] появились { $count } новых значения
            [many] появилось { $count } новых значений
           *[other] появилось { $count } нового значения
        }, например «{ $name }», между { $from } и { $to }
    }
}
signal-values-vanished = { $count ->
    [1] { $what ->
        [administrator] исчез администратор «{ $name }», между { $from } и { $to }
        [user] исчез пользователь «{ $name }», между { $from } и { $to }
       *[value] из { $pointer } исчезло значение «{ $name }», между { $from } и { $to }
    }
   *[other] { $what ->
        [administrator] { $count ->
            [one] исчез { $count } администратор
            [few] исчезли { $count } администратора
            [many] исчезло { $count } администраторов
           *[other] исчезло { $count } администратора
        }, например «{ $name }», между { $from } и { $to }
        [user] { $count ->
            [one] исчез { $count } пользователь
            [few] исчезли { $count } пользователя
            [many] исчезло { $count } пользователей
           *[other] исчезло { $count } пользователя
        }, например «{ $name }», между { $from } и { $to }
       *[value] из { $pointer } { $count ->
            [one] исчезло { $count } значение
            [few] исчезли { $count } значения
            [many] исчезло { $count } значений
           *[other] исчезло { $count } значения
        }, например «{ $name }», между { $from } и { $to }
    }
}
signal-values-changed = { $count ->
    [1] { $what ->
        [administrator] изменены данные администратора «{ $name }», между { $from } и { $to }
        [user] изменены данные пользователя «{ $name }», между { $from } и { $to }
       *[value] изменено значение, которое не должно меняться, между { $from } и { $to }: «{ $name }» в { $pointer }
    }
   *[other] { $what ->
        [administrator] изменены данные { $count ->
            [one] { $count } администратора
           *[other] { $count } администраторов
        }, например «{ $name }», между { $from } и { $to }
        [user] изменены данные { $count ->
            [one] { $count } пользователя
           *[other] { $count } пользователей
        }, например «{ $name }», между { $from } и { $to }
       *[value] { $count ->
            [one] изменено { $count } значение, которое не должно меняться,
            [few] изменены { $count } значения, которые не должны меняться,
            [many] изменено { $count } значений, которые не должны меняться,
           *[other] изменено { $count } значения, которые не должны меняться,
        } между { $from } и { $to }, например «{ $name }» в { $pointer }
    }
}
signal-values-many = часть из множества значений в { $pointer } появилась, исчезла или изменилась между { $from } и { $to }
signal-values-no-match = в { $pointer } больше или ещё ничего нет, сравнивать нечего: адрес отвечает иначе или указатель неверен
signal-values-unnamed = здесь ничего не сравнивается: в конфигурации не названы значения. Напишите, какие не должны меняться, например values = ["/*/id"]
signal-values-refused = адрес отклоняет запросы Frontwatch (код { $status }): ему нужны учётные данные, или отправленные не приняты
signal-values-login = вместо значений отвечает страница входа: учётных данных нет, или они не приняты
signal-values-unread = ответ адреса не удаётся прочитать: { $why }
values-empty = он пуст
values-not-json = это не JSON
values-cut-short = он обрывается на середине
values-too-deep = вложенность слишком глубока
