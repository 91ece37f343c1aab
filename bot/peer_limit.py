"""How often one address may knock at the door."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache


class PeerLimit:
    """How many requests one address may make: `burst` at once, then `per_second`."""

    def __init__(
        self,
        *,
        per_second: float,
        burst: int,
        max_peers: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_second = per_second
        self._burst = burst
        self._max_peers = max_peers
        self._clock = clock
        self._network_of = lru_cache(maxsize=256)(_network_of)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, peer: str) -> bool:
        peer = self._network_of(peer)
        now = self._clock()
        left, since = self._left.pop(peer, (float(self._burst), now))
        left = min(self._burst, left + (now - since) * self._per_second)
        self._left[peer] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > self._max_peers:
            self._left.popitem(last=False)
        return left >= 1


def _network_of(peer: str) -> str:
    """An IPv4 address itself; of IPv6 the /64, which is what one subscriber has."""
    try:
        address = ipaddress.ip_address(peer)
    except ValueError:
        return peer
    return (
        peer if address.version == 4 else str(ipaddress.ip_network(f"{peer.split('%')[0]}/64", strict=False))
    )
