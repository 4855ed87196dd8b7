package forum.examples.search;

import forum.api.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Make queries of what users type, and show what they have found. */
final class Words {

    /** What a message says, in the index. */
    static final String TEXT = "text";

    static final Analyzer ANALYZER = new StandardAnalyzer();

    private static final int LONGEST_LINE = 200;

    private Words() {}

    /** Read what a user typed; anything is a query, and all its words are wanted. */
    static Query query(String words) {
        SimpleQueryParser parser = new SimpleQueryParser(ANALYZER, TEXT);
        parser.setDefaultOperator(BooleanClause.Occur.MUST);
        return parser.parse(words);
    }

    /** Give the line of a text that fits best, with the words that were found «marked». */
    static Text bestLine(Query query, String text) {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(ANALYZER)
                .withBreakIterator(
                        () -> new SplittingBreakIterator(BreakIterator.getSentenceInstance(Locale.ROOT), '\n'))
                .withFormatter(new DefaultPassageFormatter("«", "»", " … ", false))
                .build();
        try {
            Object best = highlighter.highlightWithoutSearcher(TEXT, query, text, 1);
            return Text.of(cut((best == null ? text : best.toString())
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cut(String line) {
        if (line.codePointCount(0, line.length()) <= LONGEST_LINE) {
            return line;
        }
        int mark = Math.max(0, line.indexOf('«'));
        int from = line.offsetByCodePoints(mark, -Math.min(LONGEST_LINE / 4, line.codePointCount(0, mark)));
        int length = Math.min(LONGEST_LINE, line.codePointCount(from, line.length()));
        String part = line.substring(from, line.offsetByCodePoints(from, length));
        return (from > 0 ? "…" : "") + part + (from + part.length() < line.length() ? "…" : "");
    }
}
