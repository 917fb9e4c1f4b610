"""The flat weights file that the program embeds: one header, then tensors laid end to end.

The format is described in internal/nn/doc.go, which reads it. Linear layers and the embedding table are rounded to
int8 here, symmetric around zero, one scale an output channel (a row of the table), to nearest with ties to even.
The same input gives the same bytes.
"""
import json
import struct

import numpy as np

MAGIC = b"readnn\x00\x01"
ALIGN = 64
PANEL = 48  # columns of a linear layer that lie side by side


def write(path, meta, tensors):
    """Write a file. meta is a dict of JSON values. tensors is a list of (name, kind, value), kept in this order:

    "f32"    an array of any shape
    "rows8"  an array [rows][dim], dim a multiple of 16
    "q8"     (weight [out][in], bias [out]), in a multiple of 16
    "text"   a str
    """
    entries, parts, offset = [], [], 0
    for name, kind, value in tensors:
        shape, data = PACK[kind](value)
        entries.append({"name": name, "kind": kind, "shape": shape, "offset": offset, "bytes": len(data)})
        data += bytes(-len(data) % ALIGN)
        parts.append(data)
        offset += len(data)
    names = [e["name"] for e in entries]
    if len(set(names)) != len(names):
        raise ValueError(f"{path}: tensor names are not unique")
    header = json.dumps({"meta": meta, "tensors": entries}, sort_keys=True, separators=(",", ":"), allow_nan=False)
    header = header.encode()
    start = MAGIC + struct.pack("<I", len(header)) + header
    with open(path, "wb") as f:
        f.write(start + bytes(-len(start) % ALIGN))
        for data in parts:
            f.write(data)


def rounded(weight):
    """Round rows to int8: values [rows][n] and float32 scales [rows], zero for a row of zeros."""
    weight = np.ascontiguousarray(weight, np.float32)
    if not np.isfinite(weight).all():
        raise ValueError("weights are not finite")
    scale = np.abs(weight).max(1) / np.float32(127)
    safe = np.where(scale > 0, scale, np.float32(1)).astype(np.float32)
    values = np.rint(weight / safe[:, None]).clip(-127, 127).astype(np.int8)
    return values, scale.astype(np.float32)


def pack_f32(value):
    value = np.ascontiguousarray(value, "<f4")
    if not np.isfinite(value).all():
        raise ValueError("numbers are not finite")
    return list(value.shape), value.tobytes()


def pack_rows8(value):
    values, scale = rounded(value)
    if values.shape[1] % 16:
        raise ValueError(f"rows of {values.shape[1]} are no multiple of 16")
    data = values.tobytes()
    return list(values.shape), data + bytes(-len(data) % ALIGN) + scale.astype("<f4").tobytes()


def pack_q8(value):
    weight, bias = value
    n, k = np.shape(weight)
    if k % 16:
        raise ValueError(f"a layer of {k} inputs, which is no multiple of 16")
    panels = -(-n // PANEL)
    values, scale = rounded(weight)
    full = np.zeros((panels * PANEL, k), np.int8)
    full[:n] = values
    columns = np.zeros((panels, 3, PANEL), "<u4")
    columns[:, 0] = (-128 * full.sum(1, dtype=np.int32)).astype("<i4").view("<u4").reshape(panels, PANEL)
    for place, numbers in ((1, scale), (2, np.asarray(bias, np.float32))):
        padded = np.zeros(panels * PANEL, "<f4")
        padded[:n] = numbers
        columns[:, place] = padded.view("<u4").reshape(panels, PANEL)
    packed = full.reshape(panels, PANEL, k // 4, 4).transpose(0, 2, 1, 3)
    return [n, k], np.ascontiguousarray(packed).tobytes() + columns.tobytes()


def pack_text(value):
    data = value.encode()
    return [len(data)], data


PACK = {"f32": pack_f32, "rows8": pack_rows8, "q8": pack_q8, "text": pack_text}


def read(path):
    """Read a file back: meta and a dict of name to array or str; int8 tensors come as the numbers they stand for
    (a q8 tensor as weight and bias). For tests and for looking at a file."""
    with open(path, "rb") as f:
        data = f.read()
    if data[:8] != MAGIC:
        raise ValueError(f"{path}: not a weights file of this version")
    (n,) = struct.unpack_from("<I", data, 8)
    header = json.loads(data[12 : 12 + n])
    start = -(-(12 + n) // ALIGN) * ALIGN
    out = {}
    for e in header["tensors"]:
        at = start + e["offset"]
        out[e["name"]] = UNPACK[e["kind"]](e["shape"], data[at : at + e["bytes"]])
    return header["meta"], out


def unpack_f32(shape, data):
    return np.frombuffer(data, "<f4").reshape(shape)


def unpack_rows8(shape, data):
    size = shape[0] * shape[1]
    scale = np.frombuffer(data[size + -size % ALIGN :], "<f4")
    return np.frombuffer(data[:size], np.int8).reshape(shape) * scale[:, None]


def unpack_q8(shape, data):
    n, k = shape
    panels = -(-n // PANEL)
    size = panels * PANEL * k
    values = np.frombuffer(data[:size], np.int8).reshape(panels, k // 4, PANEL, 4).transpose(0, 2, 1, 3).reshape(-1, k)
    columns = np.frombuffer(data[size:], "<f4").reshape(panels, 3, PANEL)
    return (values * columns[:, 1].reshape(-1, 1))[:n], columns[:, 2].reshape(-1)[:n]


def unpack_text(shape, data):
    return data.decode()


UNPACK = {"f32": unpack_f32, "rows8": unpack_rows8, "q8": unpack_q8, "text": unpack_text}
