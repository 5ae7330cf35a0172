package org.randot.commitments.reference;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.RegisterRefused.Problem;

/** A law, decree or other rule of a state. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Law(
        Map<String, String> title,
        String number,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate adopted,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate inForce,

        String articles,
        String url)
        implements Described {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_ARTICLES = 200;

    public Law(
            @Nullable Map<String, String> title,
            @Nullable String number,
            @Nullable LocalDate adopted,
            @Nullable LocalDate inForce,
            @Nullable String articles,
            @Nullable String url) {
        this.title = Wording.tidy(title);
        this.number = Wording.tidy(number);
        this.adopted = adopted;
        this.inForce = inForce;
        this.articles = Wording.tidy(articles);
        this.url = Wording.tidy(url);
    }

    @Override
    public Map<String, String> called() {
        return title;
    }

    @Override
    public String searched() {
        return String.join(" ", title.values()) + " " + number + " " + articles;
    }

    @Override
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        Wording.check(title, "title", LONGEST_TITLE, problems);
        Wording.check(number, "number", LONGEST_NUMBER, problems);
        Wording.check(articles, "articles", LONGEST_ARTICLES, problems);
        Wording.check(url, "url", LONGEST_TITLE, problems);
        if (!url.isEmpty() && !url.matches("https?://[^\\s/]+\\.[^\\s/]+\\S*")) {
            problems.add(new Problem("url", "URL"));
        }
        return problems;
    }

    @Override
    public boolean isSame(Described other) {
        return other instanceof Law law && number.equalsIgnoreCase(law.number) && Wording.meet(title, law.title);
    }
}
