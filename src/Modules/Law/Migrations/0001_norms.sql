-- What organisations give as evidence for a norm and how they judge it. Rows are only ever added: a withdrawal is a row of its own.
CREATE TABLE law_norm_evidence (
    norm TEXT NOT NULL,
    number BIGINT NOT NULL,
    owner TEXT NOT NULL,
    day TEXT NOT NULL,
    statement TEXT NOT NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    form_key TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_name TEXT NOT NULL,
    PRIMARY KEY (norm, number)
);
CREATE UNIQUE INDEX law_norm_evidence_form ON law_norm_evidence (owner, form_key);
CREATE TABLE law_norm_withdrawal (
    norm TEXT NOT NULL,
    number BIGINT NOT NULL,
    reason TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL,
    withdrawn_by TEXT NOT NULL,
    withdrawn_name TEXT NOT NULL,
    PRIMARY KEY (norm, number),
    FOREIGN KEY (norm, number) REFERENCES law_norm_evidence (norm, number)
);
CREATE TABLE law_norm_assessment (
    norm TEXT NOT NULL,
    owner TEXT NOT NULL,
    number BIGINT NOT NULL,
    level TEXT NOT NULL,
    as_of TEXT NOT NULL,
    reason TEXT NOT NULL,
    said_by TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_name TEXT NOT NULL,
    PRIMARY KEY (norm, owner, number)
);
