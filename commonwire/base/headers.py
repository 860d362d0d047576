"""The headers that guard every answer, whoever makes it: the gate adds them, a page repeats the policy in its `<meta>`.

No page may run a script, but one: the live page of a day of action, which its address tells (`may_have_script`).
"""

import re

_POLICY = (
    "default-src 'none'",
    "img-src 'self'",
    "media-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
_NO_SCRIPT = ("script-src 'none'",)
_OWN_SCRIPT = ("script-src 'self'", "connect-src 'self'")
_LIVE = re.compile(r"(?:/[a-z]{2,3}(?:-[a-z0-9]{2,8})?)?/actions/[a-z0-9-]+/live/")
_PERMISSIONS = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)


def may_have_script(path: str) -> bool:
    """Whether this is the live page of a day of action, in any language: `/actions/SLUG/live/` and nothing below it."""
    return _LIVE.fullmatch(path) is not None


def policy_for(path: str, *, in_page: bool = False) -> str:
    """The policy of an address; `in_page` leaves out what a browser ignores in `<meta>`, for mirrors that send no headers."""
    parts = (*_POLICY, *(_OWN_SCRIPT if may_have_script(path) else _NO_SCRIPT))
    return "; ".join(part for part in parts if not (in_page and part.startswith("frame-ancestors")))


META_POLICY = policy_for("/", in_page=True)
FILE_POLICY = "sandbox; default-src 'none'"

SECURITY_HEADERS: dict[str, str] = {
    "content-security-policy": policy_for("/"),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{name}=()" for name in _PERMISSIONS),
    "x-frame-options": "DENY",
}


def headers_for(path: str) -> dict[str, str]:
    """What guards the answer at this address."""
    return {**SECURITY_HEADERS, "content-security-policy": policy_for(path)} if may_have_script(path) else SECURITY_HEADERS
