#!/usr/bin/env python3
"""Scores of a checkpoint on the dev parts, and its PolNeAR predictions for an outside scorer.

    python evaluate.py --model runs/a/model.pt --data DIR --tokenizer tokenizer.json [--int8] [--dump FILE]

The figures that count are those of `readout eval`, which reads with the exported weights; these are for the kitchen.
"""
import argparse
import collections
import json
import os

import numpy as np
import torch

BIAS = 0.3  # added to a cue's begin score: chosen on PolNeAR dev


def runs(ids):
    out = []
    for t in sorted(ids):
        if out and t == out[-1][1] + 1:
            out[-1][1] = t
        else:
            out.append([t, t])
    return out


@torch.no_grad()
def candidates(m, ws, device):
    """Relations of each text [{cue, source, content: word sets, probabilities}] before any repair."""
    from tasks import batch, relative

    out = collections.defaultdict(list)
    ws = sorted(ws, key=lambda w: len(w.ids))
    for i in range(0, len(ws), 16):
        part = ws[i : i + 16]
        b = batch(part, device)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            w = m.words(b)
            scores = m.cues(w)
        scores[:, :, 1] += BIAS
        cues, prob = [], []
        for k, z in enumerate(part):
            o = z.a - z.c
            path, marginal, _ = m.cue_crf.decode(scores[k : k + 1, o : z.n], torch.ones(1, z.n - o, dtype=torch.bool))
            path, marginal = path[0].tolist(), marginal[0]
            for t, label in enumerate(path):
                if label == 1:
                    e = t
                    while e + 1 < len(path) and path[e + 1] == 2:
                        e += 1
                    cues.append((k, t + o, e + o))
                    prob.append(float((1 - marginal[t : e + 1, 0]).mean()))
        if not cues:
            continue
        n = w.shape[1]
        k, x, y = (torch.tensor(v, device=device) for v in zip(*cues))
        e = m.pairs(w, b["wmask"], k, x, y, [r.to(device) for r in relative(part, cues, n)])
        paths, marginals, _ = m.pair_crf.decode(e, b["wmask"][k])
        for (k, x, y), p, path, mg in zip(cues, prob, paths.numpy(), marginals.numpy()):
            z, cue = part[k], set(range(x, y + 1))
            pick = lambda lo: {t for t in range(z.n) if path[t] in (lo, lo + 1)} - cue
            source, content = pick(1), pick(3)
            ps = float(np.mean([mg[t, 1] + mg[t, 2] for t in source])) if source else float(min(mg[t, 0] + mg[t, 3] + mg[t, 4] for t in range(z.n)))
            pc = float(np.mean([mg[t, 3] + mg[t, 4] for t in content])) if content else 0.0
            move = lambda s: {t + z.c for t in s}
            out[id(z.text)].append({"cue": move(cue), "source": move(source), "content": move(content), "p": p * (ps + pc) / 2})
    return out


def repair(text, found):
    """Drops what has no content or stands inside another's content; one source piece; a word in one content only."""
    rs = [r for r in found if r["content"]]
    for r in rs:
        parts = runs(r["source"])
        if len(parts) > 1:
            a, b = min(parts, key=lambda q: min(abs(q[1] - min(r["cue"])), abs(q[0] - max(r["cue"]))))
            r["source"] = set(range(a, b + 1))
    drop = set()
    for i, a in enumerate(rs):
        for j, b in enumerate(rs):
            if i != j and j not in drop and a["cue"] <= b["content"] and (b["p"] >= a["p"] or not b["cue"] & a["content"]):
                drop.add(i)
                break
    rs = [r for i, r in enumerate(rs) if i not in drop]
    taken = set()
    for r in sorted(rs, key=lambda r: -r["p"]):
        r["content"] -= taken
        taken |= r["content"]
    return [r for r in rs if r["content"]]


def relations(text, found):
    span = lambda ids: [[int(text.words[a][0]), int(text.words[b][1])] for a, b in runs(ids)]
    return [{**{k: span(r[k]) for k in ("source", "cue", "content")}, "p": r["p"]} for r in repair(text, found)]


def dump(m, folder, device, path):
    from corpora import attribution, polnear

    docs = polnear(folder)
    ws = [w for _, t, r in docs for w in attribution(t, r)]
    found = candidates(m, ws, device)
    with open(path, "w") as f:
        for name, text, _ in docs:
            f.write(json.dumps({"doc": name, "relations": relations(text, found[id(text)])}) + "\n")


@torch.no_grad()
def vectors(m, w, device):
    from tasks import batch

    return m.words(batch([w], device))


@torch.no_grad()
def syntax_score(m, ws, device):
    """(UPOS, UAS, LAS) in percent; heads word by word, no tree is enforced."""
    right, n = np.zeros(3), 0
    for z in ws:
        w = vectors(m, z, device)
        sent = torch.from_numpy(z.sentence).to(device)
        s = m.arcs(w)[0]
        s[:, :-1] = s[:, :-1].masked_fill(sent[:, None] != sent[None], -1e4)
        s[torch.arange(z.n), torch.arange(z.n)] = -1e4
        best = s.argmax(1)
        head = torch.where(best == z.n, torch.arange(z.n, device=device), best)
        rel, pos = m.relations(w, head[None])[0].argmax(1), m.tags(w)[0].argmax(1)
        head, rel, pos = head.cpu().numpy(), rel.cpu().numpy(), pos.cpu().numpy()
        core = slice(z.a - z.c, z.n)
        ok = head == z.head
        right += [(pos == z.pos)[core].sum(), ok[core].sum(), (ok & (rel == z.rel))[core].sum()]
        n += z.b - z.a
    return 100 * right / n


