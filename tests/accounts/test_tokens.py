from commonwire.accounts.tokens import CODES, code_digest, digest, is_recovery_code, new_codes, new_token


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {43}
    assert len({digest(token) for token in tokens}) == 100


def test_a_digest_is_always_the_same_and_never_fails() -> None:
    assert digest("a") == digest("a") != digest("b")
    assert len(digest("\ud800" * 10_000)) == 32


def test_eight_codes_that_people_can_type() -> None:
    codes = new_codes()
    assert len(set(codes)) == CODES
    assert [[len(group) for group in code.split("-")] for code in codes] == [[4, 4, 4, 4]] * CODES
    assert all(is_recovery_code(code) for code in codes)


def test_a_code_is_the_same_however_it_is_typed() -> None:
    assert {code_digest(text) for text in ("0o1l-abcd-efgh-jk10", "oO1I ABCD EFGH JKLO", " 0011abcdefghjk10 ")} == {
        code_digest("0011-abcd-efgh-jk10")
    }


def test_six_digits_are_no_recovery_code() -> None:
    assert [is_recovery_code(text) for text in ("123456", "", "0011-abcd-efgh-jk1", "0011-abcd-efgh-jk1u")] == [False] * 4
