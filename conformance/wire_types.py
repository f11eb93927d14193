"""The types of a schema, made from its descriptor (docs/descriptor.md). Each knows its kind, and reads and writes values.

In memory: numbers of integers, enums and scales are ints; a time is seconds and nanoseconds; a decimal its scale and unscaled
number; a uuid its octets; a list or set a list; a map a dict; a struct a dict by the names of its fields, and of what an open
one has kept by the numbers, a kind and octets; a union the name of its variant and a value. json_form.py makes the same values from JSON.
"""

import struct as packing

from wire_values import (BOOL, BYTES, ENUM, F32, F64, INT8, INT16, INT32, INT64, LIST, MAP, STRING, STRUCT, TIME, UUID,
                         LARGEST_NUMBER, Refused)

FIRST_SECOND, LAST_SECOND = -31_557_014_167_219_200, 31_556_889_864_403_199  # W-2.6
LARGEST_SCALE, LONGEST_UNSCALED = 10_000, 64  # W-2.11


class Integer:
    """i8 to u64 (W-2.4)."""

    def __init__(self, name):
        bits = int(name[1:])
        self.name = name
        self.signed = name[0] == "i"
        self.size = bits // 8
        self.kind = {8: INT8, 16: INT16, 32: INT32, 64: INT64}[bits]

    def read(self, decoder):
        return decoder.number(self.size, self.signed)

    def write(self, encoder, value):
        try:
            encoder.number(self.size, value, self.signed)
        except OverflowError:
            raise Refused("W-2.4", f"a number is out of the range of {self.name}") from None


class Bool:
    name, kind = "bool", BOOL

    def read(self, decoder):
        return decoder.bool()

    def write(self, encoder, value):
        encoder.put(b"\x01" if value else b"\x00")


class FloatValue:
    """A float by its octets, which keep minus zero and the payload of a NaN. To JSON all NaNs are equal, so here too."""

    def __init__(self, octets):
        self.octets = bytes(octets)

    def number(self):
        return packing.unpack("<f" if len(self.octets) == 4 else "<d", self.octets)[0]

    def __eq__(self, other):
        return self.octets == other.octets or (self.number() != self.number() and other.number() != other.number())

    def __repr__(self):
        return repr(self.number())


class Float:
    """f32 and f64 (W-2.5)."""

    def __init__(self, name):
        self.name = name
        self.size = int(name[1:]) // 8
        self.kind = F32 if self.size == 4 else F64

    def read(self, decoder):
        return FloatValue(decoder.take(self.size))

    def write(self, encoder, value):
        number = value.number()
        if encoder.canonical and number != number:  # W-3.28
            encoder.put(bytes.fromhex("0000c07f" if self.size == 4 else "000000000000f87f"))
        else:
            encoder.put(value.octets)


class Time:
    """timestamp and duration (W-2.6)."""

    kind = TIME

    def __init__(self, name):
        self.name = name

    def check(self, seconds):
        first, last = (FIRST_SECOND, LAST_SECOND) if self.name == "timestamp" else (-2**63, 2**63 - 1)
        if not first <= seconds <= last:
            raise Refused("W-2.6", f"a {self.name} is out of range")

    def read(self, decoder):
        seconds, nanos = decoder.time()
        self.check(seconds)
        return seconds, nanos

    def write(self, encoder, value):
        self.check(value[0])
        encoder.number(8, value[0], signed=True)
        encoder.number(4, value[1])


class Uuid:
    """W-2.7."""

    name, kind = "uuid", UUID

    def read(self, decoder):
        return bytes(decoder.take(16))

    def write(self, encoder, value):
        encoder.put(value)


class Text:
    """string, of so many octets at most (W-2.9)."""

    name, kind = "string", STRING

    def __init__(self, maximum=None):
        self.most = maximum

    def read(self, decoder):
        at = decoder.at
        decoder.maximum(decoder.length(), self.most)
        decoder.at = at
        return decoder.text()

    def write(self, encoder, value):
        try:
            encoder.sized(value.encode("utf-8"), self.most)
        except UnicodeEncodeError:
            raise Refused("W-1.4", "a text holds half of a pair of surrogates") from None


class Octets:
    """bytes, so many at most (W-2.10)."""

    name, kind = "bytes", BYTES

    def __init__(self, maximum=None):
        self.most = maximum

    def read(self, decoder):
        length = decoder.length()
        decoder.maximum(length, self.most)
        return bytes(decoder.take(length))

    def write(self, encoder, value):
        encoder.sized(value, self.most)


