package io.arrears.pipeline.notebook;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture of a notebook, as SVG. */
record Picture(String svg) {
    String title() {
        return document().getElementsByTagName("title").item(0).getTextContent();
    }

    /** How many marks of a kind it has, e.g. {@code circle}. */
    int marks(String element) {
        return document().getElementsByTagName(element).getLength();
    }

    private Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the picture is not well-formed XML: " + svg, e);
        }
    }
}
