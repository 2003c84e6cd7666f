"""Every plate by name: `scene(plate, atlas)` draws it."""

from collections.abc import Callable

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate
from articles.demo.draw.scenes import (
    ammunition,
    cables,
    consent,
    contact,
    frigate,
    gauge,
    ground_track,
    horizon,
    jamming,
    mine,
    orbits,
    pontoon,
    radar,
    rings,
    road_base,
    shot_price,
    sound,
    spending,
    tank_bridge,
    tanker,
    works,
)

SCENES: dict[str, Callable[[Plate, Atlas], None]] = {
    "ammunition": ammunition.draw,
    "cables": cables.draw,
    "consent": consent.draw,
    "contact": contact.draw,
    "frigate": frigate.draw,
    "gauge": gauge.draw,
    "ground-track": ground_track.draw,
    "horizon": horizon.draw,
    "jamming": jamming.draw,
    "mine": mine.draw,
    "orbits": orbits.draw,
    "pontoon": pontoon.draw,
    "radar": radar.draw,
    "rings": rings.draw,
    "road-base": road_base.draw,
    "shot-price": shot_price.draw,
    "sound": sound.draw,
    "spending": spending.draw,
    "tank-bridge": tank_bridge.draw,
    "tanker": tanker.draw,
    "works": works.draw,
}
