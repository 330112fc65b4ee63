### What is said of admin endpoints: login pages, closed panels, JSON, and the credentials that they are asked with.

# Login pages.
signal-login-vanished = the login page is gone: { $how ->
    [missing] nothing is there any more
   *[other] another page stands in its place
}
signal-login-target = what is typed into the login page is now sent to another address: { $target }
signal-login-method = the password would now stand in the address of the next page, where it is kept and seen
signal-login-plain = the password would now be sent unencrypted: everybody on the way can read it
signal-login-field-gone = a field that the login page always had is gone: { $field }
signal-login-field-new = the login page asks for something that it never asked for: { $field }
signal-login-factor-gone = the login page no longer asks for the second factor ({ $field })

# What should be closed.
signal-panel-open = what should be closed opens
signal-panel-login = what always refused whoever asks now shows a login page
signal-panel-back = something answers again where nothing should be
signal-panel-gone = what should refuse whoever asks is not there any more

# JSON. $what: administrator, user or value. $name: by which a person knows it, from the site. $pointer: as configured.
signal-values-appeared = { $count ->
    [1] { $what ->
        [administrator] a new administrator "{ $name }" appeared between { $from } and { $to }
        [user] a new user "{ $name }" appeared between { $from } and { $to }
       *[value] a new value "{ $name }" appeared at { $pointer } between { $from } and { $to }
    }
   *[other] { $what ->
        [administrator] { $count } new administrators appeared between { $from } and { $to }, such as "{ $name }"
        [user] { $count } new users appeared between { $from } and { $to }, such as "{ $name }"
       *[value] { $count } new values appeared at { $pointer } between { $from } and { $to }, such as "{ $name }"
    }
}
signal-values-vanished = { $count ->
    [1] { $what ->
        [administrator] the administrator "{ $name }" vanished between { $from } and { $to }
        [user] the user "{ $name }" vanished between { $from } and { $to }
       *[value] the value "{ $name }" vanished from { $pointer } between { $from } and { $to }
    }
   *[other] { $what ->
        [administrator] { $count } administrators vanished between { $from } and { $to }, such as "{ $name }"
        [user] { $count } users vanished between { $from } and { $to }, such as "{ $name }"
       *[value] { $count } values vanished from { $pointer } between { $from } and { $to }, such as "{ $name }"
    }
}
signal-values-changed = { $count ->
    [1] { $what ->
        [administrator] the administrator "{ $name }" was changed between { $from } and { $to }
        [user] the user "{ $name }" was changed between { $from } and { $to }
       *[value] a value that may not change was changed between { $from } and { $to }: "{ $name }" at { $pointer }
    }
   *[other] { $what ->
        [administrator] { $count } administrators were changed between { $from } and { $to }, such as "{ $name }"
        [user] { $count } users were changed between { $from } and { $to }, such as "{ $name }"
       *[value] { $count } values that may not change were changed between { $from } and { $to }, such as "{ $name }" at { $pointer }
    }
}
signal-values-many = some of the many values at { $pointer } came, went or changed between { $from } and { $to }
signal-values-no-match = nothing stands at { $pointer } any more or yet, so that it cannot be compared: the address answers otherwise, or the pointer is wrong
signal-values-unnamed = nothing is compared here, as the configuration names no values: write which ones may not change, such as values = ["/*/id"]
signal-values-refused = the address refuses our looks (status { $status }): it wants a credential, or has refused the one that we sent
signal-values-login = a login page answers in the place of the values: the credential is missing, or was refused
signal-values-unread = we cannot read what the address answers with: { $why }
values-empty = it is empty
values-not-json = it is no JSON
values-cut-short = it ends in the middle
values-too-deep = it is nested too deep
