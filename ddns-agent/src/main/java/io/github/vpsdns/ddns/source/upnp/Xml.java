// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML of strangers: of few levels, and without document types, so that no entities grow or lead elsewhere. */
final class Xml {
    /** Descriptions of routers have about ten levels. */
    private static final int DEEPEST = 64;

    private Xml() {}

    /**
     * Parses a document.
     *
     * @param who whose it is, for the message
     * @return its root
     * @throws IOException if it is not well-formed, or has a document type
     */
    static Element parse(InputStream document, String who) throws IOException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            // Not the default one, which prints to stderr; this one throws what is fatal and is silent about the rest.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(document).getDocumentElement();
        } catch (SAXException e) {
            throw new IOException(who + " answered something that is no plain XML", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        // The JDK's own: another one on the class path may not know these features.
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        // The JDK reads the text of an element by recursion.
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    static Stream<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    /** Old firmware leaves the namespace out, so that elements without one count as well. */
    static Stream<Element> children(Element parent, String namespace, String name) {
        return children(parent).filter(child -> is(child, namespace, name));
    }

    /** Returns elements at any depth, in the document's order. */
    static Stream<Element> descendants(Element parent, String namespace, String name) {
        return elements(parent.getElementsByTagNameNS("*", name)).filter(child -> is(child, namespace, name));
    }

    private static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName())
                && Optional.ofNullable(element.getNamespaceURI())
                        .orElse(namespace)
                        .equals(namespace);
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
