"""Batches and losses: what each kind of window teaches."""
import numpy as np
import torch
import torch.nn.functional as F

from model import TAGS
from text import CLS, MASK, SEP


def batch(ws, device, hidden=0.0):
    """Windows as tensors; a share of the pieces is hidden behind [MASK]."""
    t, n, b = max(len(w.ids) for w in ws), max(w.n for w in ws), len(ws)
    ids, feat = np.zeros((b, t), int), np.zeros((b, t), int)
    first, size, words = np.zeros((b, n), int), np.zeros(b, int), np.zeros(b, int)
    for i, w in enumerate(ws):
        size[i], words[i] = len(w.ids), w.n
        seen = w.ids
        if hidden:
            seen = np.where((np.random.rand(size[i]) < hidden) & (seen != CLS) & (seen != SEP), MASK, seen)
        ids[i, : size[i]], feat[i, : size[i]], first[i, : w.n] = seen, w.feats, w.first
    put = lambda a: torch.from_numpy(a).to(device)
    return {"ids": put(ids), "feat": put(feat), "first": put(first), "mask": put(np.arange(t) < size[:, None]), "wmask": put(np.arange(n) < words[:, None])}


def pad(rows, n, fill=-100):
    out = np.full((len(rows), n), fill)
    for r, v in zip(out, rows):
        r[: len(v)] = v
    return torch.from_numpy(out)


def relative(ws, cues, n):
    out = [[], [], []]
    for k, x, y in cues:
        for o, v in zip(out, ws[k].relative(x, y)):
            o.append(v)
    return [pad(o, n, 0) for o in out]


def attribution_loss(m, ws, w, b):
    """Cues of the core, source and content of every gold cue; by the number of cues."""
    dev, n = w.device, w.shape[1]
    scores = m.cues(w)
    cues = [(i, x, y) for i, z in enumerate(ws) for x, y, _ in z.pairs]
    core = torch.zeros(len(ws), n, 3, device=dev)  # context words are shifted out
    gold = torch.zeros(len(ws), n, dtype=torch.long)
    on = torch.zeros(len(ws), n, dtype=torch.bool)
    rows = []
    for i, z in enumerate(ws):
        o = z.a - z.c
        rows.append(F.pad(scores[i, o : z.n], (0, 0, 0, n - z.n + o)))
        gold[i, : z.n - o] = torch.from_numpy(z.cue[o:])
        on[i, : z.n - o] = True
    loss = m.cue_crf.nll(torch.stack(rows), gold.to(dev), on.to(dev)).sum()
    if cues:
        k, x, y = (torch.tensor(v, device=dev) for v in zip(*cues))
        rel = [r.to(dev) for r in relative(ws, cues, n)]
        e = m.pairs(w, b["wmask"], k, x, y, rel)
        labels = pad([lab for z in ws for _, _, lab in z.pairs], n, 0).to(dev)
        loss = loss + m.pair_crf.nll(e, labels, b["wmask"][k]).sum()
    return loss / max(1, len(cues))


def syntax_loss(m, ws, w):
    dev, n = w.device, w.shape[1]
    pos, head, rel = (pad([getattr(z, k) for z in ws], n).to(dev) for k in ("pos", "head", "rel"))
    loss = F.cross_entropy(m.tags(w).flatten(0, 1), pos.flatten(), ignore_index=-100)
    sent = pad([z.sentence for z in ws], n, -1).to(dev)
    other = sent[:, :, None] != sent[:, None, :]
    arcs = m.arcs(w).masked_fill(F.pad(other, (0, 1)), -1e4)
    me = torch.arange(n, device=dev)[None]
    target = torch.where(head == me, n, head).masked_fill(head < 0, -100)
    arcs = arcs.masked_fill(F.pad(torch.eye(n, dtype=torch.bool, device=dev), (0, 1))[None], -1e4)
    loss = loss + F.cross_entropy(arcs.flatten(0, 1), target.flatten(), ignore_index=-100)
    return loss + F.cross_entropy(m.relations(w, head.clamp(min=0)).flatten(0, 1), rel.masked_fill(head < 0, -100).flatten(), ignore_index=-100)


def name_loss(m, ws, w):
    """Minus log of the probability of the allowed tags."""
    allowed = pad([z.name for z in ws], w.shape[1], 0).to(w.device)
    bits = (allowed[:, :, None] >> torch.arange(len(TAGS), device=w.device)) & 1
    logp = F.log_softmax(m.names(w), -1).masked_fill(bits == 0, -1e4).logsumexp(-1)
    on = allowed > 0
    return -(logp * on).sum() / on.sum()


PRONOUNS = set("he him his himself she her hers herself it its itself they them their theirs themselves".split())
PRONOUN_WEIGHT = 3.0


def anaphor_loss(m, ws, w):
    """Minus log of the probability of all earlier words of the chain, or of none; pronouns weigh more."""
    items = [(i, h, near) for i, z in enumerate(ws) for h, near in z.anaphors]
    if not items:
        return w.sum() * 0
    dev, n = w.device, w.shape[1]
    k, h = (torch.tensor([x[j] for x in items], device=dev) for j in (0, 1))
    s = m.links(w, k, h)
    later = torch.arange(n, device=dev)[None] >= h[:, None]
    s = s.masked_fill(F.pad(later, (0, 1)), -1e4)
    right = torch.zeros(len(items), n + 1, dtype=torch.bool)
    for r, (_, _, near) in zip(right, items):
        r[near if near else n] = True
    weight = torch.tensor([PRONOUN_WEIGHT if ws[i].word(x).lower() in PRONOUNS else 1.0 for i, x, _ in items], device=dev)
    right = F.log_softmax(s, -1).masked_fill(~right.to(dev), -1e4).logsumexp(-1)
    return -(right * weight).sum() / weight.sum()


def choice_scores(m, ws, w):
    """[choices, 3]: A, B, neither."""
    items = [(i, c) for i, z in enumerate(ws) for c in z.choices]
    k = torch.tensor([i for i, _ in items], device=w.device)
    s = m.links(w, k, torch.tensor([c[0] for _, c in items], device=w.device))
    return torch.stack([torch.stack([r[c[1]].logsumexp(0), r[c[2]].logsumexp(0), r[-1]]) for r, (_, c) in zip(s, items)])


def choice_loss(m, ws, w):
    right = torch.tensor([c[3] for z in ws for c in z.choices], device=w.device)
    return F.cross_entropy(choice_scores(m, ws, w), right)


WEIGHT = {"attribution": 1.0, "syntax": 1.0, "name": 3.0, "anaphor": 1.0, "choice": 1.0}


def loss(m, ws, device, hidden=0.0):
    """Sum of the losses for which the windows have labels, and each alone; see batch for hidden."""
    b = batch(ws, device, hidden)
    with torch.autocast(device.type, torch.bfloat16):
        w = m.words(b)
        z, parts = ws[0], {}
        if z.pairs is not None:
            parts["attribution"] = attribution_loss(m, ws, w, b)
        if z.pos is not None:
            parts["syntax"] = syntax_loss(m, ws, w)
        if z.name is not None:
            parts["name"] = name_loss(m, ws, w)
        if z.anaphors is not None:
            parts["anaphor"] = anaphor_loss(m, ws, w)
        if z.choices is not None:
            parts["choice"] = choice_loss(m, ws, w)
    return sum(WEIGHT[k] * v for k, v in parts.items()), {k: float(v.detach()) for k, v in parts.items()}
