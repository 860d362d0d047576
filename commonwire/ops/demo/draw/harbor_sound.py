"""The harbor at five in the morning, as a program: swell, a bell buoy, a far horn, the port's automatic announcement.

`python -m commonwire.ops.demo.draw.harbor_sound OUT.wav [VOICE.wav]`; the voice is `espeak-ng -v en-gb -s 140 -w VOICE.wav "…"`,
and the MP3 beside it is `lame -m m -b 64 -t --noreplaygain OUT.wav pier-four.mp3`.
"""

import sys
import wave
from array import array
from math import exp, pi, sin
from pathlib import Path
from random import Random

RATE, SECONDS = 22050, 50
Sound = list[float]


def swell(chance: Random) -> Sound:
    """Noise through two low-pass filters, breathing at two slow rates that never quite meet."""
    low = lower = 0.0
    made = []
    for n in range(RATE * SECONDS):
        t = n / RATE
        wash = 0.5 + 0.5 * sin(2 * pi * t / 7.3 - 1.2) * (0.7 + 0.3 * sin(2 * pi * t / 23.0))
        open_ = 0.03 + 0.16 * wash**2
        low += open_ * (chance.uniform(-1, 1) - low)
        lower += 0.35 * (low - lower)
        made.append(lower * (0.25 + 1.1 * wash**2))
    return made


def bell(sound: Sound, at: float, loud: float) -> None:
    """One stroke: partials of a small bronze bell, the higher ones dying first."""
    start = int(at * RATE)
    for n in range(min(RATE * 4, len(sound) - start)):
        t = n / RATE
        parts = ((1, 1.0), (2.02, 0.6), (2.74, 0.45), (4.1, 0.25), (5.43, 0.12))
        sound[start + n] += loud * sum(a * exp(-t * (1.1 + k * 0.5)) * sin(2 * pi * 523 * k * t) for k, a in parts)


def horn(sound: Sound, at: float, length: float) -> None:
    start = int(at * RATE)
    for n in range(int(RATE * (length + 2))):
        if start + n >= len(sound):
            break
        t = n / RATE
        rise = min(1.0, t / 0.5) * (1.0 if t < length else exp(-(t - length) * 3.2))
        tone = sin(2 * pi * 92 * t) + 0.6 * sin(2 * pi * 184.6 * t) + 0.35 * sin(2 * pi * 276 * t) + 0.2 * sin(2 * pi * 138.4 * t)
        sound[start + n] += 0.075 * rise * tone


def voice(sound: Sound, file: Path, at: float, chance: Random) -> None:
    """A spoken file, narrowed to the band of a marine radio and given its hiss."""
    with wave.open(str(file)) as spoken:
        samples = array("h", spoken.readframes(spoken.getnframes()))
        step = spoken.getframerate() / RATE
    low = high = 0.0
    start = int(at * RATE)
    for n in range(min(int(len(samples) / step), len(sound) - start)):
        low += 0.5 * (samples[int(n * step)] / 32768 - low)
        high += 0.12 * (low - high)
        sound[start + n] += 0.62 * max(-0.5, min(0.5, 1.6 * (low - high))) + chance.uniform(-0.012, 0.012)


def main(out: Path, spoken: Path | None) -> None:
    chance = Random(31)  # noqa: S311 — the same morning each time
    sound = [0.9 * value for value in swell(chance)]
    for at in (2.1, 3.4, 8.8, 14.2, 15.9, 22.5, 30.6, 31.7, 38.3, 44.9, 46.0):
        bell(sound, at + chance.uniform(-0.3, 0.3), chance.uniform(0.05, 0.1))
    horn(sound, 10.5, 3.2)
    horn(sound, 40.2, 2.4)
    if spoken:
        voice(sound, spoken, 18.5, chance)
    peak = max(abs(value) for value in sound)
    for n in range(RATE * 2):
        sound[n] *= n / (RATE * 2)
        sound[-1 - n] *= n / (RATE * 2)
    with wave.open(str(out), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(array("h", (int(30000 * value / peak) for value in sound)).tobytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
