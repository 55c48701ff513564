CREATE TABLE contacts_body (
    id TEXT NOT NULL PRIMARY KEY,
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    source TEXT NOT NULL,
    as_of TEXT NOT NULL,
    confidence TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE contacts_point (
    id TEXT NOT NULL PRIMARY KEY,
    body_id TEXT NOT NULL REFERENCES contacts_body (id),
    origin TEXT NOT NULL,
    function TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_ja TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    languages TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    hours TEXT NOT NULL,
    holidays TEXT NOT NULL,
    channels TEXT NOT NULL,
    keys TEXT NOT NULL,
    alternates TEXT NOT NULL,
    check_every_days TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    as_of TEXT NOT NULL,
    confidence TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    version BIGINT NOT NULL,
    retired_at TEXT NULL,
    retired_reason TEXT NOT NULL
);

CREATE INDEX contacts_point_body ON contacts_point (body_id);

CREATE TABLE contacts_history (
    subject TEXT NOT NULL,
    version BIGINT NOT NULL,
    change TEXT NOT NULL,
    fields TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_name TEXT NOT NULL,
    PRIMARY KEY (subject, version)
);

CREATE TABLE contacts_revision (
    id INTEGER NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);

INSERT INTO contacts_revision (id, revision) VALUES (1, 0);
