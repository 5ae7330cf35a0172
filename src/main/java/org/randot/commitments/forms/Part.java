package org.randot.commitments.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.feel.Expression;

/** What a form is made of, in its order. Hidden when one of {@code hides} is true. */
sealed interface Part {
    String id();

    List<Expression> hides();

    /**
     * A field.
     *
     * @param textBase its texts are {@code textBase.label}, {@code .description} and {@code .‹option›}
     * @param required always; {@code requiredIf} sometimes
     */
    record Field(
            String id,
            String key,
            String textBase,
            String label,
            String description,
            boolean required,
            @Nullable Expression requiredIf,
            List<Expression> hides,
            com.fasterxml.jackson.databind.@Nullable JsonNode standard,
            FieldType type)
            implements Part {
        /** The field where it stands, with the choices that are open there. */
        Field within(java.util.Map<String, Object> scope, Words words) {
            FieldType here = type.within(scope, words);
            return here == type
                    ? this
                    : new Field(id, key, textBase, label, description, required, requiredIf, hides, standard, here);
        }
    }

    /** Help or a heading: markdown kept to headings, bold, lists and links. */
    record Help(String id, String textKey, String text, List<Expression> hides) implements Part {}

    /** Fields under one heading; their values stand beside those of the others. */
    record Group(String id, String textKey, String label, List<Part> parts, List<Expression> hides) implements Part {}

    /** A rule across fields: a finding when {@code holds} is false, silence when it is true or cannot be said yet. */
    record Rule(
            String id,
            String code,
            FormFinding.Severity severity,
            String field,
            Expression holds,
            String textKey,
            String text,
            List<Expression> hides)
            implements Part {}
}
