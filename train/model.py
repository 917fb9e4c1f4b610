"""The reader's network: one encoder and five heads on the first piece of each word."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from crf import CRF
from encoder import WIDTH, Encoder, attend, split_heads
from text import FEATURES

D = 192  # width of every head
DISTANCES, QUOTES, PARAGRAPHS, GAPS = 26, 9, 5, 16
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
RELATIONS = (
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
).split()
CLASSES = "person organisation place group other".split()
TAGS = ["O"] + [p + c for c in CLASSES for p in ("B-", "I-")]


class Refine(nn.Module):
    """One small pre-norm transformer layer over the words of a window, seen from a cue."""

    def __init__(self, heads=4, p=0.1):
        super().__init__()
        self.heads = heads
        self.n1, self.n2 = nn.LayerNorm(D), nn.LayerNorm(D)
        self.qkv, self.o = nn.Linear(D, 3 * D), nn.Linear(D, D)
        self.up, self.down, self.drop = nn.Linear(D, 2 * D), nn.Linear(2 * D, D), nn.Dropout(p)

    def forward(self, x, mask):
        q, k, v = split_heads(self.qkv(self.n1(x)), self.heads)
        x = x + self.drop(self.o(attend(q, k, v, mask).transpose(1, 2).reshape(x.shape)))
        return x + self.drop(self.down(F.gelu(self.up(self.n2(x)))))


class Reader(nn.Module):
    def __init__(self, layers, p=0.1):
        super().__init__()
        self.enc, self.drop = Encoder(layers, FEATURES, p), nn.Dropout(p)
        project = lambda: nn.Linear(WIDTH, D)
        # attribution: cues
        self.cue_in, self.cue_out = project(), nn.Linear(D, 3)  # O B I
        self.cue_crf = CRF([1, 1, 0], [[1, 1, 0], [1, 1, 1], [1, 1, 1]])
        # attribution: source and content of one cue
        self.pair_in, self.pair_cue = project(), nn.Linear(2 * WIDTH, 2 * D)
        self.dist, self.quo, self.par = nn.Embedding(DISTANCES, D), nn.Embedding(QUOTES, D), nn.Embedding(PARAGRAPHS, D)
        for e in (self.dist, self.quo, self.par):
            nn.init.normal_(e.weight, std=0.1)
        self.pair_norm, self.refine = nn.LayerNorm(D), Refine(p=p)
        self.out_norm, self.out_hid, self.out = nn.LayerNorm(D), nn.Linear(D, D), nn.Linear(D, 5)  # O BS IS BC IC
        self.pair_crf = CRF([1, 1, 0, 1, 0], [[1, 1, 0, 1, 0], [1, 0, 1, 1, 0], [1, 0, 1, 1, 0], [1, 1, 0, 0, 1], [1, 1, 0, 0, 1]])
        # names
        self.name_in, self.name_out = project(), nn.Linear(D, len(TAGS))
        # syntax
        self.pos_in, self.pos_out = project(), nn.Linear(D, len(UPOS))
        self.arc_dep, self.arc_head, self.arc = project(), project(), nn.Linear(D, D)
        self.root = nn.Parameter(torch.zeros(D))
        self.rel_dep, self.rel_head, self.rel_out = project(), project(), nn.Linear(D, len(RELATIONS))
        # coreference
        self.ana_in, self.ant_in, self.link = project(), project(), nn.Linear(D, D)
        self.ant_bias, self.no_ant, self.gap = nn.Linear(D, 1), nn.Linear(D, 1), nn.Embedding(GAPS, 1)
        nn.init.zeros_(self.gap.weight)

    def words(self, b):
        """Vectors [B, W, 384] of the first piece of each word."""
        h = self.enc(b["ids"], b["feat"], b["mask"])
        return h.gather(1, b["first"][:, :, None].expand(-1, -1, WIDTH))

    def cues(self, w):
        return self.cue_out(self.drop(F.gelu(self.cue_in(w)))).float()

    def pairs(self, w, wmask, window, first, last, rel):
        """Emissions [P, W, 5] of each cue (its window and its first and last word); rel = (dist, quo, par), each [P, W]."""
        c1, c2 = self.pair_cue(torch.cat([w[window, first], w[window, last]], -1)).chunk(2, -1)
        t = self.pair_in(w)[window]
        z = t + c1[:, None] + t * c2[:, None] + self.dist(rel[0]) + self.quo(rel[1]) + self.par(rel[2])
        z = self.drop(F.gelu(self.pair_norm(z)))
        m = torch.zeros(wmask.shape, device=w.device).masked_fill(~wmask, -1e4)[window][:, None, None, :].to(z.dtype)
        z = self.refine(z, m)
        return self.out(F.gelu(self.out_hid(self.out_norm(z)))).float()

    def names(self, w):
        return self.name_out(self.drop(F.gelu(self.name_in(w)))).float()

    def tags(self, w):
        return self.pos_out(self.drop(F.gelu(self.pos_in(w)))).float()

    def arcs(self, w):
        """Scores [B, W, W + 1] of word i's head: word j, or the root (last column)."""
        dep = self.arc(self.drop(F.gelu(self.arc_dep(w))))
        head = self.drop(F.gelu(self.arc_head(w)))
        root = torch.matmul(dep, self.root.to(dep.dtype))
        return torch.cat([torch.matmul(dep, head.transpose(1, 2)), root[:, :, None]], -1).float()

    def relations(self, w, head):
        """Scores [B, W, R] of each word's relation to head [B, W] (itself for the root)."""
        dep, top = self.rel_dep(w), self.rel_head(w).gather(1, head[:, :, None].expand(-1, -1, D))
        return self.rel_out(self.drop(F.gelu(dep + top + dep * top))).float()

    def links(self, w, window, word):
        """Scores [A, W + 1]: antecedents of each anaphor (window, word), none last."""
        ana, ant = self.drop(F.gelu(self.ana_in(w[window, word]))), self.drop(F.gelu(self.ant_in(w)))
        s = torch.matmul(ant[window], self.link(ana)[:, :, None])[:, :, 0] + self.ant_bias(ant)[window][:, :, 0]
        d = (word[:, None] - torch.arange(w.shape[1], device=w.device)[None]).abs()
        s = s + self.gap(gap_bucket(d))[:, :, 0]
        return torch.cat([s, self.no_ant(ana)], -1).float()


def gap_bucket(d):
    """Words between -> 0..15: one by one to 4, then two buckets a doubling."""
    far = 4 + torch.ceil(torch.log2(d.clamp(min=1) / 4.0) * 2)
    return torch.where(d <= 4, d, far.clamp(max=GAPS - 1).long())
