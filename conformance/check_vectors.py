#!/usr/bin/env python3
"""Checks the vectors for values: a second opinion that knows wire-spec.md and nothing of the Java.

Reads every message, compares it with its JSON, writes it again, and refuses what is bad. Needs Python 3.8 and nothing else.
Octets and JSON meet in the middle, as values in memory: no text says how many digits a float has in JSON.
Prints what does not hold and a summary; the exit code is 1 when something does not hold.
"""

import pathlib
import sys

sys.dont_write_bytecode = True

import json_form
from wire_schema import Schema
from wire_values import Decoder, Encoder, Refused

FOLDER = pathlib.Path(__file__).resolve().parent


class Checker:
    def __init__(self):
        self.schemas = {file.stem: Schema(json_form.parse(file.read_text("utf-8")))
                        for file in sorted((FOLDER / "schemas").glob("*.json"))}
        self.problems = []
        self.good = self.bad = 0

    def run(self):
        for file in sorted((FOLDER / "vectors").rglob("*.json")):
            for vector in json_form.parse(file.read_text("utf-8"))["vectors"]:
                bad = "refused" in vector
                self.bad += bad
                self.good += not bad
                try:
                    (self.check_bad if bad else self.check_good)(vector)
                except Exception as broken:  # whatever the octets are, there is a value or a refusal
                    self.problem(vector, f"breaks the decoder: {broken!r}")

    def check_good(self, vector):
        if "written" in vector:
            try:
                written = self.write(vector["schema"], vector, self.parse(vector, vector["schema"]))
                self.same(vector, "is written as", written.hex(), whole(vector["written"]))
            except Refused as refused:
                self.problem(vector, f"is refused: {refused}")
            return
        octets = bytes.fromhex(whole(vector["bytes"]))
        try:
            value = self.read(vector, octets)
            self.same(vector, "is read as", value, self.parse(vector, vector["schema"]))
            written = self.write(vector["schema"], vector, value)
            if vector["level"] == "MUST":
                expected = bytes.fromhex(whole(vector["reencoded"])) if "reencoded" in vector else octets
                self.same(vector, "is written again as", written.hex(), expected.hex())
            self.check_canonical(vector, value)
            self.check_writer(vector)
        except Refused as refused:
            self.problem(vector, f"is refused: {refused}")

    def check_canonical(self, vector, value):
        """Each value has a canonical form, which is a form of this value, or holds a variant that is not known (W-3.26)."""
        try:
            canonical = self.write(vector["schema"], vector, value, canonical=True)
        except Refused as refused:
            if "canonical" in vector or refused.clause not in vector.get("noCanonical", ["W-3.29"]):
                self.problem(vector, f"has no canonical form: {refused}")
            return
        if "noCanonical" in vector:
            self.problem(vector, f"has the canonical form {canonical.hex()!r:.200}")
        if "canonical" in vector:
            self.same(vector, "is in canonical form", canonical.hex(), whole(vector["canonical"]))
        again = self.write(vector["schema"], vector, self.read(vector, canonical), canonical=True)
        self.same(vector, "is, read from its canonical form, in canonical form", again.hex(), canonical.hex())

    def check_writer(self, vector):
        """What another version of the schema writes."""
        if "writer" in vector:
            schema = vector["writer"]["schema"]
            written = self.write(schema, vector, self.parse(vector["writer"], schema, vector))
            self.same(vector, "is, from its writer,", written.hex(), whole(vector["bytes"]))

    def check_bad(self, vector):
        try:
            if "bytes" in vector:
                value = self.read(vector, bytes.fromhex(whole(vector["bytes"])))
                self.problem(vector, f"is read as {value!r:.200}")
            else:
                written = self.write(vector["schema"], vector, self.parse(vector, vector["schema"]))
                self.problem(vector, f"is written as {written.hex():.200}")
        except Refused as refused:
            if refused.clause not in vector["refused"]:
                self.problem(vector, f"may be refused by {', '.join(vector['refused'])}, but: {refused}")
        self.check_writer(vector)

    def read(self, vector, octets):
        struct, alone = self.schemas[vector["schema"]].message(vector["form"], vector["type"])
        value = Decoder(octets).message(struct)
        return value.get("result") if alone else value

    def parse(self, holder, schema, vector=None):
        """The value that the JSON of a vector, or of its writer, stands for."""
        vector = vector or holder
        struct, alone = self.schemas[schema].message(vector["form"], vector["type"])
        given = json_form.parse(whole(holder["valueText"])) if "valueText" in holder else holder["value"]
        if not alone:
            return json_form.value_of(struct, given)
        if given is None and all(field.optional for field in struct.fields):
            return None  # the result of void, and an optional one that is absent
        if not struct.fields:
            raise Refused("W-14.4", "the method returns nothing")
        return json_form.value_of(struct.fields[0].type, given)

    def write(self, schema, vector, value, canonical=False):
        struct, alone = self.schemas[schema].message(vector["form"], vector["type"])
        if alone:
            value = {} if value is None else {"result": value}
        return Encoder(canonical).message(struct, value)

    def same(self, vector, what, found, expected):
        if found != expected:
            self.problem(vector, f"{what} {found!r:.200}, not {expected!r:.200}")

    def problem(self, vector, text):
        self.problems.append(f"{vector['id']} {text}")


def whole(text):
    """A text, or the parts of one, of which some are repeated."""
    if isinstance(text, str):
        return text
    return "".join(part if isinstance(part, str) else part["repeat"][0] * int(part["repeat"][1]) for part in text)


def main():
    checker = Checker()
    checker.run()
    for problem in checker.problems:
        print(problem)
    print(f"{checker.good + checker.bad} vectors, {checker.bad} of them bad: {len(checker.problems)} problems")
    return 1 if checker.problems or not checker.good or not checker.bad else 0


if __name__ == "__main__":
    sys.exit(main())
