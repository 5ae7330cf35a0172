package org.randot.commitments.engine.sandbox;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.randot.commitments.engine.Contract;

/** Expressions by grammar: the tree is read before it is ever evaluated, and holds published words, a few variables, literals and comparisons. */
final class ExpressionRules {
    private static final int LONGEST = 300;
    private static final int DEEPEST = 12;
    private static final Set<AstBinary.Operator> OPERATORS = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.GE,
            AstBinary.GT,
            AstBinary.LE,
            AstBinary.LT);

    private final PublishedNames names;

    ExpressionRules(PublishedNames names) {
        this.names = names;
    }

    /** A place where the engine evaluates an expression, or takes plain text. */
    void check(String text, XmlElement element, Findings findings) {
        if (isExpression(text)) {
            checkCall(text, element, findings);
        }
    }

    /** A place where an expression must stand. */
    void checkCall(String text, XmlElement element, Findings findings) {
        if (text.length() > LONGEST) {
            findings.add("SANDBOX_EXPRESSION_LONG", element, String.valueOf(LONGEST));
            return;
        }
        Node root;
        try {
            root = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot();
        } catch (TreeBuilderException malformed) {
            findings.add("SANDBOX_EXPRESSION_SYNTAX", element, text);
            return;
        }
        if (root instanceof AstEval) {
            node(root.getChild(0), 0, element, findings);
        } else {
            findings.add("SANDBOX_EXPRESSION_SYNTAX", element, text);
        }
    }

    /** A place where no expression may stand, though the engine might evaluate it. */
    void refuseAny(String text, XmlElement element, Findings findings) {
        if (isExpression(text)) {
            findings.add("SANDBOX_EXPRESSION_PLACE", element, element.name());
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void node(Node node, int depth, XmlElement element, Findings findings) {
        if (depth > DEEPEST) {
            findings.add("SANDBOX_EXPRESSION_LONG", element, String.valueOf(LONGEST));
        } else if (node instanceof AstMethod call) {
            call(call, depth, element, findings);
        } else if (node instanceof AstDot property) {
            word(property, 0, element, findings);
        } else if (node instanceof AstIdentifier name) {
            if (!Contract.VARIABLES.contains(name.getName())) {
                findings.add("SANDBOX_EXPRESSION_NAME", element, name.getName());
            }
        } else if (isHarmless(node)) {
            children(node, depth, element, findings);
        } else {
            findings.add("SANDBOX_EXPRESSION_KIND", element, String.valueOf(node));
        }
    }

    private static boolean isHarmless(Node node) {
        return node instanceof AstString
                || node instanceof AstNumber
                || node instanceof AstBoolean
                || node instanceof AstNull
                || node instanceof AstNested
                || node instanceof AstUnary
                || node instanceof AstChoice
                || (node instanceof AstBinary binary && OPERATORS.contains(binary.getOperator()));
    }

    private void call(AstMethod call, int depth, XmlElement element, Findings findings) {
        Node arguments = call.getChild(1);
        word(call.getChild(0), arguments.getCardinality(), element, findings);
        children(arguments, depth, element, findings);
    }

    /** {@code word.method}, and nothing longer. */
    private void word(Node node, int arguments, XmlElement element, Findings findings) {
        if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier word) {
            String method = dot.toString().replaceFirst("^\\W*", "");
            if (!names.words().contains(word.getName())) {
                findings.add("SANDBOX_EXPRESSION_NAME", element, word.getName());
            } else if (!names.isCallable(word.getName(), method, arguments)) {
                findings.add("SANDBOX_EXPRESSION_METHOD", element, word.getName(), method);
            }
        } else {
            findings.add("SANDBOX_EXPRESSION_KIND", element, String.valueOf(node));
        }
    }

    private void children(Node node, int depth, XmlElement element, Findings findings) {
        for (int index = 0; index < node.getCardinality(); index++) {
            node(node.getChild(index), depth + 1, element, findings);
        }
    }
}
