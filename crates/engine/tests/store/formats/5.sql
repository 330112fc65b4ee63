-- What the step to format 5 does, and rows as that version wrote them. Never edited.
CREATE TABLE dismissal (
    incident TEXT PRIMARY KEY REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
    outlet   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    why      TEXT NOT NULL
) STRICT;
CREATE INDEX dismissal_alike ON dismissal (outlet, kind, why);

INSERT INTO dismissal VALUES ('over-1', 'Paper', 'title.replaced', 1789902000000, 'advertisement');
