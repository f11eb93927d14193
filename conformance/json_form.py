"""Values from their JSON form (wire-spec.md, chapter 14), for tests; and numbers of JSON, which keep their digits."""

import base64
import binascii
import json
import re
import struct as packing

from wire_types import (Bool, Decimal, Enum, Float, FloatValue, Integer, ListType, MapType, Nothing, Octets, SetType, Struct,
                        Text, Time, Union, Uuid)
from wire_values import KIND_NAMES, LARGEST_NUMBER, NANOS, Refused

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?\Z")
UUID_TEXT = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
TIMESTAMP = re.compile(r"([0-9]{4}|-[0-9]{4}|[+-][1-9][0-9]{4,9})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?"
                       r"(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))\Z")
DURATION = re.compile(r"(-?)(0|[1-9][0-9]*)(?:\.([0-9]{1,9}))?s\Z")
HEX = re.compile(r"(?:[0-9a-fA-F]{2})*\Z")
SPECIAL = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


class Number(str):
    """A number as it is written."""


def parse(text):
    """The JSON of a text; two members of one name are refused (W-14.2)."""
    try:
        return json.loads(text, parse_int=Number, parse_float=Number, parse_constant=_constant, object_pairs_hook=_members)
    except json.JSONDecodeError as broken:
        raise Refused("W-14.2", f"this is no JSON: {broken}") from None


def _constant(text):
    raise Refused("W-14.2", f"{text} is no JSON")


def _members(pairs):
    members = dict(pairs)
    if len(members) < len(pairs):
        raise Refused("W-14.2", "an object has two members of one name")
    return members


def value_of(type, given):
    """The value of a type that the JSON stands for."""
    return _READERS[type.__class__](type, given)


def _expect(given, python_type, clause, what):
    # A Number is a str of Python, but no string of JSON.
    if not isinstance(given, python_type) or (python_type is str and isinstance(given, Number)):
        raise Refused(clause, f"{what} is expected")
    return given


def _text(given, clause, what):
    _expect(given, str, clause, what)
    try:
        given.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("W-14.2", "a string holds half of a pair of surrogates") from None
    return given


def _bool(type, given):
    return _expect(given, bool, "W-14.7", "true or false")


def _integer(type, given):
    if not isinstance(given, Number) and not (type.size == 8 and isinstance(given, str)):
        raise Refused("W-14.7", "a number is expected")
    if not INTEGER.match(given) or given == "-0":
        raise Refused("W-14.7", "an integer is not written in digits alone")
    return int(given)  # a writer refuses what is out of range


def _float(type, given):
    number = SPECIAL.get(given) if not isinstance(given, Number) and isinstance(given, str) else None
    if number is None:
        _expect(given, Number, "W-14.8", "a number")
        number = float(given)
        if number in (float("inf"), float("-inf")):
            raise Refused("W-14.8", "a number is too large")
    try:
        return FloatValue(packing.pack("<f" if type.size == 4 else "<d", number))
    except OverflowError:
        raise Refused("W-14.8", "a number is too large for f32") from None


def _decimal(type, given):
    match = NUMBER.match(_expect(given, (str, Number), "W-14.9", "a decimal"))
    if not match:
        raise Refused("W-14.9", "a decimal is not written as JSON writes numbers")
    whole, fraction, exponent = match.groups()
    fraction = fraction or ""
    return len(fraction) - int(exponent or 0), int(whole + fraction)


def _string(type, given):
    return _text(given, "W-14.10", "a string")


def _octets(type, given):
    try:
        octets = base64.b64decode(_text(given, "W-14.10", "a string"), validate=True)
    except binascii.Error:
        octets = None
    if octets is None or base64.b64encode(octets).decode() != given:
        raise Refused("W-14.10", "bytes are not in base64")
    return octets


def _uuid(type, given):
    if not UUID_TEXT.match(_text(given, "W-14.11", "a uuid")):
        raise Refused("W-14.11", "a uuid is not written as RFC 9562 writes it")
    return bytes.fromhex(given.replace("-", ""))


def _time(type, given):
    return _timestamp(given) if type.name == "timestamp" else _duration(given)


