-- A small store as version 1 wrote it.
INSERT INTO document (seq, id, json, text) VALUES (1, 'd-000000000001',
    '{"id":"d-000000000001","name":"ferry.txt","text":"","hash":"sha256:01","recorded":{"value":"2026-03-05"}}',
    CAST('“Late again,” said Ode.' AS BLOB));
INSERT INTO record (doc, reader, json) VALUES (1, 'reader/1',
    '{"doc":"d-000000000001","reader":"reader/1","parties":[{"id":"p-ode","name":"Ode","kind":"person"}]}');
INSERT INTO statement (doc, n, id, speaker, act, grade, said_from, said_to, json) VALUES
    (1, 0, 's-000000000001', 'p-ode', 'state', 'sure', '2026-03-04', '2026-03-04',
    '{"id":"s-000000000001","doc":"d-000000000001","span":{"doc":"d-000000000001","start":1,"end":12,"bstart":3,"bend":14,"text":"Late again,"},"speaker":"p-ode","act":"state","said":{"value":"2026-03-04"},"grade":"sure","by":"rule/1"}');
INSERT INTO ref (id, type, doc) VALUES ('p-ode', 'party', 1);
INSERT INTO failure (name, hash, reason, tried) VALUES ('bad.pdf', 'sha256:02', 'unknown format', '2026-03-05');
INSERT INTO ledger (type, id, json) VALUES ('story', 'y-000000000001', '{"id":"y-000000000001","documents":["d-000000000001"]}');
INSERT INTO cursor (one, version, seq) VALUES (1, 'ledger/1', 1);
