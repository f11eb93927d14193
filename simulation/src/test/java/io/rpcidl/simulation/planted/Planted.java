package io.rpcidl.simulation.planted;

import io.rpcidl.simulation.host.Sabotage;
import java.util.Set;
import java.util.function.Supplier;

/** Mistakes around the runtime that the simulation has to find, and what each of them breaks. */
enum Planted {
    TAKEN_TOO_FEW(38, LinkBugs.TakenTooFew::new, "V6"),
    TAKEN_TOO_MANY(38, LinkBugs.TakenTooMany::new, "V6"),
    CLOSE_UNTOLD(2, LinkBugs.CloseUntold::new, "V5", "V9"),
    RESUME_LOST(4240, LinkBugs.ResumeLost::new, "V5", "V9"),
    WAKE_UP_LOST(13, LinkBugs.WakeUpLost::new, "V5", "V9"),
    TIMER_FORGOTTEN(2, LinkBugs.TimerForgotten::new, "V5", "V9"),
    TIMER_LATE(1, LinkBugs.TimerLate::new, "V5"),
    TIMER_KEPT(6, LinkBugs.TimerKept::new, "V3"),
    CALLS_SWAPPED(2, FrameBugs.CallsSwapped::new, "V4"),
    ANSWERED_TWICE(2, FrameBugs.AnsweredTwice::new, "V5"),
    ANSWERS_MIXED_UP(2, FrameBugs.AnswersMixedUp::new, "V8"),
    DISPATCH_DENIED(2, FrameBugs.DispatchDenied::new, "V4", "V6"),
    DISPATCH_INVENTED(2, FrameBugs.DispatchInvented::new, "V6"),
    CREDIT_OFF_BY_ONE(4, FrameBugs.CreditOffByOne::new, "V2"),
    ANSWER_DAMAGED(1, FrameBugs.AnswerDamaged::new, "V8"),
    ITEMS_SWAPPED(6, FrameBugs.ItemsSwapped::new, "V1"),
    ITEM_LOST(1, FrameBugs.ItemLost::new, "V1"),
    STREAM_CREDIT_KEPT(75, FrameBugs.StreamCreditKept::new, "V5"),
    MAYBE_RETRIED(2, CallBugs.MaybeRetried::new, "V6", "V7"),
    DEADLINE_LOST_BY_RETRY(2, CallBugs.DeadlineLostByRetry::new, "V5"),
    MAYBE_DENIED(2, CallBugs.MaybeDenied::new, "V6"),
    COMPLETED_TWICE(1, CallBugs.CompletedTwice::new, "V5"),
    HANDLER_LOST(4, CallBugs.HandlerLost::new, "V5", "V9");

    private final long foundBefore;
    private final Supplier<Sabotage> sabotage;
    private final Set<String> breaks;

    Planted(long foundBefore, Supplier<Sabotage> sabotage, String... breaks) {
        this.foundBefore = foundBefore;
        this.sabotage = sabotage;
        this.breaks = Set.of(breaks);
    }

    /** The invariants of which one is broken. */
    Set<String> breaks() {
        return breaks;
    }

    /** The first seed that has shown it, as long as seeds mean what they meant then. */
    long foundBefore() {
        return foundBefore;
    }

    Supplier<Sabotage> sabotage() {
        return sabotage;
    }
}
