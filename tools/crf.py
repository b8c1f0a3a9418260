"""The training side of the paragraph model: a chain over the lines of a page, its widths hidden, fitted by likelihood.

State of a line: (is the seam after it joined, which candidate is the column's width). All pages are worked on at once,
line by line, as arrays of shape (pages, states, states).
"""

import numpy as np
from numpy.typing import NDArray

from cleantext._layout.columns import MAX_CANDIDATES
from cleantext._paragraphs.families import (
    BUCKETS,
    LINE_AT,
    LINE_FAMILIES,
    LINE_VALUES,
    SEAM_FAMILIES,
    SEAM_VALUES,
    bucket,
)
from cleantext._paragraphs.tables import MAX_GLYPHS, SURE, glyphs
from pages import JOIN, OPEN, Page

K = MAX_CANDIDATES
HABITS = 4
# Places in the vector of weights.
AT_LINE = 0  # place in `costs.LINE` * 4 + role
AT_SEAM = 4 * LINE_VALUES  # place in `costs.SEAM`
AT_WIDTH = AT_SEAM + SEAM_VALUES  # role * BUCKETS + bucket
AT_HABIT_WIDTH = AT_WIDTH + 4 * BUCKETS  # (habit * 4 + role) * BUCKETS + bucket
AT_RANK = AT_HABIT_WIDTH + HABITS * 4 * BUCKETS  # second and third candidate
AT_SWITCH = AT_RANK + K  # another column width: behind a joined seam, behind a block's end
SIZE = AT_SWITCH + 2 + 1
NOTHING = SIZE - 1  # a weight that stays 0

Array = NDArray[np.float64]


class Batch:
    """Pages of like length as arrays."""

    def __init__(self, pages: list[Page], *, knows_sure: bool = False) -> None:
        self.pages = pages
        self.knows_sure = knows_sure
        count, longest = len(pages), max(len(p.features.numbers) for p in pages)
        families = len(LINE_FAMILIES)
        seams = len(SEAM_FAMILIES)
        # for each line, role and candidate: the indices that add up to the score
        self.line = np.full((count, longest, 4, families), NOTHING, dtype=np.int32)
        self.width = np.full((count, longest, 4, K, 2), NOTHING, dtype=np.int32)
        self.rank = np.full((count, longest, K), NOTHING, dtype=np.int32)
        self.seam = np.full((count, longest, seams), NOTHING, dtype=np.int32)
        self.valid = np.zeros((count, longest, K), dtype=bool)
        self.other = np.zeros((count, longest, K, K), dtype=bool)  # [line, before, now]: not the same column width
        self.answer = np.full((count, longest), OPEN, dtype=np.int8)
        self.sure = np.full((count, longest), OPEN, dtype=np.int8)
        self.inside = np.zeros((count, longest), dtype=bool)
        self.weight = np.ones(count)
        self.last = np.array([len(p.features.numbers) - 1 for p in pages])
        for p, page in enumerate(pages):
            self._fill(p, page)

    def _fill(self, p: int, page: Page) -> None:
        f = page.features
        n = len(f.numbers)
        self.inside[p, :n] = True
        self.answer[p, : n - 1] = page.answers
        if self.knows_sure:
            sure = np.array([JOIN if cost == SURE else 0 if cost == -SURE else OPEN for cost in f.seams])
            self.sure[p, : n - 1] = sure
            # where one of them is wrong no cost can help
            self.answer[p, : n - 1] = np.where(sure == OPEN, page.answers, sure)
        self.answer[p, n - 1 :] = 0  # the page's end is a block's end
        before: tuple[int, ...] = ()
        for i in range(n):
            candidates = f.candidates[i]
            for r in range(4):
                places = list(f.looks[i].places)
                if (few := glyphs(f.widths[i])) < MAX_GLYPHS:
                    places.append(LINE_AT["glyphs"] + few)
                self.line[p, i, r, : len(places)] = [AT_LINE + x * 4 + r for x in places]
                pull = f.pull[i] if r & 1 else 0
                for k, c in enumerate(candidates):
                    d = f.widths[i] - c
                    b = bucket(d)
                    room = d + abs(pull)
                    if pull and d < 0 and (pull > 0 or room >= 0 or r == 1):
                        # the path takes the cheaper one: here, by the costs as they were
                        b = min(b, bucket(min(0, room)), key=f.looks[i].by_width[r].__getitem__)
                    self.width[p, i, r, k] = (
                        AT_WIDTH + r * BUCKETS + b,
                        AT_HABIT_WIDTH + (f.habit * 4 + r) * BUCKETS + b,
                    )
            for k in range(len(candidates)):
                self.valid[p, i, k] = True
                self.rank[p, i, k] = AT_RANK + k if k else NOTHING
                for j, c in enumerate(before):
                    self.other[p, i, j, k] = abs(c - candidates[k]) > 1
            before = candidates
            if i < n - 1:
                self.seam[p, i, : len(page.seams[i])] = [AT_SEAM + x for x in page.seams[i]]


LOW = -1e9


