"""Signatures: ours count, forged ones and those made for something else do not."""

import base64
import hashlib
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from commonwire.organisations.signatures import NoKey, NoSignature, fingerprint, is_signed, line_of

KEY, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
MESSAGE = "commonwire-abc\nhttps://wire.example.org/actions/no-boats/\n\nWe stand behind the day. ¡No pasarán!"


def line(key: Ed25519PrivateKey, comment: str = "maria@laptop") -> str:
    return key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode() + f" {comment}"


def packed(*parts: bytes) -> bytes:
    return b"".join(struct.pack(">I", len(each)) + each for each in parts)


def armoured(
    message: str,
    key: Ed25519PrivateKey = KEY,
    *,
    namespace: bytes = b"commonwire",
    named: bytes = b"",
    shown: Ed25519PrivateKey | None = None,
) -> str:
    """As `ssh-keygen -Y sign` writes it. `named` is another namespace in the envelope than was signed, `shown` another key."""
    digest = hashlib.sha512(message.encode()).digest()
    raw = key.sign(b"SSHSIG" + packed(namespace, b"", b"sha512", digest))
    blob = base64.b64decode(line(shown or key).split()[1])
    whole = b"SSHSIG" + struct.pack(">I", 1) + packed(blob, named or namespace, b"", b"sha512", packed(b"ssh-ed25519", raw))
    text = base64.b64encode(whole).decode()
    lines = "\n".join(text[at : at + 70] for at in range(0, len(text), 70))
    return f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"


def raw(message: bytes, key: Ed25519PrivateKey = KEY) -> str:
    return base64.b64encode(key.sign(message)).decode()


def test_armoured_and_raw_are_taken() -> None:
    assert is_signed(MESSAGE, armoured(MESSAGE), line(KEY))
    assert is_signed(MESSAGE, raw(MESSAGE.encode()), line(KEY))
    assert is_signed(MESSAGE, f"  {raw(MESSAGE.encode())}\n", line(KEY))


@pytest.mark.parametrize("ending", ["", "\n"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_how_an_editor_ends_lines_is_the_same_message(ending: str, breaks: str) -> None:
    saved = (MESSAGE + ending).replace("\n", breaks)
    assert is_signed(MESSAGE, raw(saved.encode()), line(KEY))
    assert is_signed(MESSAGE, armoured(saved), line(KEY))


def test_another_message_is_not_signed() -> None:
    for other in (MESSAGE + "!", MESSAGE.replace("day", "Day"), MESSAGE + "\n\n", " " + MESSAGE):
        assert not is_signed(other, armoured(MESSAGE), line(KEY))
        assert not is_signed(other, raw(MESSAGE.encode()), line(KEY))


def test_another_key_is_refused() -> None:
    assert not is_signed(MESSAGE, raw(MESSAGE.encode(), OTHER), line(KEY))
    with pytest.raises(NoSignature):
        is_signed(MESSAGE, armoured(MESSAGE, OTHER), line(KEY))
    assert not is_signed(MESSAGE, armoured(MESSAGE, OTHER, shown=KEY), line(KEY))  # the right key in the envelope, another signed


def test_another_purpose_is_refused() -> None:
    with pytest.raises(NoSignature):
        is_signed(MESSAGE, armoured(MESSAGE, namespace=b"git"), line(KEY))
    assert not is_signed(MESSAGE, armoured(MESSAGE, namespace=b"git", named=b"commonwire"), line(KEY))


@pytest.mark.parametrize("nonsense", ["", "hello", "AAAA", "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----", "🙂" * 40])
def test_nonsense_is_no_signature(nonsense: str) -> None:
    with pytest.raises(NoSignature):
        is_signed(MESSAGE, nonsense, line(KEY))


@given(st.binary(max_size=300))
def test_no_bytes_break_the_envelope(content: bytes) -> None:
    text = base64.b64encode(b"SSHSIG\x00\x00\x00\x01" + content).decode()
    with pytest.raises(NoSignature):
        is_signed(MESSAGE, f"-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----", line(KEY))


@given(st.integers(0, 149), st.integers(1, 255))
def test_no_changed_byte_passes(at: int, by: int) -> None:
    armour = armoured(MESSAGE)
    blob = bytearray(base64.b64decode("".join(armour.splitlines()[1:-1])))
    blob[at] ^= by
    changed = f"-----BEGIN SSH SIGNATURE-----\n{base64.b64encode(blob).decode()}\n-----END SSH SIGNATURE-----"
    try:
        passes = is_signed(MESSAGE, changed, line(KEY))
    except NoSignature:
        passes = False
    assert not passes


def test_keys_are_kept_without_their_comment() -> None:
    public = KEY.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    plain = base64.b64encode(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
    assert {line_of(each) for each in (line(KEY), pem, plain, f"\n {plain} ")} == {line(KEY, "").strip()}
    assert fingerprint(line(KEY)) == fingerprint(pem) != fingerprint(line(OTHER))
    assert fingerprint("") == ""


def test_other_keys_are_none() -> None:
    elliptic = generate_private_key(SECP256R1()).public_key()
    others = [
        elliptic.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode(),
        elliptic.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode(),
    ]
    for text in [*others, "ssh-ed25519 AAAA", "AAAA", "", "🙂"]:
        with pytest.raises(NoKey):
            line_of(text)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")
def test_what_openssh_signs_is_taken(tmp_path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)
    key = (tmp_path / "key.pub").read_text()
    for namespace, wanted in (("commonwire", True), ("file", False)):
        (tmp_path / "statement.txt").write_text(MESSAGE + "\n")
        (tmp_path / "statement.txt.sig").unlink(missing_ok=True)
        subprocess.run(
            ["ssh-keygen", "-q", "-Y", "sign", "-f", tmp_path / "key", "-n", namespace, tmp_path / "statement.txt"],
            check=True,
            capture_output=True,
        )
        signature = (tmp_path / "statement.txt.sig").read_text()
        if wanted:
            assert is_signed(MESSAGE, signature, key)
        else:
            with pytest.raises(NoSignature):
                is_signed(MESSAGE, signature, key)
