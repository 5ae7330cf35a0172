package org.randot.commitments.scenarios;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.autoconfigure.web.servlet.SpringBootMockMvcBuilderCustomizer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.OncePerRequestFilter;

/** Everybody who may stand before a door: one of each role, at home and elsewhere. Whatever they do through it is undone at once. */
final class Crowd {
    static final String NOBODY = "nobody";
    static final String EXPIRED = "expired";
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

    /** In the order of the columns of the matrix. */
    private static final Map<String, String> ACCOUNTS = new LinkedHashMap<>();

    static {
        ACCOUNTS.put("coordinator", "coordinator.arg");
        ACCOUNTS.put("coordinator2", "coordinator.bra");
        ACCOUNTS.put("contributor", "contributor.arg");
        ACCOUNTS.put("contributor2", "contributor.bra");
        ACCOUNTS.put("observer", "observer.arg");
        ACCOUNTS.put("observer2", "observer.bra");
        ACCOUNTS.put("reviewer", "reviewer.arg");
        ACCOUNTS.put("reviewer2", "reviewer.can");
        ACCOUNTS.put("chair", "chair");
        ACCOUNTS.put("secretariat", "secretariat");
        ACCOUNTS.put("administrator", "administrator");
        ACCOUNTS.put("auditor", "auditor");
    }

    static final List<String> NAMES = Stream.concat(Stream.of(NOBODY, EXPIRED), ACCOUNTS.keySet().stream())
            .toList();

    private record Pass(Cookie[] cookies, String token) {}

    private final MockMvc doors;
    private final Map<String, Pass> passes = new LinkedHashMap<>();

    Crowd(WebApplicationContext context) {
        SpringBootMockMvcBuilderCustomizer filters = new SpringBootMockMvcBuilderCustomizer(context);
        filters.setPrint(MockMvcPrint.NONE);
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        filters.customize(builder);
        doors = builder.addFilters(undoing(context.getBean(TransactionTemplate.class)))
                .build();
        passes.put(NOBODY, pass(new Cookie[0], "/sign-in"));
        passes.put(EXPIRED, expired());
        ACCOUNTS.forEach((name, account) -> passes.put(name, pass(signIn(account), "/profile")));
    }

    MockHttpServletResponse ask(String who, MockHttpServletRequestBuilder request) {
        Pass pass = passes.getOrDefault(who, new Pass(new Cookie[0], ""));
        if (pass.cookies().length > 0) {
            request.cookie(pass.cookies());
        }
        return answer(request.header("X-CSRF-TOKEN", pass.token()));
    }

    MockHttpServletResponse get(String who, String path) {
        return ask(who, MockMvcRequestBuilders.get(java.net.URI.create(path)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
        try {
            return doors.perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new AssertionError("A request threw", failure);
        }
    }

    private Cookie[] signIn(String account) {
        Pass before = pass(new Cookie[0], "/sign-in");
        MockHttpServletResponse entered = answer(MockMvcRequestBuilders.post("/sign-in")
                .cookie(before.cookies())
                .header("X-CSRF-TOKEN", before.token())
                .param("username", account)
                .param("password", "demo")
                .requestAttr(KEEPING, true));
        Cookie session = entered.getCookie("session");
        if (session == null) {
            throw new AssertionError(account + " cannot sign in: " + entered.getStatus());
        }
        return new Cookie[] {session};
    }

    private Pass expired() {
        Cookie[] session = signIn("coordinator.arg");
        Pass pass = pass(session, "/profile");
        answer(MockMvcRequestBuilders.post("/sign-out")
                .cookie(pass.cookies())
                .header("X-CSRF-TOKEN", pass.token())
                .requestAttr(KEEPING, true));
        return pass;
    }

    /** The page carries the token against forged requests, and its cookie. */
    private Pass pass(Cookie[] session, String page) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get(page);
        if (session.length > 0) {
            request.cookie(session);
        }
        MockHttpServletResponse shown = answer(request);
        Matcher token = TOKEN.matcher(text(shown));
        Cookie csrf = shown.getCookie("csrf");
        if (!token.find() || csrf == null) {
            throw new AssertionError(page + " carries no token");
        }
        Cookie[] cookies = session.length > 0 ? new Cookie[] {session[0], csrf} : new Cookie[] {csrf};
        return new Pass(cookies, token.group(1));
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static final String KEEPING = "crowd.keeping";

    /** Behind all other filters: what a controller does is rolled back, so that the next one meets the same. */
    private static Filter undoing(TransactionTemplate transaction) {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return request.getAttribute(KEEPING) != null;
            }

            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    try {
                        chain.doFilter(request, response);
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                });
            }
        };
    }
}
