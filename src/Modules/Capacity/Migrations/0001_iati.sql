-- Activities that people took over from files of the IATI standard. Rows are only ever added: taking one over again is a further version.
CREATE TABLE capacity_activity (
    identifier TEXT NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    blocks TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_name TEXT NOT NULL,
    PRIMARY KEY (identifier, version)
);
