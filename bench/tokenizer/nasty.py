"""Texts made to break a tokenizer: seeded, so the same on every run of one Python."""
import random
import unicodedata

ODD_SPACES = "\u00a0\u1680\u2000\u2007\u2009\u2028\u2029\u202f\u205f\u3000\u0085\x0b\x0c\t\r\n"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u061c\u180e\x00\x01\x1f\x7f\x9f\ufffd\ue000\U000f0000"
CASES = "\u0130\u0131\u1e9e\u00df\u017f\u212a\u212b\u01c5\u01f1\u03a3\u03c2\ufb01\u0345\u1fb3\u10a0\u13a0\uab70\u2c2f\U00010400\U0001e900"
EMOJI = ["\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\u2764\ufe0f", "\U0001f1eb\U0001f1f7", "\U0001f44d\U0001f3fd", "1\ufe0f\u20e3"]
SPECIAL = ["[CLS]", "[SEP]", "[UNK]", "[MASK]", "[PAD]", "[unused1]", "[sep]", "[SEP", "##", "##s", "#", "[CLS][SEP]", "[ SEP ]"]
BAD = [b"\xff", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\x80\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xfe"]
MARKS = [chr(c) for c in range(0x110000) if unicodedata.combining(chr(c))] + [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) in ("Mc", "Me")]
COMPOSED = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF and unicodedata.decomposition(chr(c))[:1] not in ("", "<")]


def anywhere(rnd):
    top = rnd.choice([0x80, 0x250, 0x3000, 0x10000, 0x20000, 0x30000, 0x110000])
    while True:
        c = rnd.randrange(top)
        if not 0xD800 <= c <= 0xDFFF:
            return chr(c)


def some(rnd, of, most):
    return "".join(rnd.choice(of) for _ in range(rnd.randint(1, most)))


def part(rnd, vocabulary):
    """A stretch of one kind, as bytes."""
    kind = rnd.randrange(14)
    if kind == 0:
        return rnd.choice(BAD)
    s = {
        1: lambda: rnd.choice(vocabulary).removeprefix("##"),
        2: lambda: rnd.choice(vocabulary).removeprefix("##").title(),
        3: lambda: some(rnd, ODD_SPACES, 3),
        4: lambda: some(rnd, UNSEEN, 3),
        5: lambda: some(rnd, CASES, 4),
        6: lambda: rnd.choice(EMOJI),
        7: lambda: rnd.choice(SPECIAL),
        8: lambda: rnd.choice("aeonx \u4e2d") + some(rnd, MARKS, 6),
        9: lambda: some(rnd, COMPOSED, 4),
        10: lambda: "".join(chr(rnd.randrange(0xAC00, 0xD7A4)) for _ in range(rnd.randint(1, 3))) + some(rnd, "\u1100\u1161\u11a8", 2),
        11: lambda: "".join(anywhere(rnd) for _ in range(rnd.randint(1, 5))),
        12: lambda: some(rnd, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u2019\u201c\u2014\u2026\u00bf", 4),
        13: lambda: rnd.choice(["x", "ab", "\u00e9", "e\u0301", "\uac01", "\u1e69"]) * rnd.choice([33, 49, 50, 51, 99, 100, 101, 250]) if rnd.random() < 0.1 else " ",
    }[kind]()
    return s.encode("utf-8")


def texts(count, seed, vocabulary):
    rnd = random.Random(seed)
    return [b"".join(part(rnd, vocabulary) for _ in range(rnd.randint(1, 24))) for _ in range(count)]
