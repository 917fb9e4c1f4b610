package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout"
	"readout/internal/store"
)

// maxStatements is how many statements of one document have a place of their
// own in the index of words.
const maxStatements = 1 << 20

func statementRow(doc, n int64) int64 { return doc*maxStatements + n }

// keyLetters is how many letters of a word count: the beginning of a word says
// what it is, in all its forms, in most languages that have forms.
const keyLetters = 5

// wordKeys are the words of a text as the index has them, each once: lower
// case, without accents, cut short; and every two that stand side by side,
// joined by "_".
func wordKeys(text string) []string {
	var keys []string
	seen := map[string]bool{}
	add := func(key string) {
		if !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	before := ""
	for _, w := range words(text) {
		add(w)
		if before != "" {
			add(before + "_" + w)
		}
		before = w
	}
	return keys
}

func words(text string) []string {
	var all []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			all = append(all, string(word[:min(len(word), keyLetters)]))
			word = word[:0]
		}
	}
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			word = append(word, r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’': // "don't" is one word
		default:
			end()
		}
	}
	end()
	return all
}

// indexStatements adds the words of a record's statements.
func indexStatements(ctx context.Context, tx *sql.Tx, seq int64, statements []readout.Statement) error {
	stmt, err := tx.PrepareContext(ctx, `INSERT INTO statement_word (rowid, words) VALUES (?, ?)`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for n, s := range statements {
		if n >= maxStatements {
			return fmt.Errorf("more than %d statements", maxStatements)
		}
		if _, err := stmt.ExecContext(ctx, statementRow(seq, int64(n)), strings.Join(wordKeys(cmp.Or(s.ContentText(), s.Span.Text)), " ")); err != nil {
			return err
		}
	}
	return nil
}

func unindexStatements(ctx context.Context, tx *sql.Tx, seq int64) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM statement_word WHERE rowid >= ? AND rowid < ?`, statementRow(seq, 0), statementRow(seq+1, 0))
	return err
}

// publishedDay is the last day that the date of publication can mean.
func publishedDay(doc *readout.Document) string {
	if !doc.Published.Known() {
		return ""
	}
	_, last, _ := store.Days(doc.Published.Value)
	return last
}

// fill indexes what older versions have kept.
func fill(ctx context.Context, tx *sql.Tx) error {
	type row struct {
		seq int64
		doc readout.Document
	}
	docs, err := collect(ctx, tx, func(rows *sql.Rows) (r row, err error) {
		var text []byte
		if err := rows.Scan(&r.seq, &text); err != nil {
			return r, err
		}
		return r, decodeDocument(text, &r.doc)
	}, `SELECT seq, json FROM document`)
	if err != nil {
		return err
	}
	for _, d := range docs {
		rec, err := record(ctx, tx, d.seq)
		if err != nil {
			return err
		}
		if err := indexStatements(ctx, tx, d.seq, rec.Statements); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE document SET published = ? WHERE seq = ?`, publishedDay(&d.doc), d.seq); err != nil {
			return err
		}
	}
	return nil // the ledger is made anew in version 5
}
