// Command tokenizer cuts texts into word pieces for bench/tokenizer's Python
// programs, which compare them with the reference.
//
// On standard input it takes the texts, each as its length in bytes (32 bits,
// little endian) and the bytes. On standard output it writes for each text the
// number of its pieces and three numbers a piece: id, start, end (32 bits each).
// On standard error it writes the pieces and the best of three times in seconds.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"time"

	"readout/internal/nn/wordpiece"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: tokenizer VOCAB <TEXTS >PIECES")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "tokenizer: error:", err)
		os.Exit(1)
	}
}

func run(vocab string, in io.Reader, out, log io.Writer) error {
	raw, err := os.ReadFile(vocab)
	if err != nil {
		return err
	}
	t, err := wordpiece.New(string(raw))
	if err != nil {
		return fmt.Errorf("%s: %w", vocab, err)
	}
	texts, err := readTexts(in)
	if err != nil {
		return fmt.Errorf("texts: %w", err)
	}
	pieces, best := measure(t, texts)
	fmt.Fprintln(log, pieces, best.Seconds())
	return write(out, t, texts)
}

func readTexts(in io.Reader) ([]string, error) {
	r := bufio.NewReader(in)
	var texts []string
	for {
		var n uint32
		if err := binary.Read(r, binary.LittleEndian, &n); err == io.EOF {
			return texts, nil
		} else if err != nil {
			return nil, err
		}
		text := make([]byte, n)
		if _, err := io.ReadFull(r, text); err != nil {
			return nil, err
		}
		texts = append(texts, string(text))
	}
}

func measure(t *wordpiece.Tokenizer, texts []string) (pieces int, best time.Duration) {
	var dst []wordpiece.Piece
	for round := range 3 {
		begin := time.Now()
		pieces = 0
		for _, text := range texts {
			dst = t.Append(dst[:0], text)
			pieces += len(dst)
		}
		if d := time.Since(begin); round == 0 || d < best {
			best = d
		}
	}
	return pieces, best
}

func write(out io.Writer, t *wordpiece.Tokenizer, texts []string) error {
	w := bufio.NewWriter(out)
	var dst []wordpiece.Piece
	var line []byte
	for _, text := range texts {
		dst = t.Append(dst[:0], text)
		line = binary.LittleEndian.AppendUint32(line[:0], uint32(len(dst)))
		for _, p := range dst {
			line = binary.LittleEndian.AppendUint32(line, uint32(p.ID))
			line = binary.LittleEndian.AppendUint32(line, uint32(p.Start))
			line = binary.LittleEndian.AppendUint32(line, uint32(p.End))
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return w.Flush()
}
