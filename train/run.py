#!/usr/bin/env python3
"""Trains the reader.

    python run.py --data DIR --weights encoder.onnx --tokenizer tokenizer.json --out runs/a [--workers 2] [--device cuda]

Checkpoints every few minutes in --out; the same command goes on from the last one. --workers trains with several
processes of one thread each (a process a core beats a thread a core); the gradients meet in shared memory.
"""
import argparse
import copy
import glob
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.multiprocessing as mp
import torch.nn as nn


def options():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--weights", required=True)
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--init", default="", help="start from the weights of this checkpoint or exported file")
    p.add_argument("--layers", type=int, default=12)
    p.add_argument("--epochs", type=float, default=5, help="passes over PolNeAR; the others by their share")
    p.add_argument("--pieces", type=int, default=1400, help="word pieces of a worker's batch")
    p.add_argument("--lr", type=float, default=1.5e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=0.92, help="of the rate, a layer down")
    p.add_argument("--warm", type=float, default=0.06)
    p.add_argument("--average", type=float, default=0.998, help="decay of the running average of the weights")
    p.add_argument("--hidden", type=float, default=0.05, help="share of the pieces behind [MASK]")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--workers", type=int, default=1)
    p.add_argument("--device", default="cpu")
    p.add_argument("--save-minutes", type=float, default=8)
    p.add_argument("--max-steps", type=int, default=0)
    p.add_argument("--only", default="", help="comma separated tasks, for ablations")
    return p.parse_args()


# passes over a corpus for one pass over PolNeAR
SHARES = {"polnear": 1.0, "ewt": 1.6, "gum": 2.5, "names": 0.4, "gap": 0.3, "litbank": 1.0}


def load(data, only):
    from corpora import GENRES, HELD_OUT, attribution, gap, gum, litbank, names, polnear, syntax  # noqa: F401

    at = lambda *p: os.path.join(data, *p)
    sets = {
        "polnear": lambda: [w for _, t, r in polnear(at("polnear/train")) for w in attribution(t, r)],
        "ewt": lambda: syntax(at("ud-ewt/en_ewt-ud-train.conllu")),
        "gum": lambda: [w for n in open(at("gum/lists/train.txt")).read().split() if n.split("_")[1] in GENRES for w in gum(at(f"gum/conllu/{n}.conllu"))],
        "names": lambda: [w for f in ("crossner-politics/train.txt", "wnut17/train.conll", "wikigold/wikigold.conll.txt", "re3d/re3d-train.conll") for w in names(at("ner"), f)],
        "gap": lambda: gap(at("coref/gap/gap-development.tsv")),
        "litbank": lambda: [w for f in sorted(glob.glob(at("coref/litbank/*.conll"))) for w in litbank(f)],
    }
    return {k: [w for w in f() if w.n > 3] for k, f in sets.items() if not only or k in only.split(",")}


def schedule(sets, epochs, pieces, seed):
    """All batches of the run, in order: every corpus in passes of its own, mixed evenly."""
    rng = random.Random(seed)
    placed = []
    for name, ws in sets.items():
        passes, at, made = SHARES[name] * epochs, 0.0, []
        while at < passes:
            pool = ws[:]
            rng.shuffle(pool)
            pool = pool[: math.ceil(len(pool) * min(1.0, passes - at))]
            at += 1
            bs = []
            for i in range(0, len(pool), 128):
                bs += cut(sorted(pool[i : i + 128], key=lambda w: len(w.ids)), pieces)
            rng.shuffle(bs)
            made += bs
        placed += [((i + rng.random()) / len(made), b) for i, b in enumerate(made)]
    return [b for _, b in sorted(placed, key=lambda x: x[0])]


def cut(ws, pieces):
    out, size = [[]], 0
    for w in ws:  # sorted by length: the padded size is the last one's times the number
        if out[-1] and len(w.ids) * (len(out[-1]) + 1) > pieces:
            out.append([])
        out[-1].append(w)
    return out


def optimizer(m, a):
    groups, seen = [], set()

    def add(ps, lr, decay):
        ps = [p for p in ps if p.requires_grad and id(p) not in seen]
        seen.update(map(id, ps))
        for some, wd in (([p for p in ps if p.dim() > 1], decay), ([p for p in ps if p.dim() <= 1], 0.0)):
            if some:
                groups.append({"params": some, "lr": lr, "base": lr, "weight_decay": wd})

    depth = len(m.enc.layers)
    for i, l in enumerate(m.enc.layers):
        add(l.parameters(), a.lr * a.decay ** (depth - 1 - i), 0.01)
    add(m.enc.feat.parameters(), a.head_lr, 0.0)
    add(m.enc.parameters(), a.lr * a.decay**depth, 0.01)
    add(m.parameters(), a.head_lr, 0.01)
    return torch.optim.AdamW(groups, fused=a.device == "cpu" or None, betas=(0.9, 0.98))


