"""What was measured, as Markdown and as plots."""
import os
import statistics

from . import svg

HEAD = "| what | ours | against | theirs | ratio | least-most | first goal, goal | reached |\n|---|---|---|---|---|---|---|---|"


def table(figures):
    return "\n".join([HEAD] + [row(figure) for figure in figures]) + "\n"


def row(figure):
    ratios = figure.ratios()
    spread = ratios or figure.ours
    ratio = "%.2f x" % statistics.median(ratios) if ratios else ""
    goal = "%.3g, %.3g" % (figure.goal.first, figure.goal.last) if figure.goal else ""
    noisy = ", noisy (%d)" % figure.noisy if figure.noisy else ""
    cells = [
        "%s, %s" % (figure.name, figure.unit), rounded(figure.ours), figure.against, rounded(figure.theirs), ratio,
        "%s-%s" % (three(min(spread)), three(max(spread))) + noisy, goal, figure.verdict()]
    return "| " + " | ".join(cells) + " |"


def rounded(values):
    return three(statistics.median(values)) if values else ""


def three(value):
    """Three digits that count."""
    return "{:,.0f}".format(value) if abs(value) >= 100 else "%.3g" % value


def points(curve):
    """A curve as a table, a row a point."""
    lines = list(curve.lines)
    xs = sorted({x for line in lines for x in curve.lines[line]})
    medians = {line: dict(curve.medians(line)) for line in lines}
    rows = ["| %s | %s |" % (curve.axis, " | ".join(lines)), "|---" * (len(lines) + 1) + "|"]
    for x in xs:
        rows.append("| {:,} | {} |".format(x, " | ".join(three(medians[line][x]) if x in medians[line] else "" for line in lines)))
    return "\n".join(rows) + "\n"


def write(folder, heading, figures, curves):
    """Leave result.md and a plot for each curve in a folder."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "result.md"), "w") as file:
        file.write(heading + "\n\n" + table(figures))
        for curve in curves:
            file.write("\n![%s](%s.svg)\n\n%s, medians:\n\n%s" % (curve.name, curve.name, curve.unit, points(curve)))
    for curve in curves:
        with open(os.path.join(folder, curve.name + ".svg"), "w") as file:
            file.write(svg.plot(curve))
