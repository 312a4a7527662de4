"""A stock: what is filled and leaks every period."""


def stock(
    gain: float, decay: float, periods: int, start: float = 0.0, delay: int = 0
) -> tuple[float, ...]:
    """T_t = (1 − δ) T_{t−1} + gain, from period 0 (``start``) to ``periods``.

    Perpetual inventory: each period adds ``gain`` and loses the share ``decay`` of what
    was there; nothing is added in the first ``delay`` periods. The ceiling is gain / δ.
    """
    level, levels = start, [start]
    for period in range(1, periods + 1):
        level = (1 - decay) * level + (gain if period > delay else 0.0)
        levels.append(level)
    return tuple(levels)
