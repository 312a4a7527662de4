"""Frames: the pictures of a studio that were drawn already, as many as there is room for."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from helpers.models.result import Result
from helpers.views.words import Words

ROOM = 12_000_000
"""Bytes of pictures that a studio keeps."""


@dataclass(frozen=True)
class Frame:
    """A picture with its words, ready to be shown."""

    result: Result
    words: Words
    png: bytes
    height: int


class Frames:
    """The frames by what they show; the one that was asked for longest ago goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Frame] = OrderedDict()
        self.held = 0
        self.drawn = 0

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(self, key: Hashable) -> Frame | None:
        """The frame, if it is kept; it is then the last to go."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, key: Hashable, frame: Frame) -> Frame:
        """Keep a frame that was drawn now. The newest stays, however large it is."""
        self.drawn += 1
        self._kept[key] = frame
        self.held += len(frame.png)
        while self.held > ROOM and len(self._kept) > 1:
            _key, oldest = self._kept.popitem(last=False)
            self.held -= len(oldest.png)
        return frame
