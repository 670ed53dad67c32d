"""Reading of JPEG files for training beside torchvision: images a second of image-folder over those of a DataLoader.

pictures.py [--workers 2] [--rounds 5] [--images 400] [--batch 50] [--folder DIR]

Run it with a python that has torch 2.7.1, torchvision 0.22.1, numpy and pillow, after `mvn -B -q package -DskipTests`.
It makes pictures of about 500 by 375 pixels (gradients, waves and noise of several scales, JPEG quality 90), then
in each round lets both sides read them all once, one side after the other, with the same number of workers: decode,
RandomResizedCrop(224), flip, to float, normalise, batches. The first round warms up and does not count. Images a
second are by the clock; processor time is that of all processes of a side. Have nothing else running.
"""

import argparse
import os
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import torch
import torchvision
from PIL import Image
from torch.utils.data import DataLoader
from torchvision import transforms

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SIZES = [(500, 375), (500, 333), (375, 500), (500, 400), (480, 360)]
CLASSES = 10
MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def picture(rng, width, height):
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    levels = np.zeros((height, width, 3), np.float32)
    for c in range(3):
        across, down = rng.uniform(-70, 70, 2)
        levels[..., c] = 128 + across * x / width + down * y / height
        levels[..., c] += 20 * np.sin(x * rng.uniform(0.01, 0.2) + y * rng.uniform(0.01, 0.2))
    for grain in (4, 8, 16, 32, 64, 128):
        for c in range(3):
            noise = rng.normal(0, 60 / np.sqrt(grain), (grain, grain + grain // 3)).astype(np.float32)
            levels[..., c] += np.asarray(Image.fromarray(noise).resize((width, height), Image.BICUBIC))
    levels += rng.normal(0, 4, (height, width, 1)) + rng.normal(0, 1.5, (height, width, 3))
    return Image.fromarray(levels.clip(0, 255).astype(np.uint8))


def make(folder, count):
    rng = np.random.default_rng(0)
    for split, images in (("train", count), ("val", CLASSES)):
        for i in range(images):
            place = folder / split / f"class{i % CLASSES}"
            place.mkdir(parents=True, exist_ok=True)
            picture(rng, *SIZES[i % len(SIZES)]).save(place / f"{i:05}.jpg", quality=90)


class Theirs:
    def __init__(self, folder, options):
        change = transforms.Compose(
            [
                transforms.RandomResizedCrop(224),
                transforms.RandomHorizontalFlip(),
                transforms.ToTensor(),
                transforms.Normalize(MEAN, DEVIATION),
            ]
        )
        images = torchvision.datasets.ImageFolder(folder / "train", change)
        self.loader = DataLoader(
            images,
            options.batch,
            shuffle=True,
            drop_last=True,
            num_workers=options.workers,
            persistent_workers=True,
            multiprocessing_context="fork",
        )

    def epoch(self):
        return sum(len(labels) for _, labels in self.loader)

    def processes(self):
        return [os.getpid()] + [worker.pid for worker in self.loader._iterator._workers]


class Ours:
    def __init__(self, folder, options, work):
        libraries = f"{ROOT / 'target/squeezelab.jar'}:{ROOT / 'target/lib'}/*"
        javac = ["javac", "-cp", libraries, "-d", str(work), str(HERE / "PictureClock.java")]
        subprocess.run(javac, check=True)
        data = f"{{type: image-folder, folder: '{folder}', classes: {CLASSES}}}"
        settings = ["-XX:+UseSerialGC", "-Xmx2g", "-Djava.awt.headless=true"]  # as workers have them
        program = ["-cp", f"{libraries}:{work}", "io.squeezelab.train.PictureClock"]
        self.process = subprocess.Popen(
            ["java", *settings, *program, data, str(options.workers), str(options.batch)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "DJL_OFFLINE": "true", "OPT_OUT_TRACKING": "true"},
        )
        print(self.process.stdout.readline().strip(), "on our side")

    def epoch(self):
        print(file=self.process.stdin, flush=True)
        return int(self.process.stdout.readline())

    def processes(self):
        return [self.process.pid]


def processor(side):
    """Seconds of processor time that a side's processes have used."""
    ticks = 0
    for pid in side.processes():
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(side):
    before = processor(side)
    start = time.perf_counter()
    images = side.epoch()
    return images / (time.perf_counter() - start), (processor(side) - before) / images


def show(name, ratios):
    print(f"{name:45} {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--images", type=int, default=400)
    parser.add_argument("--batch", type=int, default=50)
    parser.add_argument("--folder", type=Path, help="pictures to read; made where it does not exist")
    options = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as work:
        folder = (options.folder or Path(work) / "pictures").resolve()
        if not folder.exists():
            make(folder, options.images)
        theirs, ours = Theirs(folder, options), Ours(folder, options, work)
        for side in (theirs, ours, ours):
            side.epoch()  # Java compiles while it runs
        speeds, costs = [], []
        for number in range(options.rounds):
            results = {side: measure(side) for side in ((theirs, ours) if number % 2 else (ours, theirs))}
            speeds.append(results[ours][0] / results[theirs][0])
            costs.append(results[ours][1] / results[theirs][1])
        print(f"{options.workers} workers, {options.rounds} rounds; ours / torchvision {torchvision.__version__}")
        show("images a second", speeds)
        show("processor time an image", costs)


main()