def _timestamp(given):
    match = TIMESTAMP.match(_text(given, "W-14.12", "a timestamp"))
    if not match or match.group(1) == "-0000":
        raise Refused("W-14.12", "a timestamp is not written as RFC 3339 writes it")
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days_of_month = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= month <= 12 and 1 <= day <= days_of_month[month - 1] and hour < 24 and minute < 60 and second < 60):
        raise Refused("W-14.12", "there is no such time")
    before = year - 1
    days = 365 * before + before // 4 - before // 100 + before // 400 + sum(days_of_month[:month - 1]) + day - 1
    days_to_1970 = 719_162
    seconds = ((days - days_to_1970) * 24 + hour) * 3600 + minute * 60 + second
    sign, hours, minutes = match.groups()[7:]
    if sign:
        offset = int(hours) * 3600 + int(minutes) * 60
        seconds += offset if sign == "-" else -offset
    return seconds, _nanos(match.group(7))


def _nanos(digits):
    return int((digits or "").ljust(9, "0"))


def _duration(given):
    match = DURATION.match(_text(given, "W-14.13", "a duration"))
    if not match:
        raise Refused("W-14.13", "a duration is not written as seconds with an s")
    sign, seconds, digits = match.groups()
    nanos = int(seconds) * NANOS + _nanos(digits)
    return divmod(-nanos if sign else nanos, NANOS)


def _enum(type, given):
    if isinstance(given, Number):
        number = _integer(Integer("i32"), given)
        if not 0 <= number <= LARGEST_NUMBER:
            raise Refused("W-14.14", "the number of a value is not 0 to 65,535")
        return type.check(number)
    if _text(given, "W-14.14", "a name or a number") not in type.numbers:
        raise Refused("W-14.14", f"{type.name} has no value of this name")
    return type.numbers[given]


def _list(type, given):
    return [value_of(type.element, element) for element in _expect(given, list, "W-14.15", "an array")]


def _map(type, given):
    values = {_key(type.key, name): value_of(type.value, value)
              for name, value in _expect(given, dict, "W-14.16", "an object").items()}
    if len(values) < len(given):
        raise Refused("W-14.16", "two names are the same key")
    return values


def _key(type, name):
    """A key from the name of a member (W-14.16)."""
    if isinstance(type, Bool):
        return value_of(type, {"true": True, "false": False}.get(name))
    number = isinstance(type, Integer) or isinstance(type, Enum) and INTEGER.match(name)
    return value_of(type, Number(name) if number else name)


def _struct(type, given):
    known = {field.name: field for field in type.fields}
    values = {}
    for name, value in _expect(given, dict, "W-14.5", "an object").items():
        if type.open and name.startswith("#"):
            (number, kind), octets = _unknown(type.by_number, name[1:], value, "W-14.23")
            values[number] = kind, octets
            continue
        if name not in known:
            raise Refused("W-14.6", "the schema has no such member")
        if known[name].sensitive and value == "***":
            raise Refused("W-14.21", "a value was left out when it was printed for people")
        if value is not None or not known[name].optional:
            values[name] = value_of(known[name].type, value)
    return type.complete(values)


def _union(type, given):
    if len(_expect(given, dict, "W-14.17", "an object")) != 1:
        raise Refused("W-14.17", "a union does not have exactly one member")
    (name, value), = given.items()
    if name.startswith("#"):
        return _unknown(type.by_number, name[1:], value, "W-14.18")
    if name not in type.by_name:
        raise Refused("W-14.17", "the union has no such variant")
    return name, value_of(type.by_name[name].type, value)


def _unknown(known, number, value, clause):
    """A variant (W-14.18) or a field (W-14.23) that is not known; a writer checks the octets where they stand."""
    if not INTEGER.match(number) or not 1 <= int(number) <= LARGEST_NUMBER or int(number) in known:
        raise Refused(clause, "this is no number that is not known")
    if set(_expect(value, dict, clause, "an object")) != {"kind", "octets"} or value["kind"] not in KIND_NAMES[1:]:
        raise Refused(clause, "what is not known has a kind and octets")
    if not HEX.match(_text(value["octets"], clause, "a string")):
        raise Refused(clause, "octets are not in hexadecimal digits")
    return (int(number), KIND_NAMES.index(value["kind"])), bytes.fromhex(value["octets"])


def _nothing(type, given):
    if given not in (None, {}):
        raise Refused("W-14.17", "a variant without a value is an empty object")


_READERS = {Bool: _bool, Integer: _integer, Float: _float, Decimal: _decimal, Text: _string, Octets: _octets, Uuid: _uuid,
            Time: _time, Enum: _enum, ListType: _list, SetType: _list, MapType: _map, Struct: _struct, Union: _union,
            Nothing: _nothing}
