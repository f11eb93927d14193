package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every number up to the last one is used or reserved. */
final class NumberGapRule implements LintRule {

    @Override
    public String name() {
        return "number-gap";
    }

    @Override
    public Code code() {
        return Code.LINT_NUMBER_GAP;
    }

    @Override
    public boolean isOnByDefault() {
        return false; // gaps are legal, and branches that merge later need them
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachDefinition((place, definition) -> {
            if (definition instanceof Body body) {
                int first = definition instanceof EnumDecl ? 0 : 1;
                check(body.members(), body.reserved(), first, place, findings);
            }
        });
        linted.forEachMethod((place, method) -> check(method.parameters(), List.of(), 1, place, findings));
    }

    private void check(
            List<? extends Member> members, List<ReservedDecl> reserved, int first, Place place, Findings findings) {
        TreeMap<BigInteger, BigInteger> taken = new TreeMap<>();
        for (ReservedDecl each : reserved) {
            if (each instanceof ReservedDecl.Numbers numbers) {
                taken.merge(numbers.first().value(), numbers.last().value(), BigInteger::max);
            }
        }
        TreeMap<BigInteger, Member> used = new TreeMap<>();
        for (Member member : members) {
            if (member.number() != null) {
                used.put(member.number().value(), member);
                taken.merge(member.number().value(), member.number().value(), BigInteger::max);
            }
        }
        BigInteger next = BigInteger.valueOf(first);
        for (Map.Entry<BigInteger, BigInteger> range : taken.entrySet()) {
            Member member = used.get(range.getKey());
            BigInteger last = range.getKey().subtract(BigInteger.ONE);
            if (member != null && member.number() != null && next.compareTo(last) <= 0 && !isZero(first, last)) {
                String gap = next.equals(last) ? next.toString() : next + ".." + last;
                String message = "nothing says what became of " + gap;
                String advice = "write `reserved " + gap + ";` if it was in use once, else take the numbers in turn";
                findings.add(this, at(place, member), member.number().span(), message, advice);
            }
            next = next.max(range.getValue().add(BigInteger.ONE));
        }
    }

    /** Enums may start at 0 or at 1. */
    private static boolean isZero(int first, BigInteger last) {
        return first == 0 && last.signum() == 0;
    }

    private static Place at(Place place, Member member) {
        Member method = place.member();
        return member instanceof FieldDecl field && field.parameter() && method != null
                ? place.of(method, field)
                : place.of(member);
    }
}
