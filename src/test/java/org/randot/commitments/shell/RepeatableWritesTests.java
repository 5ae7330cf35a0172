package org.randot.commitments.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class RepeatableWritesTests {
    @Autowired
    FilterRegistrationBean<RepeatableWrites> filter;

    @Autowired
    CurrentActor current;

    @Autowired
    TransactionTemplate transaction;

    private final AtomicInteger done = new AtomicInteger();
    private Actor person = new Actor(new UUID(0, 0), "", "", Set.of(), null, Language.EN);
    private String key = "";

    @BeforeEach
    void beSomebody() {
        person = new Actor(UUID.randomUUID(), "somebody", "Somebody", Set.of(), null, Language.EN);
        key = UUID.randomUUID().toString();
    }

    @Test
    void givesTheFirstAnswerAgain_whenTheKeyIsRepeated() {
        // given
        MockHttpServletResponse first = post("{\"a\":1}", this::create);
        // when
        MockHttpServletResponse second = post("{\"a\":1}", this::create);
        // then
        assertThat(done).hasValue(1);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsByteArray())
                .isEqualTo(first.getContentAsByteArray())
                .isNotEmpty();
        assertThat(second.getContentType()).isEqualTo(first.getContentType());
        assertThat(second.getHeader("Location")).isEqualTo("/api/v1/things/1");
    }

    @Test
    void refuses_whenTheKeyComesWithAnotherBody() {
        post("{\"a\":1}", this::create);
        MockHttpServletResponse other = post("{\"a\":2}", this::create);
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentType()).startsWith("application/problem+json");
        assertThat(done).hasValue(1);
    }

    @Test
    void triesAgain_whenTheFirstWasRefused() {
        post("{}", (request, response) -> ((HttpServletResponse) response).setStatus(422));
        assertThat(post("{}", this::create).getStatus()).isEqualTo(201);
    }

    @Test
    void keepsNothing_whenTheWriteWasRolledBack() {
        MockHttpServletResponse failed = post("{}", (request, response) -> {
            transaction.executeWithoutResult(status -> status.setRollbackOnly());
            ((HttpServletResponse) response).setStatus(500);
        });
        assertThat(failed.getStatus()).isEqualTo(500);
        assertThat(post("{}", this::create).getStatus()).isEqualTo(201);
    }

    @Test
    void answersConflict_whenTheSameWriteIsUnderWay() {
        var inner = new MockHttpServletResponse[1];
        post("{}", (request, response) -> {
            var second = new Thread(() -> inner[0] = post("{}", this::create));
            second.start();
            join(second);
            ((HttpServletResponse) response).setStatus(200);
        });
        assertThat(inner[0].getStatus()).isEqualTo(409);
    }

    @Test
    void isNotSharedBetweenPeople() {
        post("{}", this::create);
        person = new Actor(UUID.randomUUID(), "other", "Other", Set.of(), null, Language.EN);
        assertThat(post("{}", this::create).getStatus()).isEqualTo(201);
        assertThat(done).hasValue(2);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void create(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response)
            throws java.io.IOException {
        var answer = (HttpServletResponse) response;
        answer.setStatus(201);
        answer.setContentType("application/json");
        answer.setHeader("Location", "/api/v1/things/1");
        answer.getOutputStream()
                .write(("{\"number\":" + done.incrementAndGet() + ",\"got\":"
                                + request.getInputStream().readAllBytes().length + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse post(String body, FilterChain handler) {
        var request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        request.addHeader("Idempotency-Key", key);
        var response = new MockHttpServletResponse();
        current.runAs(person, () -> {
            try {
                filter.getFilter().doFilter(request, response, handler);
            } catch (java.io.IOException | jakarta.servlet.ServletException failed) {
                throw new IllegalStateException(failed);
            }
        });
        return response;
    }
}
