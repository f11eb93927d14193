#!/usr/bin/env python3
"""Makes a transcript of each cell of states.json: a state of a connection or call, and a frame that comes in it.

The table is written by hand from wire-spec.md; this program only knows how a side gets into each state, on both roles, and what
each word of the table looks like on the wire. Writes transcripts/states/; check_transcripts.py compares. Needs Python 3.8.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True

from transcript_frames import END, MORE, OF_CALLS, TYPES, octets

FOLDER = pathlib.Path(__file__).resolve().parent
TABLE = json.loads((FOLDER / "states.json").read_text("utf-8"))
ADA = "01 1b 03 41 64 61"
LARGE = "<61 x 1000000>"
LARGE_LENGTH = 1000000
NO_HASH = "<00 x 16>"
HELLO = "72 70 63 69 01 01 00"
ALIVE = "01 02 03 04 05 06 07 08"


def frame(kind, call, payload, flags=0):
    header = (len(octets(payload)) | TYPES.index(kind) << 24 | flags << 29 | call << 32).to_bytes(8, "little")
    return (header.hex(" ") + "  " + payload).rstrip()


def little(value):
    return value.to_bytes(4, "little").hex(" ")


def call(number, arguments=ADA, flags=END, total=None):
    return frame("CALL", number, "00 00 00 00 00 00 01 " + ("" if total is None else little(total) + " ") + arguments, flags)


def drain(last, code=0):
    return frame("DRAIN", 0, f"{little(last)} {code:02x} 00 00 00 00 00")


class Cell:
    """How a side gets into a state, on one role: steps, and what a violation then does."""

    def __init__(self, role):
        accepting = role == "accepting"
        self.role, self.begin, self.state = role, f"{role}-both", "open"
        self.theirs, self.their_next = (1, 3) if accepting else (2, 4)
        self.ours = 4 if accepting else 3
        self.target = self.theirs  # the call that the frame is about
        self.answers = self.ours   # the call that REPLY and ERROR are about
        self.last = 0              # the last accepted id, if it drains now
        self.steps, self.ending = [], []  # ending: events when the connection ends
        self.behind = []           # what is still sent once the transport takes all
        self.blocked = False

    def add(self, *steps):
        self.steps.extend(steps)
        return self

    def receive(self, *frames):
        return self.add({"in": list(frames)})

    def send(self, *patterns):
        return self.add({"out": list(patterns)})

    def see(self, *events):
        return self.add({"events": list(events)})

    def block(self):
        self.begin, self.blocked = f"{self.role}-wide", True
        return self.add({"takes": 1})

    # states of a call of the other side

    def theirs_above(self):
        pass

    def theirs_below(self):
        self.receive(call(self.their_next)).see(f"arrived {self.their_next}")
        self.last, self.ending = self.their_next, [f"cancelled {self.their_next}"]

    def theirs_request_incomplete(self):
        self.receive(call(self.theirs, "01 1b", MORE, 6))
        self.last = self.theirs

    def theirs_request_whole(self):
        self.receive(call(self.theirs)).see(f"arrived {self.theirs}")
        self.last, self.ending = self.theirs, [f"cancelled {self.theirs}"]

    def theirs_handler_runs(self):
        self.theirs_request_whole()
        self.add({"enter": self.theirs})

    def theirs_answered(self):
        self.theirs_handler_runs()
        self.add({"reply": self.theirs, "result": ADA}).send({"REPLY": self.theirs, "result": ADA})
        self.ending = []

    def theirs_answer_begun(self):
        self.theirs_handler_runs()
        self.block().add({"reply": self.theirs, "result": LARGE})
        self.send({"REPLY": self.theirs, "result": LARGE, "incomplete": True})
        self.ending, self.behind = [], [{"rest": self.theirs}]

    # states of a call of the side under test

    def ours_above(self):
        self.target = self.ours

    def ours_request_whole(self):
        self.target = self.ours
        self.add({"call": "a", "arguments": ADA}).send(call(self.ours))
        self.ending = ["a failed MAYBE_EXECUTED"]

    def ours_request_incomplete(self):
        self.target = self.ours
        self.block().add({"call": "a", "arguments": LARGE})
        self.send({"CALL": self.ours, "method": 1, "arguments": LARGE, "incomplete": True})
        self.ending, self.behind = ["a failed NOT_EXECUTED"], [{"rest": self.ours}]

    def ours_answered(self):
        self.ours_request_whole()
        self.receive(frame("REPLY", self.ours, f"<00 x 9> {ADA}", END)).see("a replied")
        self.ending = []

    def ours_answer_begun(self):
        self.ours_request_whole()
        self.receive(frame("REPLY", self.ours, "<00 x 9> 06 00 00 00 01 1b", MORE))
        self.ending = ["a failed EXECUTED"]

    def ours_given_up(self):
        self.ours_request_whole()
        self.add({"cancel": "a"}).send(frame("CANCEL", self.ours, "00")).see("a failed MAYBE_EXECUTED")
        self.ending = []

    # states of calls with streams

    def upload(self, *items):
        self.receive(frame("CALL", self.theirs, "00 00 00 00 20 00 04 00")).see(f"arrived {self.theirs} method 4 uploads 00")
        self.add({"enter": self.theirs})
        if items:
            self.receive(*items)
        self.last, self.ending = self.theirs, [f"cancelled {self.theirs}"]

    def theirs_upload_open(self):
        self.upload()

    def theirs_upload_inside_an_item(self):
        self.upload(frame("ITEM", self.theirs, "06 00 00 00 01 1b", MORE))

    def theirs_upload_ended(self):
        self.upload(frame("ITEM", self.theirs, "", END))
        self.see(f"{self.theirs} items ended")

    def theirs_upload_answered(self):
        self.upload()
        self.add({"reply": self.theirs, "result": ADA}).send({"REPLY": self.theirs, "result": ADA})
        self.ending = []

    def theirs_result_stream_begun(self):
        self.receive(frame("CALL", self.theirs, "00 00 00 00 10 00 03 00", END))
        self.see(f"arrived {self.theirs} method 3 streams 00").add({"enter": self.theirs})
        self.add({"send": self.theirs, "item": ADA}).send(frame("ITEM", self.theirs, ADA))
        self.last, self.ending = self.theirs, [f"cancelled {self.theirs}"]

    def ours_upload_open(self):
        self.target = self.ours
        self.add({"call": "a", "method": 4, "uploads": True, "arguments": "00"})
        self.send(frame("CALL", self.ours, "00 00 00 00 20 00 04 00"))
        self.add({"send": "a", "item": ADA}).send(frame("ITEM", self.ours, ADA))
        self.ending = ["a failed MAYBE_EXECUTED"]

    def ours_upload_ended(self):
        self.ours_upload_open()
        self.add({"end": "a"}).send(frame("ITEM", self.ours, "", END))

    def ours_result_stream_open(self):
        self.target = self.ours
        self.add({"call": "a", "method": 3, "streams": True, "arguments": "00"})
        self.send(frame("CALL", self.ours, "00 00 00 00 10 00 03 00", END))
        self.ending = ["a failed MAYBE_EXECUTED"]

    def ours_result_stream_inside_an_item(self):
        self.ours_result_stream_open()
        self.receive(frame("ITEM", self.ours, "06 00 00 00 01 1b", MORE))

    def ours_result_stream_behind_an_item(self):
        self.ours_result_stream_open()
        self.receive(frame("ITEM", self.ours, ADA)).see("a item")

    # states of the connection

    def before_hello(self):
        self.begin = None
        if self.role == "connecting":
            self.send({"HELLO": 0})

    def open(self):
        self.theirs_request_whole()
        self.add({"call": "a", "arguments": ADA}).send(call(self.ours))
        self.ending = self.ending + ["a failed MAYBE_EXECUTED"]

    def drain_sent(self):
        self.open()
        self.add({"drain": "GOING_AWAY"}).send({"DRAIN": self.last, "code": "GOING_AWAY"})
        self.state = "draining"

    def drain_received(self):
        self.open()
        self.receive(drain(self.ours))
        self.state = "draining"

    def drain_sent_and_received(self):
        self.drain_sent()
        self.receive(drain(self.ours))

    def closing(self):
        self.open()
        self.add({"drain": "INTERNAL"}).send({"DRAIN": self.last, "code": "INTERNAL"}).see(*self.ending)
        self.state, self.ending = "closed", []

    # frames

    def incoming(self, kind, of_call):
        """The frame of this column, for the target where it is about a call, or with its id where that is illegal."""
        one = self.target if of_call else 0
        new = self.target if of_call or self.begin is None else self.their_next
        answered = self.target if of_call else self.answers
        return {
            "HELLO": lambda: frame("HELLO", one, HELLO),
            "BIND": lambda: frame("BIND", one, f"01 {NO_HASH} 09 74 65 73 74 2e 45 63 68 6f"),
            "BOUND": lambda: frame("BOUND", one, f"00 01 {NO_HASH}"),
            "CALL": lambda: call(new),
            "ITEM MORE": lambda: frame("ITEM", self.target, "03 41", MORE),
            "ITEM END": lambda: frame("ITEM", self.target, "03 41 64 61", END),
            "ITEM": lambda: frame("ITEM", self.target, "03 41 64 61"),
            "ITEM EMPTY END": lambda: frame("ITEM", self.target, "", END),
            "REPLY": lambda: frame("REPLY", answered, f"<00 x 9> {ADA}", END),
            "ERROR": lambda: frame("ERROR", answered, "<00 x 9> 05 00", END),
            "CANCEL": lambda: frame("CANCEL", self.target, "00"),
            "CREDIT": lambda: frame("CREDIT", one, "01 00 00 00"),
            "PING": lambda: frame("PING", one, ALIVE),
            "PONG": lambda: frame("PONG", one, ALIVE),
            "DRAIN": lambda: self.with_id(drain(self.ours if self.begin else 0), one),
            "DRAIN INTERNAL": lambda: self.with_id(drain(self.ours if self.begin else 0, 6), one),
            "QUERY": lambda: frame("QUERY", one, ""),
            "ANSWER": lambda: frame("ANSWER", one, ""),
            "EXT": lambda: frame("EXT", one, "00 40"),
        }[kind]()

    @staticmethod
    def with_id(text, number):
        return text[:12] + little(number) + text[23:]

    # what happens

    def expect(self, kind, cell, received):
        words = cell.split()
        if words[0] == "violation":
            self.violation(kind, words[1:], received)
            return words[1:2]
        clause, word = words
        discarded = word == "discarded" and kind in ("QUERY", "ANSWER")
        self.add({"in": [received], **({"bad": ["W-4.2"]} if discarded else {})})
        getattr(self, "on_" + word.replace("-", "_"))()
        if self.state != "closed":
            if self.blocked:
                self.add({"takes": "all"}).send(*self.behind)
            self.receive(frame("PING", 0, ALIVE)).send(frame("PONG", 0, ALIVE))
        return [clause]

    def violation(self, kind, clauses, received):
        by_itself = [clause for clause in clauses if clause in ("W-4.2", "W-4.4")] \
            if kind.split()[0] not in OF_CALLS else []
        by_itself = by_itself if self.target_is_stated(received) or by_itself == ["W-4.2"] else []
        self.add({"in": [received], **({"bad": by_itself} if by_itself else {})})
        last = self.last
        if kind == "CALL" and self.begin and clauses[0] == "W-8.3":
            last = [self.last, self.their_next]
        if self.blocked:
            self.add({"takes": "all"})
        self.send({"DRAIN": last, "code": "PROTOCOL_VIOLATION", "clauses": clauses})
        if self.ending:
            self.see(*self.ending)
        self.state = "closed"

    @staticmethod
    def target_is_stated(received):
        return received[12:23] != "00 00 00 00"

    def on_opens(self):
        self.send(*([{"HELLO": 0}] if self.role == "accepting" else []))

    def on_bound(self):
        self.send(frame("BOUND", 0, f"01 01 {NO_HASH}"))

    def on_arrives(self):
        self.see(f"arrived {self.theirs if not self.ending else self.their_next}")

    def on_replied(self):
        self.see("a replied 011b03416461")

    def on_failed(self):
        self.behind = []
        self.see("a failed NOT_EXECUTED OVERLOADED")

    def on_replied_and_drain(self):
        self.on_replied()
        self.send({"DRAIN": self.last, "code": "GOING_AWAY"})

    def on_failed_and_drain(self):
        self.on_failed()
        self.send({"DRAIN": self.last, "code": "GOING_AWAY"})

    def on_refused(self):
        self.send({"ERROR": self.theirs, "code": "CANCELLED", "dispatched": False})
        if f"cancelled {self.theirs}" in self.ending:
            self.see(f"cancelled {self.theirs}")

    def on_told(self):
        self.see(f"cancelled {self.theirs}").send()

    def on_item(self):
        self.see(f"{self.theirs} item 03416461")

    def on_whole_item(self):
        self.see(f"{self.theirs} item 011b03416461")

    def on_own_item(self):
        self.see("a item 03416461")

    def on_own_whole_item(self):
        self.see("a item 011b03416461")

    def on_items_ended(self):
        self.see(f"{self.theirs} items ended")

    def on_draining(self):
        self.send({"ERROR": self.their_next, "code": "DRAINING", "dispatched": False, "transient": True})

    def on_nothing(self):
        self.send().see()

    on_dropped = on_discarded = on_nothing

    def on_pong(self):
        self.send(frame("PONG", 0, ALIVE))

    def on_drains(self):
        self.send().see()
        self.state = "draining"

    def on_drained(self):
        self.send({"DRAIN": 0, "code": "GOING_AWAY"})
        self.state = "closed"

    def on_ended(self):
        self.send().see(*self.ending)
        self.state = "closed"


def transcript(group, state, kind, role, cell_text, enter, of_call):
    cell = Cell(role)
    enter(cell)
    clauses = cell.expect(kind, cell_text, cell.incoming(kind, of_call))
    made = {"name": f"states/{group}/{state}/{kind.lower().replace(' ', '-')}-to-the-{role}-side", "clauses": clauses}
    if cell.begin:
        made["begin"] = cell.begin
    else:
        made["role"] = role
    made["steps"], made["state"] = cell.steps, cell.state
    return made


def connection():
    for state, row in TABLE["connection"].items():
        roles = [state.split("-")[-1]] if state.startswith("before-hello") else ["accepting", "connecting"]
        method = "before_hello" if state.startswith("before-hello") else state.replace("-", "_")
        for role in roles:
            for kind in TABLE["frames"]:
                yield transcript("connection", state, kind, role, row[kind], getattr(Cell, method), False)


def calls(table, group, prefix):
    for state, row in TABLE[table].items():
        enter = getattr(Cell, prefix + state.replace("-", "_"))
        for role in ("accepting", "connecting"):
            for kind in TABLE["frames"]:
                yield transcript(group, state, kind, role, {**TABLE["any call"], **row}[kind], enter, True)


def text(about, transcripts):
    lines = []
    for made in transcripts:
        steps = ",\n".join("      " + json.dumps(step) for step in made["steps"])
        head = ", ".join(f"{json.dumps(name)}: {json.dumps(made[name])}" for name in made if name not in ("steps", "state"))
        lines.append(f'    {{{head}, "steps": [\n{steps}\n    ], "state": {json.dumps(made["state"])}}}')
    return f'{{\n  "about": {json.dumps(about)},\n  "transcripts": [\n' + ",\n".join(lines) + "\n  ]\n}\n"


def generated():
    """The text of each file by its path."""
    folder = FOLDER / "transcripts" / "states"
    return {
        folder / "connection.json": text("Each frame in each state of a connection.", connection()),
        folder / "calls-served.json": text(
            "Each frame in each state of a call of the other side.", calls("call of the other side", "served", "theirs_")),
        folder / "calls-made.json": text(
            "Each frame in each state of a call of the side under test.",
            calls("call of the side under test", "made", "ours_")),
    }


if __name__ == "__main__":
    for path, content in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
