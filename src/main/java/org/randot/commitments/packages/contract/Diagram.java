package org.randot.commitments.packages.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A process to be looked at: names in the reader's language, and nothing that only the engine needs. */
public final class Diagram {
    private Diagram() {}

    /** @param words the translation for a message key such as {@code tellAuthority.name}; empty keeps the English */
    public static String of(byte[] bpmn, Function<String, Optional<String>> words) {
        try {
            Document document = builder().parse(new ByteArrayInputStream(bpmn));
            strip(document, "extensionElements");
            strip(document, "documentation");
            strip(document, "conditionExpression");
            strip(document, "timeDate");
            stripAttributes(document);
            translate(document, words);
            return write(document);
        } catch (SAXException | IOException | ParserConfigurationException | TransformerException wrong) {
            throw new IllegalStateException("A deployed process cannot be read", wrong);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder();
    }

    private static void strip(Document document, String name) {
        for (Element element : elements(document, Xml.BPMN, name)) {
            Node parent = element.getParentNode();
            if (parent != null) {
                parent.removeChild(element);
            }
        }
    }

    private static void stripAttributes(Document document) {
        for (Element element : elements(document, Xml.BPMN, "*")) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = attributes.getLength() - 1; i >= 0; i--) {
                if (Xml.CAMUNDA.equals(attributes.item(i).getNamespaceURI())) {
                    element.removeAttributeNode((Attr) attributes.item(i));
                }
            }
        }
    }

    private static void translate(Document document, Function<String, Optional<String>> words) {
        for (Element element : elements(document, Xml.BPMN, "*")) {
            String key = "process".equals(element.getLocalName()) ? "process" : element.getAttribute("id");
            if (element.hasAttribute("name")) {
                words.apply(key + ".name").ifPresent(text -> element.setAttribute("name", text));
            }
            if ("textAnnotation".equals(element.getLocalName())) {
                words.apply(key + ".text")
                        .ifPresent(text -> elements(element, "text").forEach(note -> note.setTextContent(text)));
            }
        }
    }

    private static String write(Document document) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        return list(document.getElementsByTagNameNS(namespace, name));
    }

    private static List<Element> elements(Element parent, String name) {
        return list(parent.getElementsByTagNameNS(Xml.BPMN, name));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
