CREATE TABLE observatory_import_jobs (
    id TEXT NOT NULL PRIMARY KEY,
    sensor TEXT NOT NULL REFERENCES observatory_sensors (name),
    file_name TEXT NOT NULL,
    format TEXT NULL,
    state TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    submitted_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    started_at TEXT NULL,
    finished_at TEXT NULL,
    attempts BIGINT NOT NULL,
    size_bytes BIGINT NOT NULL,
    read_bytes BIGINT NOT NULL,
    imported BIGINT NOT NULL,
    duplicates BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    report TEXT NULL,
    error TEXT NULL
);

CREATE INDEX observatory_import_jobs_state ON observatory_import_jobs (state, created_at);
CREATE INDEX observatory_import_jobs_sensor ON observatory_import_jobs (sensor, created_at);