class Decimal:
    """A scale and an unscaled number (W-2.11)."""

    name, kind = "decimal", BYTES

    def read(self, decoder):
        octets = decoder.take(decoder.length())
        if not 3 <= len(octets) <= 2 + LONGEST_UNSCALED:
            raise Refused("W-2.11", "a decimal is too short or too long")
        value = int.from_bytes(octets[:2], "little", signed=True), int.from_bytes(octets[2:], "little", signed=True)
        if abs(value[0]) > LARGEST_SCALE:
            raise Refused("W-2.11", "a scale is not within 10,000")
        if octets[2:] != self.shortest(value[1]):
            raise Refused("W-2.11", "a decimal is not at its shortest")
        return value

    def shortest(self, unscaled):
        magnitude = unscaled if unscaled >= 0 else ~unscaled
        return unscaled.to_bytes(magnitude.bit_length() // 8 + 1, "little", signed=True)

    def write(self, encoder, value):
        scale, unscaled = value
        octets = self.shortest(unscaled)
        if abs(scale) > LARGEST_SCALE or len(octets) > LONGEST_UNSCALED:
            raise Refused("W-2.11", "a decimal is out of range")
        encoder.sized(scale.to_bytes(2, "little", signed=True) + octets)


class Enum:
    """W-2.8."""

    kind = ENUM

    def __init__(self, name, closed, numbers):
        self.name = name
        self.closed = closed
        self.numbers = numbers

    def check(self, number):
        if self.closed and number not in self.numbers.values():
            raise Refused("W-2.8", f"{self.name} has no value of this number")
        if not 0 <= number <= LARGEST_NUMBER:
            raise Refused("W-2.8", "the number of a value is not 0 to 65,535")
        return number

    def read(self, decoder):
        return self.check(decoder.number(2))

    def write(self, encoder, value):
        encoder.number(2, self.check(value))


def place(key):
    """What tells where an element of a set, or a key, stands in canonical form (W-3.27)."""
    return key.encode("utf-8") if isinstance(key, str) else key


class ListType:
    """W-3.13 to W-3.17."""

    name, kind = "list", LIST

    def __init__(self, element, maximum=None):
        self.element = element
        self.most = maximum

    def read(self, decoder):
        element = self.element
        return decoder.list(element.kind, self.most, lambda kind: element.read(decoder),
                            lambda entries: element.read_fields(decoder, entries))

    def write(self, encoder, values):
        encoder.maximum(len(values), self.most)
        with encoder.deeper():
            uniform = getattr(self.element, "constant_shape", None)
            if uniform and values:  # W-3.15
                encoder.put(bytes([0x10 | STRUCT]))
                encoder.varint(len(values))
                encoder.shape(uniform, charged=False)
                encoder.spend(len(values) * len(uniform))
                with encoder.deeper():
                    for value in values:
                        self.element.write_values(encoder, value)
                return
            encoder.put(bytes([self.element.kind]))
            encoder.varint(len(values))
            encoder.spend(len(values))
            for value in values:
                self.element.write(encoder, value)


class SetType(ListType):
    """W-3.18."""

    name = "set"

    def read(self, decoder):
        return self.check(super().read(decoder))

    def write(self, encoder, values):
        self.check(values)
        super().write(encoder, sorted(values, key=place) if encoder.canonical else values)

    def check(self, values):
        if len(set(values)) < len(values):
            raise Refused("W-3.18", "a set holds an element twice")
        return values


class MapType:
    """W-3.19."""

    name, kind = "map", MAP

    def __init__(self, key, value, maximum=None):
        self.key = key
        self.value = value
        self.most = maximum

    def read(self, decoder):
        pairs = decoder.map((self.key.kind, self.value.kind), self.most, lambda kind: self.key.read(decoder),
                            lambda kind: self.value.read(decoder))
        values = dict(pairs)
        if len(values) < len(pairs):
            raise Refused("W-3.19", "a map holds a key twice")
        return values

    def write(self, encoder, values):
        encoder.maximum(len(values), self.most)
        with encoder.deeper():
            encoder.put(bytes([self.key.kind, self.value.kind]))
            encoder.varint(len(values))
            encoder.spend(len(values))
            pairs = values.items()
            for key, value in sorted(pairs, key=lambda pair: place(pair[0])) if encoder.canonical else pairs:
                self.key.write(encoder, key)
                self.value.write(encoder, value)


class Field:
    def __init__(self, number, name, type, optional=False, default=None, sensitive=False):
        self.number = number
        self.name = name
        self.type = type
        self.optional = optional
        self.default = default
        self.sensitive = sensitive


class Struct:
    """W-3.1 to W-3.9. Also the body of an error, the parameters of a method, and the struct around a result (W-3.21)."""

    kind = STRUCT

    def __init__(self, name, fields=(), open=False):
        self.name = name
        self.open = open
        self.define(fields)

    def define(self, fields):
        self.fields = sorted(fields, key=lambda field: field.number)
        self.by_number = {field.number: field for field in self.fields}

    @property
    def constant_shape(self):
        """The entries that every value has; none when a field is optional, or when more may have been kept (W-3.15)."""
        if self.open or any(field.optional for field in self.fields):
            return None
        return [(field.number, field.type.kind) for field in self.fields]

    def read(self, decoder):
        with decoder.deeper():
            return self.read_fields(decoder, decoder.shape())

    def read_fields(self, decoder, entries):
        """The values that a shape announces, in its order."""
        values = {}
        for number, kind in entries:
            field = self.by_number.get(number)
            if field is None:
                began = decoder.at
                decoder.skip(kind)  # W-3.7
                if self.open:
                    values[number] = kind, bytes(decoder.octets[began:decoder.at])  # W-3.31
            elif kind != field.type.kind:
                raise Refused("W-3.8", f"{field.name} is of another kind than the schema says")
            else:
                values[field.name] = field.type.read(decoder)
        return self.complete(values)

    def complete(self, values):
        """With defaults for what is absent (W-3.9)."""
        for field in self.fields:
            if field.name not in values and not field.optional:
                if field.default is None:
                    raise Refused("W-3.9", f"the required field {field.name} is absent")
                values[field.name] = field.default
        return values

    def write(self, encoder, values):
        with encoder.deeper():
            self.write_fields(encoder, values)

    def write_fields(self, encoder, values):
        known = {field.number: field.type.kind for field in self.fields if field.name in values}
        kept = {number: value[0] for number, value in values.items() if isinstance(number, int)}
        if kept.keys() & self.by_number.keys():
            raise Refused("W-3.32", f"a field of {self.name} was kept under a number that the schema has")
        encoder.shape(sorted({**known, **kept}.items()))
        self.write_values(encoder, values)

    def write_values(self, encoder, values):
        kept = sorted(number for number in values if isinstance(number, int))
        for field in self.fields:
            while kept and kept[0] < field.number:
                encoder.again(*values[kept.pop(0)])  # W-3.32
            if field.name in values:
                field.type.write(encoder, values[field.name])
        for number in kept:
            encoder.again(*values[number])


class Nothing:
    """What a variant without a value has: an empty struct, in which fields are stepped over (W-3.11)."""

    name, kind = "nothing", STRUCT

    def read(self, decoder):
        decoder.skip(STRUCT)

    def write(self, encoder, value):
        with encoder.deeper():
            encoder.shape([])


class Union:
    """W-3.10 to W-3.12. A value is a pair: the name of the variant, or its number and kind when it is not known; its value."""

    kind = STRUCT

    def __init__(self, name):
        self.name = name

    def define(self, variants):
        self.by_number = {variant.number: variant for variant in variants}
        self.by_name = {variant.name: variant for variant in variants}

    def read(self, decoder):
        with decoder.deeper():
            return self.read_fields(decoder, decoder.shape())

    def read_fields(self, decoder, entries):
        if len(entries) != 1:
            raise Refused("W-3.10", "a union does not have exactly one variant")
        number, kind = entries[0]
        variant = self.by_number.get(number)
        if variant is None:
            began = decoder.at
            decoder.skip(kind)
            return (number, kind), bytes(decoder.octets[began:decoder.at])
        if kind != variant.type.kind:
            raise Refused("W-3.8", f"{variant.name} is of another kind than the schema says")
        return variant.name, variant.type.read(decoder)

    def write(self, encoder, value):
        which, content = value
        with encoder.deeper():
            if isinstance(which, tuple):
                encoder.shape([which])
                encoder.again(which[1], content)
            else:
                variant = self.by_name[which]
                encoder.shape([(variant.number, variant.type.kind)])
                variant.type.write(encoder, content)
