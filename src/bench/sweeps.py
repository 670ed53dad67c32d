"""What a sweep costs beside the training that it runs, and what a second worker gains.

  python3 src/bench/sweeps.py [--trials 16] [--rounds 3]

In turns, each on a folder of its own: one worker, two workers. Printed are medians over rounds with their range:
  overhead    wall-clock of the whole command with one worker, over the sum of its trials' own seconds, less 1
  efficiency  trials a second with two workers, over twice those with one
Nothing else may run meanwhile.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parents[2]
EXPERIMENT = """
name: overhead
trial:
  data: {{type: fashion-mnist-mini, validation: 1000, augment: {{crop: 2, flip: true}}}}
  backbone: {{type: resnet-cifar, depth: 8, width: 8}}
  attention: se
  train: {{epochs: {epochs}, batch: 32, rate: {{type: cosine, base: 0.1}}}}
seeds: {trials}
"""


def sweep(file, folder, workers):
    began = time.monotonic()
    command = [HERE / "squeezelab", "sweep", file, "--results", folder, "--workers", str(workers)]
    subprocess.run(command, check=True, capture_output=True)
    wall = time.monotonic() - began
    lines = (folder / "trials.jsonl").read_text().splitlines()
    outcomes = [json.loads(line)["outcome"] for line in lines]
    assert all(o["ending"] == "completed" for o in outcomes), outcomes
    return wall, [o["seconds"] for o in outcomes]


def show(name, values):
    print(f"{name}: {statistics.median(values):.4f} ({min(values):.4f} to {max(values):.4f})")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--trials", type=int, default=16)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    overheads, efficiencies, lengths = [], [], []
    with tempfile.TemporaryDirectory() as temp:
        temp = pathlib.Path(temp)
        file = temp / "overhead.yaml"
        file.write_text(EXPERIMENT.format(epochs=given.epochs, trials=given.trials))
        for number in range(given.rounds):
            alone, seconds = sweep(file, temp / f"one-{number}", 1)
            both, _ = sweep(file, temp / f"two-{number}", 2)
            overheads.append(alone / sum(seconds) - 1)
            efficiencies.append(alone / both / 2)
            lengths.append(statistics.median(seconds))
            print(f"round {number + 1}: overhead {overheads[-1]:.4f}, efficiency {efficiencies[-1]:.3f}", flush=True)
    show("seconds of a trial", lengths)
    show("overhead of the sweep", overheads)
    show("parallel efficiency of two workers", efficiencies)


if __name__ == "__main__":
    main()
