CREATE TABLE observatory_sensors (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    country TEXT NOT NULL,
    kind TEXT NOT NULL,
    token_hash TEXT NULL,
    token_created_at TEXT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    last_seen_at TEXT NULL,
    retired_at TEXT NULL
);

CREATE UNIQUE INDEX observatory_sensors_token ON observatory_sensors (token_hash);
CREATE INDEX observatory_sensors_owner ON observatory_sensors (owner);
