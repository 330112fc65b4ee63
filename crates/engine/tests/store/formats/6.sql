-- What the step to format 6 does, and rows as that version wrote them. Never edited.
CREATE TABLE shown (
    id       INTEGER PRIMARY KEY,
    watch    TEXT NOT NULL,
    incident TEXT NOT NULL,
    side     TEXT NOT NULL CHECK (side IN ('usual', 'before', 'now')),
    url      TEXT NOT NULL,
    at       INTEGER NOT NULL,
    png      BLOB NOT NULL,
    UNIQUE (watch, incident, side, url)
) STRICT;
CREATE INDEX shown_incident ON shown (incident);

INSERT INTO shown (watch, incident, side, url, at, png) VALUES ('homepage:https://paper.example/', 'open-1', 'now', 'https://paper.example/a.png', 1789898402000, x'89504e47');
