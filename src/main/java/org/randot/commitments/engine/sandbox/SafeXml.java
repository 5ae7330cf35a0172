package org.randot.commitments.engine.sandbox;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML of unknown origin: bounded, in UTF-8, without document type, entities, processing instructions, or anything fetched from outside. */
final class SafeXml {
    static final int LARGEST = 2 * 1024 * 1024;
    static final int MOST_ELEMENTS = 2_000;
    static final int DEEPEST = 20;
    private static final String XML_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    private @Nullable XmlElement root;
    private @Nullable XmlElement current;
    private int elements;
    private int depth;

    private SafeXml() {}

    /** Why a file cannot be read. */
    static final class Unsafe extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final int line;
        private final String argument;

        Unsafe(String code, int line, String argument) {
            super(code, null, false, false);
            this.code = code;
            this.line = line;
            this.argument = argument;
        }

        String code() {
            return code;
        }

        int line() {
            return line;
        }

        String argument() {
            return argument;
        }
    }

    static XmlElement read(byte[] content) throws Unsafe {
        if (content.length > LARGEST) {
            throw new Unsafe("SANDBOX_TOO_LARGE", 0, String.valueOf(LARGEST));
        }
        return new SafeXml().readAll(content);
    }

    private XmlElement readAll(byte[] content) throws Unsafe {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = null;
        try {
            reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            requireUtf8(reader, content);
            while (reader.hasNext()) {
                take(reader, reader.next());
            }
        } catch (XMLStreamException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNumber();
            throw new Unsafe("SANDBOX_NOT_XML", line, "");
        } finally {
            close(reader);
        }
        XmlElement read = root;
        if (read == null) {
            throw new Unsafe("SANDBOX_NOT_XML", 0, "");
        }
        return read;
    }

    /** One encoding, so that the engine's parser and ours cannot read different things. */
    private static void requireUtf8(XMLStreamReader reader, byte[] content) throws Unsafe {
        String declared = reader.getCharacterEncodingScheme();
        boolean utf16 = content.length > 1
                && (content[0] == 0 || content[1] == 0 || content[0] == (byte) 0xFE || content[0] == (byte) 0xFF);
        if (utf16 || (declared != null && !declared.toUpperCase(Locale.ROOT).equals("UTF-8"))) {
            throw new Unsafe("SANDBOX_ENCODING", 1, declared == null ? "UTF-16" : declared);
        }
    }

    private void take(XMLStreamReader reader, int event) throws Unsafe {
        int line = reader.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> open(reader, line);
            case XMLStreamConstants.END_ELEMENT -> close();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(reader);
            case XMLStreamConstants.COMMENT, XMLStreamConstants.START_DOCUMENT, XMLStreamConstants.END_DOCUMENT -> {}
            case XMLStreamConstants.DTD -> throw new Unsafe("SANDBOX_DOCTYPE", line, "");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                throw new Unsafe("SANDBOX_INSTRUCTION", line, String.valueOf(reader.getPITarget()));
            default -> throw new Unsafe("SANDBOX_ENTITY", line, "");
        }
    }

    private void open(XMLStreamReader reader, int line) throws Unsafe {
        elements++;
        depth++;
        if (elements > MOST_ELEMENTS) {
            throw new Unsafe("SANDBOX_TOO_MANY", line, String.valueOf(MOST_ELEMENTS));
        }
        if (depth > DEEPEST) {
            throw new Unsafe("SANDBOX_TOO_DEEP", line, String.valueOf(DEEPEST));
        }
        String namespace = plain(reader.getNamespaceURI());
        if (namespace.equals(XINCLUDE)) {
            throw new Unsafe("SANDBOX_XINCLUDE", line, "");
        }
        XmlElement around = current;
        XmlElement element = new XmlElement(namespace, reader.getLocalName(), line, around);
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            element.add(attribute(reader, index, line));
        }
        if (around == null) {
            root = element;
        } else {
            around.add(element);
        }
        current = element;
    }

    private static XmlElement.Attribute attribute(XMLStreamReader reader, int index, int line) throws Unsafe {
        String namespace = plain(reader.getAttributeNamespace(index));
        String name = reader.getAttributeLocalName(index);
        if (namespace.equals(XML_SCHEMA_INSTANCE) && !name.equals("type")) {
            throw new Unsafe("SANDBOX_SCHEMA_LOCATION", line, name);
        }
        return new XmlElement.Attribute(namespace, name, reader.getAttributeValue(index));
    }

    private void close() {
        depth--;
        XmlElement closed = current;
        current = closed == null ? null : closed.parent();
    }

    private void text(XMLStreamReader reader) {
        XmlElement inside = current;
        if (inside != null) {
            inside.append(reader.getText());
        }
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void close(@Nullable XMLStreamReader reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (XMLStreamException ignored) {
                // The bytes are in memory: there is nothing to release.
            }
        }
    }
}
