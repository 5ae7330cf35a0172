package org.randot.commitments.status;

import java.util.List;

/**
 * Why a rating is what it is, in words.
 *
 * @param key the decision table's reason, message key {@code status.reason.<key>}
 * @param stages codes of the stages it rests on
 */
public record Reason(String key, List<String> stages) {
    public String messageKey() {
        return "status.reason." + key;
    }
}
