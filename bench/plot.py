"""Time over size, both axes logarithmic, as a small SVG: our own, so that no drawing library is needed."""

import math
from collections.abc import Sequence

WIDTH, HEIGHT, EDGE = 560, 360, 60


def growth_plot(points: Sequence[tuple[float, float]]) -> str:
    """Documents against processor seconds, with a line for linear growth through the first point."""
    low, high = points[0][0], points[-1][0]
    bottom, top = min(y for _, y in points) / 1.5, max(y for _, y in points) * 2
    first_x, first_y = points[0]

    def place(x: float, y: float) -> tuple[float, float]:
        across = (math.log(x) - math.log(low)) / max(math.log(high) - math.log(low), 1e-9)
        up = (math.log(y) - math.log(bottom)) / (math.log(top) - math.log(bottom))
        return EDGE + across * (WIDTH - 1.5 * EDGE), HEIGHT - EDGE - up * (HEIGHT - 1.5 * EDGE)

    def line(held: Sequence[tuple[float, float]], style: str) -> str:
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in held))
        return f'<polyline points="{drawn}" fill="none" {style}/>'

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img" aria-label="Processor seconds over documents">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        line([(low, bottom), (high, bottom)], 'stroke="#444"'),
        line([(low, bottom), (low, top)], 'stroke="#444"'),
        line([(x, first_y * x / first_x) for x in (low, high)], 'stroke="#999" stroke-dasharray="5 4"'),
        line(points, 'stroke="#0b5fa5" stroke-width="2"'),
    ]
    for x, y in points:
        across, up = place(x, y)
        parts.append(f'<circle cx="{across:.1f}" cy="{up:.1f}" r="4" fill="#0b5fa5"/>')
        parts.append(f'<text x="{across - 8:.1f}" y="{up - 9:.1f}" text-anchor="end">{y:,.0f} s</text>')
        parts.append(f'<text x="{across:.1f}" y="{HEIGHT - EDGE + 18}" text-anchor="middle">{x:,.0f}</text>')
    parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle">documents (ten claims each)</text>')
    parts.append(f'<text x="{EDGE}" y="18">processor seconds to relate them; dashed: linear growth</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
