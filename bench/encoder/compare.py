"""Word pieces a second of the encoder in Go and of ONNX Runtime int8, on one core, in one run: see README.md."""
import argparse
import json
import logging
import os
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic

import model

HERE = Path(__file__).resolve().parent

# Lengths in pieces of the paragraphs of an invented report.
REPORT = [14, 31, 47, 28, 52, 66, 23, 39, 71, 18, 44, 35, 58, 26, 83, 41, 7, 33, 49, 62, 29, 37, 110, 21, 54, 45]


def batches(seed=2):
    r = np.random.default_rng(seed)
    shapes = {"1x64": [64], "4x64": [64] * 4, "1x256": [256], "1x512": [512], "report": REPORT}
    return {name: [r.integers(1000, model.PIECES, n).tolist() for n in lengths] for name, lengths in shapes.items()}


def feed(rows):
    """Rows of ids, padded to the longest."""
    width = max(map(len, rows))
    ids, mask = np.zeros((len(rows), width), np.int64), np.zeros((len(rows), width), np.int64)
    for i, row in enumerate(rows):
        ids[i, : len(row)], mask[i, : len(row)] = row, 1
    return {"ids": ids, "mask": mask}


def session(path):
    """One thread, and without the one fusion that makes this model slower here (by a fifth in 1.32)."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, disabled_optimizers=["SkipLayerNormFusion"])


def plans(rows):
    """Ways of feeding a batch: all at once, one by one, in eights of about one length."""
    ordered = sorted(rows, key=len)
    ways = [[[row] for row in rows], [ordered[i : i + 8] for i in range(0, len(rows), 8)]]
    return [[feed(part) for part in way] for way in ways]


def measure(runtime, rows, least):
    pieces, best = sum(map(len, rows)), 0
    for feeds in plans(rows):
        runs, begin = 0, time.perf_counter()
        while time.perf_counter() - begin < least:
            for f in feeds:
                runtime.run(None, f)
            runs += 1
        best = max(best, runs * pieces / (time.perf_counter() - begin))
    return best


def vectors(runtime, rows):
    return np.concatenate([runtime.run(None, feed([row]))[0][0] for row in rows])


def cosine(a, b):
    c = (a * b).sum(1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)
    return f"{c.min():.4f} {c.mean():.4f}"


def go(folder, *flags):
    command = [folder / "encoder", "-weights", folder / "w.flat", "-batches", folder / "batches.json", *flags]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def prepare(folder, layers, rows):
    """Weights, both models and the program."""
    w = model.weights(layers)
    model.write_flat(folder / "w.flat", w, layers)
    model.write_onnx(folder / "fp32.onnx", w, layers)
    logging.disable(logging.WARNING)
    quantize_dynamic(folder / "fp32.onnx", folder / "int8.onnx", per_channel=True, weight_type=QuantType.QInt8)
    (folder / "batches.json").write_text(json.dumps(rows))
    subprocess.run(["go", "build", "-o", folder / "encoder", "."], cwd=HERE, check=True)


def compare(folder, args):
    rows = batches()
    cores = sorted(os.sched_getaffinity(0))
    prepare(folder, args.layers, rows)
    os.sched_setaffinity(0, {cores[args.core]})
    runtime = session(folder / "int8.onnx")
    theirs, ours = dict.fromkeys(rows, 0), dict.fromkeys(rows, 0)
    for _ in range(args.rounds):
        for name, batch in rows.items():
            theirs[name] = max(theirs[name], measure(runtime, batch, args.time))
        for name, speed in go(folder, "-time", f"{args.time}s").items():
            ours[name] = max(ours[name], speed)
    print(f"{args.layers} layers, ONNX Runtime {onnxruntime.__version__}, one core, best of {args.rounds} rounds")
    print(f"{'pieces/s':10}{'ORT int8':>10}{'Go int8':>10}{'ratio':>8}")
    for name in rows:
        print(f"{name:10}{theirs[name]:10.0f}{ours[name]:10.0f}{ours[name] / theirs[name]:8.2f}")
    go(folder, "-time", "0s", "-vectors", folder / "vectors")
    want = vectors(session(folder / "fp32.onnx"), rows["report"])
    got = np.fromfile(folder / "vectors", np.float32).reshape(want.shape)
    them = vectors(runtime, rows["report"])
    print(f"cosine with ONNX Runtime fp32, worst and mean: ORT int8 {cosine(them, want)}, Go {cosine(got, want)}")
    if len(cores) > 1:
        os.sched_setaffinity(0, cores[:2])
        one, two = 0, 0
        for _ in range(args.rounds):
            one = max(one, go(folder, "-time", f"{args.time}s", "-goroutines", "1")["report"])
            two = max(two, go(folder, "-time", f"{args.time}s", "-goroutines", "2")["report"])
        print(f"two goroutines on two cores: {two:.0f} pieces/s, {two / one:.2f} times one")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--core", type=int, default=0, help="which of the cores allowed to this process")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--time", type=float, default=0.7, help="seconds for each batch in each round")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), args)


if __name__ == "__main__":
    main()
