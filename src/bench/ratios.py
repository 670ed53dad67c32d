"""Keeps the speeds that speed.sh measures, and compares them.

ratios.py add FILE NAME OUTPUT...   adds the sum, over processes, of the median speed in each OUTPUT
ratios.py show FILE                 prints medians, and ratios taken round by round
"""

import json
import sys
from pathlib import Path
from statistics import median


def speed(output):
    """Images a second, from what `squeezelab bench --json` or train.py printed."""
    printed = json.loads(Path(output).read_text())
    return median((printed[0] if isinstance(printed, list) else printed)["speeds"])


def add(file, name, *outputs):
    with open(file, "a") as table:
        print(name, sum(map(speed, outputs)), sep="\t", file=table)


def show(file):
    speeds = {}
    for line in Path(file).read_text().splitlines():
        name, value = line.split("\t")
        speeds.setdefault(name, []).append(float(value))
    print(f"\n{'':48} images/s: median  least   most   squeezelab / this: median  least   most")
    ours = None
    for name, values in speeds.items():
        text = f"{name:48} {median(values):16.0f} {min(values):6.0f} {max(values):6.0f}"
        if "squeezelab" in name:
            ours = values
        else:
            ratios = [a / b for a, b in zip(ours, values)]
            text += f" {median(ratios):27.2f} {min(ratios):6.2f} {max(ratios):6.2f}"
        print(text)


{"add": add, "show": show}[sys.argv[1]](*sys.argv[2:])
