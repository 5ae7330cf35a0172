package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.randot.commitments.engine.feel.Expression;
import org.randot.commitments.engine.feel.ExpressionRefused;

/** A condition over the answers of a form that stands outside it; it sees what the form's own conditions see. */
record OuterCondition(Form form, Expression expression) {
    /** @throws ExpressionRefused when it cannot be read or might cost too much */
    static OuterCondition of(Form form, String text) {
        int rows = Form.fields(form.parts()).stream()
                .filter(field -> field.type() instanceof TableType)
                .mapToInt(field -> ((TableType) field.type()).maxRows())
                .reduce(Expression.ROWS, Math::max);
        return new OuterCondition(form, Expression.formula(text, rows));
    }

    /** What of it cannot be read: a name that the form does not know, or the whole of it. */
    static Optional<String> problem(Form form, String text) {
        try {
            Set<String> unknown = new HashSet<>(of(form, text).expression().names());
            unknown.removeAll(PartsReader.SURROUNDINGS);
            form.keys().forEach(unknown::remove);
            return unknown.stream().sorted().findFirst();
        } catch (ExpressionRefused refused) {
            return Optional.of(refused.argument());
        }
    }

    boolean holds(ObjectNode given, FormContext context) {
        ObjectNode values = given.deepCopy();
        var scope = Values.scope(context);
        Referring.fill(form.parts(), values, context.register());
        FormCheck.prepare(Form.fields(form.parts()), values, context.year(), scope);
        return expression.isTrue(Settled.of(form.parts(), values, scope).scope());
    }
}
