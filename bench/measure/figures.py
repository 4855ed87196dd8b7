"""Figures of two sides that took turns, and what they come to."""
import statistics
from dataclasses import dataclass, field

# A server runs for months, and a JVM still compiles what it does after a hundred thousand requests of a kind.
WARM_UP = 4


@dataclass
class Goal:
    """What a ratio, or where there is no other side a figure, is to reach."""

    first: float
    last: float


@dataclass
class Figure:
    """One thing that was measured on both sides, a value a round; theirs is empty where there is nothing to compare with."""

    name: str
    unit: str
    ours: list
    against: str = ""
    theirs: list = field(default_factory=list)
    more_is_better: bool = True
    goal: Goal | None = None
    noisy: int = 0

    def ratios(self):
        return [a / b for a, b in zip(self.ours, self.theirs)]

    def judged(self):
        """The value that the goal is about."""
        return statistics.median(self.ratios() if self.theirs else self.ours)

    def verdict(self):
        if not self.goal:
            return ""
        if reached(self.judged(), self.goal.last, self.more_is_better):
            return "goal"
        return "first goal" if reached(self.judged(), self.goal.first, self.more_is_better) else "missed"


def reached(value, goal, more_is_better):
    return value >= goal if more_is_better else value <= goal


@dataclass
class Curve:
    """Values along an axis, a list of rounds at each point, for each line of a plot."""

    name: str
    axis: str
    unit: str
    lines: dict = field(default_factory=dict)

    def add(self, line, x, value):
        self.lines.setdefault(line, {}).setdefault(x, []).append(value)

    def medians(self, line):
        return [(x, statistics.median(values)) for x, values in sorted(self.lines[line].items())]


@dataclass
class Rounds:
    """How often each side has its turn, and the disk that tells whether a round counts."""

    count: int
    disk: object

    def of(self, *sides, durable=True, warm_up=1):
        """
        Let the sides take turns, the first one changing, and give the results of each and how many rounds were noisy.

        Some turns of each before the rounds warm up and do not count.
        A durable round beside which the disk was busy is void and done again, up to as often as rounds were wanted; what
        is void then counts, and is said to be noisy.
        """
        for _ in range(warm_up):
            for side in sides:
                side()
        kept, void = [], []
        while len(kept) < self.count and len(kept) + len(void) < 2 * self.count:
            quiet = not durable or self.disk.is_quiet()
            order = list(range(len(sides)))
            if (len(kept) + len(void)) % 2:
                order.reverse()
            results = {side: sides[side]() for side in order}
            quiet = quiet and (not durable or self.disk.is_quiet())
            (kept if quiet else void).append([results[side] for side in range(len(sides))])
        noisy = self.count - len(kept)
        used = kept + void[len(void) - noisy:]
        return [list(values) for values in zip(*used)] + [noisy]
