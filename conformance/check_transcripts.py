#!/usr/bin/env python3
"""Checks the transcripts frame by frame: a second opinion that knows wire-spec.md and nothing of the Java.

Each frame that comes in, and each that is to go out octet by octet, is well-formed, unless its step calls it bad: then it
breaks one of the clauses that the step names. And the transcripts that are generated are up to date. Needs Python
3.8 and nothing else. Prints what does not hold and a summary; the exit code is 1 when something does not hold.
"""

import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True

import transcript_mirror
import transcript_states
from transcript_frames import HEADER, Illegal, check, octets
from wire_types import Field, MapType, Octets, Struct, Text
from wire_values import Decoder, Refused

FOLDER = pathlib.Path(__file__).resolve().parent / "transcripts"
UNSTATED_FRAME = 16384
MEMBERS = {"name", "about", "clauses", "limits", "role", "settings", "begin", "steps", "state"}
NEXT_ROUNDS = 3  # of a repetition, that many rounds from the beginning are looked at, and the last
METADATA = Struct("metadata", [Field(1, "entries", MapType(Text(), Octets()))])
NAME = re.compile(r"(?!rpcidl-)[a-z0-9._-]{1,64}")
MOST_ENTRIES = 64


class Checker:
    def __init__(self):
        self.openings = {opening["name"]: opening for opening in load(FOLDER / "openings.json")["openings"]}
        self.problems, self.names, self.frames, self.bad, self.metadata = [], set(), 0, 0, 0

    def run(self):
        for file in sorted(FOLDER.rglob("*.json")):
            if file.name != "openings.json":
                for transcript in load(file)["transcripts"]:
                    self.transcript(transcript)
        for maker in (transcript_states, transcript_mirror):
            for path, text in maker.generated().items():
                if not path.exists() or path.read_text("utf-8") != text:
                    self.problems.append(f"{path.name} is not what is generated: run {maker.__name__}.py")

    def transcript(self, transcript):
        name = transcript["name"]
        opening = self.openings.get(transcript.get("begin"), {})
        settings = {**opening.get("settings", {}), **transcript.get("settings", {})}
        role = opening.get("role") or transcript.get("role")
        if name in self.names or not set(transcript) <= MEMBERS or not transcript["clauses"]:
            self.problems.append(f"{name}: the name is taken, a member has no meaning, or there are no clauses")
        if role not in ("accepting", "connecting") or transcript["state"] not in ("open", "draining", "closed"):
            self.problems.append(f"{name}: no role, or no state")
        self.names.add(name)
        accepted = {"in": settings.get("frame", UNSTATED_FRAME), "out": UNSTATED_FRAME}
        steps = opening.get("steps", []) + transcript["steps"]
        for step in steps:
            for clause in self.steps(name, [step], accepted, 0):
                if transcript["state"] != "closed":
                    self.problems.append(f"{name}: goes on behind a violation of {clause}")

    def steps(self, name, steps, accepted, i):
        """Looks at steps in round i; gives the clauses that bad frames break."""
        broken = []
        for step in steps:
            if "entries" in step:
                self.entries(name, step)
            if "repeat" in step:
                for j in sorted({*range(min(NEXT_ROUNDS, step["repeat"])), step["repeat"] - 1}):
                    broken += self.steps(name, step["steps"], accepted, j)
            for way in ("in", "out"):
                for text in step.get(way, []):
                    if isinstance(text, str):
                        broken += self.frame(name, text, way, step.get("bad", []), accepted, i)
                    elif "exact" in text:
                        self.frame(name, text["exact"], way, [], accepted, i)
        return broken

    def entries(self, name, step):
        """What the metadata of the only event that has some consists of (W-6.20)."""
        texts = [event.partition(" metadata ")[2] for event in step["events"] if " metadata " in event]
        found = [metadata_entries(octets(text)) for text in texts]
        expected = step["entries"]
        if expected != "none":
            expected = {entry: octets(value) for entry, value in expected.items()}
        if found != [expected]:
            self.problems.append(f"{name}: metadata {found}, not {expected}")
        self.metadata += 1

    def frame(self, name, text, way, bad, accepted, i):
        self.frames += 1
        self.bad += bool(bad)
        try:
            data = octets(text, i)
            kind = check(data, accepted[way])[0]
            if bad:
                self.problems.append(f"{name}: nothing is wrong with {text}")
            if way == "in" and kind == "HELLO":
                accepted["out"] = largest_frame(data)
        except Illegal as illegal:
            if illegal.clause in bad:
                return [illegal.clause]
            self.problems.append(f"{name}: {illegal}, {'not ' + ', '.join(bad) if bad else 'but is not called bad'}: {text}")
        except ValueError as wrong:
            self.problems.append(f"{name}: {wrong}: {text}")
        return []


def metadata_entries(data):
    """The entries of metadata, or "none" when the octets are none (W-6.20)."""
    try:
        entries = Decoder(data).message(METADATA)["entries"]
    except Refused:
        return "none"
    legal = len(entries) <= MOST_ENTRIES and all(NAME.fullmatch(name) for name in entries)
    return entries if legal else "none"


def largest_frame(hello):
    """Parameter 1 of a HELLO that was checked."""
    at = HEADER + 5 + 2 * hello[HEADER + 4]
    while at < len(hello):
        number, length = (int.from_bytes(hello[at + n:at + n + 2], "little") for n in (0, 2))
        if number & 0x7FFF == 1 and length == 4:
            return int.from_bytes(hello[at + 4:at + 8], "little")
        at += 4 + length
    return UNSTATED_FRAME


def load(file):
    return json.loads(file.read_text("utf-8"))


def main():
    checker = Checker()
    checker.run()
    for problem in checker.problems:
        print(problem)
    print(f"{len(checker.names)} transcripts, {checker.frames} frames, {checker.bad} of them bad, "
          f"{checker.metadata} with metadata that is read: {len(checker.problems)} problems")
    return 1 if checker.problems or not checker.names or not checker.bad or not checker.metadata else 0


if __name__ == "__main__":
    sys.exit(main())
