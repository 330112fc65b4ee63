# Signals: what is out of the ordinary about a page. Ids begin with `signal-`.