@torch.no_grad()
def tag(m, z, device):
    """Best tag sequence of a window's words, an I- only behind its own class."""
    from model import TAGS

    s = m.names(vectors(m, z, device))[0].log_softmax(-1).cpu().numpy()
    no = np.zeros((len(TAGS), len(TAGS)))
    for j, t in enumerate(TAGS):
        if t[0] == "I":
            no[[i for i, u in enumerate(TAGS) if u[1:] != t[1:] or u == "O"], j] = -1e4
    a, back = s[0] + no[0], []
    for row in s[1:]:
        z2 = a[:, None] + no
        back.append(z2.argmax(0))
        a = z2.max(0) + row
    path = [int(a.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return [TAGS[k] for k in reversed(path)]


def name_score(m, ws, golds, device):
    from corpora import chunks

    c = collections.Counter()
    for z, gold in zip(ws, golds):
        said = {(a, b, t) for a, b, t in chunks(tag(m, z, device))}
        for a, b, kinds in gold:
            k = sorted(kinds)[0]
            hit = any((a, b, x) in said for x in kinds)
            c[k, "g"] += 1
            c[k, "t"] += hit
        for a, b, t in said:
            c[t, "p"] += 1
    return {k: "F %.3f (%d of %d, said %d)" % (2 * c[k, "t"] / max(1, c[k, "g"] + c[k, "p"]), c[k, "t"], c[k, "g"], c[k, "p"]) for k in ("person", "organisation", "place", "group", "other")}


@torch.no_grad()
def pronoun_score(m, ws, device):
    """Right third-person pronouns and all: the best earlier word lies in an earlier mention of the chain."""
    from tasks import PRONOUNS

    right = n = 0
    for z in ws:
        ms, rows = z.mentions, z.rows
        owner = {}
        for chain, _, a, b in sorted(ms, key=lambda q: q[3] - q[2], reverse=True):
            owner.update({k: chain for k in range(a, b + 1)})
        w = vectors(m, z, device)
        for h, _ in z.anaphors:
            k = h + z.c
            if rows[h][0][1].lower() not in PRONOUNS:
                continue
            chains = {ch for ch, _, a, b in ms if a == b == k}
            if not any(ch in chains and b < k for ch, _, a, b in ms):
                continue
            n += 1
            if h:
                s = m.links(w, torch.tensor([0], device=device), torch.tensor([h], device=device))[0]
                right += owner.get(int(s[:h].argmax()) + z.c) in chains
    return right, n


@torch.no_grad()
def gap_score(m, ws, device):
    from tasks import batch, choice_scores

    c = collections.Counter()
    for z in ws:
        said = int(choice_scores(m, [z], vectors(m, z, device))[0].argmax())
        gold = z.choices[0][3]
        for k in (0, 1):
            c["tp"] += said == k == gold
            c["p"] += said == k
            c["g"] += gold == k
    return 2 * c["tp"] / (c["p"] + c["g"])


def report(m, data, device):
    from corpora import GENRES, gap, gum, names, syntax

    at = lambda *p: os.path.join(data, *p)
    out = ["ud-ewt UPOS %.2f UAS %.2f LAS %.2f" % tuple(syntax_score(m, syntax(at("ud-ewt/en_ewt-ud-dev.conllu"), 280, 40), device))]
    dev = [n for n in open(at("gum/lists/dev.txt")).read().split() if n.split("_")[1] in GENRES]
    ws = [w for n in dev for w in gum(at(f"gum/conllu/{n}.conllu"), 200, 130)]
    out.append("gum UPOS %.2f UAS %.2f LAS %.2f" % tuple(syntax_score(m, ws, device)))
    right, n = pronoun_score(m, ws, device)
    out.append("gum pronouns %.3f (%d of %d)" % (right / n, right, n))
    out.append("gap F1 %.3f" % gap_score(m, gap(at("coref/gap/gap-validation.tsv")), device))
    for f in ("crossner-politics/dev.txt", "wnut17/dev.conll", "wikigold/wikigold.conll.txt", "re3d/re3d-train.conll"):
        ws = names(at("ner"), f, dev=True)
        out.append(f + " " + str(name_score(m, ws, [w.gold for w in ws], device)))
    return "\n".join(out)


def quantise(m):
    """Rounds the weights of all linear layers and the word table to what the export keeps of them."""
    import torch.nn as nn

    for lin in [x for x in m.modules() if isinstance(x, nn.Linear) and x.out_features >= 48] + [m.enc.word]:
        s = lin.weight.data.abs().amax(1, keepdim=True).clamp(min=1e-12) / 127
        lin.weight.data = (lin.weight.data / s).round() * s
    return m


def main():
    p = argparse.ArgumentParser()
    for k in ("model", "data", "tokenizer"):
        p.add_argument("--" + k, required=True)
    p.add_argument("--dump", default="")
    p.add_argument("--int8", action="store_true")
    p.add_argument("--device", default="cpu")
    p.add_argument("--skip-report", action="store_true")
    a = p.parse_args()
    os.environ["READOUT_TOKENIZER"] = a.tokenizer
    from model import Reader

    z = torch.load(a.model, map_location="cpu")
    m = Reader(z["args"]["layers"])
    m.load_state_dict(z["model"])
    m = (quantise(m) if a.int8 else m).to(a.device).eval()
    if a.dump:
        dump(m, os.path.join(a.data, "polnear/dev"), torch.device(a.device), a.dump)
    if not a.skip_report:
        print(report(m, a.data, torch.device(a.device)))


if __name__ == "__main__":
    main()
