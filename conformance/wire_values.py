"""The values of wire-spec.md, chapters 2 and 3: octets to values and back, by a schema that is known at run time.

This is the general decoder of chapter 15 in full, with a writer beside it. It is written to be read, from the text alone:
clauses stand where they are kept. Types are in wire_types.py, which says what a value is in memory.
"""

import contextlib

BOOL, INT8, INT16, INT32, INT64, F32, F64, TIME, UUID, ENUM, STRING, BYTES, STRUCT, LIST, MAP = range(1, 16)
KIND_NAMES = ("", "bool", "int8", "int16", "int32", "int64", "f32", "f64", "time", "uuid", "enum", "string", "bytes",
              "struct", "list", "map")

# The least size of a value, by its kind (W-3.17); that of a kind of fixed size is its size (W-2.1).
LEAST = (0, 1, 1, 2, 4, 8, 4, 8, 12, 16, 2, 1, 1, 1, 2, 3)

KEYS = (BOOL, INT8, INT16, INT32, INT64, UUID, ENUM, STRING)  # W-3.18, W-3.19

UNIFORM = 0x10
DEEPEST = 64  # W-3.22
BUDGET = 1_000_000  # W-3.23
LARGEST_NUMBER = 65_535  # W-3.2
NANOS = 1_000_000_000


class Refused(Exception):
    """Octets or a value that break a clause."""

    def __init__(self, clause, problem):
        super().__init__(f"{problem} ({clause})")
        self.clause = clause


class Bounds:
    """What one message may take, whether it is read or written."""

    def __init__(self, depth=0, units=BUDGET):
        self.depth = depth
        self.units = units

    @contextlib.contextmanager
    def deeper(self):
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused("W-3.22", "values nest too deep")
        yield
        self.depth -= 1

    def spend(self, units):
        self.units -= units
        if self.units < 0:
            raise Refused("W-3.23", "the message has too many fields, elements and pairs")


