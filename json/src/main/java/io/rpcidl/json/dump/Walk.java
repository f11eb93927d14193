package io.rpcidl.json.dump;

import io.rpcidl.json.Printing;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.TypeName;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.WireReader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One way through a message, from its first octet to its last; what it checks is what kinds alone tell (W-3.7). */
final class Walk {

    private static final String REDACTED_CLAUSE = "W-14.21";

    private final WireReader in = new WireReader();
    private final ShapeWalk shapes = new ShapeWalk(in);
    private final Trail trail = new Trail();
    private final Meanings meanings;
    private final Limits limits;
    private final boolean redacting;
    private final Consumer<Piece> pieces;

    private int depth;
    private long unitsLeft;

    /** How many values that people must not see are open. */
    private int hidden;

    Walk(Meanings meanings, Limits limits, Printing printing, Consumer<Piece> pieces) {
        this.meanings = meanings;
        this.limits = limits;
        this.redacting = printing == Printing.FOR_PEOPLE && !meanings.byKinds();
        this.pieces = pieces;
        unitsLeft = limits.units();
    }

    void message(Members root, byte[] message) {
        in.wrap(message, 0, message.length);
        try {
            if (message.length > limits.messageBytes()) {
                throw in.malformed(
                        "the message is larger than the limit of " + limits.messageBytes() + " bytes",
                        Clause.MESSAGE_SIZE);
            }
            struct(root);
            if (in.remaining() > 0) {
                throw in.malformed(in.remaining() + " bytes follow the last value of the message", Clause.STRUCT);
            }
        } catch (MalformedDataException e) {
            String path = trail.toString();
            throw path.isEmpty() ? e : e.within(path);
        }
    }

    private void piece(int began, String text, String clause) {
        if (hidden == 0) {
            pieces.accept(new Piece(began, in.offset() - began, text, trail.toString(), clause, false));
        }
    }

    private void deepen() {
        if (++depth > limits.depth()) {
            throw in.malformed("values nest deeper than " + limits.depth() + " levels", Clause.DEPTH);
        }
    }

    private void spend(long units) {
        unitsLeft -= units;
        if (unitsLeft < 0) {
            throw in.malformed(
                    "the message has more than " + limits.units() + " fields, elements and pairs", Clause.UNITS);
        }
    }

    /** A value, or one piece in its stead when people must not see it. */
    private void value(Kind kind, Member member) {
        Member known = meanings.matches(member.type(), kind) || (kind == Kind.STRUCT && member.empty())
                ? member
                : Member.UNKNOWN;
        boolean hides = redacting && (member.sensitive() || !known.known() || meanings.sensitive(member.type()));
        if (!hides) {
            open(kind, known.type());
            return;
        }
        int began = in.offset();
        int outer = hidden++;
        String path = trail.toString();
        try {
            open(kind, known.type());
        } finally {
            hidden = outer;
            if (hidden == 0 && in.offset() > began) {
                String text = ValueText.name(kind) + ", redacted";
                pieces.accept(new Piece(began, in.offset() - began, text, path, REDACTED_CLAUSE, true));
            }
        }
    }

    private void open(Kind kind, @Nullable TypeName type) {
        switch (kind) {
            case STRUCT -> struct(meanings.members(type));
            case LIST -> list(type);
            case MAP -> map(type);
            default -> single(kind, type);
        }
    }

    private void single(Kind kind, @Nullable TypeName type) {
        int began = in.offset();
        ScalarType scalar = meanings.scalar(type);
        String text = ValueText.read(in, kind, scalar);
        if (kind == Kind.ENUM) {
            int number = Integer.parseInt(text.substring(text.indexOf(' ') + 1));
            String name = meanings.valueName(type, number);
            text += name == null ? "" : " " + name;
        }
        piece(began, text, ValueText.clause(kind, scalar));
    }

    private void struct(Members members) {
        deepen();
        int began = in.offset();
        int[] shape = shapes.shape();
        spend(shape.length);
        String text = members.union() ? "shape of a union" : shapeText(shape);
        piece(began, text, members.union() ? Clause.UNION : "W-3.2");
        values(shape, members);
        depth--;
    }

