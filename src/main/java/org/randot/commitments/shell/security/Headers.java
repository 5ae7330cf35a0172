package org.randot.commitments.shell.security;

import org.randot.commitments.identity.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers of every answer (security.md 6). An answer may be stricter; {@code no-store} is left out where it says how long it may be kept. */
final class Headers implements Customizer<HeadersConfigurer<HttpSecurity>> {
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; report-uri "
                    + CspReports.PATH + "; report-to csp";
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
                    + " payment=(), usb=()";
    private static final int YEAR = 31_536_000;

    private final PublicUrl url;

    Headers(PublicUrl url) {
        this.url = url;
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(strict ->
                        strict.maxAgeInSeconds(YEAR).includeSubDomains(true).requestMatcher(request -> url.isSecure()))
                .addHeaderWriter((request, response) -> {
                    response.addHeader(HttpHeaders.VARY, "HX-Request");
                    response.setHeader("Reporting-Endpoints", "csp=\"" + CspReports.PATH + "\"");
                });
    }
}
