-- What the step to format 4 does, and rows as that version wrote them. Never edited.
CREATE TABLE held (
    id     INTEGER PRIMARY KEY,
    watch  TEXT NOT NULL,
    outlet TEXT NOT NULL,
    reason TEXT NOT NULL,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    looks  INTEGER NOT NULL,
    what   TEXT NOT NULL
) STRICT;
CREATE INDEX held_watch ON held (watch, last);
CREATE INDEX held_last ON held (last);
CREATE INDEX incident_event_resolved ON incident_event (at) WHERE state = 'resolved';

INSERT INTO held (watch, outlet, reason, first, last, looks, what) VALUES ('homepage:https://paper.example/', 'Paper', 'unconfirmed', 1789898000000, 1789898100000, 3, '{"id":"incident-cover","args":{}}');
