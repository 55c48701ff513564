CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name_en TEXT NOT NULL UNIQUE,
    name_ja TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
);
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    normalised_name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password_hash TEXT,
    security_stamp TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    two_factor INTEGER NOT NULL DEFAULT 0,
    authenticator_key TEXT,
    last_code_step BIGINT NOT NULL DEFAULT 0,
    failed_attempts INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT,
    disabled INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    last_sign_in TEXT
);
CREATE INDEX person_organisation ON person (organisation_id);
CREATE TABLE person_role (
    person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);
CREATE TABLE recovery_code (
    person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (person_id, code_hash)
);
CREATE TABLE passkey (
    credential_id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT,
    public_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    sign_count BIGINT NOT NULL,
    transports TEXT NOT NULL,
    user_verified INTEGER NOT NULL,
    backup_eligible INTEGER NOT NULL,
    backed_up INTEGER NOT NULL,
    attestation_object TEXT NOT NULL,
    client_data_json TEXT NOT NULL
);
CREATE INDEX passkey_person ON passkey (person_id);
-- Only hashes are kept: who reads the records cannot use a link.
CREATE TABLE access_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX access_link_person ON access_link (person_id);
