-- Every checkpoint this node signed, before it was given out: one root for each size, for ever.
CREATE TABLE ledger_checkpoint (
    size BIGINT NOT NULL PRIMARY KEY,
    root TEXT NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL
);
-- Who confirmed a checkpoint of ours: the line they signed.
CREATE TABLE ledger_cosignature (
    size BIGINT NOT NULL REFERENCES ledger_checkpoint (size),
    witness TEXT NOT NULL,
    line TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (size, witness)
);
-- What peers said of their ledgers: the accepted checkpoints with our cosignature, and those that contradict them, kept as evidence.
CREATE TABLE peer_checkpoint (
    peer TEXT NOT NULL,
    number BIGINT NOT NULL,
    size BIGINT NOT NULL,
    root TEXT NOT NULL,
    note TEXT NOT NULL,
    cosigned TEXT,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (peer, number)
);
CREATE INDEX peer_checkpoint_size ON peer_checkpoint (peer, verdict, size);
