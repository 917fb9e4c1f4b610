"""The corpora, each as a list of Windows with the labels of its task. Their traps are described beside them (README.md of the data)."""
import collections
import csv
import glob
import hashlib
import os
import re

import numpy as np

from model import CLASSES, RELATIONS, TAGS, UPOS
from text import Text, Window

CORE, CONTEXT = 288, 48  # pieces of a window's own and of what stands before it
ROLES = ("source", "cue", "content")
# GUM genres whose licence allows weights to be used commercially
GENRES = {"academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage", "vlog", "conversation"}


# ---- attribution: PolNeAR
def clean(spans, text):
    """Trims white space, drops what is empty, joins pieces that overlap or have only white space between them."""
    out = []
    for s, e in sorted(spans):
        while s < e and text[s].isspace():
            s += 1
        while e > s and text[e - 1].isspace():
            e -= 1
        if s >= e:
            continue
        if out and (s <= out[-1][1] or not text[out[-1][1] : s].strip()):
            out[-1][1] = max(out[-1][1], e)
        else:
            out.append([s, e])
    return out


def read_brat(path, text):
    marks, events = {}, []
    for line in open(path, encoding="utf-8", newline="\n"):
        if m := re.match(r"(T\d+)\t(\S+) ([0-9; ]+)(\t|$)", line):
            marks[m.group(1)] = [tuple(map(int, p.split())) for p in m.group(3).strip().split(";")]
        elif m := re.match(r"E\d+\t(.+)", line):
            events.append([a.split(":", 1) for a in m.group(1).split()])
    out = []
    for event in events:
        r = {k: [] for k in ROLES}
        for role, mark in event[1:]:
            role = re.sub(r"\d+$", "", role).lower()
            if role in r and mark in marks:
                r[role] += marks[mark]
        r = {k: clean(v, text) for k, v in r.items()}
        if any(r.values()):
            out.append(r)
    return out


def polnear(folder):
    """[(name, Text, relations)]; of several annotators the first file."""
    notes = collections.defaultdict(list)
    for a in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        notes[os.path.basename(a)[:-4].rsplit("_", 1)[0]].append(a)
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "text", "*.txt"))):
        name, raw = os.path.basename(path)[:-4], open(path, encoding="utf-8", newline="").read()
        out.append((name, Text(raw), read_brat(notes[name][0], raw)))
    return out


def attribution(text, relations, core=CORE, context=CONTEXT):
    ends = np.array([e for _, e in text.words])
    at = lambda spans: {k for s, e in spans for k in range(np.searchsorted(ends, s, "right"), np.searchsorted(text.starts, e, "left"))}
    rels = [{r: at(x[r]) for r in ROLES} for x in relations]
    out = []
    for c, a, b in text.windows(core, context):
        w = Window(text, c, a, b)
        w.cue, w.pairs = np.zeros(w.n, int), []
        for r in rels:
            if r["cue"] and a <= min(r["cue"]) < b:
                x, y = min(r["cue"]) - c, min(max(r["cue"]), b - 1) - c
                w.cue[x], w.cue[x + 1 : y + 1] = 1, 2
                w.pairs.append((x, y, roles(w, r)))
        out.append(w)
    return out


def roles(w, r):
    """Labels O BS IS BC IC of one relation over a window."""
    lab = np.zeros(w.n, int)
    for role, begin in (("source", 1), ("content", 3)):
        for t in sorted(r[role]):
            if w.c <= t < w.b:
                lab[t - w.c] = begin
    for t in range(w.n - 1, 0, -1):
        if lab[t] and lab[t] == lab[t - 1]:
            lab[t] += 1
    return lab


# ---- syntax: CoNLL-U
def conllu(path):
    """Documents [(name, sentences)]; a sentence is (opens a paragraph, surface words [(start, end)], text, rows)."""
    docs, rows, text, par, spans = [], [], "", False, []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            docs.append((line.split("=")[1].strip(), []))
        elif line.startswith("# newpar"):
            par = True
        elif line.startswith("# text ="):
            text = line[8:].strip()
        elif not line and rows:
            docs[-1][1].append((par, text, place(text, rows), [r for r in rows if r[0].isdigit()]))
            rows, par = [], False
        elif line and line[0].isdigit():
            rows.append(line.split("\t"))
    return docs


def place(text, rows):
    """Ranges of the words in the sentence; the words of a multiword token share its letters where they fit."""
    out, at, inside = {}, 0, {}
    for r in rows:
        if "." in r[0]:
            continue
        if "-" in r[0]:
            s = text.index(r[1], at)
            x, y = map(int, r[0].split("-"))
            inside.update({k: (s, s + len(r[1])) for k in range(x, y + 1)})
            at = s
            continue
        k = int(r[0])
        lo, hi = inside.get(k, (at, len(text)))
        s = text.find(r[1], at, hi)
        if s < 0:
            s = lo
        e = min(s + len(r[1]), hi)
        out[k] = (s, max(e, s + 1))
        at = e if s >= at else at
    return [out[k] for k in sorted(out)]


