package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Input is one file as it came. Data is valid until the next one is asked for.
type Input struct {
	Name string
	Data []byte
}

// extensions are the files that are taken from a directory. A file named by
// itself may have any name.
var extensions = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx"}

// Files gives the inputs that the paths stand for, one in memory at a time: a
// file, every known file under a directory in order of its path, or standard
// input for "-". What cannot be read comes as an Input with a name and an
// *Error; the rest follows. In a directory hidden files and files of other
// kinds are passed by; links, pipes, devices and files over MaxSize come as
// an error that wraps ErrSkipped. Links are not followed there, so that a
// directory cannot lead out of itself or in a circle.
func Files(paths []string, stdin io.Reader) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for _, path := range paths {
			if !walk(path, stdin, yield) {
				return
			}
		}
	}
}

// walk gives the inputs of one path; it is false when no more are wanted.
func walk(path string, stdin io.Reader, yield func(Input, error) bool) bool {
	if path == Stdin {
		return give("stdin", stdin, yield)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return yield(Input{Name: path}, named(path, cause(err)))
	case info.IsDir():
		return walkDir(path, yield)
	}
	return open(path, info, yield)
}

func walkDir(dir string, yield func(Input, error) bool) bool {
	found, more := 0, true
	// The slash makes the walk enter a directory that is named by a link. It
	// never fails itself: every error is given to the caller.
	root := dir + string(filepath.Separator)
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case hidden && d.IsDir():
			return filepath.SkipDir
		case hidden:
			return nil
		case err != nil:
			found++
			more = yield(Input{Name: path}, named(path, cause(err)))
		case d.IsDir():
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			found++
			more = skip(path, "a symbolic link", yield)
		case !hasExt(path, extensions...):
			return nil
		default:
			found++
			more = walkFile(path, d, yield)
		}
		if !more {
			return filepath.SkipAll
		}
		return nil
	})
	if more && found == 0 {
		return yield(Input{Name: dir}, &Error{
			Name: dir, Err: errors.New("the directory holds no reports"),
			Advice: "a report is a file " + strings.Join(extensions, ", "),
		})
	}
	return more
}

// walkFile gives a file met in a directory, or skips it.
func walkFile(path string, d fs.DirEntry, yield func(Input, error) bool) bool {
	info, err := d.Info()
	switch {
	case err != nil:
		return yield(Input{Name: path}, named(path, cause(err)))
	case !info.Mode().IsRegular():
		return skip(path, "a pipe, socket or device", yield)
	case info.Size() > MaxSize:
		e := tooLarge(path, info.Size())
		e.Err = fmt.Errorf("%w: %w", ErrSkipped, e.Err)
		return yield(Input{Name: path}, e)
	}
	return open(path, info, yield)
}

func skip(path, why string, yield func(Input, error) bool) bool {
	return yield(Input{Name: path}, &Error{
		Name: path, Err: fmt.Errorf("%w: %s", ErrSkipped, why), Advice: "name it on the command line to read it",
	})
}

func open(path string, info fs.FileInfo, yield func(Input, error) bool) bool {
	if info.Size() > MaxSize {
		return yield(Input{Name: path}, tooLarge(path, info.Size()))
	}
	f, err := os.Open(path)
	if err != nil {
		return yield(Input{Name: path}, named(path, cause(err)))
	}
	defer f.Close()
	return give(path, f, yield)
}

// give reads r, at most one byte more than a report may have.
func give(name string, r io.Reader, yield func(Input, error) bool) bool {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	switch {
	case err != nil:
		return yield(Input{Name: name}, named(name, cause(err)))
	case len(data) > MaxSize:
		return yield(Input{Name: name}, tooLarge(name, int64(len(data))))
	}
	return yield(Input{Name: name, Data: data}, nil)
}

// cause takes the operation and path off a file error: the name is said once.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
