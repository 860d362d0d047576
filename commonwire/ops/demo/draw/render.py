"""Turns a sheet into the JPEG that the example uses: Chromium draws, Pillow adds grain and saves without metadata."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from commonwire.ops.demo.draw.sheet import Sheet

PICTURES = Path(__file__).parent.parent / "pictures"
CHROMIUM = "/usr/bin/chromium"
QUIET_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LARGEST = 138_000


def draw_all(sheets: list[Sheet], into: Path = PICTURES) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET_CHROMIUM)
        page = browser.new_page()
        for sheet in sheets:
            size = save(photograph(page, sheet), into / f"{sheet.name}.jpg")
            print(f"{sheet.name}.jpg {size // 1000} kB")
        browser.close()


def photograph(page: Page, sheet: Sheet) -> Image.Image:
    page.set_viewport_size({"width": sheet.width, "height": sheet.height})
    page.set_content(f'<body style="margin:0">{sheet.svg()}')
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    grain = Image.effect_noise((sheet.width // 2, sheet.height // 2), 26).resize(shot.size, Image.Resampling.BICUBIC).convert("RGB")
    return Image.blend(shot, grain, 0.03)


def save(image: Image.Image, path: Path) -> int:
    """Quality 80, or as much as stays under the limit; answers the size in bytes."""
    for quality in range(80, 40, -4):
        image.save(path, "JPEG", quality=quality, optimize=True, progressive=True)
        if path.stat().st_size <= LARGEST:
            break
    return path.stat().st_size
