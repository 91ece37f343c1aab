"""Form turns of the served bot beside the floor and stock botbuilder, in rounds that take each in its turn."""

from __future__ import annotations

import asyncio
import json
import statistics
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Connector, Load, Sample, listening
from benchmarks.people import put_people, talkers
from benchmarks.processes import Running, free_port, running

OURS, FLOOR, STOCK = "Tilskuddshjelpen", "floor", "stock botbuilder"
AT_ONCE = 32
WARM_UP_TURNS = 100
PAUSE_SECONDS = 0.5
"""Between two bots, for what the first still has to write down."""


@dataclass(frozen=True, slots=True)
class Effort:
    rounds: int
    turns: int
    """One at a time, in each round."""
    seconds: float
    """Of many at once, in each round."""
    people: int


@dataclass(frozen=True, slots=True)
class Round:
    alone: Sample
    together: Sample
    cpu_ms: float
    """Of the bot's process for a turn, many at once."""


@dataclass(frozen=True, slots=True)
class Result:
    """One bot's rounds; what is told of them is the median."""

    rounds: tuple[Round, ...]
    memory_idle_mb: float
    memory_after_mb: float

    def of(self, figure: Callable[[Round], float]) -> float:
        return statistics.median(figure(each) for each in self.rounds)

    @property
    def p50_ms(self) -> float:
        return self.of(lambda each: each.alone.p50_ms)

    @property
    def p99_ms(self) -> float:
        return self.of(lambda each: each.alone.p99_ms)

    @property
    def turns_per_second(self) -> float:
        return self.of(lambda each: each.together.turns_per_second)

    @property
    def p99_together_ms(self) -> float:
        return self.of(lambda each: each.together.p99_ms)

    @property
    def cpu_ms(self) -> float:
        return self.of(lambda each: each.cpu_ms)


@dataclass(frozen=True, slots=True)
class Turns:
    results: dict[str, Result]
    card_bytes: int
    application_bytes: int
    calls: float
    """To the connector, for one of our turns."""

    def slower_than_floor(self) -> float:
        return self.results[OURS].p50_ms / self.results[FLOOR].p50_ms

    def faster_than_stock(self) -> float:
        return self.results[OURS].turns_per_second / self.results[STOCK].turns_per_second


async def measure_turns(folder: Path, effort: Effort, said: Callable[[str], None]) -> Turns:
    """Raises NotAnswered when a bot leaves a turn without its card."""
    data = folder / "data"
    application_bytes = await put_people(data, effort.people)
    async with listening() as connector:
        with ExitStack() as stack:
            bots: dict[str, Running] = {}

            def start(name: str, module: str, *arguments: str) -> Load:
                port = free_port()
                log = folder / f"{module}.log"
                filled = [argument.replace("PORT", str(port)) for argument in arguments]
                bots[name] = stack.enter_context(running(module, filled, port=port, log=log))
                return Load(connector, talkers(effort.people, begin_anew=name != OURS), port)

            serve = ("serve", "--local", "--port", "PORT", "--data", str(data))
            loads = {OURS: start(OURS, "bot", *serve)}
            idle = {OURS: bots[OURS].memory_mb()}
            await loads[OURS].one_at_a_time(WARM_UP_TURNS)
            card = folder / "card.json"
            card_bytes = _keep_card(connector, card)
            (folder / "floor").mkdir()
            loads[FLOOR] = start(FLOOR, "benchmarks.floor", "PORT", str(card), str(folder / "floor"))
            loads[STOCK] = start(STOCK, "benchmarks.stock", "PORT", str(card))
            for name in (FLOOR, STOCK):
                idle[name] = bots[name].memory_mb()
                await loads[name].one_at_a_time(WARM_UP_TURNS)
            rounds: dict[str, list[Round]] = {name: [] for name in loads}
            for number in range(effort.rounds):
                for name, load in loads.items():
                    rounds[name].append(await _round(load, bots[name], effort))
                    said(_line(number, name, rounds[name][-1]))
                    await asyncio.sleep(PAUSE_SECONDS)
            results = {
                name: Result(tuple(rounds[name]), idle[name], bots[name].memory_mb()) for name in loads
            }
    calls = statistics.median(each.alone.calls for each in rounds[OURS])
    return Turns(results, card_bytes, application_bytes, calls)


async def _round(load: Load, bot: Running, effort: Effort) -> Round:
    alone = await load.one_at_a_time(effort.turns)
    cpu = bot.cpu_seconds()
    together = await load.at_once(AT_ONCE, effort.seconds)
    return Round(alone, together, (bot.cpu_seconds() - cpu) * 1000 / len(together.seconds))


def _keep_card(connector: Connector, file: Path) -> int:
    """The card that our bot sent last, for the others to send the same. Returns its size in bytes."""
    card = json.loads(connector.latest)["attachments"][0]["content"]
    text = json.dumps(card, ensure_ascii=False)
    file.write_text(text, encoding="utf-8")
    return len(text.encode())


def _line(number: int, name: str, done: Round) -> str:
    return (
        f"round {number + 1}  {name:<17} p50 {done.alone.p50_ms:6.2f} ms  p99 {done.alone.p99_ms:6.2f} ms"
        f"  {done.together.turns_per_second:7.0f} turns/s  {done.cpu_ms:5.2f} ms CPU a turn"
        f"  {done.alone.card_bytes:6.0f} bytes a message"
    )
