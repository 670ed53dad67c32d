"""Prints what PyTorch's optimizers and schedulers give, for OptimizerTest and RateTest.

Usage: python figures.py
"""

import warnings

import torch

WEIGHT, BIAS = [1.0, -2.0, 3.0], [0.5, -0.25]
GRADIENTS = [  # of the weight, then the bias, step by step
    ([0.1, -0.2, 0.3], [1.0, -1.0]),
    ([-0.4, 0.5, 0.6], [0.25, 0.75]),
    ([0.7, 0.8, -0.9], [-0.5, 0.125]),
]
RATES = [0.1, 0.05, 0.2]


def optimizer_steps(make):
    """Weight and bias after three steps in float64, printed as one row."""
    weight = torch.tensor(WEIGHT, dtype=torch.float64, requires_grad=True)
    bias = torch.tensor(BIAS, dtype=torch.float64, requires_grad=True)
    optimizer = make(weight, bias)
    for (of_weight, of_bias), rate in zip(GRADIENTS, RATES):
        for group in optimizer.param_groups:
            group["lr"] = rate
        weight.grad = torch.tensor(of_weight, dtype=torch.float64)
        bias.grad = torch.tensor(of_bias, dtype=torch.float64)
        optimizer.step()
    return row(weight.tolist() + bias.tolist())


def spared(weight, bias, decay):
    return [
        {"params": [weight], "weight_decay": decay},
        {"params": [bias], "weight_decay": 0.0},
    ]


def row(numbers):
    return ", ".join(f"{n:.9g}" for n in numbers)


def sgd(weight, bias, **settings):
    return torch.optim.SGD([weight, bias], lr=1.0, **settings)


OPTIMIZERS = {
    "sgd, momentum 0": lambda w, b: sgd(w, b),
    "sgd, momentum 0, decay 0.1": lambda w, b: sgd(w, b, weight_decay=0.1),
    "sgd, momentum 0, decay 0.1, spared": lambda w, b: torch.optim.SGD(spared(w, b, 0.1), lr=1.0),
    "sgd, momentum 0.9": lambda w, b: sgd(w, b, momentum=0.9),
    "sgd, momentum 0.9, decay 0.1": lambda w, b: sgd(w, b, momentum=0.9, weight_decay=0.1),
    "sgd, momentum 0.9, nesterov, decay 0.1, spared": lambda w, b: torch.optim.SGD(
        spared(w, b, 0.1), lr=1.0, momentum=0.9, nesterov=True
    ),
    "adamw, decay 0": lambda w, b: torch.optim.AdamW([w, b], weight_decay=0.0),
    "adamw, decay 0.1": lambda w, b: torch.optim.AdamW([w, b], weight_decay=0.1),
    "adamw, decay 0.1, spared": lambda w, b: torch.optim.AdamW(spared(w, b, 0.1)),
    "adamw, betas 0.8 0.95, eps 0.01, decay 0.1": lambda w, b: torch.optim.AdamW(
        [w, b], betas=(0.8, 0.95), eps=0.01, weight_decay=0.1
    ),
}


def rates(make, base, steps):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    scheduler = make(optimizer)
    seen = []
    for _ in range(steps):
        seen.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return row(seen)


def one_cycle(anneal, rise):
    return lambda o: torch.optim.lr_scheduler.OneCycleLR(
        o,
        max_lr=0.5,
        total_steps=12,
        pct_start=rise,
        anneal_strategy=anneal,
        cycle_momentum=False,
        div_factor=25,
        final_div_factor=1e4,
    )


SCHEDULES = {  # base, steps: 4 epochs of 3 steps
    "step every 2 epochs": (lambda o: torch.optim.lr_scheduler.StepLR(o, 6, 0.1), 0.5, 12),
    "multistep at epochs 1 and 3": (
        lambda o: torch.optim.lr_scheduler.MultiStepLR(o, [3, 9], 0.2),
        0.5,
        12,
    ),
    "cosine to 0.01": (
        lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 12, 0.01),
        0.5,
        12,
    ),
    "warm-up of 3 steps, then cosine": (
        lambda o: torch.optim.lr_scheduler.SequentialLR(
            o,
            [
                torch.optim.lr_scheduler.LinearLR(o, 1 / 3, 1.0, 2),
                torch.optim.lr_scheduler.CosineAnnealingLR(o, 9, 0.0),
            ],
            [3],
        ),
        0.5,
        12,
    ),
    "one-cycle, linear, rise of 1 epoch": (one_cycle("linear", 0.25), 0.5, 12),
    "one-cycle, linear, rise of 2 epochs": (one_cycle("linear", 0.5), 0.5, 12),
    "one-cycle, cosine, rise of 1 epoch": (one_cycle("cos", 0.25), 0.5, 12),
}

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print("PyTorch", torch.__version__)
    for name, make in OPTIMIZERS.items():
        print(f"{name}\n    {optimizer_steps(make)}")
    for name, (make, base, steps) in SCHEDULES.items():
        print(f"{name}\n    {rates(make, base, steps)}")
