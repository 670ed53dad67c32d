"""The training of trajectory_label_smoothing.py with each batch of 8 in parts of 2, 3 and 3 images.

Usage: python trajectory_micro_batches.py FOLDER
Writes trajectory-micro-batches.safetensors into FOLDER (src/test/resources/parity/training) and
adds or replaces the entry in its index.json. Gradients are accumulated as PyTorch's users do it:
the mean loss of a part counts for its share of the batch; batch norm sees the parts.
"""

import json
import sys
from pathlib import Path

import torch
import torch.nn.functional as F

import trajectory_label_smoothing as base

NAME = "trajectory-micro-batches"
BOUNDS = (0, 2, 5, 8)  # what three parts as equal as possible are, the larger ones last
MICRO_BATCH = 3


def train(dtype):
    torch.manual_seed(21)
    network = base.ResNet8()
    batches = [
        (torch.randn(base.BATCH, *base.INPUT), torch.randint(base.CLASSES, (base.BATCH,)))
        for _ in range(base.STEPS + 1)
    ]
    network.to(dtype)
    out = base.state(network, "init.")
    optimizer = torch.optim.SGD(
        network.parameters(), base.RATE, momentum=base.MOMENTUM, nesterov=True,
        weight_decay=base.DECAY,
    )
    losses, norms = [], []
    for step, (x, y) in enumerate(batches[:-1]):
        out[f"batch.{step}.x"], out[f"batch.{step}.y"] = x, y
        optimizer.zero_grad()
        whole = 0
        for start, end in zip(BOUNDS, BOUNDS[1:]):
            logits = network(x[start:end].to(dtype))
            loss = F.cross_entropy(logits, y[start:end], label_smoothing=base.SMOOTHING)
            loss = loss * ((end - start) / base.BATCH)
            loss.backward()
            whole = whole + loss.detach()
        gradients = [p.grad.clone().flatten() for p in network.parameters()]
        optimizer.step()
        if step == 0:
            out.update(base.state(network, "after1."))
        losses.append(whole)
        norms.append(torch.cat(gradients).norm())
    out["loss"], out["grad_norm"] = torch.stack(losses), torch.stack(norms)
    out["lr"] = torch.full((base.STEPS,), base.RATE)
    out.update(base.state(network, "final."))
    out["eval.x"], out["eval.y"] = batches[-1]
    network.eval()
    with torch.no_grad():
        logits = network(out["eval.x"].to(dtype))
    out["eval.logits"] = logits
    out["eval.loss"] = F.cross_entropy(logits, out["eval.y"])[None]
    return out


def main(folder):
    torch.set_num_threads(1)
    tensors = train(torch.float32)
    base.write(folder / (NAME + ".safetensors"), tensors)
    index = json.loads((folder / "index.json").read_text())
    cases = [case for case in index["cases"] if case["name"] != NAME]
    like = next(case for case in cases if case["name"] == base.NAME)
    entry = dict(
        like,
        name=NAME,
        file=NAME + ".safetensors",
        title=like["title"] + "; batches in parts of 2, 3 and 3",
        made_by=like["made_by"].replace("label_smoothing", "micro_batches"),
        micro_batch=MICRO_BATCH,
        noise_floor={"float32_vs_float64": base.noise(tensors, train(torch.float64))},
    )
    cases.insert(cases.index(like) + 1, entry)
    index["cases"] = cases
    (folder / "index.json").write_text(json.dumps(index))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
