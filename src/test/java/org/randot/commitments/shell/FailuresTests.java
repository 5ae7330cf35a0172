package org.randot.commitments.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.web.HttpRequestMethodNotSupportedException;

class FailuresTests {
    private Failures failures;

    @BeforeEach
    void readMessages() throws IOException {
        failures = new Failures(Messages.messageSource());
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT,404",
        "FORBIDDEN,403",
        "CONFLICT,409",
        "BROKEN_RULE,422",
        "TOO_LARGE,413",
        "UNSUPPORTED,415",
        "TOO_OFTEN,429"
    })
    void answersARefusalByItsKind(Refusal.Kind kind, int status) {
        assertThat(Failures.statusOf(kind)).isEqualTo(status);
    }

    @Test
    void tellsARefusalInTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("es"));
        Failure failure = failures.of(new Forbidden());
        assertThat(failure.detail()).isEqualTo("Su función no lo permite.");
        assertThat(failure.code()).isEqualTo("shared.forbidden");
        assertThat(failures.of(new Absent()).status()).isEqualTo(404);
    }

    @Test
    void saysNothingOfTheInside_whenSomethingUnexpectedHappens() {
        Failure failure = failures.of(new IllegalStateException("select secret from drafts"));
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.reference()).matches("[0-9a-f]{10}");
        assertThat(failure.toString()).doesNotContain("secret");
    }

    @Test
    void pointsAtTheUnknownField_whenABodyHasOne() {
        Exception unreadable = catchException(
                () -> new ObjectMapper().readValue("{\"marks\":[{\"text\":\"a\",\"colour\":\"red\"}]}", Marks.class));
        Failure failure = failures.of(
                new HttpMessageNotReadableException("unreadable", unreadable, new MockHttpInputMessage(new byte[0])));
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.details().toString()).contains("/marks/0/colour", "UNKNOWN_FIELD");
    }

    @Test
    void answersConflict_whenSomebodyElseWasFaster() {
        assertThat(failures.of(new OptimisticLockingFailureException("version")).status())
                .isEqualTo(409);
    }

    @Test
    void namesTheMethodsOffered_whenAnotherIsUsed() {
        Failure failure = failures.of(new HttpRequestMethodNotSupportedException("DELETE", List.of("GET")));
        assertThat(failure.status()).isEqualTo(405);
        assertThat(failure.headers().getAllow()).containsExactly(HttpMethod.GET);
    }

    @Test
    void turnsAPathOfAFormIntoAPointer() {
        assertThat(Failures.pointer("marks[0].text")).isEqualTo("/marks/0/text");
        assertThat(Failures.pointer("rows[2]")).isEqualTo("/rows/2");
    }

    record Marks(List<Mark> marks) {}

    record Mark(String text) {}
}
