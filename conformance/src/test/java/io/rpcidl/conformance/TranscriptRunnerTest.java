package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.conformance.TranscriptRunner.Slices;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transcript that expects what is not so, or says what means nothing, fails and says where. */
class TranscriptRunnerTest {

    private static final String HELLO = "'in':['07 00 00 01 00 00 00 00 72 70 63 69 01 01 00']";
    private static final String BIND = "'in':['1b 00 00 02 00 00 00 00 00 <00 x 16> 09 74 65 73 74 2e 45 63 68 6f']";
    private static final String CALL = "'in':['0d 00 00 44 01 00 00 00 00 00 00 00 00 00 01 01 1b 03 41 64 61']";
    private static final String OPENED = "{" + HELLO + "},{'out':[{'HELLO':0}]},";
    private static final String ARRIVED = OPENED + "{" + BIND
            + "},{'out':['12 00 00 03 00 00 00 00 00 01 <00 x 16>']},{" + CALL + "},{'events':['arrived 1']},";
    private static final String ANSWERED = ARRIVED + "{'enter':1},{'reply':1,'result':'00'},";

    private static Transcript transcript(String steps, String state, String settings) {
        String text = "{'name':'t','clauses':['W-5.1'],'role':'accepting','settings':{" + settings + "},'steps':["
                + steps + "],'state':'" + state + "'}";
        return Transcript.of(Node.of(Json.tree(text.replace('\'', '"'))), Map.of());
    }

    private static void play(String steps, String state) {
        TranscriptRunner.play(transcript(steps, state, ""), Slices.WHOLE_FRAMES);
    }

