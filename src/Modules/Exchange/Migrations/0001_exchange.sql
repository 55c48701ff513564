CREATE TABLE exchange_clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last_added BIGINT NOT NULL,
    last_place BIGINT NOT NULL,
    token_key TEXT NOT NULL
);
INSERT INTO exchange_clock (id, last_added, last_place, token_key) VALUES (1, 0, 0, '');

CREATE TABLE exchange_collection (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title_en TEXT NOT NULL,
    title_ja TEXT NOT NULL,
    description_en TEXT NOT NULL,
    description_ja TEXT NOT NULL,
    ceiling TEXT NOT NULL,
    unmarked TEXT,
    states TEXT NOT NULL,
    four_eyes INTEGER NOT NULL,
    accepts_statements INTEGER NOT NULL,
    version INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    closed_at TEXT
);

CREATE TABLE exchange_partner (
    id TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    state TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    secret_at TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at TEXT
);

CREATE TABLE exchange_grant (
    collection INTEGER NOT NULL REFERENCES exchange_collection (number),
    holder TEXT NOT NULL,
    can_read INTEGER NOT NULL,
    can_write INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (collection, holder)
);

CREATE TABLE exchange_member (
    collection INTEGER NOT NULL REFERENCES exchange_collection (number),
    added BIGINT NOT NULL,
    place BIGINT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    type TEXT NOT NULL,
    spec TEXT NOT NULL,
    standing INTEGER NOT NULL,
    current INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    addressed TEXT NOT NULL,
    batch TEXT NOT NULL,
    PRIMARY KEY (collection, added)
);
CREATE UNIQUE INDEX exchange_member_version ON exchange_member (collection, id, version);
CREATE INDEX exchange_member_current ON exchange_member (collection, added) WHERE current = 1;
CREATE INDEX exchange_member_type ON exchange_member (collection, type, added);
CREATE INDEX exchange_member_place ON exchange_member (place);

CREATE TABLE exchange_arrival (
    batch TEXT NOT NULL,
    place BIGINT NOT NULL,
    collection INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (place, batch, digest)
);

CREATE TABLE exchange_approval (
    place BIGINT NOT NULL,
    collection INTEGER NOT NULL,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (place, collection, person)
);

CREATE TABLE exchange_label (
    place BIGINT PRIMARY KEY,
    type TEXT NOT NULL,
    label TEXT NOT NULL
);

CREATE TABLE exchange_reference (
    target TEXT NOT NULL,
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (target, place, name)
);

CREATE TABLE exchange_removal (
    collection INTEGER NOT NULL,
    added BIGINT NOT NULL,
    place BIGINT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (collection, added)
);
CREATE INDEX exchange_removal_id ON exchange_removal (id);

CREATE TABLE exchange_departure (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    way_out TEXT NOT NULL,
    collection TEXT NOT NULL,
    recipient TEXT NOT NULL,
    tlp TEXT NOT NULL,
    reason TEXT NOT NULL,
    rule TEXT NOT NULL,
    removed TEXT NOT NULL,
    purpose TEXT NOT NULL,
    for_case TEXT,
    objects INTEGER NOT NULL
);
CREATE INDEX exchange_departure_recipient ON exchange_departure (recipient, number);

CREATE TABLE exchange_departed (
    departure INTEGER NOT NULL REFERENCES exchange_departure (number),
    object_id TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (object_id, version, departure)
);
CREATE INDEX exchange_departed_departure ON exchange_departed (departure);

CREATE TABLE exchange_source (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    remote_collection TEXT NOT NULL,
    token TEXT NOT NULL,
    collection INTEGER NOT NULL REFERENCES exchange_collection (number),
    organisation TEXT NOT NULL,
    every_minutes INTEGER NOT NULL,
    added_after TEXT,
    next_token TEXT,
    last_try TEXT,
    last_good TEXT,
    failures INTEGER NOT NULL,
    problem TEXT,
    taken BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at TEXT
);

CREATE TABLE exchange_push (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    remote_collection TEXT NOT NULL,
    collection INTEGER NOT NULL REFERENCES exchange_collection (number),
    partner TEXT NOT NULL,
    sent_until BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    at TEXT NOT NULL
);
