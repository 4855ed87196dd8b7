"""Plots of curves as SVG, with nothing but text; an axis is logarithmic where its values span more than a decade."""
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 80, 20, 50, 55
COLOURS = ["#0b6e4f", "#c1121f", "#3a86ff", "#f4a261", "#7b2cbf", "#6c757d"]


class Axis:
    """Place values between two ends of the drawing."""

    def __init__(self, values, start, end, from_zero):
        low, high = min(values), max(values)
        self.logarithmic = low > 0 and high / low > 12
        if not self.logarithmic:
            low, high = (0 if from_zero else low), high * 1.05
        self.low, self.high, self.start, self.end = low, max(high, low * 1.0001 + 1e-9), start, end

    def at(self, value):
        part = (self._scaled(value) - self._scaled(self.low)) / (self._scaled(self.high) - self._scaled(self.low))
        return self.start + part * (self.end - self.start)

    def ticks(self):
        if self.logarithmic:
            powers = [10 ** power for power in range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)]
            marks = [m * power for power in powers for m in ((1, 2, 5) if len(powers) < 4 else (1,))]
            return [mark for mark in marks if self.low * 0.999 <= mark <= self.high * 1.001]
        step = 10 ** math.floor(math.log10(self.high - self.low))
        step = next(step * m for m in (0.2, 0.5, 1, 2) if (self.high - self.low) / (step * m) <= 6 or m == 2)
        first = math.ceil(self.low / step)
        return [number * step for number in range(first, math.floor(self.high / step) + 1)]

    def _scaled(self, value):
        return math.log(value) if self.logarithmic else value


def plot(curve):
    points = {line: curve.medians(line) for line in curve.lines}
    x = Axis([p[0] for line in points.values() for p in line], LEFT, WIDTH - RIGHT, False)
    y = Axis([p[1] for line in points.values() for p in line], HEIGHT - BOTTOM, TOP, True)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">' % (WIDTH, HEIGHT),
        '<rect width="%d" height="%d" fill="white"/>' % (WIDTH, HEIGHT)]
    for tick in x.ticks():
        parts.append(grid(x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM))
        parts.append(text(x.at(tick), HEIGHT - BOTTOM + 18, short(tick), "middle"))
    for tick in y.ticks():
        parts.append(grid(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick)))
        parts.append(text(LEFT - 6, y.at(tick) + 4, short(tick), "end"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, curve.axis, "middle"))
    parts.append(text(LEFT, 16, curve.unit, "start"))
    for number, (line, its_points) in enumerate(points.items()):
        colour = COLOURS[number % len(COLOURS)]
        places = [(x.at(px), y.at(py)) for px, py in its_points]
        parts.append('<polyline fill="none" stroke="%s" stroke-width="2" points="%s"/>' % (
            colour, " ".join("%.1f,%.1f" % place for place in places)))
        parts += ['<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (*place, colour) for place in places]
        parts.append(legend(number, line, colour))
    return "\n".join(parts + ["</svg>", ""])


def legend(number, line, colour):
    left = LEFT + number * (WIDTH - LEFT - RIGHT) / 4
    return '<rect x="%.0f" y="26" width="12" height="12" fill="%s"/>' % (left, colour) + text(left + 17, 36, line, "start")


def grid(x1, y1, x2, y2):
    return '<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="#ddd"/>' % (x1, y1, x2, y2)


def text(x, y, words, anchor):
    return '<text x="%.1f" y="%.1f" text-anchor="%s">%s</text>' % (x, y, anchor, escape(words))


def short(value):
    for unit, name in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= unit:
            return "%g %s" % (value / unit, name)
    return "%g" % value