    private static final String TAGGED =
            "{'in':['1a 00 00 44 01 00 00 00 00 00 00 00 01 00 01 0c 01 1f 0b 0c 01 03 74 61 67 02 ff 00 01 1b 03 41 64 61']},"
                    + "{'events':['arrived 1'],";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'entries':{'tag':'ff 01'}; expected metadata {tag=ff01}, found {tag=ff00}",
                "'entries':{}; expected metadata {}, found {tag=ff00}",
                "'entries':'none'; expected metadata none, found {tag=ff00}"
            })
    void comparesMetadata(String entries, String why) {
        String steps = OPENED + "{" + BIND + "},{'out':['12 00 00 03 00 00 00 00 00 01 <00 x 16>']}," + TAGGED;
        assertThatThrownBy(() -> play(steps + entries + "}", "open")).hasMessageContaining(why);
        play(steps + "'entries':{'tag':'ff 00'}}", "open");
    }

    @Test
    void playsWhatIsSo() {
        play(ANSWERED + "{'out':[{'REPLY':1,'result':'00'}]},{'credit':[0,70]}", "open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'out':['00 00 00 01 00 00 00 00']}; step 2: expected 00 00 00 01",
                "{'out':[]}; step 2: more was sent",
                "{'out':[{'HELLO':0},{'HELLO':0}]}; step 2: nothing more was sent",
                "{'out':[{'DRAIN':0,'code':'IDLE'}]}; step 2: type: expected DRAIN, found HELLO",
                "{'events':['arrived 1']}; step 2: expected [arrived 1]",
                "{'credit':[1,2]}; step 2: 0 octets were given back",
                "{'reply':1,'result':'00'}; step 2: the call 1 has not arrived",
                "{'pong':'p'}; step 2: no PING p was seen",
                "{'cancel':'a'}; step 2: no call was made with the name a",
                "{'wait':1}; step 2: the member 'wait' means nothing",
                "{'in':['0x']}; step 2: no octets: '0x'",
                "{'advance':0}; ends, but this was sent"
            })
    void saysWhichStepDiffers(String step, String why) {
        assertThatThrownBy(() -> play("{" + HELLO + "}," + step, "open"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'out':[{'REPLY':1,'result':'01'}]; octets: expected true",
                "'out':[{'REPLY':1,'result':'00 00'}]; length of the message: expected 2, found 1",
                "'out':[{'REPLY':3,'result':'00'}]; call id: expected 3, found 1",
                "'out':[{'REPLY':1,'result':'00','incomplete':true}]; END of the message",
                "'out':[{'DECLARED':1,'number':1,'error':'00'}]; type: expected ERROR, found REPLY",
                "'out':[{'REPLY':1,'result':'00','largest':9}]; a payload of 10 octets",
                "'out':[{'rest':1}]; no message of call 1 has begun",
                "'enter':1; the handler was not entered"
            })
    void comparesAnswers(String step, String why) {
        assertThatThrownBy(() -> play(ANSWERED + "{" + step + "}", "open"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'code':'FORBIDDEN'; code: expected FORBIDDEN, found OVERLOADED",
                "'code':'OVERLOADED','dispatched':true; flag DISPATCHED",
                "'code':'OVERLOADED','transient':true; flag TRANSIENT",
                "'code':'OVERLOADED','retryAfter':5; retry-after: expected 5, found 0",
                "'code':'OVERLOADED','correlation':5; correlation: expected 5, found 0"
            })
    void comparesErrors(String members, String why) {
        String steps = ARRIVED + "{'fail':1,'code':'OVERLOADED'},{'out':[{'ERROR':1," + members + "}]}";
        assertThatThrownBy(() -> play(steps, "open")).hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'DRAIN':1,'code':'PROTOCOL_VIOLATION'; last accepted id",
                "'DRAIN':0,'code':'IDLE'; code: expected IDLE, found PROTOCOL_VIOLATION",
                "'DRAIN':0,'code':'PROTOCOL_VIOLATION','clauses':['W-4.4']; a DRAIN that names one of [W-4.4] was expected"
            })
    void comparesDrains(String members, String why) {
        String steps = OPENED + "{" + HELLO + "},{'out':[{" + members + "}]}";
        assertThatThrownBy(() -> play(steps, "closed")).hasMessageContaining(why);
    }

    @Test
    void comparesTheStateAndWhatNobodyLookedAt() {
        assertThatThrownBy(() -> play(OPENED + "{'advance':1}", "closed"))
                .hasMessageContaining("ends open, not closed");
        assertThatThrownBy(() -> play(ARRIVED.replace("{'events':['arrived 1']},", "") + "{'advance':1}", "open"))
                .hasMessageContaining("this has happened: [arrived 1");
    }

    @Test
    void comparesSettings() {
        Transcript other = transcript(OPENED + "{'advance':1}", "open", "'calls':32");
        TranscriptRunner.play(other, Slices.SINGLE_OCTETS);
        FramePattern pattern = new FramePattern(new Node(Map.of()));
        SentFrame hello = new SentFrame(
                HexText.octets("0f 00 00 01 00 00 00 00 72 70 63 69 01 01 00 03 00 04 00 20 00 00 00", 0));
        assertThatThrownBy(() -> pattern.take(Node.of(Json.tree("{\"HELLO\":0}")), new ArrayDeque<>(List.of(hello))))
                .hasMessageContaining("parameter calls: expected 16, found 32");
    }

    @Test
    void comparesTheOrderOfWhatHappensToACall() {
        String steps = ARRIVED.replace("{'events':['arrived 1']},", "") + "{'cut':true},";
        play(steps + "{'events':['arrived 1 method 1','cancelled 1']}", "closed");
        play(steps + "{'events':[]}", "closed");
        assertThatThrownBy(() -> play(steps + "{'events':['cancelled 1','arrived 1']}", "closed"))
                .hasMessageContaining("happened has [arrived 1");
        assertThatThrownBy(() -> play(steps + "{'events':['arrived 1']}", "closed"))
                .hasMessageContaining("happened has [arrived 1");
    }

    @Test
    void countsRounds() {
        assertThat(HexText.octets("<u16 1+2i> <varint 127+1i> <ab x 2>", 1)).containsExactly(3, 0, 0x80, 1, 0xab, 0xab);
    }
}
