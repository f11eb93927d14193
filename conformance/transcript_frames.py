"""Frames, by chapters 4 to 8 of wire-spec.md: octets from the text of transcripts, and what a single frame must look like.

Knows nothing of connections: what a frame may be after others is told by the transcripts, not here. Needs Python 3.8.
"""

import re

TYPES = ("0", "HELLO", "BIND", "BOUND", "CALL", "ITEM", "REPLY", "ERROR", "CANCEL", "CREDIT", "PING", "PONG", "DRAIN",
         "QUERY", "ANSWER", "EXT")
MORE, END = 1, 2
HEADER = 8
OF_CALLS = ("CALL", "ITEM", "REPLY", "ERROR", "CANCEL")

TOKEN = re.compile(r"([0-9a-f]{2})|<([0-9a-f ]+) x (\d+)>|<(u8|u16|u32|u64|varint) (\d+)\+(\d+)i>| +")


class Illegal(Exception):
    """A frame that is a violation whatever was sent before."""

    def __init__(self, clause, text):
        super().__init__(f"{clause}: {text}")
        self.clause = clause


def octets(text, i=0):
    """The octets that a text stands for, in round i of the repetition that it is in."""
    out, at = bytearray(), 0
    for token in TOKEN.finditer(text):
        if token.start() != at:
            break
        at = token.end()
        digits, run, times, kind, first, step = token.groups()
        if digits:
            out += bytes.fromhex(digits)
        elif run:
            out += bytes.fromhex(run) * int(times)
        elif kind:
            value = int(first) + int(step) * i
            out += varint(value) if kind == "varint" else value.to_bytes(int(kind[1:]) // 8, "little")
    if at != len(text):
        raise ValueError(f"no octets: {text[at:]!r}")
    return bytes(out)


def varint(value):
    """W-1.3."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytes([value]))


class Reader:
    """The fields of a payload, one after the other."""

    def __init__(self, payload):
        self.payload, self.at = payload, 0

    def left(self):
        return len(self.payload) - self.at

    def take(self, count):
        if count > self.left():
            raise Illegal("W-4.4", "the payload is shorter than its layout")
        self.at += count
        return self.payload[self.at - count:self.at]

    def number(self, size):
        return int.from_bytes(self.take(size), "little")

    def varint(self):
        value = 0
        for index in range(5):
            octet = self.number(1)
            value |= (octet & 0x7F) << 7 * index
            if octet < 0x80:
                if octet == 0 and index > 0 or value >= 1 << 32:
                    raise Illegal("W-1.3", "a varint that is not at its shortest, or above 32 bits")
                return value
        raise Illegal("W-1.3", "a varint of more than five octets")

    def sized(self, most, clause):
        length = self.varint()
        if length > most:
            raise Illegal(clause, f"{length} octets, at most {most} are legal")
        return self.take(length)

    def text(self, most, clause):
        return utf8(self.sized(most, clause))

    def end(self):
        if self.left():
            raise Illegal("W-4.4", "the payload is longer than its layout")


def utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Illegal("W-1.4", "a text that is not UTF-8") from None


def check_header(data, largest):
    """What a receiver sees before the payload; returns type, flags, call id and length."""
    word = int.from_bytes(data[:HEADER], "little")
    length, number, flags, call = word & 0xFFFFFF, word >> 24 & 31, word >> 29 & 3, word >> 32
    if word >> 31 & 1:
        raise Illegal("W-4.1", "the reserved bit is set")
    if number == 0 or number >= len(TYPES) or TYPES[number] in ("QUERY", "ANSWER"):
        raise Illegal("W-4.2", f"the type {number} is not in use")
    name = TYPES[number]
    if length > largest:
        raise Illegal("W-4.3", f"{length} octets of payload, at most {largest} are legal")
    if flags == MORE | END or flags and name not in ("CALL", "ITEM", "REPLY", "ERROR"):
        raise Illegal("W-4.4", f"{name} with the flags {flags}")
    if name != "CREDIT" and (name in OF_CALLS) != (call != 0):
        raise Illegal("W-4.4", f"{name} with the call id {call}")
    if name in ("REPLY", "ERROR") and flags == 0:
        raise Illegal("W-4.5", f"{name} with neither MORE nor END")
    return name, flags, call, length


def check(data, largest):
    """Raises Illegal unless the octets are one frame that can be legal; returns its type, flags and call id."""
    name, flags, call, length = check_header(data, largest)
    if len(data) != HEADER + length:
        raise ValueError(f"the header says {length} octets, there are {len(data) - HEADER}")
    reader = Reader(data[HEADER:])
    if name != "ITEM":
        {"HELLO": hello, "BIND": bind, "BOUND": bound, "CALL": call_head, "REPLY": reply, "ERROR": error, "CANCEL": cancel,
         "CREDIT": credit, "PING": eight, "PONG": eight, "DRAIN": drain, "EXT": ext}[name](reader, flags)
    return name, flags, call


def hello(reader, _flags):
    if reader.left() > 4096:
        raise Illegal("W-5.2", "a HELLO of more than 4,096 octets")
    if reader.take(4) != b"rpci":
        raise Illegal("W-5.2", "no magic")
    count = reader.number(1)
    if not 1 <= count <= 16:
        raise Illegal("W-5.2", f"{count} versions")
    if 1 not in [reader.number(2) for _ in range(count)]:
        return  # of another version: nothing more is judged (W-5.3)
    seen = set()
    while reader.left():
        stated, length = reader.number(2), reader.number(2)
        number, value = stated & 0x7FFF, reader.take(length)
        if number in seen:
            raise Illegal("W-5.4", f"parameter {number} twice")
        seen.add(number)
        parameter(number, value)


def parameter(number, value):
    sizes = {1: 4, 2: 4, 3: 4, 4: 8, 5: 4, 6: 4, 7: 4, 10: 8, 11: 8}
    least = {1: 16384, 2: 65536, 4: 1 << 20, 5: 65536}
    if number in sizes:
        if len(value) != sizes[number]:
            raise Illegal("W-5.4", f"parameter {number} of {len(value)} octets")
        stated = int.from_bytes(value, "little")
        if stated < least.get(number, 0) or number == 1 and stated > 0xFFFFFF or number == 3 and 0 < stated < 16:
            raise Illegal("W-5.6", f"parameter {number} is {stated}")
    elif number == 12:
        if len(value) > 128:
            raise Illegal("W-5.4", "a name of more than 128 octets")
        utf8(value)


def index(reader):
    value = reader.varint()
    if value > 65535:
        raise Illegal("W-5.7", f"the index {value}")


def bind(reader, _flags):
    index(reader)
    reader.take(16)
    if not reader.text(255, "W-5.7"):
        raise Illegal("W-5.7", "no name")
    reader.end()


def bound(reader, _flags):
    index(reader)
    verdict, none = reader.number(1), not any(reader.take(16))
    if verdict > 2 or verdict == 0 and none or verdict == 2 and not none:
        raise Illegal("W-5.8", f"verdict {verdict}" + (" without a hash" if none else ""))
    reader.end()


def body(reader, flags):
    """The beginning of a message, or all of it."""
    if flags == MORE:
        total = reader.number(4)
        if reader.left() > total:
            raise Illegal("W-4.5", f"{reader.left()} octets of a message of {total}")


def metadata(reader, flags, clause):
    if flags & 1:
        reader.sized(8192, clause)


def call_head(reader, frame_flags):
    reader.take(4)
    flags = reader.number(1)
    if flags & ~63:
        raise Illegal("W-6.3", f"reserved flags {flags & ~63}")
    if flags & 8 and flags & 48:
        raise Illegal("W-6.13", "a oneway call with streams")
    if frame_flags == 0 and not flags & 32:
        raise Illegal("W-6.4", "neither MORE nor END, and no REQUEST_STREAM")
    index(reader)
    reader.varint()
    metadata(reader, flags, "W-6.3")
    reader.take(26 if flags & 2 else 0)
    reader.take(16 if flags & 4 else 0)
    body(reader, frame_flags)


def reply(reader, frame_flags):
    reader.take(8)
    flags = reader.number(1)
    if flags & ~1:
        raise Illegal("W-6.8", f"reserved flags {flags & ~1}")
    metadata(reader, flags, "W-6.8")
    body(reader, frame_flags)


def error(reader, frame_flags):
    reader.take(8)
    flags = reader.number(1)
    declared = flags & 8
    if flags & 192 or declared and (not flags & 2 or flags & 48):
        raise Illegal("W-6.9", f"flags {flags}")
    metadata(reader, flags, "W-6.9")
    if declared:
        if not 1 <= reader.varint() <= 0x7FFFFFFF:
            raise Illegal("W-6.9", "the number of a declared error")
        return body(reader, frame_flags)
    if frame_flags == MORE:
        raise Illegal("W-6.9", "a code in more than one frame")
    reader.take(1 + (4 if flags & 16 else 0) + (8 if flags & 32 else 0))
    reader.text(512, "W-6.9")
    return reader.end()


def cancel(reader, _flags):
    reason = reader.number(1)
    reader.end()
    if reason > 1:
        raise Illegal("W-6.7", f"reason {reason}")


def credit(reader, _flags):
    granted = reader.number(4)
    reader.end()
    if granted == 0:
        raise Illegal("W-7.3", "a credit of 0")


def eight(reader, _flags):
    reader.take(8)
    reader.end()


def drain(reader, _flags):
    reader.take(4)
    code = reader.number(1)
    if code > 6:
        raise Illegal("W-8.1", f"code {code}")
    reader.take(4)
    reader.text(512, "W-8.1")
    reader.end()


def ext(reader, _flags):
    reader.take(2)
    if len(reader.payload) > 4096:
        raise Illegal("W-7.6", "an EXT of more than 4,096 octets")