def join(sentences):
    """Text of a document and, per word, its row and the document's number of its sentence's first word."""
    raw, words, starts, rows = "", [], [], []
    for par, text, spans, rs in sentences:
        raw += "\n" if par and raw else " " if raw else ""
        starts.append(len(words))
        words += [(len(raw) + s, len(raw) + e) for s, e in spans]
        rows += [(r, starts[-1]) for r in rs]
        raw += text
    return Text(raw, words, starts), rows


def syntax(path, core=330, context=0):
    """Windows with part of speech, head (the word itself for the root, -1 outside) and relation."""
    out = []
    for _, sentences in conllu(path):
        text, rows = join(sentences)
        for c, a, b in text.windows(core, context):
            w = Window(text, c, a, b)
            w.pos = np.array([UPOS.index(r[3]) for r, _ in rows[c:b]])
            head = np.array([base + int(r[6]) - 1 if r[6] != "0" else k for k, (r, base) in enumerate(rows[c:b], c)]) - c
            w.head = np.where((head >= 0) & (head < w.n), head, -1)
            w.rel = np.array([RELATIONS.index(r[7].split(":")[0]) for r, _ in rows[c:b]])
            w.rows = rows[c:b]
            out.append(w)
    return out


# ---- entities: GUM
def mentions(rows):
    """[(chain, type, first, last)] of a document from the brackets of MISC Entity=."""
    out, stack = [], collections.defaultdict(list)
    for k, (r, _) in enumerate(rows):
        m = re.search(r"(?:^|\|)Entity=([^|]+)", r[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", m.group(1)) if m else []:
            fields = part.strip("()").split("-")
            if part[0] == "(":
                stack[fields[0]].append((k, fields[1]))
            if part[-1] == ")" and stack[fields[0]]:
                first, kind = stack[fields[0]].pop()
                out.append((fields[0], kind, first, k))
    return sorted(out, key=lambda m: (m[2], -m[3]))


def head_of(first, last, rows):
    """The mention's word whose head lies outside it."""
    for k in range(first, last + 1):
        r, base = rows[k]
        h = base + int(r[6]) - 1
        if r[6] == "0" or not first <= h <= last:
            return k
    return first


INNER = {"of", "the", "for", "and", "-", "'s", "’s", "."}
KINDS = {"person": "person", "organization": "organisation", "place": "place"}


def name_runs(ms, rows):
    """Named mentions as runs of proper nouns around the head [(first, last, class)], none twice."""
    out = {}
    proper = lambda k: rows[k][0][3] == "PROPN"
    for _, kind, first, last in ms:
        h = head_of(first, last, rows)
        if not proper(h):
            continue
        a = b = h
        while a > first and (proper(a - 1) or rows[a - 1][0][1].lower() in INNER and any(proper(k) for k in range(first, a - 1))):
            a -= 1
        while b < last and (proper(b + 1) or rows[b + 1][0][1].lower() in INNER and any(proper(k) for k in range(b + 2, last + 1))):
            b += 1
        while not proper(a):
            a += 1
        while not proper(b):
            b -= 1
        out.setdefault((a, b), KINDS.get(kind, "other"))
    return [(a, b, c) for (a, b), c in sorted(out.items())]


def gum(path, core=330, context=0):
    """Syntax windows with names and coreference on top."""
    out = syntax(path, core, context)
    for _, sentences in conllu(path):
        _, rows = join(sentences)
    ms = mentions(rows)
    runs, heads = name_runs(ms, rows), [(m[0], head_of(m[2], m[3], rows)) for m in ms]
    for w in out:
        w.name = np.full(w.n, 1, int)
        for first, last, cls in runs:
            if w.c <= first and last < w.b:
                write_name(w.name, first - w.c, last - w.c, {cls})
        w.anaphors = []
        for i, (chain, h) in enumerate(heads):
            before = [x for ch, x in heads[:i] if ch == chain and x < h]
            near = [x - w.c for x in before if w.c <= x]
            if w.a <= h < w.b and (near or not before):
                w.anaphors.append((h - w.c, sorted(set(near))))
        w.mentions = ms
    return out


def write_name(allowed, first, last, classes):
    """Bit sets of allowed tags; several classes where the corpus does not tell them apart."""
    for k in range(first, last + 1):
        allowed[k] = sum(1 << TAGS.index(("B-" if k == first else "I-") + c) for c in classes)


# ---- names: token files
NAMES = {
    "crossner-politics/train.txt": dict(politician={"person"}, person={"person"}, politicalparty={"organisation"}, organisation={"organisation"},
                                        country={"place"}, location={"place"}, election={"other"}, event={"other"}, misc={"group", "other"}),
    "wnut17/train.conll": dict(person={"person"}, location={"place"}, corporation={"organisation"}, group={"organisation"}, product={"other"}, **{"creative-work": {"other"}}),
    "wikigold/wikigold.conll.txt": dict(PER={"person"}, ORG={"organisation"}, LOC={"place"}, MISC={"group", "other"}),
    "re3d/re3d-train.conll": dict(Person={"person"}, Organisation={"organisation"}, Location={"place"}, Nationality={"group"}),
}
NAMES["crossner-politics/dev.txt"] = NAMES["crossner-politics/train.txt"]
NAMES["wnut17/dev.conll"] = NAMES["wnut17/train.conll"]
HELD_OUT = ("wikigold", "re3d")  # no dev part of their own: a fifth of the sentences, by hash


def in_dev(words):
    return hashlib.sha256(" ".join(words).encode()).digest()[0] < 51


def token_file(path):
    """Sentences [(words, tags)]."""
    out, words, tags = [], [], []
    for line in list(open(path, encoding="utf-8")) + [""]:
        parts = re.split(r"[\t ]+", line.strip())
        if len(parts) >= 2:
            words.append(parts[0])
            tags.append(parts[1])
        elif words:
            out.append((words, tags))
            words, tags = [], []
    return out


def chunks(tags):
    """[(first, last, type)] of BIO or IOB1 tags."""
    out = []
    for k, t in enumerate(tags):
        if t == "O":
            continue
        if t[0] == "B" or not out or out[-1][1] != k - 1 or out[-1][2] != t[2:] or tags[k - 1] == "O":
            out.append([k, k, t[2:]])
        else:
            out[-1][1] = k
    return out


def names(folder, file, dev=False):
    kinds = NAMES[file]
    held = file.startswith(HELD_OUT)
    out = []
    for words, tags in token_file(os.path.join(folder, file)):
        if held and in_dev(words) != dev:
            continue
        raw, spans = "", []
        for x in words:
            raw += " " if raw else ""
            spans.append((len(raw), len(raw) + len(x)))
            raw += x
        text = Text(raw, spans, [0])
        w = Window(text, 0, 0, len(words))
        w.name = np.full(w.n, 1, int)
        w.gold = [(a, b, kinds[t]) for a, b, t in chunks(tags) if t in kinds]
        for a, b, cls in w.gold:
            write_name(w.name, a, b, cls)
        if len(w.ids) < 500:
            out.append(w)
    return out


# ---- coreference: GAP, LitBank
def gap(path):
    """One window a text, with its choice (pronoun word, A's words, B's words, right: 0, 1 or 2 for neither)."""
    out = []
    for row in csv.DictReader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = Text(row["Text"])
        w = Window(text, 0, 0, len(text.words))
        at = lambda off, s: [k for k, (a, b) in enumerate(text.words) if a < int(row[off]) + len(row[s]) and b > int(row[off])]
        a, b = at("A-offset", "A"), at("B-offset", "B")
        right = 0 if row["A-coref"] == "TRUE" else 1 if row["B-coref"] == "TRUE" else 2
        w.choices = [(at("Pronoun-offset", "Pronoun")[0], a, b, right)]
        w.row = row
        out.append(w)
    return [w for w in out if len(w.ids) < 512]


def litbank(path, core=330):
    """Coreference of a fiction passage; a mention's head is taken to be its last word before a preposition or clause."""
    words, chains, opened, starts = [], [], collections.defaultdict(list), [0]
    for line in open(path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 4 or line.startswith("#"):
            if words and starts[-1] != len(words):
                starts.append(len(words))
            continue
        k = len(words)
        words.append(parts[3])
        for item in parts[-1].split("|"):
            if m := re.match(r"\((\d+)", item):
                opened[m.group(1)].append(k)
            if (m := re.match(r"\(?(\d+)\)$", item)) and opened[m.group(1)]:
                chains.append((m.group(1), opened[m.group(1)].pop(), k))
    raw, spans = "", []
    for x in words:
        raw += " " if raw else ""
        spans.append((len(raw), len(raw) + len(x)))
        raw += x
    text = Text(raw, spans, [s for s in starts if s < len(words)])
    heads = sorted((loose_head(words, a, b), ch) for ch, a, b in chains)
    out = []
    for c, a, b in text.windows(core, 0):
        w = Window(text, c, a, b)
        w.anaphors = []
        for i, (h, chain) in enumerate(heads):
            before = [x for x, ch in heads[:i] if ch == chain and x < h]
            near = [x - c for x in before if c <= x]
            if a <= h < b and (near or not before):
                w.anaphors.append((h - c, sorted(set(near))))
        out.append(w)
    return out


BREAK = {"of", "in", "on", "at", "with", "from", "to", "for", "who", "which", "that", "whom", ",", "by"}


def loose_head(words, a, b):
    for k in range(a + 1, b + 1):
        if words[k].lower() in BREAK:
            return k - 1
    return b
