"""From a phone without scripts to the front page; then mended, continued, talked about and taken back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.guarantees.sender import answers
from tests.house.serving import Served
from tests.media.pictures import quarters, saved

pytestmark = pytest.mark.browser
SOON = 8000  # milliseconds; a second is usual, the machine is shared


def _until(page: Page, address: str, text: str, there: bool = True) -> None:
    """Look again until the worker has baked it, as a reader would."""
    for _ in range(40):
        page.goto(address)
        if (text in page.content()) == there:
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"{text!r} {'never came to' if there else 'stays on'} {address}")


def _write(page: Page, served: Served, headline: str, picture: Path | None = None) -> tuple[str, str]:
    """Publish by the form; returns the receipt and the address."""
    answers(served.url)
    page.goto(f"{served.url}/")
    page.get_by_role("link", name="Publish a report").click()
    page.get_by_label("Headline").fill(headline)
    page.locator("#id_body").fill("The gate at **Pier 4** stays shut.\n\n* one\n* two")
    if picture:
        page.locator("#upload_1").set_input_files(picture)
        page.locator("#upload_alt_1").fill("A gate in the fog")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("Nothing is published yet.")).to_be_visible()
    receipt = " ".join(page.locator(".receipt .words span").all_inner_texts())
    page.get_by_role("button", name="Publish", exact=True).first.click()
    expect(page.get_by_role("heading", name=headline, level=1)).to_be_visible()
    return receipt, page.url


def _with_the_receipt(page: Page, served: Served, address: str, receipt: str, act: str) -> None:
    page.goto(f"{served.url}/receipt/")
    page.get_by_label("Address or number of the post").fill(address)
    page.get_by_label("The six words").fill(receipt)
    page.get_by_role("button", name="Open").click()
    page.get_by_role("button", name=act).click()


def test_a_report_with_a_picture_from_a_phone(phone: Page, served: Served, tmp_path: Path) -> None:
    picture = tmp_path / "gate.jpg"
    picture.write_bytes(saved(quarters(800, 600), "JPEG"))
    _, address = _write(phone, served, "Fog closes the gate", picture)
    assert re.fullmatch(re.escape(served.url) + r"/\d{4}/\d\d/\d\d/fog-closes-the-gate/", address)
    image = phone.get_by_role("img", name="A gate in the fog")
    expect(image).to_be_visible()
    assert image.evaluate("each => each.naturalWidth") > 100
    for path in ("/", "/newswire/", "/newswire/feed.rss", "/newswire/feed.atom", "/newswire/feed.json", "/newswire/medium/photo/"):
        _until(phone, f"{served.url}{path}", "Fog closes the gate")


def test_mended_continued_and_taken_back(phone: Page, served: Served) -> None:
    receipt, address = _write(phone, served, "Ferry on 1 May 2025")
    _with_the_receipt(phone, served, address, receipt, "Correct it")
    phone.get_by_label("Headline").fill("Ferry on 1 May 2026")
    phone.get_by_label("What was wrong, in a sentence").fill("The year was wrong.")
    phone.get_by_label("Show readers the old wording").check()
    phone.get_by_role("button", name="Save the correction").click()
    expect(phone.get_by_role("heading", name="Ferry on 1 May 2026", level=1)).to_be_visible()
    expect(phone.get_by_text("The year was wrong.")).to_be_visible()
    assert phone.url == address
    _with_the_receipt(phone, served, address, receipt, "Add a part")
    phone.get_by_label("Title", exact=True).first.fill("Later that day")
    phone.locator("#id_body").fill("It came.")
    phone.get_by_role("button", name="Add this part").click()
    expect(phone.get_by_role("heading", name="Later that day", level=2)).to_be_visible()
    _with_the_receipt(phone, served, address, receipt, "Withdraw it")
    phone.get_by_role("button", name="Yes, erase it").click()
    expect(phone.get_by_role("heading", name="Withdrawn by its author")).to_be_visible()
    gone = phone.goto(address)
    assert gone is not None
    assert gone.status == 410
    for path in ("/", "/newswire/", "/newswire/feed.rss"):
        _until(phone, f"{served.url}{path}", "Ferry on 1 May", there=False)


def test_a_comment(phone: Page, served: Served) -> None:
    _, address = _write(phone, served, "A meeting on the pier")
    phone.get_by_text("Write an addition or comment").click()
    phone.locator(".write textarea").fill("I was there & saw it.")
    phone.get_by_role("button", name="Preview").click()
    phone.get_by_role("button", name="Publish", exact=True).click()
    assert phone.url.startswith(f"{address}#comment-")
    assert "I was there &amp; saw it." in phone.content()


def test_by_keyboard_alone(page_without_javascript: Page, served: Served) -> None:
    page = page_without_javascript
    answers(served.url)
    page.goto(f"{served.url}/publish/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    reached = []
    for _ in range(120):
        page.keyboard.press("Tab")
        name = str(page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()"))
        reached.append(name)
        if name == "headline":
            page.keyboard.type("Typed without a mouse")
        if name == "Preview":
            break
    assert "website" not in reached
    assert reached.index("headline") < reached.index("body") < reached.index("Preview")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing is published yet.")).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if (
            page.evaluate("document.activeElement.textContent.trim()") == "Publish"
            and page.evaluate("document.activeElement.tagName") == "BUTTON"
        ):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Typed without a mouse", level=1)).to_be_visible()


def test_the_text_of_a_failed_sending_is_kept(open_context: Callable[..., BrowserContext], served: Served) -> None:
    answers(served.url)
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"{served.url}/publish/")
    page.locator("#id_body").fill("A long text that took an hour.")
    page.locator("#id_headline").evaluate("each => each.removeAttribute('required')")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a headline.")
    expect(page.locator("#id_body")).to_have_value("A long text that took an hour.")
