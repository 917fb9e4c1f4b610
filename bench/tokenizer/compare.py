"""Compares readout's word pieces with the reference's: ids, offsets, speed.

    python compare.py TOKENIZER.json [FOLDER...]

The texts are the *.txt files of the folders and what lies under them, whole;
as many nasty ones as --nasty says; and every code point in three surroundings.
The exit code is 1 if a text differs.
"""
import argparse
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time

os.environ["TOKENIZERS_PARALLELISM"] = "false"

import nasty
import reference

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VOCAB = ROOT / "models" / "vocab.txt"


def build(folder):
    program = os.path.join(folder, "tokenizer")
    subprocess.run(["go", "build", "-o", program, "./bench/tokenizer"], cwd=ROOT, check=True)
    return program


def ours(program, texts):
    """The pieces of each text, and pieces a second."""
    framed = b"".join(struct.pack("<I", len(t)) + t for t in texts)
    done = subprocess.run([program, str(VOCAB)], input=framed, capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    numbers = memoryview(done.stdout).cast("I")
    found, at = [], 0
    for _ in texts:
        n = numbers[at]
        flat = numbers[at + 1 : at + 1 + 3 * n].tolist()
        found.append([flat[i : i + 3] for i in range(0, 3 * n, 3)])
        at += 1 + 3 * n
    pieces, seconds = done.stderr.split()
    return found, int(pieces) / float(seconds)


def theirs(tokenizer, texts):
    decoded = [reference.decode(t) for t in texts]
    begin = time.perf_counter()
    encoded = tokenizer.encode_batch([t for t, _ in decoded], add_special_tokens=False)
    seconds = time.perf_counter() - begin
    found = [reference.pieces(e, places) for e, (_, places) in zip(encoded, decoded)]
    return found, sum(map(len, found)) / seconds


def differences(texts, a, b):
    return [t for t, x, y in zip(texts, a, b) if x != y]


def report(name, texts, program, tokenizer):
    """One line of the table; returns the number of texts that differ."""
    if not texts:
        return 0
    a, fast = ours(program, texts)
    b, slow = theirs(tokenizer, texts)
    wrong = differences(texts, a, b)
    size = sum(map(len, texts))
    print(f"{name:<28} {len(texts):>7} {size:>10} {sum(map(len, b)):>9} {len(wrong):>6} {fast:>12,.0f} {slow:>12,.0f}", flush=True)
    for t in wrong[:3]:
        print("   differs:", t[:120])
    return len(wrong)


def folders(names):
    for name in names:
        files = sorted(pathlib.Path(name).rglob("*.txt"))
        if not files:
            sys.exit(f"{name}: no *.txt files")
        yield name, [f.read_bytes() for f in files]


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("tokenizer")
    p.add_argument("folders", nargs="*")
    p.add_argument("--nasty", type=int, default=20000)
    p.add_argument("--seed", type=int, default=1)
    o = p.parse_args()
    tokenizer = reference.load(o.tokenizer)
    pieces = reference.vocabulary(o.tokenizer)
    if VOCAB.read_text(encoding="utf-8") != "".join(v + "\n" for v in pieces):
        sys.exit(f"{VOCAB} is not the vocabulary of {o.tokenizer}")
    print(f"{'texts':<28} {'number':>7} {'bytes':>10} {'pieces':>9} {'differ':>6} {'readout p/s':>12} {'reference':>12}")
    with tempfile.TemporaryDirectory() as folder:
        program = build(folder)
        wrong = 0
        for name, texts in folders(o.folders):
            wrong += report(os.path.join(*pathlib.Path(name).parts[-2:]), texts, program, tokenizer)
        wrong += report(f"nasty, seed {o.seed}", nasty.texts(o.nasty, o.seed, pieces), program, tokenizer)
        wrong += report("every code point", [t for _, t in reference.surroundings()], program, tokenizer)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
