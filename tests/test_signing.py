"""Signing: a key of its own, for one purpose at a time, and old signatures hold when the key is renewed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
import rfc8785
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.settings import Settings
from bot.signing import LOCAL_KEY_FILE, NoSigningKey, Signer, open_signer
from dialogs.signature import Signature
from storage.chain import canonical
from storage.signatures import (
    KEYS_FILE,
    KeysUnreadable,
    holds,
    keys_from_bytes,
    keys_to_bytes,
    signed_bytes,
)

PAYLOAD = {"application": "a1", "seq": 3, "of": ["m4219"], "text": "Enighet æøå €\n\u2028"}


def pem(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def key_file(folder: Path, content: bytes) -> Path:
    path = folder / "key.pem"
    path.write_bytes(content)
    path.chmod(0o600)
    return path


def test_what_is_signed_holds_for_just_that_and_that_purpose() -> None:
    signer = Signer(Ed25519PrivateKey.generate(), {})
    signature = signer.sign("confirmation", PAYLOAD)
    assert signature == signer.sign("confirmation", dict(reversed(PAYLOAD.items())))
    assert holds(signer.public_keys, "confirmation", PAYLOAD, signature) == "yes"
    assert holds(signer.public_keys, "audit-head", PAYLOAD, signature) == "no"
    assert holds(signer.public_keys, "confirmation", {**PAYLOAD, "seq": 4}, signature) == "no"
    assert holds({}, "confirmation", PAYLOAD, signature) == "unknown_key"
    for broken in ("", "zz", signature.signature[:-2], "00" * 64):
        bad = Signature(key_id=signer.key_id, signature=broken)
        assert holds(signer.public_keys, "confirmation", PAYLOAD, bad) == "no"


def test_the_bytes_that_are_signed_are_written_down_here_and_never_change() -> None:
    signer = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))), {})
    assert signed_bytes("audit-head", {"b": 1, "a": "å"}) == (
        b'tilskuddshjelpen/audit-head/1\n{"a":"\xc3\xa5","b":1}'
    )
    assert signer.key_id == "56475aa75463474c0285df5dbf2bcab7"
    assert signer.sign("audit-head", {"b": 1, "a": "å"}).signature == (
        "00ad84b2b71b359ffb23d39e8da14f6c44c6085f6c89cc53f47cb1eba2542e25"
        "d1669c4d26dfe549547fa735ca971faa16f877d305a1cd581a9add404613110a"
    )


def test_no_key_can_be_given_anothers_id() -> None:
    honest, forger = Signer(Ed25519PrivateKey.generate(), {}), Signer(Ed25519PrivateKey.generate(), {})
    forged = Signature(key_id=honest.key_id, signature=forger.sign("manifest", PAYLOAD).signature)
    assert holds({honest.key_id: forger.public_key}, "manifest", PAYLOAD, forged) == "unknown_key"
    assert holds({honest.key_id: "not hex"}, "manifest", PAYLOAD, forged) == "unknown_key"


def test_local_mode_makes_a_key_of_its_own_that_nobody_else_can_read(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "var", local=True)
    first = open_signer(settings)
    made = tmp_path / "var" / LOCAL_KEY_FILE
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert open_signer(settings).key_id == first.key_id
    assert keys_from_bytes((tmp_path / "var" / KEYS_FILE).read_bytes()) == {first.key_id: first.public_key}
    assert sorted(each.name for each in (tmp_path / "var").iterdir()) == [LOCAL_KEY_FILE, KEYS_FILE]


def test_a_renewed_key_leaves_the_old_signatures_valid(tmp_path: Path) -> None:
    path = key_file(tmp_path, pem(Ed25519PrivateKey.generate()))
    settings = Settings(data=tmp_path / "var", signing_key_file=path)
    old = open_signer(settings)
    signature = old.sign("audit-head", PAYLOAD)
    path.write_bytes(pem(Ed25519PrivateKey.generate()))
    new = open_signer(settings)
    assert new.key_id != old.key_id
    assert holds(new.public_keys, "audit-head", PAYLOAD, signature) == "yes"
    assert open_signer(settings).public_keys == new.public_keys


def test_without_a_key_nothing_is_signed_and_what_is_wrong_is_said_without_its_content(
    tmp_path: Path,
) -> None:
    with pytest.raises(NoSigningKey, match="TILSKUDD_SIGNING_KEY_FILE is not set"):
        open_signer(Settings(data=tmp_path))
    path = key_file(tmp_path, b"kanarifugl")
    other = generate_private_key(SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    for content, said in ((b"kanarifugl", "no private key"), (other, "another kind")):
        path.write_bytes(content)
        with pytest.raises(NoSigningKey, match=said) as refused:
            open_signer(Settings(data=tmp_path / "var", signing_key_file=path))
        assert "kanarifugl" not in str(refused.value)
    path.chmod(0o604)
    with pytest.raises(NoSigningKey, match="chmod 600"):
        open_signer(Settings(data=tmp_path / "var", signing_key_file=path))


def test_a_damaged_file_of_public_keys_is_not_written_over(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, local=True)
    open_signer(settings)
    (tmp_path / KEYS_FILE).write_bytes(b"{")
    with pytest.raises(NoSigningKey, match="restore it"):
        open_signer(settings)
    assert (tmp_path / KEYS_FILE).read_bytes() == b"{"


@pytest.mark.parametrize("content", [b"", b"[]", b'{"schema": "x", "keys": {}}', b"\xff", b'{"keys": {}}'])
def test_a_file_that_holds_no_keys_is_told_from_one_that_does(content: bytes) -> None:
    with pytest.raises(KeysUnreadable):
        keys_from_bytes(content)
    assert keys_from_bytes(keys_to_bytes({"k": "00"})) == {"k": "00"}


def test_a_lines_own_json_is_the_one_that_is_signed() -> None:
    """One standard for all that is hashed: a line can be counted over with any RFC 8785 library."""
    body: dict[str, str | int | bool | None] = {
        "version": 1,
        "seq": 12,
        "field": "own_money@m4219/2027",
        "previous": "",
        "old": None,
        "ja": True,
    }
    assert canonical(body) == rfc8785.dumps(body)
    for text in ('"\\/\b\f\n\r\t\x00\x1f\x7f', "æøå 🤰 \u2028\u2029", "€" * 3):
        assert canonical([text, 0, -1, 2**53 - 1]) == rfc8785.dumps([text, 0, -1, 2**53 - 1])
