package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of domain.md 3.6: each reads posted input, checks and shows its value as the REST contract writes it. */
sealed interface FieldType
        permits NumberType,
                MoneyType,
                DateType,
                PeriodType,
                BoolType,
                ChoiceType,
                RowType,
                MultipleType,
                FilesType,
                TextType,
                MultilingualType,
                RegisterType,
                TableType,
                ComputedType {

    /**
     * The type as it is where it stands: choices may depend on what else was said.
     *
     * @param scope what expressions see there
     */
    default FieldType within(Map<String, Object> scope, Words words) {
        return this;
    }

    /** What was posted under {@code name}; what cannot be understood as it was typed; null when nothing was filled in. */
    @Nullable
    JsonNode read(Posted posted, String name);

    /** Says what is wrong with a value that is there, of whatever shape. */
    void check(JsonNode value, Place place);

    /** As expressions see it; null when there is none of this type. */
    @Nullable
    Object feel(@Nullable JsonNode value);

    /** The controls to enter it. */
    Shown show(@Nullable JsonNode value, At at);

    /** The value in words and the reader's notation. */
    List<FieldView.Line> say(JsonNode value, Words words);
}
