#!/usr/bin/env python3
"""Makes the same of a transcript for the other role: what an accepting side serves and refuses, a connecting side does too.

Of all transcripts that begin with accepting-bound and in which the side under test makes no call, with ids of the other parity.
Writes transcripts/mirrored.json; check_transcripts.py compares. Needs Python 3.8.
"""

import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True

from transcript_frames import HEADER, octets

FOLDER = pathlib.Path(__file__).resolve().parent / "transcripts"
FILE = FOLDER / "mirrored.json"
LARGEST = 0xFFFFFFFF
BEGINS = {"accepting-bound": "connecting-bound"}
OWN_CALLS = {"call", "cancel", "pong"}
NUMBERED = ("enter", "reply", "declare", "fail", "ended", "send", "take", "of")
CALL_PATTERNS = ("REPLY", "DECLARED", "ERROR", "ITEM", "rest")
COUNTED = re.compile(r"<u32 (\d+)\+")
EVENT = re.compile(r"^(arrived |cancelled |)(\d+)\b")


def other(number):
    """The id that has the other parity: what one role calls 1, 3 and the largest is 2, 4 and the largest of the other."""
    if number in (0, LARGEST):
        return max(number - 1, 0)
    return number + 1 if number & 1 else number - 1


def frame(text):
    header, space, payload = text.partition("  ")
    counted = COUNTED.search(header)
    if counted:
        header = COUNTED.sub(f"<u32 {other(int(counted.group(1)))}+", header)
    else:
        data = octets(header)
        number = other(int.from_bytes(data[HEADER - 4:HEADER], "little"))
        header = (data[:HEADER - 4] + number.to_bytes(4, "little")).hex(" ")
    return header + space + payload


def pattern(expected):
    if isinstance(expected, str):
        return frame(expected)
    made = dict(expected)
    for name in CALL_PATTERNS:
        if name in made:
            made[name] = other(made[name])
    if "DRAIN" in made:
        last = made["DRAIN"]
        made["DRAIN"] = [other(number) for number in last] if isinstance(last, list) else other(last)
    if "exact" in made:
        made["exact"] = frame(made["exact"])
    return made


def step(given):
    made = dict(given)
    if "in" in made:
        made["in"] = [frame(text) for text in made["in"]]
    if "out" in made:
        made["out"] = [pattern(expected) for expected in made["out"]]
    if "events" in made:
        made["events"] = [EVENT.sub(lambda found: found[1] + str(other(int(found[2]))), event) for event in made["events"]]
    if "steps" in made:
        made["steps"] = [step(inner) for inner in made["steps"]]
    for name in NUMBERED:
        if name in made:
            made[name] = other(made[name])
    return made


def makes_calls(steps):
    return any(OWN_CALLS & set(given) or makes_calls(given.get("steps", [])) for given in steps)


def mirrored(transcript):
    """None where the other role has nothing of the kind: octets that are no frames have no id to change."""
    begin = BEGINS.get(transcript.get("begin"))
    if begin is None or makes_calls(transcript["steps"]) or any("octets" in given for given in transcript["steps"]):
        return None
    made = {**transcript, "name": "mirrored/" + transcript["name"], "begin": begin}
    return {**made, "steps": [step(given) for given in transcript["steps"]]}


def generated():
    """The text of each file by its path."""
    lines = []
    for path in sorted(FOLDER.glob("*.json")):
        if path.name not in ("openings.json", FILE.name):
            for transcript in json.loads(path.read_text("utf-8"))["transcripts"]:
                made = mirrored(transcript)
                if made:
                    steps = ",\n".join("      " + json.dumps(given) for given in made["steps"])
                    head = ", ".join(f"{json.dumps(name)}: {json.dumps(made[name])}"
                                     for name in made if name not in ("steps", "state"))
                    lines.append(f'    {{{head}, "steps": [\n{steps}\n    ], "state": {json.dumps(made["state"])}}}')
    about = "What an accepting side does in other transcripts, done by a connecting one."
    return {FILE: f'{{\n  "about": {json.dumps(about)},\n  "transcripts": [\n' + ",\n".join(lines) + "\n  ]\n}\n"}


if __name__ == "__main__":
    for file, content in generated().items():
        file.write_text(content, "utf-8")
