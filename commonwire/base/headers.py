"""The headers that guard every answer, whoever makes it: the gate adds them, a page repeats the policy in its `<meta>`."""

_POLICY = (
    "default-src 'none'",
    "img-src 'self'",
    "media-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "script-src 'none'",
)
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
    "web-share",
    "xr-spatial-tracking",
)


def content_security_policy(*, in_page: bool = False) -> str:
    """The policy of every page; `in_page` leaves out what a browser ignores in `<meta>`, for mirrors that send no headers."""
    return "; ".join(part for part in _POLICY if not (in_page and part.startswith("frame-ancestors")))


META_POLICY = content_security_policy(in_page=True)
FILE_POLICY = "sandbox; default-src 'none'"

SECURITY_HEADERS: dict[str, str] = {
    "content-security-policy": content_security_policy(),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{name}=()" for name in _PERMISSIONS),
    "x-frame-options": "DENY",
}
