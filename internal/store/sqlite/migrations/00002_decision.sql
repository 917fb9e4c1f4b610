-- +goose Up
-- What persons have decided, in order. doc is the document that holds the
-- target, NULL where it is a group; gone is 1 where its reading has no such
-- target now.
CREATE TABLE decision (
    seq  INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    doc  INTEGER REFERENCES document (seq),
    gone INTEGER NOT NULL DEFAULT 0,
    json TEXT NOT NULL
) STRICT;

CREATE INDEX decision_doc ON decision (doc);

-- The reading as it was made, of a document that a decision is about; record
-- and statement then hold it with the decisions applied.
CREATE TABLE reading (
    doc  INTEGER PRIMARY KEY REFERENCES document (seq),
    json TEXT NOT NULL
) STRICT;
