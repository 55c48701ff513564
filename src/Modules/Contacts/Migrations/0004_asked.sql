-- The message in the outbox with which the peer's node was asked; NULL where the link is the only way.
ALTER TABLE contacts_check ADD COLUMN message TEXT NULL;

-- Checks that peers sent to points of this node.
CREATE TABLE contacts_asked (
    id TEXT NOT NULL PRIMARY KEY,
    peer TEXT NOT NULL,
    check_id TEXT NOT NULL,
    state TEXT NOT NULL,
    point_id TEXT NOT NULL REFERENCES contacts_point (id),
    announced INTEGER NOT NULL,
    arrived_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    answered_at TEXT NULL,
    answered_by TEXT NULL,
    answered_name TEXT NULL,
    message TEXT NULL
);

CREATE INDEX contacts_asked_point ON contacts_asked (peer, point_id);
CREATE INDEX contacts_asked_check ON contacts_asked (check_id);
