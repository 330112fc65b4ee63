-- What the step to format 3 does, and rows as that version wrote them. Never edited.
CREATE TABLE incident_picture (
    id       INTEGER PRIMARY KEY,
    incident TEXT NOT NULL,
    outlet   TEXT NOT NULL,
    at       INTEGER NOT NULL,
    print    BLOB NOT NULL CHECK (length(print) = 32),
    UNIQUE (incident, print)
) STRICT;

INSERT INTO incident_picture (incident, outlet, at, print) VALUES ('open-1', 'Paper', 1789898402000, zeroblob(32));
