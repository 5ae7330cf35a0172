package org.randot.commitments.identity;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people reach the product ({@code randot.public-url}): the only source of absolute links, and what decides whether cookies are
 * bound to https. Empty while trying the product on the own machine.
 */
@Component
public class PublicUrl {
    private final String url;

    PublicUrl(@Value("${randot.public-url:}") String configured) {
        this.url = configured.strip().replaceAll("/+$", "");
        if (!url.isEmpty() && !"http".equals(scheme()) && !isSecure()) {
            throw new IllegalArgumentException(
                    "randot.public-url must begin with https:// (or http:// on the own machine)");
        }
    }

    public boolean isSecure() {
        return "https".equals(scheme());
    }

    private String scheme() {
        return url.isEmpty() ? "" : String.valueOf(URI.create(url).getScheme()).toLowerCase(Locale.ROOT);
    }

    /** Scheme, host and port as a browser's {@code Origin} gives it; empty where none is configured. */
    public String origin() {
        return url.isEmpty() ? "" : scheme() + "://" + URI.create(url).getAuthority();
    }

    /** An absolute link; relative to the host where no public URL is configured. */
    public String link(String path) {
        return url + path;
    }
}
