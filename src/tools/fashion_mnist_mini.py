#!/usr/bin/env python3
"""Writes fashion-mnist-mini, the part of Fashion-MNIST that the jar carries.

Usage: fashion_mnist_mini.py SOURCE DEST

SOURCE  folder with Fashion-MNIST's four official files (*-ubyte.gz)
DEST    src/main/resources/io/squeezelab/data/fashion-mnist-mini

Kept: the first 600 training images and the first 200 test images of each class, in the order of
the official files. No time stamp and no file name in the gzip headers: the same bytes every time.
"""
import gzip
import pathlib
import struct
import sys

CLASSES = 10
KEPT = {"train": 600, "t10k": 200}


def read(path, axes):
    content = gzip.decompress(path.read_bytes())
    sizes = struct.unpack(f">{axes}I", content[4:4 + 4 * axes])
    if content[:4] != bytes([0, 0, 8, axes]):
        sys.exit(f"{path}: no IDX file of unsigned bytes with {axes} axes")
    return sizes, content[4 + 4 * axes:]


def write(path, sizes, values):
    header = bytes([0, 0, 8, len(sizes)]) + struct.pack(f">{len(sizes)}I", *sizes)
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write(header + values)


def cut(source, dest, split, per_class):
    (count, height, width), pixels = read(source / f"{split}-images-idx3-ubyte.gz", 3)
    _, labels = read(source / f"{split}-labels-idx1-ubyte.gz", 1)
    seen, kept = [0] * CLASSES, []
    for i in range(count):
        if seen[labels[i]] < per_class:
            kept.append(i)
        seen[labels[i]] += 1
    size = height * width
    images = b"".join(pixels[i * size:(i + 1) * size] for i in kept)
    write(dest / f"{split}-images-idx3-ubyte.gz", (len(kept), height, width), images)
    write(dest / f"{split}-labels-idx1-ubyte.gz", (len(kept),), bytes(labels[i] for i in kept))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, dest = map(pathlib.Path, sys.argv[1:])
    dest.mkdir(parents=True, exist_ok=True)
    for split, per_class in KEPT.items():
        cut(source, dest, split, per_class)
