-- Acts are only ever added. Each row's hash covers the row and the hash before it; the head is kept apart, so that rows
-- cut off at the end show as well.
CREATE TABLE audit_event (
    sequence BIGINT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL,
    actor TEXT NOT NULL,
    organisation TEXT,
    subject TEXT,
    succeeded INTEGER NOT NULL,
    details TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_event_at ON audit_event (at);
CREATE INDEX audit_event_actor ON audit_event (actor, sequence);
CREATE INDEX audit_event_act ON audit_event (act, sequence);
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '');
CREATE TRIGGER audit_event_never_changed BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END;
CREATE TRIGGER audit_event_never_deleted BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END;
