package org.randot.commitments.shell.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.PublicUrl;
import org.randot.commitments.identity.RightsAtCommit;
import org.randot.commitments.identity.Role;
import org.randot.commitments.identity.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Nothing is open unless it says so here. The rules are coarse, by area; what a person may do to an object is decided by the module that
 * owns it.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChain {
    private static final String[] PUBLIC = {
        "/sign-in",
        "/welcome/*",
        "/contribute/*",
        "/calendar/*",
        "/api/v1/calendar/*",
        "/assets/**",
        "/favicon.ico",
        CspReports.PATH,
        "/actuator/health/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/error"
    };
    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.name();
    private static final String COORDINATOR = Role.NATIONAL_COORDINATOR.name();

    private final PublicUrl url;
    private final AccessAnswers answers;
    private final WebSession sessions;

    SecurityChain(PublicUrl url, AccessAnswers answers, WebSession sessions) {
        this.url = url;
        this.answers = answers;
        this.sessions = sessions;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, CurrentActor current, Tokens tokens, RightsAtCommit rights)
            throws Exception {
        return http.authorizeHttpRequests(SecurityChain::areas)
                .headers(new Headers(url))
                .csrf(this::forgery)
                .addFilterBefore(new OriginCheck(url, answers), CsrfFilter.class)
                .addFilterBefore(
                        new ActorFilter(current, tokens, sessions, answers, rights),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(no -> no.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                // our own session says who acts; Spring Security's would take each request for a sign-in and change the
                // session's id
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static void areas(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
        to.requestMatchers(PUBLIC).permitAll();
        to.requestMatchers(HttpMethod.POST, "/api/v1/tokens").permitAll();
        to.requestMatchers("/admin/**", "/api/v1/people/**", "/api/v1/clock", "/api/v1/packages/**")
                .hasRole(ADMINISTRATOR);
        registers(to);
        to.requestMatchers(HttpMethod.POST, "/api/v1/cycles/**", "/api/v1/states/**")
                .hasRole(ADMINISTRATOR);
        to.requestMatchers(HttpMethod.PUT, "/api/v1/states/*/treaties/**", "/api/v1/rates/**")
                .hasRole(ADMINISTRATOR);
        to.requestMatchers("/audit/**", "/api/v1/audit/**").hasAnyRole(ADMINISTRATOR, Role.AUDITOR.name());
        to.anyRequest().authenticated();
    }

    /** A state's registers are kept by its coordinators. */
    private static void registers(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers("/agencies/**", "/laws/**").hasRole(COORDINATOR);
        for (String each : List.of("/api/v1/states/*/agencies/**", "/api/v1/states/*/laws/**")) {
            to.requestMatchers(HttpMethod.POST, each).hasRole(COORDINATOR);
            to.requestMatchers(HttpMethod.PUT, each).hasRole(COORDINATOR);
        }
    }

    /**
     * The token stands in a cookie of this host that no script reads, and in each form. It outlives the session, so that a form sent too
     * late is still known to be ours and its text can be kept. Requests with credentials of their own need none.
     */
    private void forgery(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(url.isSecure() ? "__Host-csrf" : "csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(url.isSecure()).httpOnly(true).sameSite("Lax"));
        csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(this::cannotBeForged);
    }

    private boolean cannotBeForged(HttpServletRequest request) {
        return CspReports.PATH.equals(request.getRequestURI())
                || ActorFilter.hasCredentials(request)
                || AccessAnswers.isRest(request) && !sessions.isCookiePresent(request);
    }

    /** Nobody signs in by Spring Security's own ways; without this bean it would make up a user. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new ProviderNotFoundException("No other way in");
        };
    }
}
