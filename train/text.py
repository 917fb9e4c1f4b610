"""Texts as the reader sees them: word pieces, the feature of each piece, words, sentences, paragraphs, quotations.

Everything here is repeated in Go (internal/read/tag): a change on one side is a change on both.
"""
import functools
import os
import re

import numpy as np

CLS, SEP, UNK, MASK = 101, 102, 100, 103
TOKEN = re.compile(r"\w+|[^\w\s]")  # the scoring tokens of PolNeAR
MARK = re.compile("[\"“”«»]|''|``")
STOP = re.compile(r"[.?!][\"”'’)\]]*\s+(?=[\"“'‘(\[]?[A-Z0-9])")
FEATURES = 32  # case (4) x quotation (4) x first word of a paragraph (2)


@functools.lru_cache(maxsize=1)
def tokenizer():
    from tokenizers import Tokenizer

    t = Tokenizer.from_file(os.environ["READOUT_TOKENIZER"])
    t.no_padding()
    t.no_truncation()
    return t


def case(word):
    """0 lower or mixed, 1 capital first, 2 all capitals, 3 no letter first."""
    if not word[0].isalpha():
        return 3
    if word.islower() or not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def quotations(text, a, b):
    """Double-quoted stretches [(open start, open end, close start, close end)] of one paragraph; the last may stay open."""
    out, opened = [], None
    for m in MARK.finditer(text, a, b):
        mark = m.group()
        opening = mark in ("“", "«", "``") or (mark in ('"', "''") and opened is None)
        if mark in "”»" and opened is None:
            continue
        if opening:
            opened = opened or m
        else:
            out.append((opened.start(), opened.end(), m.start(), m.end()))
            opened = None
    if opened is not None:
        out.append((opened.start(), opened.end(), b, b))
    return out


class Text:
    """A text with its words [(start, end)] in code points; sentences, if not given, are cut at full stops.

    per word: first (its first piece), par, sent (bool: opens a sentence), region (quotation, -1 outside), regions
    (quotations opened before or at it); per piece: ids, feat.
    """

    def __init__(self, text, words=None, sentence_starts=None):
        self.text = text
        self.words = [m.span() for m in TOKEN.finditer(text)] if words is None else words
        n = len(self.words)
        self.starts = np.array([a for a, _ in self.words], int)
        self.par, self.sent = np.zeros(n, int), np.zeros(n, bool)
        self.region, self.regions = np.full(n, -1), np.zeros(n, int)
        if sentence_starts is not None:
            self.sent[sentence_starts] = True
        ids, spans, feats = [], [], []
        count = 0
        for p, m in enumerate(x for x in re.finditer(r"[^\n]+", text) if x.group().strip()):
            a, b = m.span()
            quoted = quotations(text, a, b)
            self._pieces(a, b, quoted, ids, spans, feats)
            i, j = np.searchsorted(self.starts, [a, b])
            self.par[i:j] = p
            if i < j:
                self.sent[i] = True
            if sentence_starts is None:
                for stop in STOP.finditer(text, a, b):
                    x = np.searchsorted(self.starts, stop.end())
                    if x < j:
                        self.sent[x] = True
            self.regions[i:j] = count
            for o0, _, _, c1 in quoted:
                x, y = np.searchsorted(self.starts, [o0, c1])
                self.region[x:y] = count
                count += 1
                self.regions[x:j] = count
        self.ids, self.feats = np.array(ids, int), np.array(feats, int)
        # the first piece that starts inside the word, else the one it shares with the word before ("not" of "cannot")
        at, ends = np.array([s for s, _ in spans], int), np.array([e for _, e in self.words], int)
        first = np.searchsorted(at, self.starts, side="left")
        none = (first == len(at)) | (np.append(at, 0)[first] >= ends)
        self.first = np.maximum(first - none, 0)

    def _pieces(self, a, b, quoted, ids, spans, feats):
        line = self.text[a:b]
        tokens = [m.span() for m in TOKEN.finditer(line)]
        at = np.array([s for s, _ in tokens], int)
        enc = tokenizer().encode(line, add_special_tokens=False)
        for k, (i, (s, e)) in enumerate(zip(enc.ids, enc.offsets)):
            x = max(np.searchsorted(at, s, side="right") - 1, 0) if len(at) else 0
            state = 0
            for o0, o1, c0, c1 in quoted:
                if o0 <= a + s < c1:
                    state = 1 if a + s < o1 else 2 if a + s < c0 else 3
            word = line[slice(*tokens[x])] if len(at) else line[s:e]
            ids.append(i)
            spans.append((a + s, a + e))
            feats.append(case(word) * 8 + state * 2 + int(x == 0))

    def end_piece(self, w):
        return int(self.first[w]) if w < len(self.words) else len(self.ids)

    def windows(self, core, context):
        """[(context start, core start, core end)] in words: whole paragraphs, whole sentences of a long one, else cut hard."""
        n = len(self.words)
        size = lambda a, b: self.end_piece(b) - self.end_piece(a)
        units, i = [], 0
        while i < n:
            j = i
            while j < n and self.par[j] == self.par[i]:
                j += 1
            a, last = i, None
            for k in range(i, j):
                if self.sent[k] and k > a:
                    last = k
                if size(a, k + 1) > core and k > a:
                    cut = last if last is not None and last > a else k
                    units.append((a, cut))
                    a, last = cut, None
            units.append((a, j))
            i = j
        out, a = [], None
        for u, v in units:
            if a is not None and size(a, v) > core:
                out.append((a, u))
                a = None
            a = u if a is None else a
        if a is not None:
            out.append((a, n))
        return [(self._context(a, context), a, b) for a, b in out]

    def _context(self, a, context):
        c = a
        while c > 0 and self.end_piece(a) - self.end_piece(c - 1) <= context:
            c -= 1
        while c < a and not self.sent[c]:
            c += 1
        return c


class Window:
    """Words c..b of a text, a..b of them the core; labels hang on it by task."""

    def __init__(self, text, c, a, b):
        self.text, self.c, self.a, self.b, self.n = text, c, a, b, b - c
        lo, hi = text.end_piece(c), text.end_piece(b)
        self.ids = np.concatenate([[CLS], text.ids[lo:hi][:510], [SEP]])
        self.feats = np.concatenate([[0], text.feats[lo:hi][:510], [0]])
        self.first = np.clip(text.first[c:b] - lo + 1, 1, len(self.ids) - 2)
        self.sentence = np.cumsum(text.sent[c:b])
        self.cue = self.pairs = self.pos = self.name = self.anaphors = self.choices = None

    def word(self, k):
        """The word k of the window as written."""
        a, b = self.text.words[self.c + k]
        return self.text.text[a:b]

    def relative(self, x, y):
        """Distance bucket, relative quotation and relative paragraph of every word to the cue x..y."""
        t, k = self.text, np.arange(self.n)
        v = np.where(k < x, k - x, np.where(k > y, k - y, 0))
        d = np.abs(v)
        bucket = np.where(d <= 4, d, np.minimum(4 + np.ceil(np.log2(np.maximum(d, 1) / 4.0) * 2), 12)).astype(int)
        region, opened, own = t.region[self.c : self.b], t.regions[self.c + x], t.region[self.c + x]
        quo = np.where(region < 0, 0, 4 + np.clip(region - opened + 1, -3, 3))
        if own >= 0:
            quo = np.where(region == own, 8, quo)
        par = t.par[self.c : self.b]
        return np.where(v < 0, bucket + 13, bucket), quo, 2 + np.clip(par - par[x], -2, 2)