class Decoder(Bounds):
    """Reads one message."""

    def __init__(self, octets, depth=0, units=BUDGET):
        super().__init__(depth, units)
        self.octets = octets
        self.at = 0

    def left(self):
        return len(self.octets) - self.at

    def message(self, struct):
        """All of the octets as the value of a struct (W-3.5)."""
        with self.deeper():
            value = struct.read_fields(self, self.shape())
        if self.left():
            raise Refused("W-3.5", f"{self.left()} octets follow the last value")
        return value

    # Pieces

    def take(self, size):
        if size > self.left():
            raise Refused("W-3.5", f"{size} octets are needed, {self.left()} are left")
        self.at += size
        return self.octets[self.at - size:self.at]

    def octet(self):
        return self.take(1)[0]

    def number(self, size, signed=False):
        return int.from_bytes(self.take(size), "little", signed=signed)  # W-1.2

    def varint(self, end=None):
        """W-1.3; inside a shape, which ends somewhere, W-3.4."""
        value = 0
        for index in range(5):
            if self.at == end:
                raise Refused("W-3.4", "a shape ends inside an entry")
            octet = self.octet()
            value |= (octet & 0x7F) << (7 * index)
            if octet < 0x80:
                if octet == 0 and index > 0 or value > 0xFFFFFFFF:
                    break
                return value
        raise Refused("W-1.3", "a varint is not at its shortest or is too large")

    def length(self):
        """A length of octets that are there (W-1.6)."""
        length = self.varint()
        if length > self.left():
            raise Refused("W-1.6", f"a length of {length} is more than the {self.left()} octets left")
        return length

    def bool(self):
        octet = self.octet()
        if octet > 1:
            raise Refused("W-2.3", "a bool is neither 0 nor 1")
        return octet == 1

    def time(self):
        seconds = self.number(8, signed=True)
        nanos = self.number(4)
        if nanos >= NANOS:
            raise Refused("W-2.6", "nanoseconds are a second or more")
        return seconds, nanos

    def text(self):
        octets = self.take(self.length())
        try:
            return octets.decode("utf-8")  # Python refuses all that W-1.4 names
        except UnicodeDecodeError:
            raise Refused("W-1.4", "a string is not UTF-8") from None

    def kind(self, octet):
        if octet == 0:
            raise Refused("W-2.1", "there is no kind 0")
        return octet

    # Structs

    def shape(self, charged=True):
        """The entries of a shape: pairs of number and kind (W-3.2 to W-3.4)."""
        entries = []
        number = 0
        length = self.length()
        end = self.at + length
        while self.at < end:
            octet = self.octet()
            distance = octet >> 4
            if distance == 0:
                distance = self.varint(end)
                if distance < 16:
                    raise Refused("W-3.3", "a distance is not at its shortest")
            number += distance
            if number > LARGEST_NUMBER:
                raise Refused("W-3.3", "the number of a field is above 65,535")
            if octet & 0xF == 0:
                raise Refused("W-3.4", "a field is of kind 0")
            entries.append((number, octet & 0xF))
            if charged:
                self.spend(1)
        return entries

    # Lists and maps

    def fits(self, count, least):
        """A count that the octets left can hold (W-3.17)."""
        if count * least > self.left():
            raise Refused("W-3.17", f"{count} elements need more than the {self.left()} octets left")

    def list(self, expected, maximum, read, read_fields):
        """The elements of a list.

        expected: the kind of the elements, None when any is fine
        read: reads an element of a kind
        read_fields: reads an element whose entries are known, for a uniform list
        """
        with self.deeper():
            head = self.octet()
            if head & 0xE0:
                raise Refused("W-3.13", "a list has unknown flags")
            kind = self.kind(head & 0xF)
            if expected not in (None, kind):
                raise Refused("W-3.17", "elements are of another kind than the schema says")
            if not head & UNIFORM:
                count = self.varint()
                self.fits(count, LEAST[kind])
                self.maximum(count, maximum)
                self.spend(count)
                return [read(kind) for _ in range(count)]
            if kind != STRUCT:
                raise Refused("W-3.14", "elements that are no structs can't be uniform")
            count = self.varint()
            if count == 0:
                raise Refused("W-3.14", "a uniform list is empty")
            self.fits(count, 1)
            self.maximum(count, maximum)
            entries = self.shape(charged=False)
            if not entries:
                raise Refused("W-3.14", "a uniform list has an empty shape")
            self.fits(count, sum(LEAST[kind] for _, kind in entries))
            self.spend(count * len(entries))
            with self.deeper():
                return [read_fields(entries) for _ in range(count)]

    def map(self, expected, maximum, read_key, read_value):
        """The pairs of a map, as a list."""
        with self.deeper():
            kinds = []
            for index, wanted in enumerate(expected):
                octet = self.octet()
                if octet & 0xF0:
                    raise Refused("W-3.19", "a map has unknown flags")
                kind = self.kind(octet)
                if index == 0 and kind not in KEYS:
                    raise Refused("W-3.19", "the keys of a map are of a kind that keys can't have")
                if wanted not in (None, kind):
                    raise Refused("W-3.17", "a map is of other kinds than the schema says")
                kinds.append(kind)
            count = self.varint()
            self.fits(count, LEAST[kinds[0]] + LEAST[kinds[1]])
            self.maximum(count, maximum)
            self.spend(count)
            return [(read_key(kinds[0]), read_value(kinds[1])) for _ in range(count)]

    def maximum(self, count, maximum):
        if maximum is not None and count > maximum:
            raise Refused("W-3.25", f"{count} is more than the {maximum} of @max")

    # What the schema does not know

    def skip(self, kind):
        """Steps over a value, as strictly as its kind allows (W-3.7)."""
        if kind == BOOL:
            self.bool()
        elif kind == TIME:
            self.time()
        elif kind == STRING:
            self.text()
        elif kind == BYTES:
            self.take(self.length())
        elif kind == STRUCT:
            with self.deeper():
                self.skip_fields(self.shape())
        elif kind == LIST:
            self.list(None, None, self.skip, self.skip_fields)
        elif kind == MAP:
            self.map((None, None), None, self.skip, self.skip)
        else:
            self.take(LEAST[kind])

    def skip_fields(self, entries):
        for _, kind in entries:
            self.skip(kind)


class Encoder(Bounds):
    """Writes one message, in canonical form or not."""

    def __init__(self, canonical=False):
        super().__init__()
        self.canonical = canonical
        self.octets = bytearray()

    def message(self, struct, value):
        with self.deeper():
            struct.write_fields(self, value)
        return bytes(self.octets)

    def put(self, octets):
        self.octets += octets

    def number(self, size, value, signed=False):
        self.put(value.to_bytes(size, "little", signed=signed))

    def varint(self, value):
        while value > 0x7F:
            self.octets.append(value & 0x7F | 0x80)
            value >>= 7
        self.octets.append(value)

    def sized(self, octets, maximum=None):
        """A length, and what it counts; not more than @max (W-3.25)."""
        self.maximum(len(octets), maximum)
        self.varint(len(octets))
        self.put(octets)

    def maximum(self, count, maximum):
        if maximum is not None and count > maximum:
            raise Refused("W-3.25", f"{count} is more than the {maximum} of @max")

    def shape(self, entries, charged=True):
        """Entries by ascending numbers (W-3.2, W-3.3)."""
        shape = Encoder()
        last = 0
        for number, kind in entries:
            distance = number - last
            last = number
            if distance < 16:
                shape.octets.append(distance << 4 | kind)
            else:
                shape.octets.append(kind)
                shape.varint(distance)
        if charged:
            self.spend(len(entries))
        self.sized(shape.octets)

    def again(self, kind, octets):
        """A value that was not known when it was read; it counts where it stands now (W-3.12, W-3.32)."""
        if self.canonical:
            raise Refused("W-3.29", "a variant or field that is not known has no canonical form")
        value = Decoder(octets, self.depth, self.units)
        value.skip(kind)
        if value.left():
            raise Refused("W-3.12", "octets follow a value that is not known")
        self.units = value.units
        self.put(octets)
