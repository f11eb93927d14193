package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.conformance.TranscriptRunner.Slices;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each transcript holds for the Java state machine, whatever pieces the octets come in (B03); they are what B01, B02, B04 to
 * B13, B15 to B17, B19 and B20 ask for. What is limited on one side is limited on the other (T14).
 */
class TranscriptsTest {

    static List<Transcript> transcripts() {
        return Transcript.all();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void holdsFrameByFrame(Transcript transcript) {
        TranscriptRunner.play(transcript, Slices.WHOLE_FRAMES);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void holdsOctetByOctet(Transcript transcript) {
        TranscriptRunner.play(transcript, Slices.SINGLE_OCTETS);
    }

    @Test
    void eachHasItsOwnName() {
        assertThat(transcripts().stream().map(Transcript::name)).doesNotHaveDuplicates();
    }
}