def scores(batch: Batch, theta: Array) -> tuple[Array, Array, Array]:
    """Return line scores [page, line, role, candidate], seam scores (of a block's end), costs of a change of width."""
    line = theta[batch.line].sum(-1)[..., None] + theta[batch.width].sum(-1) + theta[batch.rank][:, :, None, :]
    line = np.where(batch.valid[:, :, None, :], line, LOW)
    seam = theta[batch.seam].sum(-1)
    change = batch.other[..., None] * theta[AT_SWITCH : AT_SWITCH + 2]  # [..., before, now, y before]
    return line, seam, change


def log_sum(a: Array, axis: int) -> Array:
    top = a.max(axis=axis, keepdims=True)
    out: Array = np.log(np.exp(a - top).sum(axis=axis)) + top.squeeze(axis)
    return out


def potentials(batch: Batch, theta: Array, *, clamped: bool) -> Array:
    """Return the score of each step [page, line, y before, candidate before, y now, candidate now]."""
    line, seam, change = scores(batch, theta)
    pages, longest = batch.inside.shape
    out = np.zeros((pages, longest, 2, K, 2, K))
    for y0 in (0, 1):
        for y1 in (0, 1):
            out[:, :, y0, :, y1, :] = line[:, :, y0 * 2 + y1, None, :] + change[..., 1 - y0]
            if y1 == 0:
                out[:, :, y0, :, y1, :] += seam[:, :, None, None]
    forbidden = np.zeros((pages, longest, 2), dtype=bool)
    known = batch.answer if clamped else batch.sure
    forbidden[..., 1] |= known == 0
    forbidden[..., 0] |= known == JOIN
    ends = np.arange(longest)[None, :] >= batch.last[:, None]
    forbidden[..., 1] |= ends
    out = np.where(forbidden[:, :, None, None, :, None], LOW, out)
    out[~batch.inside] = LOW
    # behind the last line the chain idles in its first state
    out[:, :, 0, :, 0, 0] = np.where(batch.inside[:, :, None], out[:, :, 0, :, 0, 0], 0.0)
    return out


def run(batch: Batch, pot: Array) -> tuple[Array, Array]:
    """Return log Z of each page and the posterior of each step, shaped like the potentials."""
    pages, longest = batch.inside.shape
    states = 2 * K
    pot = pot.reshape(pages, longest, states, states)
    forward = np.full((pages, longest + 1, states), LOW)
    forward[:, 0, 0] = 0.0  # before the first line a block has ended
    for i in range(longest):
        forward[:, i + 1] = log_sum(forward[:, i, :, None] + pot[:, i], 1)
    backward = np.zeros((pages, longest + 1, states))
    for i in range(longest - 1, -1, -1):
        backward[:, i] = log_sum(pot[:, i] + backward[:, i + 1, None, :], 2)
    z = backward[:, 0, 0]
    posterior = np.exp(
        np.minimum(0.0, forward[:, :-1, :, None] + pot + backward[:, 1:, None, :] - z[:, None, None, None])
    )
    return z, posterior.reshape(pages, longest, 2, K, 2, K)


def counts(batch: Batch, posterior: Array) -> Array:
    """Return the expected count of each weight."""
    weight = batch.weight[:, None] * batch.inside
    p = posterior * weight[:, :, None, None, None, None]
    out = np.zeros(SIZE)
    role = np.stack([p[:, :, y0, :, y1, :].sum(2) for y0 in (0, 1) for y1 in (0, 1)], axis=2)  # [page, line, role, k]
    per_role = role.sum(-1)
    out += np.bincount(
        batch.line.ravel(), np.broadcast_to(per_role[..., None], batch.line.shape).ravel(), minlength=SIZE
    )
    out += np.bincount(batch.width.ravel(), np.broadcast_to(role[..., None], batch.width.shape).ravel(), minlength=SIZE)
    out += np.bincount(batch.rank.ravel(), role.sum(2).ravel(), minlength=SIZE)
    ended = p[:, :, :, :, 0, :].sum((2, 3, 4))
    out += np.bincount(batch.seam.ravel(), np.broadcast_to(ended[..., None], batch.seam.shape).ravel(), minlength=SIZE)
    for y0 in (0, 1):
        changed = (p[:, :, y0].sum(3) * batch.other).sum()  # over y now
        out[AT_SWITCH + 1 - y0] += changed
    out[NOTHING] = 0.0
    return out


def negative_log_likelihood(batches: list[Batch], theta: Array, prior: Array, strength: float) -> tuple[float, Array]:
    """Return the penalised loss and its gradient."""
    loss = 0.5 * strength * float(((theta - prior) ** 2).sum())
    gradient = strength * (theta - prior)
    for batch in batches:
        z, free = run(batch, potentials(batch, theta, clamped=False))
        z_gold, gold = run(batch, potentials(batch, theta, clamped=True))
        loss += float((batch.weight * (z - z_gold)).sum())
        gradient += counts(batch, free) - counts(batch, gold)
    gradient[NOTHING] = 0.0
    return loss, gradient
