"""Schemas from their descriptors: the types by name, and what stands for a message (docs/descriptor.md)."""

import json_form
from wire_types import (Bool, Decimal, Enum, Field, Float, Integer, ListType, MapType, Nothing, Octets, SetType, Struct, Text,
                        Time, Union, Uuid)


class Schema:
    """All definitions of a descriptor."""

    def __init__(self, descriptor):
        self.types = {}
        self.errors = {}
        self.methods = {}
        members = []
        for file in descriptor["files"]:
            for definition in file["definitions"]:
                (what, content), = definition.items()
                self.define(what, file["packageName"] + "." + content["name"], content, members)
        # Types may name each other in any order, so what they hold is looked up when all are there.
        for define, read, contents in members:
            define([read(content) for content in contents])

    def define(self, what, name, content, members):
        if what == "namedType":
            self.types[name] = self.type(content["base"], content.get("max"))
        elif what == "enumeration":
            numbers = {value["name"]: int(value["number"]) for value in content["values"]}
            self.types[name] = Enum(name, content["closed"], numbers)
        elif what in ("struct", "error"):
            struct = Struct(name, open=what == "struct" and content["open"])
            (self.types if what == "struct" else self.errors)[name] = struct
            members.append((struct.define, self.field, content["fields"]))
        elif what == "union":
            self.types[name] = Union(name)
            members.append((self.types[name].define, self.variant, content["variants"]))
        elif what == "service":
            for method in content["methods"]:
                parameters = Struct(name + "." + method["name"])
                self.methods[parameters.name] = parameters, method["result"]
                members.append((parameters.define, self.field, method["parameters"]))

    def field(self, content):
        type = self.type(content["type"], content.get("max"))
        default = content.get("default")
        return Field(int(content["number"]), content["name"], type, content["optional"],
                     None if default is None else self.literal(type, default), content["sensitive"])

    def variant(self, content):
        type = self.type(content["type"], content.get("max")) if "type" in content else Nothing()
        return Field(int(content["number"]), content["name"], type)

    def literal(self, type, literal):
        (what, value), = literal.items()
        if what == "integer":
            return int(value)
        if what == "empty":
            return {} if isinstance(type, MapType) else []
        return json_form.value_of(type, value)

    def type(self, text, maximum=None):
        """The type that a text means, such as map<string,list<shop.v1.Line>>."""
        maximum = None if maximum is None else int(maximum)
        if text.endswith(">"):
            name, inside = text[:-1].split("<", 1)
            if name == "map":
                key, value = inside.split(",", 1)  # keys are never collections
                return MapType(self.type(key), self.type(value), maximum)
            return {"list": ListType, "set": SetType}[name](self.type(inside), maximum)
        if text in ("string", "bytes"):
            return (Text if text == "string" else Octets)(maximum)
        if text in ("timestamp", "duration"):
            return Time(text)
        if text in ("f32", "f64"):
            return Float(text)
        if text in ("bool", "uuid", "decimal"):
            return {"bool": Bool, "uuid": Uuid, "decimal": Decimal}[text]()
        if text[0] in "iu" and text[1:].isdigit():
            return Integer(text)
        named = self.types[text]
        if maximum is None:
            return named
        return named.__class__(maximum if named.most is None else min(maximum, named.most))

    def message(self, form, name):
        """What stands for a message: its struct, and whether only the value of its field counts (W-3.21, W-14.4)."""
        if form == "message":
            return self.errors.get(name) or self.types[name], False
        if form == "value":
            return Struct("result", [Field(1, "result", self.type(name))]), True
        parameters, result = self.methods[name]
        if form == "parameters":
            return parameters, False
        fields = [Field(1, "result", self.type(result["type"]), result["optional"])] if "type" in result else []
        return Struct("result", fields), True
