package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code text(n)}, a web address or a country's ISO 3166 code. */
record TextType(Kind kind, int longest, boolean area) implements FieldType {
    enum Kind {
        PLAIN,
        URL,
        COUNTRY
    }

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        String typed = posted.text(name);
        if (typed.isEmpty()) {
            return null;
        }
        return Values.text(
                kind == Kind.COUNTRY ? Countries.code(typed, posted.words().locale()) : typed);
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!place.text(value, longest)) {
            return;
        }
        if (kind == Kind.URL && !isAddress(value.textValue())) {
            place.error("URL");
        } else if (kind == Kind.COUNTRY && !Countries.knows(value.textValue())) {
            place.error("COUNTRY");
        }
    }

    static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        return value != null && value.isTextual() && value.textValue().length() <= longest ? value.textValue() : null;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        Control control = new Control(area ? "area" : "text", at, "", Values.typed(value));
        return Shown.control(
                switch (kind) {
                    case PLAIN -> control.limit(longest);
                    case URL -> control.limit(longest).inputMode("url");
                    case COUNTRY -> control.limit(60).list("forms-countries");
                });
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        String text = Values.typed(value);
        return List.of(
                switch (kind) {
                    case PLAIN -> FieldView.Line.of(text);
                    case URL -> new FieldView.Line(text, "", isAddress(text) ? text : "");
                    case COUNTRY -> FieldView.Line.of(Countries.name(text, words.locale()));
                });
    }
}
