package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Text as mixed as it comes: a third of its characters is not ASCII. Some paragraphs are ASCII throughout, some have an accent
 * here and there, some are in another script, with two, three or four octets a character.
 */
final class Paragraphs {

    private static final long SEED = 2;
    private static final String ENGLISH =
            "the order has been sent to a new address and arrives in two days if nobody objects until then";
    private static final String GERMAN =
            "die größte Lieferung kommt übermorgen über München und möglicherweise später für alle Schüler";
    private static final String GREEK = "η παραγγελία στάλθηκε σε νέα διεύθυνση και φτάνει σε δύο ημέρες";
    private static final String RUSSIAN = "заказ отправлен по новому адресу и придёт через два дня если никто";
    private static final String JAPANESE = "注文は 新しい 住所に 送られ 二日後に 届きます 誰も 反対 しなければ";
    private static final String SYMBOLS = "🙂 👍 🚚 📦 → € ✓ …";

    /** The language of each paragraph and how many words it has, from names of two words to whole paragraphs. */
    private static final List<Paragraph> PARAGRAPHS = List.of(
            new Paragraph(ENGLISH, 3),
            new Paragraph(GREEK, 2),
            new Paragraph(ENGLISH, 40),
            new Paragraph(RUSSIAN, 24),
            new Paragraph(GERMAN, 40),
            new Paragraph(SYMBOLS, 2),
            new Paragraph(ENGLISH, 12),
            new Paragraph(JAPANESE, 30),
            new Paragraph(GERMAN, 2),
            new Paragraph(GREEK, 18),
            new Paragraph(ENGLISH, 1),
            new Paragraph(SYMBOLS, 12));

    private record Paragraph(String words, int count) {}

    private Paragraphs() {}

    static Texts texts() {
        Random random = new Random(SEED);
        List<String> paragraphs = new ArrayList<>();
        for (Paragraph paragraph : PARAGRAPHS) {
            String[] words = paragraph.words().split(" ");
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < paragraph.count(); i++) {
                text.append(i == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
            }
            paragraphs.add(text.toString());
        }
        return new Texts(paragraphs);
    }
}
