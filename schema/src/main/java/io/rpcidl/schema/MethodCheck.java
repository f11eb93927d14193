package io.rpcidl.schema;

import java.time.Duration;

/** Checks services and their methods. */
final class MethodCheck {

    private final TypeCheck types;
    private final MemberCheck members;

    MethodCheck(TypeCheck types, MemberCheck members) {
        this.types = types;
        this.members = members;
    }

    void service(String name, ServiceSchema service) {
        NumberCheck numbers = new NumberCheck(name, 1, service.reserved());
        for (MethodSchema method : service.methods()) {
            numbers.member(method.number(), method.name());
            method(name + "." + method.name(), method);
        }
    }

    private void method(String place, MethodSchema method) {
        if (method.modifier().known() == MethodModifier.Known.UNKNOWN) {
            throw DescriptorCheck.invalid(
                    place,
                    "has the unknown modifier " + method.modifier().number()
                            + "; use the version of rpcidl that has made the descriptor, or a newer one");
        }
        NumberCheck parameters = new NumberCheck(place, 1, null);
        method.parameters().forEach(parameter -> members.field(place, parameter, parameters));
        StreamSchema upload = method.upload();
        if (upload != null) {
            parameters.name(upload.name());
            types.value(place + "." + upload.name(), upload.type());
        }
        result(place, method.result());
        NumberCheck errors = new NumberCheck(place, 1, null);
        for (RaisedSchema raised : method.raised()) {
            errors.number(raised.number(), place);
            types.error(place, raised.error());
        }
        boolean answers = method.result().type() != null || !method.raised().isEmpty() || upload != null;
        if (method.modifier().equals(MethodModifier.ONEWAY) && answers) {
            throw DescriptorCheck.invalid(place, "is oneway and has a result, an error or a stream");
        }
        deadline(place, method);
    }

    private void result(String place, ResultSchema result) {
        String type = result.type();
        if (type != null) {
            types.value(place, type);
        }
        boolean nothing = type == null && (result.optional() || result.stream());
        if (nothing || (result.optional() && result.stream())) {
            throw DescriptorCheck.invalid(place, "has a result that is optional or a stream, and can't be");
        }
    }

    private static void deadline(String place, MethodSchema method) {
        DeadlineSchema deadline = method.deadline();
        if (deadline instanceof DeadlineSchema.Unknown unknown) {
            throw DescriptorCheck.invalid(
                    place,
                    "has a deadline of the unknown kind " + unknown.value().number());
        }
        if (deadline instanceof DeadlineSchema.OfAfter after && after.after().compareTo(Duration.ZERO) <= 0) {
            throw DescriptorCheck.invalid(place, "has a deadline that is not longer than nothing");
        }
    }
}
