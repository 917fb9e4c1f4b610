"""The encoder: BERT, post-norm, absolute positions, 384 wide, with one extra input feature a piece."""
import re

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, INNER, POSITIONS, VOCABULARY = 384, 12, 1536, 512, 30522


def attend(q, k, v, mask):
    """Explicit attention: its backward pass is faster than the fused one on a CPU."""
    a = torch.matmul(q * q.shape[-1] ** -0.5, k.transpose(-1, -2)) + mask
    return torch.matmul(a.softmax(-1), v)


def split_heads(qkv, heads):
    b, t, d = qkv.shape
    return qkv.view(b, t, 3, heads, d // 3 // heads).permute(2, 0, 3, 1, 4)


class Layer(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.drop = nn.Dropout(p)
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        q, k, v = split_heads(self.qkv(x), HEADS)
        x = self.n1(x + self.drop(self.o(attend(q, k, v, mask).transpose(1, 2).reshape(x.shape))))
        return self.n2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """ids, features [B, T] and a mask of real pieces -> vectors [B, T, 384]."""

    def __init__(self, layers, features, p=0.0):
        super().__init__()
        self.word, self.pos = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(p) for _ in range(layers)])
        self.feat = nn.Embedding(features, WIDTH)
        nn.init.zeros_(self.feat.weight)  # at the start the pretrained encoder is unchanged

    def forward(self, ids, feat, mask):
        x = self.norm(self.word(ids) + self.pos.weight[: ids.shape[1]] + self.feat(feat))
        m = torch.zeros(mask.shape, device=ids.device).masked_fill(~mask, -1e4)[:, None, None, :]
        if torch.is_autocast_enabled(ids.device.type):
            m = m.bfloat16()
        for layer in self.layers:
            x = layer(x, m)
        return x

    def load_onnx(self, path):
        """Takes the weights of a BERT exported to ONNX; the only token type is folded into the positions."""
        import onnx
        from onnx import numpy_helper

        graph = onnx.load(path).graph
        const = {i.name: i for i in graph.initializer}
        named = {k: numpy_helper.to_array(v) for k, v in const.items() if not k.startswith("onnx::")}
        for node in graph.node:  # matmul weights are anonymous: named by their node
            m = re.match(r"/encoder/layer\.(\d+)/(.+)/MatMul$", node.name)
            if node.op_type == "MatMul" and m:
                for i in node.input:
                    if i in const:
                        named[f"{m.group(1)}.{m.group(2)}"] = numpy_helper.to_array(const[i]).T
        take = lambda key: torch.from_numpy(np.array(named[key]))
        with torch.no_grad():
            e = "embeddings."
            self.word.weight.copy_(take(e + "word_embeddings.weight"))
            self.pos.weight.copy_(take(e + "position_embeddings.weight") + take(e + "token_type_embeddings.weight")[0])
            self.norm.weight.copy_(take(e + "LayerNorm.weight"))
            self.norm.bias.copy_(take(e + "LayerNorm.bias"))
            for i, l in enumerate(self.layers):
                p, three = f"encoder.layer.{i}.", ("query", "key", "value")
                l.qkv.weight.copy_(torch.cat([take(f"{i}.attention/self/{x}") for x in three]))
                l.qkv.bias.copy_(torch.cat([take(p + f"attention.self.{x}.bias") for x in three]))
                for mod, node, name in ((l.o, "attention/output", "attention.output"), (l.down, "output", "output")):
                    mod.weight.copy_(take(f"{i}.{node}/dense"))
                    mod.bias.copy_(take(p + name + ".dense.bias"))
                l.up.weight.copy_(take(f"{i}.intermediate/dense"))
                l.up.bias.copy_(take(p + "intermediate.dense.bias"))
                for mod, name in ((l.n1, "attention.output.LayerNorm"), (l.n2, "output.LayerNorm")):
                    mod.weight.copy_(take(p + name + ".weight"))
                    mod.bias.copy_(take(p + name + ".bias"))
        return self
