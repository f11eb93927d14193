package io.rpcidl.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A handler before which the faults after its dispatch strike. */
final class WatchedHandler implements InvocationHandler {
    private final Object handler;
    private final Orders orders;

    private WatchedHandler(Object handler, Orders orders) {
        this.handler = handler;
        this.orders = orders;
    }

    static <S> S of(Class<S> type, S handler, Orders orders) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    type.getName() + " is no interface; name the one that the compiler generated");
        }
        WatchedHandler watched = new WatchedHandler(handler, orders);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, watched));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return call(method, arguments);
        }
        Orders.Dispatch dispatch = orders.dispatched();
        if (dispatch != null) {
            dispatch.link().dispatched(dispatch.order());
        }
        Object key = orders.runningHandlers().began("the handler of " + method.getName());
        try {
            return call(method, arguments);
        } finally {
            orders.runningHandlers().ended(key);
        }
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        method.trySetAccessible();
        try {
            return method.invoke(handler, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
