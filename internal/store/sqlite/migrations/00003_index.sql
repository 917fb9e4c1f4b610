-- Version 3: what questions about one matter are asked by. Version 4 fills it
-- from the rows that are there.

-- +goose Up

-- The last day that the date of publication can mean, '' where it is unknown.
ALTER TABLE document ADD COLUMN published TEXT NOT NULL DEFAULT '';
CREATE INDEX document_published ON document (published, seq);

-- The keys of every group of the ledger; seq is that of its row.
CREATE TABLE ledger_key (
    key  TEXT NOT NULL,
    type TEXT NOT NULL,
    seq  INTEGER NOT NULL,
    PRIMARY KEY (key, type, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX ledger_key_seq ON ledger_key (seq);

-- The words of statements (rowid is doc * 2^20 + n) and of propositions (rowid
-- is the seq of their row in ledger), and the pairs of words that stand side by
-- side: of a saying that is made of common words, the pairs are rare. The words
-- themselves are not kept again, nor their places.
CREATE VIRTUAL TABLE statement_word USING fts5 (
    words, content = '', contentless_delete = 1, detail = 'none', tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE proposition_word USING fts5 (
    words, content = '', contentless_delete = 1, detail = 'none', tokenize = "ascii tokenchars '_'");