    private static String shapeText(int[] shape) {
        return shape.length == 0 ? "shape of no fields" : "shape of " + ValueText.count(shape.length, "field");
    }

    private void values(int[] shape, Members members) {
        for (int entry : shape) {
            int number = ShapeWalk.number(entry);
            Member member = members.byNumber().getOrDefault(number, Member.UNKNOWN);
            int outer = trail.enter(member.known() ? member.name() : "#" + number);
            value(ShapeWalk.kind(entry), member);
            trail.leave(outer);
        }
    }

    private void list(@Nullable TypeName type) {
        deepen();
        Member element = element(type);
        int began = in.offset();
        int header = shapes.listHeader();
        Kind kind = ShapeWalk.kind(header);
        if (header != kind.code()) {
            uniform(began, element);
        } else {
            int count = shapes.count(kind.minimumSize());
            spend(count);
            piece(began, listText(type, count, kind), Clause.LIST);
            for (int i = 0; i < count; i++) {
                int outer = trail.enter(i);
                value(kind, element);
                trail.leave(outer);
            }
        }
        depth--;
    }

    private static String listText(@Nullable TypeName type, int count, Kind element) {
        return (type instanceof TypeName.SetOf ? "set" : "list") + " of " + count + ", each " + ValueText.name(element);
    }

    /** A list whose structs share one shape; each of them pays for its fields. */
    private void uniform(int began, Member element) {
        int countAt = in.offset();
        int count = shapes.count(1);
        if (count == 0) {
            throw new MalformedDataException("a uniform list has no element", Clause.UNIFORM_LIST, countAt);
        }
        piece(began, "uniform " + listText(null, count, Kind.STRUCT), Clause.LIST);
        int shapeAt = in.offset();
        int[] shape = shapes.shape();
        if (shape.length == 0) {
            throw new MalformedDataException("a uniform list has an empty shape", Clause.UNIFORM_LIST, shapeAt);
        }
        long minimumSize = 0;
        for (int entry : shape) {
            minimumSize += ShapeWalk.kind(entry).minimumSize();
        }
        shapes.checkRoom(count, minimumSize, countAt);
        spend((long) count * shape.length);
        deepen();
        piece(shapeAt, "shape of all elements, " + ValueText.count(shape.length, "field"), Clause.UNIFORM_LIST);
        elements(count, shape, element);
        depth--;
    }

    private void elements(int count, int[] shape, Member element) {
        boolean known = meanings.matches(element.type(), Kind.STRUCT);
        Members members = known ? meanings.members(element.type()) : Members.UNKNOWN;
        for (int i = 0; i < count; i++) {
            int outer = trail.enter(i);
            values(shape, members);
            trail.leave(outer);
        }
    }

    private void map(@Nullable TypeName type) {
        deepen();
        int began = in.offset();
        Kind key = shapes.mapKind();
        if (!key.key()) {
            throw in.malformedBefore(1, "the keys of a map are " + ValueText.name(key), Clause.MAP);
        }
        Kind value = shapes.mapKind();
        int count = shapes.count(key.minimumSize() + value.minimumSize());
        spend(count);
        String pairs = ValueText.count(count, "pair");
        piece(began, "map of " + pairs + ", " + ValueText.name(key) + " to " + ValueText.name(value), Clause.MAP);
        TypeName.MapOf known = type instanceof TypeName.MapOf map ? map : null;
        Member keys = known == null ? Member.UNKNOWN : new Member("", known.key(), false);
        Member values = known == null ? Member.UNKNOWN : new Member("", known.value(), false);
        for (int i = 0; i < count; i++) {
            int outer = trail.enter(i);
            part("key", key, keys);
            part("value", value, values);
            trail.leave(outer);
        }
        depth--;
    }

    private void part(String name, Kind kind, Member member) {
        int outer = trail.enter(name);
        value(kind, member);
        trail.leave(outer);
    }

    private static Member element(@Nullable TypeName type) {
        if (type instanceof TypeName.ListOf list) {
            return new Member("", list.element(), false);
        }
        return type instanceof TypeName.SetOf set ? new Member("", set.element(), false) : Member.UNKNOWN;
    }
}
