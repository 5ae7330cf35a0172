package org.randot.commitments.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session cookie: bound to this host and to https wherever the product is reached by https. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionCookie {
    @Bean
    CookieSerializer cookieSerializer(PublicUrl url) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(url.isSecure() ? "__Host-session" : "session");
        cookie.setUseSecureCookie(url.isSecure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }
}
