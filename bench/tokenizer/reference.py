"""The reference: the tokenizers library on a published tokenizer.json.

Two settings differ from that file. Padding and truncation are off, and a
special token written in a text ("[SEP]") is read as ordinary text, which is
the one difference that readout intends. Offsets are turned into bytes.
"""
import codecs
import json

from tokenizers import Tokenizer


def load(path):
    t = Tokenizer.from_file(path)
    t.no_padding()
    t.no_truncation()
    t.encode_special_tokens = True
    return t


def vocabulary(path):
    """The pieces in the order of their ids."""
    with open(path, encoding="utf-8") as f:
        ids = json.load(f)["model"]["vocab"]
    pieces = sorted(ids, key=ids.get)
    assert [ids[p] for p in pieces] == list(range(len(pieces))), "ids are not 0, 1, 2, ..."
    return pieces


def decode(raw):
    """The text of bytes, bad ones as U+FFFD, and the byte where each code point begins (and the end)."""
    bad = []

    def note(err):
        bad.append((err.start, err.end))
        return "\ufffd", err.end

    codecs.register_error("note", note)
    text = raw.decode("utf-8", errors="note")
    if text.isascii():
        return text, range(len(text) + 1)
    wrong = dict(bad)
    at, places = 0, []
    for c in text:
        places.append(at)
        at = wrong[at] if at in wrong else at + len(c.encode("utf-8"))
    assert at == len(raw)
    return text, places + [at]


def pieces(encoding, places):
    """Ids and byte offsets: [id, start, end] each."""
    return [[i, places[s], places[e]] for i, (s, e) in zip(encoding.ids, encoding.offsets)]


def is_hangul(c):
    return 0xAC00 <= c <= 0xD7A3


def points():
    """All code points that a text can hold."""
    return [c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]


def surroundings(block=4096):
    """Every code point alone, between letters and between marks; one text for each block of them."""
    for first in range(0, 0x110000, block):
        inside = [chr(c) for c in range(first, first + block) if not 0xD800 <= c <= 0xDFFF]
        if inside:
            yield first, " ".join(f"{c} a{c}b o\u302e{c}\u0323n" for c in inside).encode("utf-8")
