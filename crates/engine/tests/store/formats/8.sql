-- What the step to format 8 does, and rows as that version wrote them. Never edited.
CREATE TABLE outlet_pause (
    outlet TEXT PRIMARY KEY,
    since  INTEGER NOT NULL,
    until  INTEGER
) STRICT;

INSERT INTO outlet_pause VALUES ('Paper', 1789898000000, NULL);
