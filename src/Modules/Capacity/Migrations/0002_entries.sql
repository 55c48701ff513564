-- What people add to the registry of capacity building. Rows are only ever added: a correction is a further version, a withdrawal a row of its own.
CREATE TABLE capacity_entry (
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    language TEXT NOT NULL,
    fields TEXT NOT NULL,
    form_key TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_name TEXT NOT NULL,
    PRIMARY KEY (number, version)
);
CREATE UNIQUE INDEX capacity_entry_form ON capacity_entry (owner, form_key);
CREATE TABLE capacity_withdrawal (
    number BIGINT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL,
    withdrawn_by TEXT NOT NULL,
    withdrawn_name TEXT NOT NULL
);
