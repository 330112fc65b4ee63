-- What the step to format 2 does, and rows as that version wrote them. Never edited.
CREATE TABLE pause (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    since INTEGER NOT NULL,
    until INTEGER
) STRICT;

INSERT INTO pause VALUES (1, 1789898000000, NULL);
