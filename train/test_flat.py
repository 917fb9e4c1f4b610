"""Tests of the flat weights file: python -m pytest train/test_flat.py"""
import numpy as np
import pytest

import flat


def sample():
    r = np.random.default_rng(1)
    return [
        ("table", "rows8", r.normal(size=(7, 16)).astype(np.float32)),
        ("vector", "f32", np.arange(5, dtype=np.float32)),
        ("layer", "q8", (r.normal(size=(50, 32)).astype(np.float32), r.normal(size=50).astype(np.float32))),
        ("words", "text", "one\ntwo\nthr\u00e9e\n"),
    ]


def test_what_is_written_is_read(tmp_path):
    tensors = sample()
    flat.write(tmp_path / "w", {"layers": 2, "labels": ["a", "b"]}, tensors)
    meta, got = flat.read(tmp_path / "w")
    assert meta == {"layers": 2, "labels": ["a", "b"]}
    assert got["words"] == tensors[3][2]
    np.testing.assert_array_equal(got["vector"], tensors[1][2])
    near(got["table"], tensors[0][2])
    near(got["layer"][0], tensors[2][2][0])
    np.testing.assert_array_equal(got["layer"][1], tensors[2][2][1])


def near(got, want):
    step = np.abs(want).max(1, keepdims=True) / 127
    assert (np.abs(got - want) <= step * 0.5001).all()


def test_same_bytes(tmp_path):
    for name in "ab":
        flat.write(tmp_path / name, {"y": 1, "x": 2}, sample())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_ties_go_to_even_and_zero_rows_stay_zero():
    values, scale = flat.rounded(np.array([[127, 0.5, 1.5, -2.5], [0, 0, 0, 0]], np.float32))
    assert values.tolist() == [[127, 0, 2, -2], [0, 0, 0, 0]]
    assert scale.tolist() == [1, 0]


def test_layout_of_a_layer():
    weight = np.zeros((50, 16), np.float32)
    weight[49] = np.arange(16) * 8.0  # the largest is 120
    weight[49, 15] = 127
    shape, data = flat.pack_q8((weight, np.arange(50)))
    assert shape == [50, 16] and len(data) == 2 * 48 * 16 + 2 * 3 * 48 * 4
    second = np.frombuffer(data[48 * 16 : 2 * 48 * 16], np.int8).reshape(4, 48, 4)
    assert second[:, 1].reshape(-1).tolist() == [8 * i for i in range(15)] + [127]
    assert not second[:, 2:].any()
    columns = np.frombuffer(data[2 * 48 * 16 :], "<i4").reshape(2, 3, 48)
    assert columns[1, 0, 1] == -128 * (8 * 105 + 127)
    assert columns[1, 1, 1] == np.float32(1).view("<i4")
    assert columns[1, 2, 1] == np.float32(49).view("<i4")


@pytest.mark.parametrize(
    "tensors",
    [
        [("a", "f32", [1.0, float("nan")])],
        [("a", "rows8", np.zeros((2, 15)))],
        [("a", "q8", (np.zeros((2, 20)), np.zeros(2)))],
        [("a", "text", "x"), ("a", "text", "y")],
    ],
)
def test_what_cannot_be_written(tmp_path, tensors):
    with pytest.raises(ValueError):
        flat.write(tmp_path / "w", {}, tensors)
