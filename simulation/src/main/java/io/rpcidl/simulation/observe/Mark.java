package io.rpcidl.simulation.observe;

/** A rare branch that the schedules of a build reach, or the simulation has become blind for it. */
public enum Mark {
    /** A link was reset in the middle of a frame. */
    RESET_MID_FRAME,
    /** A connection was lost before the last octet of a request had left. */
    LOST_BEFORE_LAST_OCTET,
    /** A connection was lost behind the last octet of a request. */
    LOST_BEHIND_LAST_OCTET,
    /** A connection was lost in the middle of a reply. */
    LOST_MID_REPLY,
    /** One direction of a link was cut and the other went on. */
    HALF_CUT,
    /** A peer fell silent and was found out by PING. */
    SILENCE_NOTICED,
    /** A link stood still and went on. */
    STALLED,
    /** Nothing listened where a client wanted to connect. */
    CONNECT_REFUSED,
    /** An attempt to connect was never answered. */
    CONNECT_TIMED_OUT,
    /** A client connected again. */
    RECONNECTED,
    /** A server vanished with its calls and came back. */
    SERVER_CRASHED,
    /** A machine stood still. */
    PAUSED,
    /** A server drained while a call was in flight. */
    DRAIN_WITH_CALLS,
    /** DRAIN named a last accepted call below one that was under way. */
    DRAIN_BELOW_CALL,
    /** A server ended a link at once: it was closed without grace, or the link did not close in time. */
    RESET_BY_SERVER,
    /** A client was closed with calls in flight. */
    CLIENT_CLOSED_WITH_CALLS,
    /** A deadline passed before there was a connection. */
    DEADLINE_CONNECTING,
    /** A deadline passed while the call waited in its connection. */
    DEADLINE_WAITING,
    /** A deadline passed when half of the request had been handed over. */
    DEADLINE_HALF_SENT,
    /** A deadline passed behind the request, and nothing is known. */
    DEADLINE_AWAITING_REPLY,
    /** The server answered that the deadline had passed before the handler began. */
    DEADLINE_IN_SERVER_QUEUE,
    /** The server answered that the deadline had passed while the handler ran. */
    DEADLINE_IN_HANDLER,
    /** The answer came in the very nanosecond of the deadline. */
    ANSWER_AT_DEADLINE,
    /** A cancelled call had not left. */
    CANCELLED_BEFORE_SENT,
    /** A cancelled call was refused by the server before its handler began. */
    CANCELLED_IN_SERVER_QUEUE,
    /** A cancelled handler stopped. */
    CANCELLED_IN_HANDLER,
    /** A call was cancelled and answered all the same. */
    CANCELLED_AND_ANSWERED,
    /** The executor of the handlers took no more. */
    EXECUTOR_FULL,
    /** All calls in flight that a server accepts were taken. */
    CALLS_IN_FLIGHT_EXHAUSTED,
    /** A request had to wait for request credit. */
    REQUEST_CREDIT_EXHAUSTED,
    /** A request went in several frames. */
    FRAGMENTED_REQUEST,
    /** A reply went in several frames. */
    FRAGMENTED_REPLY,
    /** A request was larger than the server takes. */
    REQUEST_TOO_LARGE,
    /** A result was larger than the client takes. */
    REPLY_TOO_LARGE,
    /** A link was not writable and became so again. */
    WRITABLE_AGAIN,
    /** A reader was stopped because its peer did not read. */
    READING_PAUSED,
    /** A declared error arrived. */
    DECLARED_ERROR,
    /** A handler failed in a way that it does not declare. */
    UNDECLARED_FAILURE,
    /** A oneway call ran. */
    ONEWAY_RUN,
    /** A oneway call was handed over and lost. */
    ONEWAY_LOST,
    /** A receiver gave a stream credit. */
    STREAM_CREDIT_GIVEN,
    /** A stream had used its credit to the last octet. */
    STREAM_CREDIT_EXHAUSTED,
    /** An item went in several frames. */
    FRAGMENTED_ITEM,
    /** All items of a server came, and the stream ended well. */
    RESULT_STREAM_WHOLE,
    /** A stream failed when items had come. */
    STREAM_LOST_BEHIND_ITEMS,
    /** A subscriber wanted no more of a stream. */
    STREAM_STOPPED,
    /** A handler answered before it had seen all of an upload. */
    UPLOAD_ANSWERED_EARLY,
    /** A handler's upload broke off. */
    UPLOAD_BROKEN_OFF,
    /** A handler called its caller and had an answer. */
    CALLED_BACK,
    /** A handler called its caller, whose connection was lost meanwhile. */
    CALLBACK_LOST,
    /** A handler was entered again, because the call may be made again. */
    MADE_AGAIN,
    /** A handler was entered while another one answered the same call. */
    HEDGED,
    /** A call failed behind an earlier attempt that says more than the last. */
    OUTCOME_OF_EARLIER_ATTEMPT,
    /** A client process has paid for all the further attempts that it may make. */
    BUDGET_SPENT,
    /** Two processes found their way back to a server in the same moment. */
    RECONNECTED_TOGETHER,
    /** A server ended a connection because of its age. */
    CONNECTION_AGED,
    /** A server drained while a stream went on. */
    DRAIN_WITH_STREAM,
    /** A stream ended with an error that its method declares, behind items. */
    DECLARED_ERROR_BEHIND_ITEMS
}
