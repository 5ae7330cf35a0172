package org.randot.commitments.forms;

import java.util.List;

/**
 * A part of a form that can be given to somebody else: a group of fields, a table or a field that stands alone.
 *
 * @param id of the group, or the field's key
 * @param label in the reader's language
 * @param keys of its fields
 */
public record FormSection(String id, String label, List<String> keys) {}
