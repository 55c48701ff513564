CREATE TABLE exchange_object (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    shown TEXT NOT NULL,
    type TEXT NOT NULL,
    spec TEXT NOT NULL,
    digest TEXT NOT NULL,
    origin INTEGER NOT NULL,
    content BLOB NOT NULL
);
CREATE UNIQUE INDEX exchange_object_version ON exchange_object (id, version);

CREATE TABLE exchange_variant (
    place BIGINT NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (place, digest)
);

CREATE TABLE exchange_batch (
    id TEXT PRIMARY KEY,
    collection INTEGER NOT NULL,
    at BIGINT NOT NULL,
    sender TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    state TEXT NOT NULL,
    origin INTEGER NOT NULL,
    total INTEGER NOT NULL,
    succeeded INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    details TEXT,
    waiting BLOB
);
CREATE INDEX exchange_batch_waiting ON exchange_batch (at) WHERE waiting IS NOT NULL;
