package io.rpcidl.simulation.world;

/** A process on some machine: it may stand still for a while, as in a long collection of garbage, and it may die. */
public final class Machine {
    private final World world;
    private final String name;
    private final Draw draw;
    private long pausedUntil;
    private boolean dead;

    /** A process that runs. */
    public Machine(World world, String name, Draw draw) {
        this.world = world;
        this.name = name;
        this.draw = draw;
    }

    /** Its name, for messages. */
    public String name() {
        return name;
    }

    /** The world in which it runs. */
    public World world() {
        return world;
    }

    /** Its own random decisions. */
    public Draw draw() {
        return draw;
    }

    /** Has {@code action} happen here {@code delay} nanoseconds from now, later when the process stands still then. */
    public Event after(long delay, Runnable action) {
        return world.at(world.now() + delay, () -> now(action));
    }

    /** Does nothing until {@code time}. */
    public void pauseUntil(long time) {
        pausedUntil = Math.max(pausedUntil, time);
    }

    /** When it stood still last; what was due before that came later. */
    public long pausedUntil() {
        return pausedUntil;
    }

    /** Does nothing any more. */
    public void die() {
        dead = true;
    }

    /** Whether it has died. */
    public boolean dead() {
        return dead;
    }

    private void now(Runnable action) {
        if (dead) {
            return;
        }
        if (world.now() < pausedUntil) {
            world.at(pausedUntil, () -> now(action));
        } else {
            action.run();
        }
    }
}
