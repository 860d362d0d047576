"""The small fixed pages of the gate: what went wrong in a sentence, and the way back. English only: it knows no language."""

from http import HTTPStatus

from commonwire.base.headers import META_POLICY, SECURITY_HEADERS

Headers = list[tuple[str, str]]

BAD_REQUEST = "This address or request has a form that no browser sends, so it was not looked at."
UNKNOWN_METHOD = "This site understands reading (GET and HEAD) and sending (POST) only."
TOO_SLOW = "Nothing arrived for a whole minute, so the sending was given up. Nothing of it was published. Please go back and try again."
NO_LENGTH = "A sending has to say its length beforehand, and this one did not. Any browser does; a program has to be told."
TOO_LONG_ADDRESS = "This address is too long."
TOO_MANY = (
    "Very many sendings came from your network within a short time, so this one was not taken. "
    "Please keep your text and try again in an hour, or from another network."
)
TOO_MANY_TRIES = "There were too many tries from your network. Please wait a little and try again."
BUSY = "Many large files are being sent at this moment. Please keep your text and try again in a minute."
PAUSED = (
    "Reading goes on, but publishing is paused for a moment. Nothing of what you sent was taken: "
    "please keep your text, go back, and send it again in a minute."
)
BROKEN = "Something broke here while this was answered. It is our fault, not yours. Please keep your text and try again in a minute."
UNSURE = (
    "The answer to your sending did not come, so it is not certain that it arrived. Please keep your text, look at the newswire in "
    "a minute, and if it is not there go back and send it again: the same draft sent twice is published once."
)


def too_large(limit: int) -> str:
    megabytes = max(1, limit // 1_000_000)
    return (
        f"What you sent is larger than the {megabytes} MB taken here at once, so nothing of it was kept. "
        "Please go back: your text is still in the form. Send smaller or fewer files."
    )


def moved(address: str) -> str:
    return f"This page is at {address}"


def page(status: int, sentence: str, **more: str) -> tuple[int, Headers, bytes]:
    """A whole answer; `more` are further headers, `retry_after="5"` for Retry-After."""
    body = _body(HTTPStatus(status).phrase, sentence)
    headers = {
        **SECURITY_HEADERS,
        "content-type": "text/html; charset=utf-8",
        "content-length": str(len(body)),
        "cache-control": "no-store",
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    return status, list(headers.items()), body


def _body(title: str, sentence: str) -> bytes:
    text = sentence.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{META_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{text}</p>\n"
        '<p><a href="/">To the front page</a></p>\n</main>\n</body>\n</html>\n'
    ).encode()
