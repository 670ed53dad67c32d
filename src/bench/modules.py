"""Forward and backward of every attention module beside the same module in plain PyTorch, one thread.

modules.py [--rounds 5] [--repeats 3] [--only WORD] [--markdown FILE]

Run it with a python that has torch (2.7.1 is what DJL 0.35.1 holds), after `mvn -B -q package -DskipTests`.
Both sides run under the same settings of the C library's allocator: by default it hands big arrays back to the
system and takes them again at each step, by turns on either side, and ratios then say more about that than about
modules. In each round both sides run `repeats` passes, one after the other; a round's ratio is ours over theirs, of
medians, and the median over the rounds is printed with its smallest and largest. Have nothing else running.
"""

import argparse
import math
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import torch
import torch.nn.functional as F
from torch import nn

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ALLOCATOR = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
    "MALLOC_TRIM_THRESHOLD_": "1073741824",
    "MALLOC_TOP_PAD_": "67108864",
}
MAPS = [(64, 256, 14, 14), (128, 32, 32, 32)]


class Attend(nn.Module):
    """Squeeze, excite, gate and scale: what most modules are."""

    def __init__(self, squeeze, excite, gate=torch.sigmoid, apply=torch.mul):
        super().__init__()
        self.squeeze, self.excite, self.gate, self.apply_ = squeeze, excite, gate, apply

    def forward(self, x):
        return self.apply_(x, self.gate(self.excite(self.squeeze(x))))


class Wrap(nn.Module):
    """A function with modules that it uses."""

    def __init__(self, function, **parts):
        super().__init__()
        self.function = function
        for name, part in parts.items():
            setattr(self, name, part)

    def forward(self, *inputs):
        return self.function(self, *inputs)


def avg(x):
    return x.mean((2, 3), keepdim=True)


def largest(x):
    return F.adaptive_max_pool2d(x, 1)


