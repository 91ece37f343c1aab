"""The helsefellesskap, each read from a file of its own, checked as a whole before anything is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel

from dialogs.evidence import Evidence
from dialogs.places import Community, Step
from knowledge.yaml_files import FileWrong, read_yaml, validated

MOST_FILES = 100


class CommunityFileWrong(FileWrong):
    """A file that cannot be used. Whoever starts the bot reports it: a wrong file is mended, not skipped."""


def load_communities(directory: Path | None = None) -> Mapping[str, Community]:
    """By id. Without a directory, the files that come with the project. Raises CommunityFileWrong."""
    where: Traversable = files("knowledge").joinpath("communities") if directory is None else directory
    communities = (_read(file) for file in _files(where))
    return MappingProxyType({community.id: community for community in communities})


def _files(where: Traversable) -> list[Traversable]:
    if not where.is_dir():
        raise CommunityFileWrong(where.name, "", "is no directory")
    found = sorted((f for f in where.iterdir() if f.is_file()), key=lambda file: file.name)
    misnamed = [f for f in found if f.name.endswith(".yml")]
    if misnamed:
        raise CommunityFileWrong(misnamed[0].name, "", "must end in .yaml")
    found = [f for f in found if f.name.endswith(".yaml")]
    if not found:
        raise CommunityFileWrong(where.name, "", "has no .yaml file")
    if len(found) > MOST_FILES:
        raise CommunityFileWrong(where.name, "", f"has more than {MOST_FILES} files")
    return found


def _read(file: Traversable) -> Community:
    try:
        community = validated(file.name, Community, read_yaml(file))
    except FileWrong as wrong:
        raise CommunityFileWrong(wrong.file, wrong.place, wrong.what) from None
    for place, what in _contradictions(community, file.name):
        raise CommunityFileWrong(file.name, place, what)
    return community


def _contradictions(community: Community, file_name: str) -> Iterator[tuple[str, str]]:
    """What no single line can show to be wrong: names that stand twice, and names that nothing bears."""
    if f"{community.id}.yaml" != file_name:
        yield "id", f"the file must be named {community.id}.yaml"
    named = {
        "documents": [d.id for d in community.documents],
        "bodies": [b.id for b in community.bodies],
        "registry.hospitals": [h.id for h in community.hospitals],
        "calls": [str(c.year) for c in community.calls],
        "frames": [str(f.year) for f in community.frames],
        "settings.party_tenants": [one.party for one in community.settings.party_tenants],
    }
    for place, names in named.items():
        for name in _twice(names):
            yield place, f"{name} stands twice"
    for one in community.settings.party_tenants:
        if one.hospital is not None and one.hospital not in named["registry.hospitals"]:
            yield "settings.party_tenants", f"{one.hospital} is not among the hospitals"
    documents = set(named["documents"])
    for place, evidence in _evidence(community, ""):
        if evidence.document not in documents:
            yield place, f"{evidence.document} is not among the documents"
    used = {evidence.document for _, evidence in _evidence(community, "")}
    for unused in sorted(documents - used):
        yield "documents", f"{unused} is used nowhere"
    steps = [*community.process, *(step for call in community.calls for step in call.what_happens_next)]
    yield from _unknown_bodies(steps, set(named["bodies"]))


def _unknown_bodies(steps: Iterable[Step], bodies: set[str]) -> Iterator[tuple[str, str]]:
    for step in steps:
        if step.body not in bodies:
            yield "bodies", f"{step.body} is not among the bodies"


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _evidence(model: BaseModel, place: str) -> Iterator[tuple[str, Evidence]]:
    """Every evidence in the file, wherever it stands, with its place."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
            here = f"{place}{name}" + (f".{index}" if isinstance(value, tuple) else "")
            if isinstance(item, Evidence):
                yield here, item
            elif isinstance(item, BaseModel):
                yield from _evidence(item, f"{here}.")
