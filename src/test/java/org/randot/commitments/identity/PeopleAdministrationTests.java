package org.randot.commitments.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.PeopleAdministration.AddPerson;
import org.randot.commitments.identity.PeopleAdministration.Added;
import org.randot.commitments.identity.PeopleAdministration.ChangePerson;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People, their rights and nominations. */
@IntegrationTest
class PeopleAdministrationTests {
    private static final String PASSWORD = "kettle orbit lantern";

    @LocalServerPort
    int port;

    @Autowired
    PeopleAdministration administration;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    Invitations invitations;

    @Autowired
    MachineTime time;

    @Autowired
    CurrentActor current;

    @Test
    void letsThePersonIn_whenTheLinkWasUsed() {
        // given
        Added added = add(Set.of(Role.CHS_REVIEWER), "PER");
        String username = nameOf(added.id());
        assertThat(signIn.withPassword(username, PASSWORD, "192.0.2.3")).isEmpty();
        Browser browser = new Browser(port);
        String path = URI.create(added.link()).getPath();
        assertThat(browser.get(path).body()).contains(username);
        // when
        HttpResponse<String> weak = browser.post(path, Map.of("password", "password1234"));
        HttpResponse<String> chosen = browser.post(path, Map.of("password", PASSWORD));
        // then
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(chosen.statusCode()).isBetween(302, 303);
        assertThat(signIn.withPassword(username, PASSWORD, "192.0.2.3")).isPresent();
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void remembersEveryNomination_whenAReviewerChangesStates() {
        Added added = add(Set.of(Role.CHS_REVIEWER), "PER");
        change(added.id(), Set.of(Role.CHS_REVIEWER), "CHL", "NV 12/2026");
        assertThat(people.wasEverNominatedBy(added.id(), "PER")).isTrue();
        assertThat(people.wasEverNominatedBy(added.id(), "CHL")).isTrue();
        assertThat(people.wasEverNominatedBy(added.id(), "BRA")).isFalse();
        assertThat(asAdministrator(() -> administration.nominations(added.id())))
                .hasSize(2);
    }

    @Test
    void endsSessionsOfThePerson_whenTheRolesChange() {
        Browser browser = new Browser(port);
        Added added = add(Set.of(Role.TECHNICAL_SECRETARIAT), null);
        String path = URI.create(added.link()).getPath();
        browser.get(path);
        browser.post(path, Map.of("password", PASSWORD));
        browser.signIn(nameOf(added.id()), PASSWORD);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        change(added.id(), Set.of(Role.CHS_CHAIR), null, "");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsTheOwnSessionAndEndsTheOthers_whenThePasswordChanges() {
        Added added = add(Set.of(Role.TECHNICAL_SECRETARIAT), null);
        String path = URI.create(added.link()).getPath();
        Browser here = new Browser(port);
        here.get(path);
        here.post(path, Map.of("password", PASSWORD));
        here.signIn(nameOf(added.id()), PASSWORD);
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(nameOf(added.id()), PASSWORD);
        here.get("/profile");
        String before = here.cookie("session").orElseThrow();
        HttpResponse<String> changed =
                here.post("/profile/password", Map.of("old", PASSWORD, "wanted", "seven quiet harbours"));
        assertThat(changed.statusCode()).isBetween(302, 303);
        assertThat(here.get("/profile").statusCode()).isEqualTo(200);
        assertThat(here.cookie("session").orElseThrow()).isNotEqualTo(before);
        assertThat(elsewhere.get("/profile").statusCode()).isEqualTo(303);
    }

    @Test
    void isRefused_whenRolesDoNotGoTogether() {
        assertThatThrownBy(() -> add(Set.of(Role.NATIONAL_COORDINATOR, Role.CHS_REVIEWER), "PER"))
                .hasMessage("identity.refusal.mixedRoles");
        assertThatThrownBy(() -> add(Set.of(Role.ADMINISTRATOR, Role.CHS_REVIEWER), "PER"))
                .hasMessage("identity.refusal.mixedRoles");
        assertThatThrownBy(() -> add(Set.of(Role.NATIONAL_COORDINATOR), null))
                .hasMessage("identity.refusal.stateMissing");
        assertThatThrownBy(() -> add(Set.of(Role.NATIONAL_COORDINATOR), "XXX"))
                .hasMessage("identity.refusal.stateUnfit");
    }

    @Test
    void isRefused_whenAnAdministratorChangesTheOwnRights() {
        UUID self = people.byUsername("administrator").orElseThrow().id();
        assertThatThrownBy(() -> asAdministrator(() -> {
                    administration.setActive(self, false);
                    return true;
                }))
                .hasMessage("identity.refusal.ownRights");
    }

    @Test
    void isClosed_whenTheActorIsNoAdministrator() {
        for (String username : new String[] {"chair", "secretariat", "auditor", "coordinator.arg"}) {
            Actor actor = people.byUsername(username).orElseThrow();
            assertThatThrownBy(() -> current.callAs(actor, () -> administration.get(actor.id())))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void showsItsPages_whenTheAdministratorAsks() {
        Browser browser = new Browser(port);
        browser.signIn("administrator", "demo");
        assertThat(browser.get("/admin/people?q=coordinator.a").body()).contains("coordinator.arg");
        assertThat(browser.get("/admin/people/new").statusCode()).isEqualTo(200);
        UUID id = people.byUsername("reviewer.can").orElseThrow().id();
        assertThat(browser.get("/admin/people/" + id).body()).contains("CAN");
        HttpResponse<String> added = browser.post(
                "/admin/people",
                Map.of(
                        "username",
                        "made." + Ids.next(),
                        "name",
                        "Made on the page",
                        "roles",
                        "CHS_CHAIR",
                        "state",
                        ""));
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("/welcome/");
        HttpResponse<String> refused = browser.post("/admin/people", Map.of("username", "X", "name", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void offersNoFirstAdministrator_whenSomebodyHasAnAccount() {
        assertThat(invitations.issueFirst()).isEmpty();
        assertThatThrownBy(() -> invitations.accept("made-up", "first", "First", PASSWORD))
                .isInstanceOf(Absent.class);
    }

    private Added add(Set<Role> roles, @Nullable String state) {
        String username = "test." + Ids.next();
        return asAdministrator(
                () -> administration.add(new AddPerson(username, "Invented Person", null, roles, state, "NV 1/2026")));
    }

    private void change(UUID id, Set<Role> roles, @Nullable String state, String noteVerbale) {
        asAdministrator(() -> {
            administration.change(
                    id,
                    new ChangePerson(
                            administration.get(id).version(),
                            "Invented Person",
                            null,
                            roles,
                            state,
                            noteVerbale,
                            LocalDate.of(2026, 1, 1)));
            return true;
        });
    }

    private String nameOf(UUID id) {
        return asAdministrator(() -> administration.get(id).username());
    }

    private <T> T asAdministrator(Supplier<T> work) {
        return current.callAs(people.byUsername("administrator").orElseThrow(), work);
    }
}
