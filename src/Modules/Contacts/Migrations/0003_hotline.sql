-- Conversations between two states. What was said, and the receipts for it, are only ever added.
CREATE TABLE hotline_conversation (
    id TEXT NOT NULL PRIMARY KEY,
    peer TEXT NOT NULL,
    state TEXT NOT NULL,
    subject TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_here INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    own_number BIGINT NOT NULL,
    peer_number BIGINT NOT NULL,
    closed_at TEXT,
    closed_here INTEGER
);
CREATE INDEX hotline_conversation_last ON hotline_conversation (last_at);
CREATE TABLE hotline_message (
    id TEXT NOT NULL PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES hotline_conversation (id),
    outgoing INTEGER NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    urgency TEXT NOT NULL,
    marking TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_ja TEXT NOT NULL,
    text_en TEXT NOT NULL,
    attributes INTEGER NOT NULL,
    function_ja TEXT NOT NULL,
    function_en TEXT NOT NULL,
    organisation_ja TEXT NOT NULL,
    organisation_en TEXT NOT NULL,
    said_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    statement TEXT NOT NULL,
    proof TEXT,
    author TEXT,
    form_key TEXT
);
CREATE UNIQUE INDEX hotline_message_form ON hotline_message (form_key);
-- A peer that was restored from an older backup uses numbers again; what it says must be heard all the same.
CREATE UNIQUE INDEX hotline_message_number ON hotline_message (conversation, number) WHERE outgoing = 1;
CREATE INDEX hotline_message_conversation ON hotline_message (conversation);
CREATE TABLE hotline_file (
    message TEXT NOT NULL REFERENCES hotline_message (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (message, position)
);
-- One row for each thing said about a message; outgoing where this node said it.
CREATE TABLE hotline_receipt (
    message TEXT NOT NULL REFERENCES hotline_message (id),
    kind TEXT NOT NULL,
    outgoing INTEGER NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    function_ja TEXT NOT NULL,
    function_en TEXT NOT NULL,
    organisation_ja TEXT NOT NULL,
    organisation_en TEXT NOT NULL,
    author TEXT,
    proof TEXT,
    PRIMARY KEY (message, kind)
);
-- How received messages ring. State of this node; changes.
CREATE TABLE hotline_ring (
    message TEXT NOT NULL PRIMARY KEY REFERENCES hotline_message (id),
    peer TEXT NOT NULL,
    urgency TEXT NOT NULL,
    arrived_at TEXT NOT NULL,
    target_at TEXT NOT NULL,
    rang INTEGER NOT NULL,
    climbed INTEGER NOT NULL,
    stopped_at TEXT
);
CREATE INDEX hotline_ring_open ON hotline_ring (stopped_at, arrived_at);
CREATE INDEX hotline_ring_peer ON hotline_ring (peer, arrived_at) WHERE rang = 1;
CREATE TABLE hotline_escalation (
    message TEXT NOT NULL REFERENCES hotline_message (id),
    position INTEGER NOT NULL,
    at TEXT NOT NULL,
    organisation TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (message, position)
);
CREATE TABLE hotline_ladder (
    position INTEGER NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    role TEXT NOT NULL
);
INSERT INTO hotline_ladder (position, organisation, role) VALUES (1, '', 'Administrator');
CREATE TABLE hotline_setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE hotline_phrase (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    urgency TEXT NOT NULL,
    title_ja TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text_ja TEXT NOT NULL,
    text_en TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    retired_at TEXT
);
CREATE TABLE hotline_line (
    peer TEXT NOT NULL PRIMARY KEY,
    test TEXT,
    sent_at TEXT,
    answered_at TEXT,
    heard_at TEXT
);
CREATE TABLE hotline_duty (
    person TEXT NOT NULL PRIMARY KEY,
    since TEXT NOT NULL
);
