package org.randot.commitments.packages.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML file as a tree that knows its lines. The parser takes no document type and resolves nothing external (security.md 4). */
public final class Xml {
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Xml() {}

    /** One element; attributes without a namespace by their name, those of Camunda as {@code camunda:name}. */
    public static final class Element {
        private final String namespace;
        private final String name;
        private final int line;
        private final Map<String, String> attributes;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Element(String namespace, String name, int line, Map<String, String> attributes) {
            this.namespace = namespace;
            this.name = name;
            this.line = line;
            this.attributes = attributes;
        }

        boolean is(String otherNamespace, String otherName) {
            return namespace.equals(otherNamespace) && name.equals(otherName);
        }

        String namespace() {
            return namespace;
        }

        String name() {
            return name;
        }

        int line() {
            return line;
        }

        /** The attribute's value, an empty string where it is absent. */
        String attribute(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        String text() {
            return text.toString().strip();
        }

        List<Element> children() {
            return children;
        }

        Stream<Element> children(String otherNamespace, String otherName) {
            return children.stream().filter(child -> child.is(otherNamespace, otherName));
        }

        Optional<Element> child(String otherNamespace, String otherName) {
            return children(otherNamespace, otherName).findFirst();
        }

        /** This element and all below it. */
        Stream<Element> all() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
        }
    }

    /** The file is no XML that we read. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Unreadable(String message, int line) {
            super(message);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    public static Element parse(byte[] content) throws Unreadable {
        Builder builder = new Builder();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), builder);
        } catch (SAXParseException wrong) {
            throw new Unreadable(String.valueOf(wrong.getMessage()), wrong.getLineNumber());
        } catch (SAXException | IOException wrong) {
            throw new Unreadable(String.valueOf(wrong.getMessage()), 0);
        } catch (ParserConfigurationException wrong) {
            throw new IllegalStateException(wrong);
        }
        return builder.root();
    }

    private static final class Builder extends DefaultHandler {
        private static final int DEEPEST = 50;
        private final List<Element> open = new ArrayList<>();
        private @Nullable Element root;
        private @Nullable Locator locator;

        Element root() throws Unreadable {
            Element element = root;
            if (element == null) {
                throw new Unreadable("empty", 0);
            }
            return element;
        }

        @Override
        public void setDocumentLocator(Locator here) {
            locator = here;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes given) throws SAXException {
            if (open.size() >= DEEPEST) {
                throw new SAXException("nested too deeply");
            }
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < given.getLength(); i++) {
                String prefix = given.getURI(i).equals(CAMUNDA)
                        ? "camunda:"
                        : given.getURI(i).isEmpty() ? "" : "other:";
                attributes.put(prefix + given.getLocalName(i), given.getValue(i));
            }
            Locator here = locator;
            Element element = new Element(uri, localName, here == null ? 0 : here.getLineNumber(), attributes);
            if (open.isEmpty()) {
                root = element;
            } else {
                open.get(open.size() - 1).children.add(element);
            }
            open.add(element);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            open.remove(open.size() - 1);
        }

        @Override
        public void characters(char[] text, int start, int length) {
            open.get(open.size() - 1).text.append(text, start, length);
        }

        @Override
        public void error(SAXParseException wrong) throws SAXException {
            throw wrong;
        }
    }
}
