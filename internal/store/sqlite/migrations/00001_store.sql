-- Version 1. A file is ours by its application_id ("RDOT").

-- +goose Up
PRAGMA application_id = 1380208468;

-- seq is the order of arrival. The text stands apart from the rest of the
-- document, and last, so that a list of documents does not read it.
CREATE TABLE document (
    seq  INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    json TEXT NOT NULL,
    text BLOB NOT NULL
) STRICT;

-- The reading of a document; json has everything but the statements.
CREATE TABLE record (
    doc    INTEGER PRIMARY KEY REFERENCES document (seq),
    reader TEXT NOT NULL,
    json   TEXT NOT NULL
) STRICT;

-- n is the place in the record. said_from and said_to are the first and the
-- last day that said can mean, NULL where it is unknown. They have no index:
-- lists are in the order of (doc, n), and SQLite keeps to that one rather than
-- sort; it passes over 200,000 statements in 0.2 s.
CREATE TABLE statement (
    doc       INTEGER NOT NULL REFERENCES record (doc) ON DELETE CASCADE,
    n         INTEGER NOT NULL,
    id        TEXT NOT NULL UNIQUE,
    speaker   TEXT NOT NULL,
    act       TEXT NOT NULL,
    grade     TEXT NOT NULL,
    said_from TEXT,
    said_to   TEXT,
    json      TEXT NOT NULL,
    PRIMARY KEY (doc, n)
) STRICT;

CREATE INDEX statement_speaker ON statement (speaker, doc, n);
CREATE INDEX statement_act ON statement (act, doc, n);
CREATE INDEX statement_grade ON statement (grade, doc, n);

-- Ids that stand inside record.json, to be found by their beginning.
CREATE TABLE ref (
    id   TEXT NOT NULL,
    type TEXT NOT NULL,
    doc  INTEGER NOT NULL REFERENCES record (doc) ON DELETE CASCADE,
    PRIMARY KEY (id, type, doc)
) STRICT, WITHOUT ROWID;

CREATE INDEX ref_doc ON ref (doc);

CREATE TABLE failure (
    seq    INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    hash   TEXT NOT NULL,
    reason TEXT NOT NULL,
    tried  TEXT NOT NULL,
    UNIQUE (name, hash)
) STRICT;

CREATE INDEX failure_hash ON failure (hash);

-- The groups of the ledger. seq is the order in which they were first put.
CREATE TABLE ledger (
    seq  INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    id   TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (id, type)
) STRICT;

-- At most one row: which ledger is kept, and the last report it takes in.
CREATE TABLE cursor (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    version TEXT NOT NULL,
    seq     INTEGER NOT NULL
) STRICT;
