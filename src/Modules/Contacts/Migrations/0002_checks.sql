CREATE TABLE contacts_check (
    id TEXT NOT NULL PRIMARY KEY,
    point_id TEXT NOT NULL REFERENCES contacts_point (id),
    owner TEXT NOT NULL,
    announced INTEGER NOT NULL,
    token_hash TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    sent_name TEXT NOT NULL,
    answered_at TEXT NULL,
    answered_by TEXT NULL
);

CREATE UNIQUE INDEX contacts_check_token ON contacts_check (token_hash);
CREATE INDEX contacts_check_point ON contacts_check (point_id, sent_at);
CREATE INDEX contacts_check_owner ON contacts_check (owner, sent_at);