class Gradients:
    """Averages the gradients of all workers through shared memory; every worker ends with the same bytes."""

    def __init__(self, shared, rank, barrier):
        self.shared, self.rank, self.barrier = shared, rank, barrier

    def average(self, ps):
        if len(self.shared) == 1:
            return
        mine = self.shared[self.rank]
        torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).flatten() for p in ps], out=mine)
        self.barrier.wait()
        total = self.shared[0].clone()
        for s in self.shared[1:]:
            total += s
        total /= len(self.shared)
        self.barrier.wait()
        at = 0
        for p in ps:
            p.grad = total[at : at + p.numel()].view_as(p)
            at += p.numel()


def work(rank, a, shared, barrier):
    os.environ["READOUT_TOKENIZER"] = a.tokenizer
    from evaluate import report
    from export import restore
    from model import Reader
    from tasks import loss

    torch.set_num_threads(1 if a.workers > 1 else torch.get_num_threads())
    torch.manual_seed(a.seed)
    device = torch.device(a.device)
    say = logger(a.out) if rank == 0 else lambda *x: None
    sets = load(a.data, a.only)
    plan = schedule(sets, a.epochs, a.pieces, a.seed)
    steps = len(plan) // a.workers
    m = Reader(a.layers)
    m.enc.load_onnx(a.weights)
    if a.init:
        m.load_state_dict(restore(a.init) if a.init.endswith(".bin") else torch.load(a.init, map_location="cpu")["model"])
    m.enc.word.weight.requires_grad_(False)
    m.to(device)
    ps = [p for p in m.parameters() if p.requires_grad]
    opt, grads = optimizer(m, a), Gradients(shared, rank, barrier)
    mean, step = [p.detach().clone() for p in ps], 0
    last = os.path.join(a.out, "last.pt")
    if os.path.exists(last):
        z = torch.load(last, map_location=device)
        m.load_state_dict(z["now"])
        opt.load_state_dict(z["opt"])
        mean, step = [p.to(device) for p in z["mean"]], z["step"]
    say(json.dumps(vars(a)))
    say({k: (len(v), sum(len(w.ids) for w in v)) for k, v in sets.items()}, "steps", steps, "from", step)
    torch.manual_seed(a.seed * 1000 + rank + step)
    np.random.seed(a.seed * 1000 + rank + step)
    m.train()
    t0, saved, sums = time.time(), time.time(), {}
    while step < steps:
        f = step / steps
        rate = min(1.0, f / a.warm) * max(0.01, min(1.0, (1 - f) / (1 - a.warm)))
        for g in opt.param_groups:
            g["lr"] = g["base"] * rate
        total, parts = loss(m, plan[step * a.workers + rank], device, a.hidden)
        opt.zero_grad(set_to_none=True)
        total.backward()
        grads.average(ps)
        nn.utils.clip_grad_norm_(ps, 5.0)
        opt.step()
        step += 1
        keep = min(a.average, step / (step + 20))
        with torch.no_grad():
            torch._foreach_lerp_(mean, ps, 1 - keep)
        for k, v in parts.items():
            s = sums.setdefault(k, [0.0, 0])
            s[0], s[1] = s[0] + v, s[1] + 1
        if step % 50 == 0:
            say("step %d/%d %.2f s/step  %s" % (step, steps, (time.time() - t0) / 50, "  ".join("%s %.3f" % (k, s / n) for k, (s, n) in sorted(sums.items()))))
            t0, sums = time.time(), {}
        if rank == 0 and (time.time() - saved > 60 * a.save_minutes or step == steps or step == a.max_steps):
            save(m, mean, ps, opt, step, a)
            saved = time.time()
        if step == a.max_steps:
            break
    if rank == 0:
        m.load_state_dict(torch.load(os.path.join(a.out, "model.pt"), map_location=device)["model"])
        say(report(m.eval(), a.data, device))


def save(m, mean, ps, opt, step, a):
    """last.pt to go on from; model.pt, the averaged weights, to use."""
    now = {k: v.clone() for k, v in m.state_dict().items()}
    put(os.path.join(a.out, "last.pt"), {"now": now, "opt": opt.state_dict(), "mean": mean, "step": step})
    smooth = copy.deepcopy(m)
    for p, q in zip([p for p in smooth.parameters() if p.requires_grad], mean):
        p.data.copy_(q)
    put(os.path.join(a.out, "model.pt"), {"model": smooth.state_dict(), "args": vars(a), "step": step})


def put(path, value):
    torch.save(value, path + ".new")
    os.replace(path + ".new", path)


def logger(out):
    os.makedirs(out, exist_ok=True)

    def say(*x):
        line = time.strftime("%H:%M:%S ") + " ".join(map(str, x))
        print(line, flush=True)
        with open(os.path.join(out, "log.txt"), "a") as f:
            print(line, file=f)

    return say


def main():
    a = options()
    os.makedirs(a.out, exist_ok=True)
    random.seed(a.seed)
    np.random.seed(a.seed)
    if a.workers == 1:
        return work(0, a, [None], None)
    os.environ["READOUT_TOKENIZER"] = a.tokenizer
    from model import Reader

    size = sum(p.numel() for n, p in Reader(a.layers).named_parameters() if n != "enc.word.weight")
    shared = [torch.zeros(size).share_memory_() for _ in range(a.workers)]
    mp.spawn(work, (a, shared, mp.get_context("spawn").Barrier(a.workers)), nprocs=a.workers)


if __name__ == "__main__":
    main()
