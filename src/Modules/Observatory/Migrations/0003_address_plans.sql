CREATE TABLE observatory_address_plans (
    version BIGINT NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    organisations BIGINT NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_name TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    content TEXT NOT NULL
);
