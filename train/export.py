#!/usr/bin/env python3
"""Writes a checkpoint as the file that the program embeds (format: internal/nn). The same checkpoint gives the same bytes.

    python export.py --model runs/a/model.pt --vocabulary vocab.txt --version reader/1 --out ../models/reader.bin
"""
import argparse

import numpy as np
import torch

from encoder import HEADS, WIDTH
from flat import read, write
from model import CLASSES, D, RELATIONS, TAGS, UPOS

# the first layers of all heads, read from the same vectors: one product
WORD = "cue_in pair_in name_in pos_in arc_dep arc_head rel_dep rel_head ana_in ant_in".split()
LINEAR = "cue_out pair_cue out_hid out name_out pos_out arc rel_out link refine.qkv refine.o refine.up refine.down".split()
NORMS = "pair_norm out_norm refine.n1 refine.n2".split()


def encoder(w):
    yield "word", "rows8", w["enc.word.weight"]
    yield "pos", "f32", w["enc.pos.weight"]
    yield "feat", "f32", w["enc.feat.weight"]
    yield from norm(w, "enc.norm", "norm")
    scale = np.ones((3 * WIDTH, 1), np.float32)
    scale[:WIDTH] = (WIDTH // HEADS) ** -0.5  # of the attention, folded into the queries
    for i in range(sum(k.endswith(".qkv.weight") and k.startswith("enc.layers.") for k in w)):
        a, b = f"enc.layers.{i}.", f"layer.{i}."
        yield b + "qkv", "q8", (w[a + "qkv.weight"] * scale, w[a + "qkv.bias"] * scale[:, 0])
        for k in ("o", "up", "down"):
            yield b + k, "q8", (w[a + k + ".weight"], w[a + k + ".bias"])
        yield from norm(w, a + "n1", b + "n1")
        yield from norm(w, a + "n2", b + "n2")


def norm(w, key, name):
    yield name + ".g", "f32", w[key + ".weight"]
    yield name + ".b", "f32", w[key + ".bias"]


def heads(w):
    yield "words", "q8", tuple(np.concatenate([w[f"{k}.{part}"] for k in WORD]) for part in ("weight", "bias"))
    for k in LINEAR:
        weight, bias = w[k + ".weight"], w[k + ".bias"]
        if k == "refine.qkv":
            d = len(bias) // 3
            weight, bias = weight.copy(), bias.copy()
            weight[:d] *= (d // 4) ** -0.5
            bias[:d] *= (d // 4) ** -0.5
        yield k, "q8", (weight, bias)
    for k in NORMS:
        yield from norm(w, k, k)
    for k in ("dist", "quo", "par", "gap"):
        yield k, "f32", w[k + ".weight"]
    for k in ("ant_bias", "no_ant"):
        yield k, "f32", np.append(w[k + ".weight"][0], w[k + ".bias"]).astype(np.float32)
    yield "root", "f32", w["root"]
    for k in ("cue_crf", "pair_crf"):
        yield k + ".start", "f32", w[k + ".start"] + w[k + ".no_start"]
        yield k + ".trans", "f32", w[k + ".trans"] + w[k + ".no_trans"]


def restore(path):
    """The weights of an exported file as a checkpoint's, rounded as they are there: to train on from."""
    _, t = read(path)
    w = {"enc.word.weight": t["word"], "enc.pos.weight": t["pos"], "enc.feat.weight": t["feat"]}
    layers = sum(k.endswith(".qkv") and k.startswith("layer.") for k in t)
    linear = {k: (k, "refine.qkv" == k and D // 4) for k in LINEAR}
    norms = {k: k for k in NORMS} | {"enc.norm": "norm"}
    for i in range(layers):
        linear |= {f"enc.layers.{i}.{k}": (f"layer.{i}.{k}", k == "qkv" and WIDTH // HEADS) for k in ("qkv", "o", "up", "down")}
        norms |= {f"enc.layers.{i}.{k}": f"layer.{i}.{k}" for k in ("n1", "n2")}
    for key, (name, head) in linear.items():
        weight, bias = (np.array(x) for x in t[name])
        if head:  # undo the attention's scale in the queries
            third = len(bias) // 3
            weight[:third] *= head**0.5
            bias[:third] *= head**0.5
        w[key + ".weight"], w[key + ".bias"] = weight, bias
    for i, k in enumerate(WORD):
        w[k + ".weight"], w[k + ".bias"] = (x[i * D : (i + 1) * D] for x in t["words"])
    for key, name in norms.items():
        w[key + ".weight"], w[key + ".bias"] = t[name + ".g"], t[name + ".b"]
    for k in ("dist", "quo", "par", "gap"):
        w[k + ".weight"] = t[k]
    for k in ("ant_bias", "no_ant"):
        w[k + ".weight"], w[k + ".bias"] = t[k][None, :-1], t[k][-1:]
    w["root"] = t["root"]
    for k in ("cue_crf", "pair_crf"):
        for part in ("start", "trans"):
            no = np.where(t[f"{k}.{part}"] < -5e3, -1e4, 0).astype(np.float32)
            w[f"{k}.no_{part}"], w[f"{k}.{part}"] = no, t[f"{k}.{part}"] - no
    return {k: torch.from_numpy(np.array(v)) for k, v in w.items()}


def main():
    p = argparse.ArgumentParser()
    for k in ("model", "vocabulary", "version", "out"):
        p.add_argument("--" + k, required=True)
    a = p.parse_args()
    z = torch.load(a.model, map_location="cpu")
    w = {k: v.float().numpy() for k, v in z["model"].items()}
    meta = {"version": a.version, "layers": z["args"]["layers"], "upos": UPOS, "relations": RELATIONS, "tags": TAGS, "classes": CLASSES}
    write(a.out, meta, [*encoder(w), *heads(w), ("vocabulary", "text", open(a.vocabulary, encoding="utf-8").read())])


if __name__ == "__main__":
    main()
