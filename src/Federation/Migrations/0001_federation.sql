-- What this node says of itself: the last description it signed.
CREATE TABLE node_document (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL,
    body TEXT NOT NULL,
    signed TEXT NOT NULL
);
-- Nodes of other states. "ours" and "theirs" are what each side says of the other; messages flow only while both say confirmed.
CREATE TABLE peer (
    node_id TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    url TEXT,
    document TEXT NOT NULL,
    pin TEXT NOT NULL,
    revision BIGINT NOT NULL,
    ours TEXT NOT NULL,
    theirs TEXT NOT NULL,
    told TEXT,
    agreement TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    confirmed_at TEXT,
    confirmed_by TEXT,
    their_word TEXT,
    their_word_at TEXT,
    -- Numbers of the last statements each way: one that comes late never replaces a newer one.
    said BIGINT NOT NULL,
    their_number BIGINT NOT NULL,
    last_heard_at TEXT,
    last_failure TEXT,
    last_failure_at TEXT,
    clock_ahead_ms BIGINT
);
-- Messages to peers, written with the change that caused them. "signed" is the statement as the peer gets it, before it is sealed.
CREATE TABLE outbox (
    message_id TEXT NOT NULL PRIMARY KEY,
    peer TEXT NOT NULL REFERENCES peer (node_id),
    conversation TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    type TEXT NOT NULL,
    marking TEXT NOT NULL,
    signed TEXT NOT NULL,
    digest TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    receipt TEXT,
    settled_at TEXT,
    UNIQUE (peer, conversation, sequence)
);
CREATE INDEX outbox_state ON outbox (peer, state, conversation, sequence);
CREATE TABLE outbox_conversation (
    peer TEXT NOT NULL,
    conversation TEXT NOT NULL,
    next_sequence BIGINT NOT NULL,
    PRIMARY KEY (peer, conversation)
);
-- Messages of peers, each once. A row is written in the transaction that applies the message, with the receipt that says so.
CREATE TABLE inbox (
    peer TEXT NOT NULL REFERENCES peer (node_id),
    message_id TEXT NOT NULL,
    conversation TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    type TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    signed TEXT NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    receipt TEXT NOT NULL,
    PRIMARY KEY (peer, message_id),
    UNIQUE (peer, conversation, sequence)
);
CREATE TABLE inbox_conversation (
    peer TEXT NOT NULL,
    conversation TEXT NOT NULL,
    next_sequence BIGINT NOT NULL,
    PRIMARY KEY (peer, conversation)
);