def conv(i, o, k=1, bias=True, **more):
    return nn.Conv2d(i, o, k, padding=more.pop("padding", k // 2), bias=bias, **more)


def mlp(c, r=16, bias=False, act=nn.ReLU, hidden=None, norm=None, out=None):
    hidden = hidden or max(1, c // r)
    layers = [conv(c, hidden, bias=bias)]
    layers += [norm(hidden)] if norm else []
    layers += [act(), conv(hidden, c, bias=bias)]
    layers += [out(c)] if out else []
    return nn.Sequential(*layers)


class Channels1d(nn.Module):
    def __init__(self, k):
        super().__init__()
        self.conv = nn.Conv1d(1, 1, k, padding=k // 2, bias=False)

    def forward(self, z):
        return self.conv(z.squeeze(-1).transpose(1, 2)).transpose(1, 2).unsqueeze(-1)


def eca_kernel(c):
    t = int(abs((math.log2(c) + 1) / 2))
    return t if t % 2 else t + 1


class LayerNorm2d(nn.LayerNorm):
    def forward(self, x):
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class Plane(nn.Module):
    """CBAM's spatial gate on a map, and Triplet's on a turned one."""

    def __init__(self, norm, max_first):
        super().__init__()
        self.conv = nn.Conv2d(2, 1, 7, padding=3, bias=False)
        self.norm = nn.BatchNorm2d(1, momentum=0.01) if norm else nn.Identity()
        self.max_first = max_first

    def forward(self, x):
        pools = [x.mean(1, keepdim=True), x.max(1, keepdim=True)[0]]
        if self.max_first:
            pools.reverse()
        return x * torch.sigmoid(self.norm(self.conv(torch.cat(pools, 1))))


def cbam_channel(c):
    return Wrap(lambda m, x: x * torch.sigmoid(m.f(avg(x)) + m.f(largest(x))), f=mlp(c))


def std(x, correction=0):
    return torch.sqrt(x.var((2, 3), correction=correction, keepdim=True) + 1e-5)


class Diagonal(nn.Module):
    def __init__(self, c, bias=False):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(1, c, 1, 1))
        self.bias = nn.Parameter(torch.zeros(1, c, 1, 1)) if bias else None

    def forward(self, z):
        return z * self.weight if self.bias is None else z * self.weight + self.bias


class Srm(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.cfc = nn.Parameter(torch.randn(c, 2))
        self.bn = nn.BatchNorm2d(c)

    def forward(self, x):
        mean, spread = avg(x), std(x)
        z = mean * self.cfc[:, 0, None, None] + spread * self.cfc[:, 1, None, None]
        return x * torch.sigmoid(self.bn(z))


class Gct(nn.Module):
    def __init__(self, c, l1=False):
        super().__init__()
        self.alpha = nn.Parameter(torch.ones(1, c, 1, 1))
        self.gamma = nn.Parameter(torch.randn(1, c, 1, 1))
        self.beta = nn.Parameter(torch.randn(1, c, 1, 1))
        self.l1 = l1

    def forward(self, x):
        if self.l1:
            e = self.alpha * x.abs().sum((2, 3), keepdim=True)
            n = self.gamma / (e.abs().mean(1, keepdim=True) + 1e-5)
        else:
            e = self.alpha * (x.pow(2).sum((2, 3), keepdim=True) + 1e-5).sqrt()
            n = self.gamma / (e.pow(2).mean(1, keepdim=True) + 1e-5).sqrt()
        return x * (1 + torch.tanh(e * n + self.beta))


class Pool(nn.Module):
    """Global Context's attention pooling."""

    def __init__(self, c):
        super().__init__()
        self.mask = conv(c, 1)

    def forward(self, x):
        n, c, h, w = x.shape
        weights = torch.softmax(self.mask(x).view(n, 1, h * w), 2).unsqueeze(3)
        return torch.matmul(x.view(n, 1, c, h * w), weights).view(n, c, 1, 1)


class Fca(nn.Module):
    def __init__(self, c, count=16):
        super().__init__()
        basis = torch.randn(c, 7, 7)
        self.register_buffer("basis", basis)
        self.f = mlp(c)

    def forward(self, x):
        pooled = F.adaptive_avg_pool2d(x, (7, 7)) if x.shape[2:] != (7, 7) else x
        return x * torch.sigmoid(self.f((pooled * self.basis).sum((2, 3), keepdim=True)))


class Coordinate(nn.Module):
    def __init__(self, c):
        super().__init__()
        mid = max(8, c // 32)
        self.conv1, self.bn = conv(c, mid), nn.BatchNorm2d(mid)
        self.h, self.w = conv(mid, c), conv(mid, c)

    def forward(self, x):
        height, width = x.shape[2:]
        rows = x.mean(3, keepdim=True)
        columns = x.mean(2, keepdim=True).permute(0, 1, 3, 2)
        q = F.hardswish(self.bn(self.conv1(torch.cat([rows, columns], 2))))
        qh, qw = torch.split(q, [height, width], 2)
        return x * torch.sigmoid(self.h(qh)) * torch.sigmoid(self.w(qw.permute(0, 1, 3, 2)))


class Triplet(nn.Module):
    def __init__(self):
        super().__init__()
        self.cw, self.hc, self.hw = (Plane(True, True) for _ in range(3))

    def forward(self, x):
        cw = self.cw(x.permute(0, 2, 1, 3).contiguous()).permute(0, 2, 1, 3)
        hc = self.hc(x.permute(0, 3, 2, 1).contiguous()).permute(0, 3, 2, 1)
        return (cw + hc + self.hw(x)) / 3


class Sge(nn.Module):
    def __init__(self, groups):
        super().__init__()
        self.groups = groups
        self.weight = nn.Parameter(torch.randn(1, groups, 1, 1))
        self.bias = nn.Parameter(torch.randn(1, groups, 1, 1))

    def forward(self, x):
        n, c, h, w = x.shape
        parts = x.view(n * self.groups, -1, h, w)
        a = (parts * avg(parts)).sum(1, keepdim=True).view(n * self.groups, -1)
        a = a - a.mean(1, keepdim=True)
        t = (a / (a.std(1, keepdim=True, correction=0) + 1e-5)).view(n, self.groups, h, w)
        t = (t * self.weight + self.bias).view(n * self.groups, 1, h, w)
        return (parts * torch.sigmoid(t)).view(n, c, h, w)


class Sa(nn.Module):
    def __init__(self, c, groups):
        super().__init__()
        self.groups, part = groups, c // (2 * groups)
        self.channel, self.spatial = Diagonal(part, True), Diagonal(part, True)
        self.norm = nn.GroupNorm(part, part)

    def forward(self, x):
        n, c, h, w = x.shape
        x0, x1 = x.reshape(n * self.groups, -1, h, w).chunk(2, 1)
        x0 = x0 * torch.sigmoid(self.channel(avg(x0)))
        x1 = x1 * torch.sigmoid(self.spatial(self.norm(x1)))
        y = torch.cat([x0, x1], 1).reshape(n, c, h, w)
        return y.reshape(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)


def simam(x):
    d = (x - avg(x)).pow(2)
    return x * torch.sigmoid(d / (4 * (avg(d) + 1e-4)) + 0.5)


class Gsop(nn.Module):
    def __init__(self, c, d=128):
        super().__init__()
        self.reduce, self.bn = conv(c, d), nn.BatchNorm2d(d)
        self.rows, self.row = nn.BatchNorm2d(d), nn.Conv2d(d, 4 * d, (d, 1), groups=d)
        self.adapt = conv(4 * d, c)

    def forward(self, x):
        u = F.relu(self.bn(self.reduce(x))).flatten(2)
        u = u - u.mean(2, keepdim=True)
        s = u.bmm(u.transpose(1, 2)) / u.shape[2]
        return x * torch.sigmoid(self.adapt(self.row(self.rows(s.unsqueeze(3)))))


class MsCam(nn.Module):
    def __init__(self, c, r=4):
        super().__init__()
        self.local = mlp(c, r, True, norm=nn.BatchNorm2d, out=nn.BatchNorm2d)
        self.all = mlp(c, r, True, norm=nn.BatchNorm2d, out=nn.BatchNorm2d)

    def forward(self, x):
        return torch.sigmoid(self.local(x) + self.all(avg(x)))


class Iaff(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.first, self.second = MsCam(c), MsCam(c)

    def forward(self, x, y):
        g = self.first(x + y)
        g = self.second(x * g + y * (1 - g))
        return x * g + y * (1 - g)


def aff(m, x, y):
    g = m.f(x + y)
    return x * g + y * (1 - g)


class Bam(nn.Module):
    def __init__(self, c, r=16):
        super().__init__()
        h, bn = c // r, nn.BatchNorm2d
        self.channel = mlp(c, r, True, norm=bn)
        layers = [conv(c, h), bn(h), nn.ReLU()]
        for _ in range(2):
            layers += [conv(h, h, 3, padding=4, dilation=4), bn(h), nn.ReLU()]
        self.spatial = nn.Sequential(*layers, conv(h, 1))

    def forward(self, x):
        return x * (1 + torch.sigmoid(self.channel(avg(x)) + self.spatial(x)))


def ge_theta(c, h, plus):
    gather = nn.Sequential(nn.Conv2d(c, c, h, groups=c, bias=False), nn.BatchNorm2d(c))
    tail = nn.Sequential(nn.ReLU(), mlp(c, bias=True)) if plus else nn.Identity()
    return Attend(gather, tail)


class Sk(nn.Module):
    def __init__(self, c, groups):
        super().__init__()
        hidden = max(c // 16, 32)
        self.branches = nn.ModuleList(
            nn.Sequential(
                conv(c, c, 3, False, padding=d, dilation=d, groups=groups), nn.BatchNorm2d(c), nn.ReLU()
            )
            for d in (1, 2)
        )
        self.down = nn.Sequential(conv(c, hidden, bias=False), nn.BatchNorm2d(hidden), nn.ReLU())
        self.up = conv(hidden, 2 * c, bias=False)

    def forward(self, x):
        u = torch.stack([branch(x) for branch in self.branches], 1)
        n, k, c, h, w = u.shape
        a = self.up(self.down(avg(u.sum(1)))).view(n, k, c, 1, 1)
        return (u * torch.softmax(a, 1)).sum(1)


class SplitAttention(nn.Module):
    def __init__(self, c, radix=2):
        super().__init__()
        hidden = max(32, c * radix // 4)
        self.radix = radix
        self.conv, self.bn0 = conv(c, c * radix, 3, False, groups=radix), nn.BatchNorm2d(c * radix)
        self.fc1, self.bn1, self.fc2 = conv(c, hidden), nn.BatchNorm2d(hidden), conv(hidden, c * radix)

    def forward(self, x):
        u = F.relu(self.bn0(self.conv(x)))
        n, _, h, w = u.shape
        u = u.view(n, self.radix, -1, h, w)
        a = self.fc2(F.relu(self.bn1(self.fc1(avg(u.sum(1))))))
        return (u * torch.softmax(a.view(n, self.radix, -1, 1, 1), 1)).sum(1)


class Psa(nn.Module):
    def __init__(self, c):
        super().__init__()
        part = c // 4
        self.convs = nn.ModuleList(
            conv(c, part, k, False, groups=g) for k, g in ((3, 1), (5, 4), (7, 8), (9, 16))
        )
        self.se = mlp(part, bias=True)

    def forward(self, x):
        u = torch.stack([branch(x) for branch in self.convs], 1)
        a = torch.stack([torch.sigmoid(self.se(avg(u[:, i]))) for i in range(4)], 1)
        return (u * torch.softmax(a, 1)).flatten(1, 2)


class MultiInput(nn.Module):
    def __init__(self, c, k=3):
        super().__init__()
        self.k, self.f = k, nn.Sequential(conv(c, c // 2), nn.ReLU(), conv(c // 2, k * c))

    def forward(self, *x):
        g = torch.sigmoid(self.f(avg(sum(x[1:], x[0])))).chunk(self.k, 1)
        return sum((a * b for a, b in zip(g[1:], x[1:])), g[0] * x[0])


def gem(m, x):
    return x.clamp(min=1e-6).pow(m.p).mean((2, 3), keepdim=True).pow(1 / m.p)


class Linear(nn.Module):
    def __init__(self, pixels, k):
        super().__init__()
        self.map = nn.Linear(pixels, k, bias=False)

    def forward(self, x):
        return self.map(x.flatten(2)).transpose(1, 2).flatten(1)[:, :, None, None]


class EachChannel(nn.Module):
    """Each channel its own kernel over its neighbours."""

    def __init__(self, c, k):
        super().__init__()
        self.k, self.weight = k, nn.Parameter(torch.randn(c, k))

    def forward(self, z):
        near = F.pad(z.flatten(1), (self.k // 2, self.k // 2)).unfold(1, self.k, 1)
        return (near * self.weight).sum(2)[:, :, None, None]


class SelfAttention(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.query, self.out = nn.Linear(1, dim), nn.Linear(dim, 1)
        self.key, self.value = nn.Linear(1, dim, bias=False), nn.Linear(1, dim, bias=False)

    def forward(self, z):
        z = z.flatten(2)
        q, k, v = self.query(z), self.key(z), self.value(z)
        a = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(q.shape[2]), 2)
        return self.out(a @ v).unsqueeze(3)


class Lct(nn.Module):
    def __init__(self, c, groups):
        super().__init__()
        self.groups, self.diagonal = groups, Diagonal(c, True)

    def forward(self, z):
        g = z.view(z.shape[0], self.groups, -1)
        g = (g - g.mean(2, keepdim=True)) / torch.sqrt(g.var(2, correction=0, keepdim=True) + 1e-5)
        return self.diagonal(g.view(z.shape))


class Strip(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.h, self.hn = nn.Conv2d(c, c, (3, 1), padding=(1, 0), bias=False), nn.BatchNorm2d(c)
        self.w, self.wn = nn.Conv2d(c, c, (1, 3), padding=(0, 1), bias=False), nn.BatchNorm2d(c)
        self.up = conv(c, c)

    def forward(self, x):
        rows = self.hn(self.h(x.mean(3, keepdim=True)))
        columns = self.wn(self.w(x.mean(2, keepdim=True)))
        return self.up(F.relu(rows + columns))


class Cluster(nn.Module):
    def __init__(self, c, k):
        super().__init__()
        self.assign, self.centres = conv(c, k), nn.Parameter(torch.randn(k, c))

    def forward(self, x):
        a = torch.softmax(self.assign(x).flatten(2), 1)
        sums = a @ x.flatten(2).transpose(1, 2) - a.sum(2, keepdim=True) * self.centres
        return (sums / a.shape[2]).flatten(1)[:, :, None, None]


def pyramid(x):
    return torch.cat([F.adaptive_avg_pool2d(x, g).flatten(2) for g in (1, 2, 4)], 2).flatten(1)[:, :, None, None]


def wider(c, width):
    hidden = max(1, c // 16)
    return nn.Sequential(conv(width, hidden, bias=False), nn.ReLU(), conv(hidden, c, bias=False))


def squeezed(squeeze, c, **more):
    return Attend(squeeze, mlp(c), **more)


# name, our grammar, the module in PyTorch for (C, H), inputs
MODULES = [
    ("se", "se", lambda c, h: Attend(avg, mlp(c)), 1),
    ("se-bias", "se-bias", lambda c, h: Attend(avg, mlp(c, bias=True)), 1),
    ("se-max", "se-max", lambda c, h: Attend(largest, mlp(c)), 1),
    ("se-tanh", "se-tanh", lambda c, h: Attend(avg, mlp(c), torch.tanh), 1),
    ("se-relu", "se-relu", lambda c, h: Attend(avg, mlp(c), F.relu), 1),
    ("se-var1", "se-var1", lambda c, h: Attend(avg, nn.Identity()), 1),
    ("se-var2", "se-var2", lambda c, h: Attend(avg, Diagonal(c)), 1),
    ("se-var3", "se-var3", lambda c, h: Attend(avg, conv(c, c, bias=False)), 1),
    ("se-gc1", "se-gc1", lambda c, h: Attend(avg, conv(c, c, bias=False, groups=16)), 1),
    ("ese", "ese", lambda c, h: Attend(avg, conv(c, c), F.hardsigmoid), 1),
    ("mobilenetv3-se", "mobilenetv3-se", lambda c, h: Attend(avg, mlp(c, 4, True), F.hardsigmoid), 1),
    ("efficientnet-se", "efficientnet-se", lambda c, h: Attend(avg, mlp(c, 4, True, nn.SiLU)), 1),
    ("no-squeeze", "no-squeeze", lambda c, h: Attend(nn.Identity(), mlp(c)), 1),
    ("eca", "eca", lambda c, h: Attend(avg, Channels1d(eca_kernel(c))), 1),
    ("eca-ns", "eca-ns", lambda c, h: Attend(avg, EachChannel(c, 3)), 1),
    ("se-conv1x1", "se-conv1x1", lambda c, h: Attend(avg, conv(c, c)), 1),
    ("multi-scale-eca", "multi-scale-eca", lambda c, h: Attend(avg, Wrap(
        lambda m, z: sum(f(z) for f in m.f), f=nn.ModuleList(Channels1d(k) for k in (3, 5, 7)))), 1),
    ("self-attention", "self-attention", lambda c, h: Attend(avg, SelfAttention(8)), 1),
    ("local-global", "local-global", lambda c, h: Attend(avg, Wrap(
        lambda m, z: m.a(z) + m.b(z), a=Channels1d(eca_kernel(c)), b=SelfAttention(8))), 1),
    ("lct", "{type: lct, excite: {type: linear-context, groups: 8}}", lambda c, h: Attend(avg, Lct(c, 8)), 1),
    ("strip", "strip", lambda c, h: Attend(nn.Identity(), Strip(c)), 1),
    ("ge-theta-minus", "ge-theta-minus", lambda c, h: Attend(avg, nn.Identity()), 1),
    ("ge-theta", "ge-theta", lambda c, h: ge_theta(c, h, False), 1),
    ("ge-theta-plus", "ge-theta-plus", lambda c, h: ge_theta(c, h, True), 1),
    ("cbam-channel", "cbam-channel", lambda c, h: cbam_channel(c), 1),
    ("cbam-spatial", "cbam-spatial", lambda c, h: Plane(False, False), 1),
    ("cbam", "cbam", lambda c, h: nn.Sequential(cbam_channel(c), Plane(False, False)), 1),
    ("bam", "bam", lambda c, h: Bam(c), 1),
    ("scse", "scse", lambda c, h: Wrap(
        lambda m, x: x * torch.sigmoid(m.c(avg(x))) + x * torch.sigmoid(m.s(x)),
        c=mlp(c, 2, True), s=conv(c, 1)), 1),
    ("srm", "srm", lambda c, h: Srm(c), 1),
    ("gct", "gct", lambda c, h: Gct(c), 1),
    ("gct-l1", "gct-l1", lambda c, h: Gct(c, True), 1),
    ("gc", "gc", lambda c, h: Attend(Pool(c), mlp(c, 16, True, norm=LayerNorm2d), lambda t: t, torch.add), 1),
    ("gc-mul", "gc-mul", lambda c, h: Attend(Pool(c), mlp(c, 16, True, norm=LayerNorm2d)), 1),
    ("fca", "fca", lambda c, h: Fca(c), 1),
    ("coordinate", "coordinate", lambda c, h: Coordinate(c), 1),
    ("triplet", "triplet", lambda c, h: Triplet(), 1),
    ("sge", "{type: sge, excite: {type: group-similarity, groups: 8}}", lambda c, h: Sge(8), 1),
    ("sa", "{type: sa, groups: 8}", lambda c, h: Sa(c, 8), 1),
    ("simam", "simam", lambda c, h: Wrap(lambda m, x: simam(x)), 1),
    ("gsop", "gsop", lambda c, h: Gsop(c), 1),
    ("mscam", "mscam", lambda c, h: Wrap(lambda m, x: x * m.f(x), f=MsCam(c)), 1),
    ("sk, 8 groups", "{type: sk, from: {type: convs, of: [{dilation: 1, groups: 8, norm: batch, activation: relu}, "
     "{dilation: 2, groups: 8, norm: batch, activation: relu}]}}", lambda c, h: Sk(c, 8), 1),
    ("resnest", "resnest", lambda c, h: SplitAttention(c), 1),
    ("psa", "psa", lambda c, h: Psa(c), 1),
    ("aff", "aff", lambda c, h: Wrap(aff, f=MsCam(c)), 2),
    ("iaff", "iaff", lambda c, h: Iaff(c), 2),
    ("parallel-se of given maps", "{type: parallel-se, from: {type: given, count: 3}}", lambda c, h: Wrap(
        lambda m, *x: sum(f(a) for f, a in zip(m.f, x)),
        f=nn.ModuleList(Attend(avg, mlp(c)) for _ in range(3))), 3),
    ("multi-input-se of given maps", "{type: multi-input-se, from: {type: given, count: 3}}", lambda c, h: MultiInput(c), 3),
    ("squeeze std", "{squeeze: std}", lambda c, h: squeezed(std, c), 1),
    ("squeeze l1", "{squeeze: l1}", lambda c, h: squeezed(lambda x: x.abs().sum((2, 3), keepdim=True), c), 1),
    ("squeeze l2", "{squeeze: l2}", lambda c, h: squeezed(
        lambda x: (x.pow(2).sum((2, 3), keepdim=True) + 1e-5).sqrt(), c), 1),
    ("squeeze gem", "{squeeze: gem}", lambda c, h: squeezed(
        Wrap(gem, p=nn.Parameter(torch.tensor([3.0]))), c), 1),
    ("squeeze lse", "{squeeze: lse}", lambda c, h: squeezed(
        lambda x: torch.logsumexp(x, (2, 3), keepdim=True), c), 1),
    ("squeeze style", "{squeeze: style}", lambda c, h: Attend(
        lambda x: torch.cat([avg(x), std(x)], 1), wider(c, 2 * c)), 1),
    ("squeeze avg-max, concatenated", "{squeeze: {type: avg-max, join: concat}}", lambda c, h: Attend(
        lambda x: torch.cat([avg(x), largest(x)], 1), wider(c, 2 * c)), 1),
    ("squeeze linear", "{squeeze: linear}", lambda c, h: Attend(Linear(h * h, 4), wider(c, 4 * c)), 1),
    ("squeeze cluster", "{squeeze: cluster}", lambda c, h: Attend(Cluster(c, 8), wider(c, 8 * c)), 1),
    ("squeeze pyramid", "{squeeze: pyramid}", lambda c, h: Attend(pyramid, wider(c, 21 * c)), 1),
    ("squeeze attention-pool", "{squeeze: attention-pool}", lambda c, h: squeezed(Pool(c), c), 1),
    ("squeeze extent 4", "{squeeze: {type: extent, extent: 4}, excite: identity}", lambda c, h: Wrap(
        lambda m, x: x * torch.sigmoid(F.interpolate(
            F.avg_pool2d(x, 7, 4, 3, count_include_pad=False), x.shape[2:]))), 1),
    ("squeeze conv of height", "{squeeze: {type: conv, keep: channel-height}}", lambda c, h: squeezed(
        nn.Conv2d(c, c, (1, h), groups=c, bias=False), c), 1),
    ("squeeze conv of space", "{squeeze: {type: conv, keep: spatial, bias: true}, excite: identity}", lambda c, h: Attend(
        conv(c, 1), nn.Identity()), 1),
    ("squeeze avg of height", "{squeeze: {type: avg, keep: channel-height}}", lambda c, h: squeezed(
        lambda x: x.mean(3, keepdim=True), c), 1),
    ("squeeze avg of space", "{squeeze: {type: avg, keep: spatial}, excite: identity}", lambda c, h: Attend(
        lambda x: x.mean(1, keepdim=True), nn.Identity()), 1),
    ("apply residual-scale", "{apply: residual-scale}", lambda c, h: squeezed(
        avg, c, apply=lambda x, w: x * (1 + w)), 1),
    ("apply add", "{apply: add}", lambda c, h: squeezed(avg, c, apply=torch.add), 1),
    ("gate softmax", "{gate: softmax}", lambda c, h: squeezed(avg, c, gate=lambda t: torch.softmax(t, 1)), 1),
]


class Theirs:
    def __init__(self, build, shape, inputs):
        torch.manual_seed(0)
        self.module = build(shape[1], shape[2]).train()
        self.inputs = [torch.randn(shape, requires_grad=True) for _ in range(inputs)]
        self.cotangent = torch.randn(shape)

    def seconds(self):
        start = time.perf_counter()
        for leaf in [*self.inputs, *self.module.parameters()]:
            leaf.grad = None
        self.module(*self.inputs).backward(self.cotangent)
        return time.perf_counter() - start


class Ours:
    def __init__(self):
        path = f"{ROOT}/target/classes:{ROOT}/target/lib/*"
        command = ["java", "-Xmx4g", "-cp", path, str(HERE / "ModuleClock.java")]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def seconds(self, grammar, shape, repeats):
        size = "x".join(map(str, shape[1:]))
        print(shape[0], size, repeats, grammar, sep="\t", file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer or answer.startswith("refused"):
            raise ValueError(answer.strip())
        return [float(word) for word in answer.split()]


def compare(ours, grammar, build, inputs, shape, settings):
    theirs = Theirs(build, shape, inputs)
    ratios, speeds = [], []
    for turn in range(settings.rounds + 1):
        mine = median(ours.seconds(grammar, shape, settings.repeats))
        other = median(theirs.seconds() for _ in range(settings.repeats))
        if turn:  # the first is a warm-up
            ratios.append(mine / other)
            speeds.append(other)
    return median(ratios), min(ratios), max(ratios), 1e3 * median(speeds)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--only", default="")
    settings = options.parse_args()
    torch.set_num_threads(1)
    ours = Ours()
    print("| module | " + " | ".join(f"{s}" for s in MAPS) + " |")
    print("|---|" + "---:|" * len(MAPS))
    for name, grammar, build, inputs in MODULES:
        if build is None or not any(word in name for word in settings.only.split(",")):
            continue
        cells = []
        for shape in MAPS:
            try:
                ratio, low, high, _ = compare(ours, grammar, build, inputs, shape, settings)
                cells.append(f"{ratio:.2f} ({low:.2f} to {high:.2f})")
            except (ValueError, RuntimeError) as e:
                cells.append("-")
                print(name, shape, e, file=sys.stderr)
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in ALLOCATOR.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **ALLOCATOR})
    main()
