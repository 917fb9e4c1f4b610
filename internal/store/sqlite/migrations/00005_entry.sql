-- +goose Up

-- Where a group stands among those of its type.
ALTER TABLE ledger ADD COLUMN place INTEGER NOT NULL DEFAULT 0;

-- What the ledger has noted for itself to go on from.
CREATE TABLE ledger_entry (
    name  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (name, key)
) STRICT, WITHOUT ROWID;

-- A ledger without entries cannot be gone on with: it is made anew.
DELETE FROM ledger;
DELETE FROM ledger_key;
DELETE FROM cursor;
INSERT INTO proposition_word (proposition_word) VALUES ('delete-all');
