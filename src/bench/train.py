"""Speed of training SE-ResNet-20 in plain PyTorch, the counterpart of `squeezelab bench`.

Prints one JSON object: images a second of each measurement, in the order in which they were made.
The network has as many parameters as `squeezelab cost --backbone resnet20 --attention se` counts.
"""

import argparse
import json
import time

import torch
import torch.nn.functional as F
from torch import nn

PARAMETERS = 271_738  # for 3x32x32 images and 10 classes
LAYOUTS = {"contiguous": torch.contiguous_format, "channels_last": torch.channels_last}


class SqueezeExcite(nn.Module):
    def __init__(self, channels, reduction=16):
        super().__init__()
        hidden = max(1, channels // reduction)
        self.down = nn.Linear(channels, hidden, bias=False)
        self.up = nn.Linear(hidden, channels, bias=False)

    def forward(self, x):
        weights = torch.sigmoid(self.up(F.relu(self.down(x.mean((2, 3))))))
        return x * weights[:, :, None, None]


class Unit(nn.Module):
    def __init__(self, entering, leaving, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(entering, leaving, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(leaving)
        self.conv2 = nn.Conv2d(leaving, leaving, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(leaving)
        self.attention = SqueezeExcite(leaving)
        self.stride = stride
        self.missing = leaving - entering

    def forward(self, x):
        residual = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        if self.missing:
            half = self.missing // 2
            x = F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, half, half))
        return F.relu(self.attention(residual) + x)


def network():
    layers = [nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU()]
    channels = 16
    for width in (16, 32, 64):
        for _ in range(3):
            layers.append(Unit(channels, width, 1 if channels == width else 2))
            channels = width
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 10))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--format", choices=list(LAYOUTS), required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--warm-up", type=int, default=10, help="steps before the first measurement")
    parser.add_argument("--rounds", type=int, default=5, help="measurements")
    parser.add_argument("--steps", type=int, default=4, help="steps a measurement")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    layout = LAYOUTS[options.format]
    model = network().to(memory_format=layout)
    assert sum(p.numel() for p in model.parameters()) == PARAMETERS
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.1, momentum=0.9, nesterov=True, weight_decay=5e-4
    )
    images = torch.randn(options.batch, 3, 32, 32).to(memory_format=layout)
    labels = torch.zeros(options.batch, dtype=torch.long)

    def run(steps):
        start = time.perf_counter()
        for _ in range(steps):
            optimizer.zero_grad()
            F.cross_entropy(model(images.clone()), labels).backward()
            optimizer.step()
        return options.batch * steps / (time.perf_counter() - start)

    run(options.warm_up)
    speeds = [run(options.steps) for _ in range(options.rounds)]
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads(), "speeds": speeds}))


main()
