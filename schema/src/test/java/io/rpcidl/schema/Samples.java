package io.rpcidl.schema;

/** A descriptor that has something of each kind, as JSON; what has a default is left out. */
public final class Samples {

    public static final String JSON = """
            {"files": [
              {"path": "p/a.rpcidl", "packageName": "p", "javaPackage": "com.acme.p", "definitions": [
                {"constant": {"name": "MOST", "type": "u32", "value": {"integer": "4294967295"}}},
                {"namedType": {"name": "Code", "base": "string", "max": 20}},
                {"enumeration": {"name": "State", "values": [
                  {"number": 0, "name": "NEW"}, {"number": 7, "name": "OLD"}],
                  "reserved": {"numbers": [{"first": 2, "last": 4}], "names": ["LOST"]}}},
                {"struct": {"name": "Item", "fields": [
                  {"number": 1, "name": "code", "type": "q.v1.Id"},
                  {"number": 2, "name": "state", "type": "p.State", "default": {"enumValue": "NEW"}},
                  {"number": 3, "name": "parts", "type": "map<p.Code,list<p.Item>>", "max": 9, "default": {"empty": {}}},
                  {"number": 4, "name": "note", "type": "string", "optional": true},
                  {"number": 5, "name": "tiny", "type": "i8", "default": {"integer": "-128"}}]}},
                {"union": {"name": "Pick", "variants": [
                  {"number": 1, "name": "item", "type": "p.Item"}, {"number": 2, "name": "nothing"}]}},
                {"error": {"name": "Gone", "rejects": true}},
                {"service": {"name": "Items", "methods": [
                  {"number": 1, "name": "get", "modifier": "READONLY",
                   "parameters": [{"number": 1, "name": "id", "type": "q.v1.Id"}],
                   "result": {"type": "p.Item", "optional": true},
                   "raised": [{"number": 1, "error": "p.Gone"}], "deadline": {"after": "2.5s"}},
                  {"number": 2, "name": "load", "upload": {"name": "items", "type": "p.Item"}, "result": {}},
                  {"number": 3, "name": "seen", "modifier": "ONEWAY", "result": {}}]}}]},
              {"path": "q/b.rpcidl", "packageName": "q.v1", "imported": true, "definitions": [
                {"namedType": {"name": "Id", "base": "uuid"}}]}]}
            """;

    private Samples() {}
}
