"""Trains a ResNet-8 with SE in PyTorch for eight steps and stores every number of it.

Usage: python trajectory_label_smoothing.py FOLDER
Writes trajectory-label-smoothing.safetensors into FOLDER (src/test/resources/parity/training) and
adds or replaces the entry in its index.json. All weights and data are seeded random numbers.
"""

import json
import struct
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

NAME = "trajectory-label-smoothing"
INPUT, CLASSES, BATCH, STEPS = (3, 12, 12), 5, 8, 8
WIDTH, REDUCTION = 4, 4
SMOOTHING, RATE, MOMENTUM, DECAY = 0.1, 0.1, 0.9, 5e-4


class SE(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.fc1 = nn.Linear(channels, channels // REDUCTION, bias=False)
        self.fc2 = nn.Linear(channels // REDUCTION, channels, bias=False)

    def forward(self, x):
        weights = torch.sigmoid(self.fc2(F.relu(self.fc1(x.mean((2, 3))))))
        return x * weights[:, :, None, None]


class Block(nn.Module):
    def __init__(self, into, out, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(into, out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out)
        self.conv2 = nn.Conv2d(out, out, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out)
        self.se = SE(out)
        self.shortcut = nn.Sequential()
        if stride > 1 or into != out:
            self.shortcut = nn.Sequential(
                nn.Conv2d(into, out, 1, stride, bias=False), nn.BatchNorm2d(out)
            )

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.se(self.bn2(self.conv2(y))) + self.shortcut(x))


class ResNet8(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(INPUT[0], WIDTH, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(WIDTH)
        self.layer1 = nn.Sequential(Block(WIDTH, WIDTH, 1))
        self.layer2 = nn.Sequential(Block(WIDTH, 2 * WIDTH, 2))
        self.layer3 = nn.Sequential(Block(2 * WIDTH, 4 * WIDTH, 2))
        self.linear = nn.Linear(4 * WIDTH, CLASSES)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        return self.linear(self.layer3(self.layer2(self.layer1(x))).mean((2, 3)))


def state(network, prefix):
    return {
        prefix + name: tensor.detach().clone()
        for name, tensor in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }


def train(dtype):
    """One whole training; the same random numbers whatever the precision."""
    torch.manual_seed(20)
    network = ResNet8()
    with torch.no_grad():  # no parameter starts at a special value, and running statistics matter
        for name, p in network.named_parameters():
            if p.dim() == 1:
                p.add_(0.2 * torch.randn_like(p))
    batches = [
        (torch.randn(BATCH, *INPUT), torch.randint(CLASSES, (BATCH,))) for _ in range(STEPS + 1)
    ]
    network.to(dtype)
    out = state(network, "init.")
    optimizer = torch.optim.SGD(
        network.parameters(), RATE, momentum=MOMENTUM, nesterov=True, weight_decay=DECAY
    )
    losses, norms = [], []
    for step, (x, y) in enumerate(batches[:-1]):
        out[f"batch.{step}.x"], out[f"batch.{step}.y"] = x, y
        logits = network(x.to(dtype))
        loss = F.cross_entropy(logits, y, label_smoothing=SMOOTHING)
        optimizer.zero_grad()
        loss.backward()
        gradients = {name: p.grad.clone() for name, p in network.named_parameters()}
        if step == 0:
            out["logits0"] = logits.detach()
            out.update({"grad0." + name: g for name, g in gradients.items()})
        optimizer.step()
        if step == 0:
            out.update(state(network, "after1."))
        losses.append(loss.detach())
        norms.append(torch.cat([g.flatten() for g in gradients.values()]).norm())
    out["loss"], out["grad_norm"] = torch.stack(losses), torch.stack(norms)
    out["lr"] = torch.full((STEPS,), RATE)
    out.update(state(network, "final."))
    out["eval.x"], out["eval.y"] = batches[-1]
    network.eval()
    with torch.no_grad():
        logits = network(out["eval.x"].to(dtype))
    out["eval.logits"] = logits
    out["eval.loss"] = F.cross_entropy(logits, out["eval.y"])[None]
    return out


def write(path, tensors):
    """The safetensors format: length of the header, header, numbers, all little-endian."""
    header, body = {}, b""
    for name, tensor in tensors.items():
        whole = tensor.dtype == torch.int64
        numbers = tensor.contiguous().numpy().astype("<i8" if whole else "<f4").tobytes()
        header[name] = {
            "dtype": "I64" if whole else "F32",
            "shape": list(tensor.shape),
            "data_offsets": [len(body), len(body) + len(numbers)],
        }
        body += numbers
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)


def noise(tensors, exact):
    """Largest difference over largest number, per group, of float32 against float64."""
    floor = {}
    for name, tensor in tensors.items():
        if tensor.dtype == torch.float32 and not name.startswith(("init", "batch", "lr")):
            apart = (tensor.double() - exact[name].double()).abs().max() / exact[name].abs().max()
            group = name.split(".")[0]
            floor[group] = float(f"{max(floor.get(group, 0.0), apart.item()):.3g}")
    return floor


def entry(tensors):
    return {
        "name": NAME,
        "file": NAME + ".safetensors",
        "kind": "trajectory",
        "title": f"ResNet-8 with SE, shortcut B: label smoothing {SMOOTHING}; SGD momentum "
        f"{MOMENTUM} Nesterov; lr {RATE}; weight decay {DECAY} on everything",
        "made_by": f"src/test/python/trajectory_label_smoothing.py, PyTorch {torch.__version__.split('+')[0]}",
        "input": list(INPUT),
        "classes": CLASSES,
        "batch": BATCH,
        "steps": STEPS,
        "loss": {"type": "cross entropy, mean", "label_smoothing": SMOOTHING},
        "optimizer": {
            "type": "sgd",
            "momentum": MOMENTUM,
            "nesterov": True,
            "weight_decay": DECAY,
            "dampening": 0.0,
            "weight_decay_scope": "all",
        },
        "gradient_clipping": None,
        "schedule": {"type": "constant", "lr": [RATE] * STEPS, "base_lr": RATE},
        "noise_floor": {"float32_vs_float64": noise(tensors, train(torch.float64))},
        "config": {
            "family": "cifar_resnet",
            "block": "basic",
            "blocks_per_stage": 1,
            "width": WIDTH,
            "shortcut": "B",
            "attention": {"type": "se", "r": REDUCTION},
            "position": "standard",
        },
    }


def main(folder):
    torch.set_num_threads(1)
    tensors = train(torch.float32)
    write(folder / (NAME + ".safetensors"), tensors)
    index = json.loads((folder / "index.json").read_text())
    others = [case for case in index["cases"] if case["name"] != NAME]
    trajectories = [case for case in others if case["kind"] == "trajectory"]
    networks = [case for case in others if case["kind"] != "trajectory"]
    index["cases"] = trajectories + [entry(tensors)] + networks
    (folder / "index.json").write_text(json.dumps(index, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
