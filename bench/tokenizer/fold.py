"""Writes internal/nn/wordpiece/fold.txt: what the reference makes of each code point.

    python fold.py TOKENIZER.json ../../internal/nn/wordpiece/fold.txt

Nothing is taken from this machine's Unicode tables unless the reference is
seen to agree: each code point is put through the reference's own steps (clean,
decompose, strip, lower, split), and its combining class is checked against a
probe of every other class.
"""
import sys
import unicodedata

from tokenizers import normalizers

import reference

HEAD = """\
# readout fold 1
# What uncased WordPiece makes of each code point; a code point not listed stays as it is, Hangul syllables are
# taken apart by rule. Measured from the reference by bench/tokenizer/fold.py: do not edit.
#
#   drop          taken out first, as if it were not there: controls, formats, private use
#   strip K       an accent, taken out after putting marks in order; K is its combining class
#   space         ends a word
#   alone [R]     a word of its own, written as R: punctuation, Chinese characters
#   shift N       the code point that is N higher: capitals
#   become R...   these code points, one at least; R/K is one of combining class K
"""


class Reference:
    def __init__(self, path):
        self.tokenizer = reference.load(path)
        self.full = self.tokenizer.normalizer.normalize_str
        self.clean = normalizers.BertNormalizer(True, False, False, False).normalize_str
        self.strip = normalizers.BertNormalizer(False, False, True, False).normalize_str
        self.lower = normalizers.BertNormalizer(False, False, False, True).normalize_str
        self.nfd = normalizers.NFD().normalize_str
        self.probes = self.probe()

    def parts(self, s):
        return [w for w, _ in self.tokenizer.pre_tokenizer.pre_tokenize_str(s)]

    def moves(self, s):
        return self.nfd(s) != s

    def reorders(self, r):
        return self.moves(r + "\u0334") or self.moves("\u0345" + r)

    def probe(self):
        """One mark of each class."""
        found = {}
        for c in reference.points():
            r = chr(c)
            k = unicodedata.combining(r)
            if k and k not in found and not self.moves(r) and self.reorders(r):
                found[k] = r
        return found

    def combining(self, r):
        """The combining class of r, 0 for a starter or a mark that the reference does not know."""
        if not self.reorders(r):
            return 0
        k = unicodedata.combining(r)
        for other, p in self.probes.items():
            assert self.moves(r + p) == (k > other), hex(ord(r))
            assert self.moves(p + r) == (k < other), hex(ord(r))
        return k


def action(ref, c):
    """The action for a code point, in the words of the file; None where it stays as it is."""
    r = chr(c)
    clean = ref.clean("a" + r + "b")
    if clean == "ab":
        return "drop"
    if clean == "a b":
        return "space"
    assert clean == "a" + r + "b", hex(c)
    full = ref.full("a" + r + "b")
    apart = ref.nfd(r)
    kept = [d for d in apart if ref.strip("a" + d) != "a"]
    if not kept:
        assert full == "ab", hex(c)
        return f"strip {ref.combining(apart[0])}"
    low = [ref.lower(d) for d in kept]
    assert full.replace(" ", "") == "a" + "".join(low) + "b", hex(c)
    parts = ref.parts(full)
    if len(low) == 1 and parts == ["a", low[0], "b"]:
        return "alone" if low[0] == r else f"alone {ord(low[0]):04X}"
    assert parts == ["a" + "".join(low) + "b"], hex(c)
    assert all(len(d) == 1 for d in low), hex(c)
    classes = [ref.combining(d) for d in kept]
    if low == [r] and not classes[0]:
        return None
    if apart == r and not classes[0]:
        return f"shift {ord(low[0]) - c}"
    return become(low, classes)


def become(low, classes):
    return "become " + " ".join(f"{ord(d):04X}" + (f"/{k}" if k else "") for d, k in zip(low, classes))


def lines(ref):
    """One line for each run of code points with the same action."""
    run, last = None, None
    for c in reference.points() + [0x110000]:
        a = None if c == 0x110000 or reference.is_hangul(c) else action(ref, c)
        if run and a == last and c == run[1] + 1:
            run[1] = c
            continue
        if run and last:
            yield f"{run[0]:04X}{f'..{run[1]:04X}' if run[1] > run[0] else ''} {last}\n"
        run, last = [c, c], a


def check_hangul(ref):
    for c in range(0xAC00, 0xD7A4):
        i = c - 0xAC00
        jamo = chr(0x1100 + i // 588) + chr(0x1161 + i % 588 // 28)
        jamo += chr(0x11A7 + i % 28) if i % 28 else ""
        assert ref.full(chr(c)) == jamo and ref.parts("a" + jamo) == ["a" + jamo], hex(c)
        assert not any(ref.reorders(j) for j in jamo), hex(c)


def main(tokenizer, out):
    ref = Reference(tokenizer)
    check_hangul(ref)
    with open(out, "w", encoding="utf-8") as f:
        f.write(HEAD)
        f.writelines(lines(ref))


if __name__ == "__main__":
    main(*sys.argv[1:])
