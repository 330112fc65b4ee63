-- What the step to format 7 does, and rows as that version wrote them. Never edited.
CREATE TABLE look_half (
    watch     TEXT NOT NULL,
    half      INTEGER NOT NULL,
    looks     INTEGER NOT NULL,
    median_ms INTEGER,
    PRIMARY KEY (watch, half)
) STRICT, WITHOUT ROWID;
CREATE INDEX look_half_half ON look_half (half);
ALTER TABLE look_last ADD COLUMN there INTEGER;
ALTER TABLE look_hour ADD COLUMN telling INTEGER NOT NULL DEFAULT 0;
ALTER TABLE look_hour ADD COLUMN there INTEGER NOT NULL DEFAULT 0;

INSERT INTO look_half VALUES ('homepage:https://paper.example/', 1789898400000, 60, 115);
