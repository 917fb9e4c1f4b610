"""Writes the tokenizer's golden files: invented texts, and every code point.

    python golden.py TOKENIZER.json ../../internal/nn/wordpiece/testdata

golden.jsonl has a text a line with its pieces: spelling, id, first byte, byte
after the last. A text that is not UTF-8 stands in "hex". points.txt has, for
each block of 4,096 code points, a hash of the pieces of all of them in three
surroundings.
"""
import hashlib
import json
import os
import struct
import sys

import reference

CASES = [
    # Plain news prose.
    "The harbour board said on Tuesday it would reopen the ferry quay.",
    "“We have not been asked,” Ms Okonjo-Lisle told reporters — twice.",
    "Prices rose 3.5% (from £1,204.50 to $1,611) in Q3/2031…",
    "e-mail desk@quay-post.example or see https://quay-post.example/a?b=c#d",
    "unbelievableness antidisestablishmentarianism Zsqxkwv",
    "O'Malley's won't; they'd've",
    # Nothing to read.
    "", " ", "\n\t \r\n", "\u0301", "\u200b\u00ad", "\x00", "\u3000\u2028",
    # Accents, composed and not; letters that are not accented ones.
    "Žofie Škvorecká żółć naïve façade Ångström Đorđe Łódź smørrebrød",
    "Z\u030cofie cafe\u0301 nai\u0308ve \u0301abc abc\u0301 a\u0301\u0301\u0301b",
    "\u1e69 s\u0323\u0307 s\u0307\u0323 \u1ec7 \u01d6",
    "\u0130stanbul \u0131\u011fd\u0131r I\u0307 \u1e9e stra\u00dfe STRASSE \ufb01sh \ufb03 \u017fee",
    "\u03a3\u0399\u03a3\u03a5\u03a6\u039f\u03a3 \u03c3\u03c2 \u1fb3 \u1f88 \u0386 \u037e \u0387",
    "\u212a \u212b \u2126 \u01c5 \u01f1 \u2160 \u24b6 \uff21\uff42\uff0c",
    "\u041a\u0438\u0457\u0432 \u0419\u043e\u0434 \u0401\u043b\u043a\u0430 \u0456\u0491",
    "\u13a0\uab70 \U00010400\U00010428 \u10a0\u2d00 \u1c90\u10d0",
    # Marks that stay, and their order.
    "a\u302e\u0323b a\u0323\u302eb e\u0301\u302e \u00e9\u302e \u302e\u0323 \u1ec7\u302e\u0301\u0334",
    "\u0915\u094d\u0937\u093f \u0ba8\u0bbf \u0bca\u0bc6\u0bbe \u0cca \u0d4a \u1b06\u1b44",
    "\U0001d15e\U0001d160 \U0001d15e\u0334 \u0344\u302e",
    "\u0e01\u0e33\u0e19\u0e31\u0e49 \u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd \u0627\u0644\u0639\u0631\u064e\u0628\u064a\u0629 \u0622\u0623",
    # Hangul, kana, Chinese characters and their compatibility forms.
    "\uc11c\uc6b8 \uac01 \u1100\u1161\u11a8 \uac00\u11a8\u0301",
    "\u6771\u4eac\u30bf\u30ef\u30fc \u304c\u304b\u3099 \u3042\u4e2d\u3044",
    "a\u4e2db\u3400\U00020000\U0002b820\u9fff\ua000 \uf900\U0002f800\ufa0e",
    "\u300c\u4e2d\u300d\u3001\u3002\uff01\u30fb",
    # Emoji.
    "ok \U0001f44d\U0001f3fd \u2764\ufe0f 1\ufe0f\u20e3 \U0001f1eb\U0001f1f7!",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466x \U0001f3f4\U000e0067\U000e0062\U000e007f",
    # Odd spaces and controls.
    "a\u00a0b\u2007c\u2028d\u2029e\u3000f\u1680g\u202fh\u205fi\u180ej\u0085k",
    "a\x0bb\x0cc\x1cd\x7fe\x9ff\u200bg\u200dh\ufeffi\u00adj\u2060k\u061cl",
    "\ufffda\ufffdb \ue000c\U000f0000d \u0378e \U000e0001f",
    # Punctuation and signs that are none.
    "a!b\"c#d$e%f&g'h(i)j*k+l,m-n.o/p:q;r<s=t>u?v@w[x\\y]z^a_b`c{d|e}f~g",
    "\u00a1hola! \u00bfqu\u00e9? \u00ab\u00bb \u2018\u2019\u201a \u2039\u203a \u2020\u2021 \u2030 \u00a7\u00b6 \u00b7 \u00a9\u00ae \u20ac\u00a3 \u00d7\u00f7",
    "a\u226eb \u2260 \u1fef \u2204 \u219a \u0149 \u00bd \u00b2",
    # Special tokens are ordinary text.
    "[CLS] he said [SEP] she said [SEP]", "[MASK][PAD][UNK]", "x[SEP]y [sep] [ SEP ]", "[unused12] ## ##ing #ing",
    # Long words: 100 code points are looked up, 101 are not.
    "a" + "\u0301\u302e\u0323" * 20 + "b", "\u0301\u302e\u0323" * 30,
    "x" * 100, "x" * 101, "\u00e9" * 100 + " b", "\u00e9" * 101 + " b", "a" + "\u0301" * 300 + "b",
    "\uac01" * 33 + "a", "\uac01" * 33 + "ab", "a" * 101 + "\u0301, then", "\u4e2d" * 102, "." * 102,
    # Not UTF-8.
    b"caf\xe9 au lait", b"\xff", b"a\xc3 b", b"a\xed\xa0\x80b\xf0\x9f\x98c", b"e\xff\xcc\x81x \xc0\xaf\x80.",
]


def golden(tokenizer, case):
    raw = case if isinstance(case, bytes) else case.encode("utf-8")
    text, places = reference.decode(raw)
    e = tokenizer.encode(text, add_special_tokens=False)
    key = {"hex": raw.hex()} if isinstance(case, bytes) else {"text": case}
    return {**key, "spelled": e.tokens, "pieces": reference.pieces(e, places)}


def digest(tokenizer, raw):
    text, places = reference.decode(raw)
    found = reference.pieces(tokenizer.encode(text, add_special_tokens=False), places)
    return hashlib.sha256(b"".join(struct.pack("<III", *p) for p in found)).hexdigest()[:16]


def main(path, folder):
    tokenizer = reference.load(path)
    with open(os.path.join(folder, "golden.jsonl"), "w", encoding="ascii") as f:
        for case in CASES:
            f.write(json.dumps(golden(tokenizer, case)) + "\n")
    with open(os.path.join(folder, "points.txt"), "w", encoding="ascii") as f:
        for first, raw in reference.surroundings():
            f.write(f"{first:06X} {digest(tokenizer, raw)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
