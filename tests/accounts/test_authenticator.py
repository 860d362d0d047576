import re
from urllib.parse import parse_qs, urlsplit

import pytest
import segno

from commonwire.accounts.authenticator import code_at, draw, mark, shown, take_code
from commonwire.base import clock
from tests.accounts.make import digits
from tests.conftest import Clock

SEED = b"12345678901234567890"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    assert code_at(SEED, seconds // 30) == code


def test_a_code_is_right_half_a_minute_to_either_side() -> None:
    assert [bool(take_code(SEED, digits(SEED, steps))) for steps in (-2, -1, 0, 1, 2)] == [False, True, True, True, False]


@pytest.mark.parametrize("spoilt", ["", "12345", "1234567", "abcdef", "１２３４５６", "000 000 0"])
def test_what_is_not_six_digits_is_no_code(spoilt: str) -> None:
    assert take_code(SEED, spoilt) is None


def test_spaces_do_no_harm() -> None:
    code = digits(SEED)
    assert take_code(SEED, f" {code[:3]} {code[3:]} ") == take_code(SEED, code) is not None


def test_a_code_is_taken_once_and_none_before_it(frozen: Clock) -> None:
    used = take_code(SEED, digits(SEED))
    assert used is not None
    assert [bool(take_code(SEED, digits(SEED, steps), used)) for steps in (-1, 0, 1)] == [False, False, True]
    frozen.move(seconds=30)
    assert [bool(take_code(SEED, digits(SEED, steps), used)) for steps in (-1, 0, 1)] == [False, True, True]


def test_a_code_of_the_next_half_minute_is_not_taken_again(frozen: Clock) -> None:
    early = digits(SEED, 1)
    used = take_code(SEED, early)
    assert used is not None
    assert take_code(SEED, early, used) is None
    frozen.move(seconds=30)
    assert take_code(SEED, early, used) is None
    frozen.move(seconds=30)
    assert take_code(SEED, early, used) is None
    assert take_code(SEED, digits(SEED), used)


def test_the_mark_names_the_step_only_to_who_has_the_seed() -> None:
    step = int(clock.now().timestamp()) // 30
    kept = mark(SEED, step)
    assert len(kept) == 32
    assert kept not in {mark(bytes(20), near) for near in range(step - 100, step + 100)}


def test_the_secret_in_its_three_forms() -> None:
    secret = shown(SEED, "Night Heron")
    assert secret.groups == ["GEZD", "GNBV", "GY3T", "QOJQ", "GEZD", "GNBV", "GY3T", "QOJQ"]
    address = urlsplit(secret.address)
    assert (address.scheme, address.netloc, address.path) == ("otpauth", "totp", "/wire.example.org:Night%20Heron")
    assert parse_qs(address.query) == {
        "secret": ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"],
        "issuer": ["wire.example.org"],
        "digits": ["6"],
        "algorithm": ["SHA1"],
        "period": ["30"],
    }
    assert secret.picture == draw(secret.address)


def test_the_picture_has_every_dot_and_a_quiet_zone() -> None:
    text = "otpauth://totp/a"
    picture = draw(text)
    dots = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", picture.path)}
    rows = list(segno.make_qr(text, error="m").matrix_iter(border=4))
    assert picture.side == len(rows)
    assert dots == {(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
