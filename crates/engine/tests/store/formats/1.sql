-- What the step to format 1 does, and rows as that version wrote them. Never edited.
CREATE TABLE incident (
    id       TEXT PRIMARY KEY,
    watch    TEXT NOT NULL,
    state    TEXT NOT NULL,
    opened   INTEGER NOT NULL,
    evidence BLOB,
    data     TEXT NOT NULL
) STRICT;
CREATE INDEX incident_opened ON incident (opened, id);
CREATE INDEX incident_unresolved ON incident (watch) WHERE state <> 'resolved';

CREATE TABLE incident_event (
    id         INTEGER PRIMARY KEY,
    incident   TEXT NOT NULL REFERENCES incident (id),
    at         INTEGER NOT NULL,
    state      TEXT NOT NULL,
    resolution TEXT,
    by         TEXT
) STRICT;
CREATE INDEX incident_event_incident ON incident_event (incident, id);

CREATE TABLE silence (
    id       INTEGER PRIMARY KEY,
    incident TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
    at       INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    UNIQUE (incident, at, reason)
) STRICT;

-- What is announced was stored first: a notice of an incident that is not stored is refused at commit.
CREATE TABLE outbox (
    notice   TEXT NOT NULL,
    channel  TEXT NOT NULL,
    incident TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
    at       INTEGER NOT NULL,
    delivery TEXT NOT NULL CHECK (delivery IN ('pending', 'delivered', 'withdrawn')),
    changed  INTEGER,
    attempts INTEGER NOT NULL,
    next     INTEGER,
    reason   TEXT,
    data     TEXT NOT NULL,
    PRIMARY KEY (notice, channel)
) STRICT;
CREATE INDEX outbox_pending ON outbox (at) WHERE delivery = 'pending';
CREATE INDEX outbox_at ON outbox (at);
CREATE INDEX outbox_incident ON outbox (incident);

CREATE TABLE baseline (
    watch   TEXT NOT NULL,
    version INTEGER NOT NULL,
    format  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    blob    BLOB NOT NULL,
    PRIMARY KEY (watch, version)
) STRICT;

CREATE TABLE body (
    digest BLOB PRIMARY KEY,
    size   INTEGER NOT NULL,
    zstd   BLOB NOT NULL
) STRICT;

CREATE TABLE capture (
    id      INTEGER PRIMARY KEY,
    watch   TEXT NOT NULL,
    role    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    digest  BLOB NOT NULL REFERENCES body (digest),
    url     TEXT NOT NULL,
    status  INTEGER NOT NULL,
    headers TEXT NOT NULL,
    UNIQUE (watch, role, at, digest)
) STRICT;
CREATE INDEX capture_digest ON capture (digest);
CREATE INDEX capture_watch ON capture (watch, at);

CREATE TABLE look_last (
    watch        TEXT PRIMARY KEY,
    at           INTEGER NOT NULL,
    verdict      TEXT NOT NULL,
    availability TEXT NOT NULL,
    digest       BLOB,
    took_ms      INTEGER NOT NULL
) STRICT;

CREATE TABLE look_hour (
    watch        TEXT NOT NULL,
    hour         INTEGER NOT NULL,
    learning     INTEGER NOT NULL,
    normal       INTEGER NOT NULL,
    suspect      INTEGER NOT NULL,
    alarm        INTEGER NOT NULL,
    inconclusive INTEGER NOT NULL,
    took_ms      INTEGER NOT NULL,
    PRIMARY KEY (watch, hour)
) STRICT, WITHOUT ROWID;
CREATE INDEX look_hour_hour ON look_hour (hour);

CREATE TABLE watch_state (
    watch TEXT PRIMARY KEY,
    data  TEXT NOT NULL
) STRICT;

CREATE TABLE blind (
    began INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    PRIMARY KEY (began, ended)
) STRICT, WITHOUT ROWID;

CREATE TABLE alive (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    at   INTEGER NOT NULL
) STRICT;

INSERT INTO incident VALUES ('open-1', 'homepage:https://paper.example/', 'open', 1789898402000, NULL, '{"id":"open-1","outlet":"Paper","group":"A group","watch":"homepage:https://paper.example/","kind":"homepage","url":"https://paper.example/","cause":"content","severity":"critical","state":"open","summary":{"id":"incident-cover","args":{"title":{"foreign":"A title"}}},"signals":[{"kind":"title.replaced","weight":0.5,"message":{"id":"signal-title-replaced","args":{"count":{"number":2.0}}},"before":"News","after":"A title"}],"last_good":"2026-09-20T09:58:00Z","began":"2026-09-20T10:00:00Z","opened":"2026-09-20T10:00:02Z","last_seen":"2026-09-20T10:05:00Z","seen":7,"availability":"up","others_answer":true,"evidence":null,"campaign":null}');
INSERT INTO incident VALUES ('over-1', 'homepage:https://paper.example/', 'resolved', 1789898402000, NULL, '{"id":"over-1","outlet":"Paper","group":"A group","watch":"homepage:https://paper.example/","kind":"homepage","url":"https://paper.example/","cause":"content","severity":"critical","state":"resolved","at":"2026-09-20T11:00:00Z","as":"recovered","summary":{"id":"incident-cover","args":{"title":{"foreign":"A title"}}},"signals":[{"kind":"title.replaced","weight":0.5,"message":{"id":"signal-title-replaced","args":{"count":{"number":2.0}}},"before":"News","after":"A title"}],"last_good":"2026-09-20T09:58:00Z","began":"2026-09-20T10:00:00Z","opened":"2026-09-20T10:00:02Z","last_seen":"2026-09-20T10:05:00Z","seen":7,"availability":"up","others_answer":true,"evidence":null,"campaign":null}');
INSERT INTO incident_event (incident, at, state) VALUES ('open-1', 1789898402000, 'open'), ('over-1', 1789898402000, 'open');
INSERT INTO incident_event (incident, at, state, resolution) VALUES ('over-1', 1789902000000, 'resolved', 'recovered');
INSERT INTO silence (incident, at, reason) VALUES ('over-1', 1789902000000, 'nobody-was-told');
INSERT INTO outbox VALUES ('open-1/opened', 'desktop', 'open-1', 1789898402000, 'pending', NULL, 2, 1789898432000, NULL, '{"id":"open-1/opened","key":"open-1","incident":"open-1","campaign":null,"title":"Paper: alarm on the front page","body":"A picture covers it.","severity":"critical","over":false,"buttons":["acknowledge","open"],"at":"2026-09-20T10:00:02Z"}');
INSERT INTO baseline VALUES ('homepage:https://paper.example/', 3, 1, 1789898000000, '{"id":"baseline-learned","args":{}}', x'0102');
INSERT INTO body VALUES (x'9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 4, x'28b52ffd045821000074657374398167db');
INSERT INTO capture (watch, role, at, digest, url, status, headers) VALUES ('homepage:https://paper.example/', 'alarm', 1789898402000, x'9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'https://paper.example/', 200, '[["server","nginx"]]');
INSERT INTO look_last (watch, at, verdict, availability, digest, took_ms) VALUES ('homepage:https://paper.example/', 1789898402000, 'alarm', 'up', NULL, 120);
INSERT INTO look_hour (watch, hour, learning, normal, suspect, alarm, inconclusive, took_ms) VALUES ('homepage:https://paper.example/', 1789898400000, 0, 110, 0, 10, 0, 14400);
INSERT INTO watch_state VALUES ('homepage:https://paper.example/', '{"kept":true}');
INSERT INTO blind VALUES (1789800000000, 1789803600000);
INSERT INTO alive VALUES (1, 1789898402000);
