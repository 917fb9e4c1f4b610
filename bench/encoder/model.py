"""A BERT-class encoder with random weights, as an ONNX file and as a flat file."""
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "train"))
import flat  # noqa: E402

HIDDEN, WIDE, HEADS, PIECES, POSITIONS = 384, 1536, 12, 30522, 512


def weights(layers, seed=1):
    """Numbers by the flat file's names; layers are (weight [out][in], bias)."""
    r = np.random.default_rng(seed)

    def normal(*shape, size):
        return (r.standard_normal(shape) * size).astype(np.float32)

    def linear(out, into):
        return normal(out, into, size=into**-0.5), normal(out, size=0.02)

    w = {"word": normal(PIECES, HIDDEN, size=0.05), "pos": normal(POSITIONS, HIDDEN, size=0.02)}

    def norm(name):
        w[name + ".g"], w[name + ".b"] = 1 + normal(HIDDEN, size=0.05), normal(HIDDEN, size=0.05)

    norm("norm")
    for i in range(layers):
        p = f"layer.{i}."
        w[p + "qkv"], w[p + "o"] = linear(3 * HIDDEN, HIDDEN), linear(HIDDEN, HIDDEN)
        norm(p + "n1")
        w[p + "up"], w[p + "down"] = linear(WIDE, HIDDEN), linear(HIDDEN, WIDE)
        norm(p + "n2")
    return w


def write_flat(path, w, layers):
    """The factor 1/sqrt(32) of the queries goes into their weights."""

    def kind(name, value):
        if name == "word":
            return (name, "rows8", value)
        if not isinstance(value, tuple):
            return (name, "f32", value)
        if name.endswith("qkv"):
            factor = np.ones(3 * HIDDEN, np.float32)
            factor[:HIDDEN] = np.float32((HIDDEN // HEADS) ** -0.5)
            value = (value[0] * factor[:, None], value[1] * factor)
        return (name, "q8", value)

    flat.write(path, {"layers": layers}, [kind(n, v) for n, v in w.items()])


class Graph:
    """Nodes and initialisers of an ONNX graph; each method adds an operation and returns its output's name."""

    def __init__(self):
        self.nodes, self.values, self.count = [], {}, 0

    def constant(self, value):
        self.count += 1
        name = f"c{self.count}"
        self.values[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def op(self, kind, *inputs, outputs=1, **attributes):
        self.count += 1
        out = [f"t{self.count}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, out, f"{kind}{self.count}", **attributes))
        return out[0] if outputs == 1 else out

    def linear(self, x, layer):
        weight, bias = layer
        return self.op("Add", self.op("MatMul", x, self.constant(weight.T)), self.constant(bias))

    def norm(self, x, w, name):
        gain, bias = self.constant(w[name + ".g"]), self.constant(w[name + ".b"])
        return self.op("LayerNormalization", x, gain, bias, axis=-1, epsilon=1e-12)

    def heads(self, x, order):
        shape = self.constant(np.array([0, 0, HEADS, HIDDEN // HEADS], np.int64))
        return self.op("Transpose", self.op("Reshape", x, shape), perm=order)

    def attention(self, x, layer, mask):
        weight, bias = layer
        parts = [self.linear(x, (weight[i : i + HIDDEN], bias[i : i + HIDDEN])) for i in range(0, 3 * HIDDEN, HIDDEN)]
        q, k, v = (self.heads(p, o) for p, o in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])))
        scores = self.op("MatMul", q, k)
        scores = self.op("Div", scores, self.constant(np.float32((HIDDEN // HEADS) ** 0.5)))
        mixed = self.op("MatMul", self.op("Softmax", self.op("Add", scores, mask), axis=-1), v)
        shape = self.constant(np.array([0, 0, HIDDEN], np.int64))
        return self.op("Reshape", self.op("Transpose", mixed, perm=[0, 2, 1, 3]), shape)

    def gelu(self, x):
        half = self.op("Erf", self.op("Div", x, self.constant(np.float32(2**0.5))))
        x = self.op("Mul", x, self.op("Add", half, self.constant(np.float32(1))))
        return self.op("Mul", x, self.constant(np.float32(0.5)))


def write_onnx(path, w, layers):
    """Inputs ids [batch][length] and mask alike; output x [batch][length][HIDDEN]."""
    g = Graph()
    mask = g.op("Cast", "mask", to=TensorProto.FLOAT)
    mask = g.op("Mul", g.op("Sub", mask, g.constant(np.float32(1))), g.constant(np.float32(1e9)))
    mask = g.op("Unsqueeze", mask, g.constant(np.array([1, 2], np.int64)))
    length = g.op("Gather", g.op("Shape", "ids"), g.constant(np.array([1], np.int64)))
    one, zero = (g.constant(np.array([i], np.int64)) for i in (1, 0))
    positions = g.op("Slice", g.constant(w["pos"]), zero, length, zero, one)
    x = g.norm(g.op("Add", g.op("Gather", g.constant(w["word"]), "ids"), positions), w, "norm")
    for i in range(layers):
        p = f"layer.{i}."
        x = g.norm(g.op("Add", x, g.linear(g.attention(x, w[p + "qkv"], mask), w[p + "o"])), w, p + "n1")
        wide = g.gelu(g.linear(x, w[p + "up"]))
        x = g.norm(g.op("Add", x, g.linear(wide, w[p + "down"])), w, p + "n2")
    g.nodes[-1].output[0] = "x"
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in ("ids", "mask")]
    output = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", "length", HIDDEN])
    graph = helper.make_graph(g.nodes, "encoder", inputs, [output], list(g.values.values()))
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)
