"""The two companies of the specification, as it states them."""

from helpers import context
from helpers.data import reading
from helpers.models.fit import Situation

with context.using(pack=None):
    NETWORKS = list(reading.load().network_keys)
SPECIFIED = ["facebook", "instagram", "linkedin", "x", "youtube", "tiktok", "pinterest", "threads"]
FORMATS = ["text", "photo", "short_video", "long_video"]
WEIGHTS = {"purpose": 0.40, "audience": 0.35, "content": 0.25}

MACHINE_PARTS = Situation(
    market="b2b",
    purposes={"leads": 0.7, "recruiting": 0.3},
    weights=WEIGHTS,
    ages={"30-49": 0.6, "50-64": 0.4},
    asked=10,
    weekly=dict(zip(SPECIFIED, (7, 3, 6, 1, 8, 2, 0, 0), strict=True)),
    search_share=0.7,
    first_page=0.2,
    profiles=0.5,
    content=dict(zip(FORMATS, (3, 3, 1, 1), strict=True)),
    following={},
)
HOTEL = Situation(
    market="b2c_local",
    purposes={"leads": 0.5, "brand": 0.3, "care": 0.2},
    weights=WEIGHTS,
    ages={"18-29": 0.10, "30-49": 0.45, "50-64": 0.35, "65+": 0.10},
    asked=10,
    weekly=dict(zip(SPECIFIED, (7, 7, 3, 1, 8, 4, 3, 1), strict=True)),
    search_share=0.8,
    first_page=0.5,
    profiles=0.3,
    content=dict(zip(FORMATS, (2, 4, 2, 0), strict=True)),
    following={},
)
SILENT = Situation(
    market="b2b",
    purposes=dict.fromkeys(
        ("brand", "leads", "care", "community", "recruiting", "listening", "traffic"), 1
    ),
    weights=WEIGHTS,
    ages={"18-29": 0.20, "30-49": 0.33, "50-64": 0.25, "65+": 0.22},
    asked=0,
    weekly={},
    search_share=0.7,
    first_page=0.5,
    profiles=0.3,
    content=dict.fromkeys(FORMATS, 2),
    following={},
)
