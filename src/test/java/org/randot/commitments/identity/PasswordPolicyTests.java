package org.randot.commitments.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {
    private static final List<String> PERSONAL =
            List.of("Ana Rojas", "coordinator.arg", "Argentina", "Trinidad and Tobago");
    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @CsvSource({
        "elevenchars, tooShort",
        "password1234, common",
        "Password1234, common",
        "passw0rd2024!, common",
        "qwertyuiop123, common",
        "randot-2026!!, guessable",
        "Argentina-4711, guessable",
        "anarojasanarojas, guessable",
        "aaaaaaaaaaaaaaaa, guessable",
        "trinidadtobago, guessable"
    })
    void refuses_whenAnybodyWouldGuessIt(String password, String why) {
        assertThatThrownBy(() -> policy.check(password, PERSONAL))
                .isInstanceOf(PasswordRefused.class)
                .hasMessage("identity.refusal.password." + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kettle orbit lantern", "Grün-ist-der-Teich", "ñandú contento en mayo", "x7#Lm2!vQp9z"})
    void accepts_whenItIsLongAndOfItsOwn(String password) {
        assertThatCode(() -> policy.check(password, PERSONAL)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 5000})
    void refuses_whenItIsTooLong(int length) {
        assertThatThrownBy(() -> policy.check("abcdefgh".repeat(length / 8 + 1), PERSONAL))
                .isInstanceOf(PasswordRefused.class);
    }
}
