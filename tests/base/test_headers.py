"""Which addresses may run a script: the live page of a day of action, and no other."""

import pytest

from commonwire.base.headers import META_POLICY, SECURITY_HEADERS, headers_for, may_have_script, policy_for


@pytest.mark.parametrize("path", ["/actions/no-boats/live/", "/es/actions/no-boats-2/live/", "/pt-br/actions/x/live/"])
def test_the_live_page_may_run_a_script_of_ours(path: str) -> None:
    assert policy_for(path).endswith("; script-src 'self'; connect-src 'self'")
    assert "frame-ancestors 'none'" in policy_for(path)
    assert "frame-ancestors" not in policy_for(path, in_page=True)
    assert headers_for(path) == SECURITY_HEADERS | {"content-security-policy": policy_for(path)}


@pytest.mark.parametrize(
    "path",
    [
        *("/", "", "/actions/", "/actions/no-boats/", "/actions/no-boats/live", "/actions/no-boats/live/still/"),
        *("/actions/no-boats/live/2026/01/23/", "/actions//live/", "/actions/a/b/live/", "/actions/no-boats/live/\n", "/actions/../live/"),
        *("/actions/No Boats/live/", "/2026/01/23/actions/live/", "/x/actions/y/live/", "/desk/actions/y/live/", "/media/actions/y/live/"),
        "/actions/no-boats/live/feed.json",
    ],
)
def test_no_other_page_may(path: str) -> None:
    assert not may_have_script(path)
    assert headers_for(path) == SECURITY_HEADERS
    assert "script-src 'none'" in policy_for(path)
    assert "connect-src" not in policy_for(path)


def test_without_an_address_no_script_may_run() -> None:
    assert policy_for("/", in_page=True) == META_POLICY
    assert META_POLICY.endswith("; script-src 'none'")
