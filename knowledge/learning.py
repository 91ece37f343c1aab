"""What there is to learn from, and where what was learnt is kept: by the hash of all that went into it."""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

import numpy as np

from knowledge import masking, place_names, ranker, whereabouts
from knowledge.choosing import topic_of
from knowledge.embedding import Embedder, Vectors
from knowledge.entry import LANGUAGES
from knowledge.library import Library
from knowledge.masking import masked
from knowledge.ranker import Ranker, RankerFileWrong, Wording, embedded, learn
from knowledge.strangers import Strangers
from knowledge.whereabouts import Gazetteer

STRANGE: Final = "#"
"""Begins the topics of texts that no entry answers."""
AT_A_TIME: Final = 256

Progress = Callable[[str], None]


def wordings(library: Library, strangers: Strangers, gazetteer: Gazetteer) -> tuple[Wording, ...]:
    """Everything to learn from, with places and years taken out of the words."""
    known = [
        Wording(text, topic_of(entry))
        for entry in library.entries.values()
        for language in LANGUAGES
        for text in (entry.question.in_language(language), *entry.phrasings.in_language(language))
    ]
    strange = [
        Wording(text, f"{STRANGE}{group}")
        for group, texts in (
            ("near", strangers.near),
            ("far", strangers.far),
            ("injection", strangers.injection),
            ("statements", strangers.statements),
        )
        for text in texts
    ]
    return tuple(Wording(masked(each.text, gazetteer), each.topic) for each in (*known, *strange))


def default_folder() -> Path:
    """Inside the environment, where all else that was installed is; else with the person's other caches."""
    inside = Path(sys.prefix) / "var" / "tilskuddshjelpen"
    if sys.prefix != sys.base_prefix and os.access(sys.prefix, os.W_OK):
        return inside
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return inside if inside.is_dir() else Path(cache) / "tilskuddshjelpen"


def learnt(
    texts: Sequence[Wording], embedder: Embedder | None, folder: Path, progress: Progress = lambda _: None
) -> Ranker:
    """Of the folder, or learnt now and kept there if it can be. A damaged or foreign file is as good as none."""
    file = folder / f"ranker-{_fingerprint(texts, embedder)}.npz"
    try:
        return Ranker.load(file)
    except RankerFileWrong:
        progress("learning")
    vectors = _vectors([each.text for each in texts], embedder, folder, progress)
    made = learn(texts, vectors, progress)
    _keep(file, made.save)
    for old in folder.glob("ranker-*.npz"):
        if old != file:
            old.unlink(missing_ok=True)
    return made


def is_learnt(texts: Sequence[Wording], embedder: Embedder | None, folder: Path) -> bool:
    return (folder / f"ranker-{_fingerprint(texts, embedder)}.npz").is_file()


def _vectors(texts: Sequence[str], embedder: Embedder | None, folder: Path, progress: Progress) -> Vectors:
    """A curator who changes one entry does not wait for the vectors of all the others."""
    if embedder is None:
        return embedded(texts, None)
    file = folder / f"vectors-{hashlib.sha256(embedder.name.encode()).hexdigest()[:16]}.npz"
    known = _read_vectors(file)
    new = [text for text in dict.fromkeys(texts) if _key(text) not in known]
    for at in range(0, len(new), AT_A_TIME):
        part = new[at : at + AT_A_TIME]
        known |= dict(zip(map(_key, part), embedder.embed(part), strict=True))
        progress(f"{min(at + AT_A_TIME, len(new))} of {len(new)} texts")
    wanted = {_key(text): known[_key(text)] for text in texts}
    if new:
        keys, rows = np.array(list(wanted)), np.stack(list(wanted.values()))
        _keep(file, lambda path: np.savez(path, keys=keys, rows=rows))
    return np.stack([known[_key(text)] for text in texts])


def _read_vectors(file: Path) -> dict[str, Vectors]:
    try:
        with file.open("rb") as raw, np.load(raw, allow_pickle=False) as stored:
            keys, rows = stored["keys"], stored["rows"]
            if keys.dtype.kind != "U" or rows.dtype != np.float32 or not np.isfinite(rows).all():
                return {}
            return dict(zip(keys.tolist(), rows, strict=True))
    except Exception:  # a damaged archive fails in as many ways as there are bytes: then all is done anew
        return {}


def _keep(file: Path, save: Callable[[Path], object]) -> None:
    """Written beside and renamed into place. Where nothing can be kept, it is learnt again the next time."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=file.parent) as beside:
            made = Path(beside) / "made.npz"
            save(made)
            made.replace(file)
    except OSError:
        return


def _fingerprint(texts: Sequence[Wording], embedder: Embedder | None) -> str:
    """Of the texts, the code that learns, and the libraries it learns with."""
    code = [inspect.getsource(module) for module in (ranker, masking, place_names, whereabouts)]
    libraries = [version("scikit-learn"), version("numpy"), version("scipy")]
    parts = [[[each.text, each.topic] for each in texts], embedder.name if embedder else "", code, libraries]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
