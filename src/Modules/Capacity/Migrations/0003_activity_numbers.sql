-- A number for each activity, by which it is cited (I-12), and how far it may be relied on, as the person said who took it over.
CREATE TABLE capacity_activity_number (
    identifier TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE
);
INSERT INTO capacity_activity_number (identifier, number)
SELECT firsts.identifier, ROW_NUMBER() OVER (ORDER BY firsts.first_at, firsts.identifier)
FROM (SELECT identifier, MIN(recorded_at) AS first_at FROM capacity_activity GROUP BY identifier) AS firsts;
ALTER TABLE capacity_activity ADD COLUMN confidence TEXT NOT NULL DEFAULT 'B';
