"""What a file is by its first bytes, whatever it calls itself. Pure; runs in the child."""

FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}

_STARTS: list[tuple[bytes, str]] = [
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF", "pdf"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"8BPS", "photoshop"),
    (b"\xff\x0a", "jxl"),
    (b"\x00\x00\x00\x0cJXL ", "jxl"),
    (b"PK\x03\x04", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"FLV\x01", "video"),
    (b"\x00\x00\x01\xba", "video"),
    (b"\x00\x00\x01\xb3", "video"),
    (b"OggS", "audio"),
    (b"ID3", "audio"),
    (b"fLaC", "audio"),
    (b"\xff\xfb", "audio"),
    (b"\xff\xf3", "audio"),
    (b"\xff\xf1", "audio"),
]
_BRANDS = {b"heic": "heic", b"heix": "heic", b"heim": "heic", b"hevc": "heic", b"mif1": "heic", b"msf1": "heic"}
_BRANDS |= {b"avif": "avif", b"avis": "avif", b"M4A ": "audio", b"M4B ": "audio"}
_RIFF = {b"WEBP": "webp", b"WAVE": "audio", b"AVI ": "video"}


def sniff(start: bytes) -> str:
    """One of FORMATS, or the name of what it is instead (`heic`, `pdf`, `svg` …), or `empty` or `unknown`."""
    if not start:
        return "empty"
    if start[:4] == b"RIFF":
        return _RIFF.get(start[8:12], "unknown")
    if start[4:8] == b"ftyp":
        return _BRANDS.get(start[8:12], "video")
    for magic, kind in _STARTS:
        if start.startswith(magic):
            return kind
    return _sniff_words(start)


def _sniff_words(start: bytes) -> str:
    words = start.lstrip(b"\xef\xbb\xbf \t\r\n\x00").lower()
    if b"<svg" in words and words.startswith((b"<?xml", b"<svg", b"<!--", b"<!doctype")):
        return "svg"
    if words.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<script", b"<?xml", b"<?php", b"<!--")):
        return "html"
    printable = sum(byte >= 32 or byte in (9, 10, 13) for byte in start)
    return "text" if printable == len(start) and b"\x00" not in start else "unknown"
