package org.randot.commitments.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The main job of the product, lived in a real browser by people of four roles. */
@IntegrationTest
class BrowserStoryTests {
    private static final String DESIGNATE = "Designar la autoridad de rastreo y fijar la línea de base";
    private static final String STAGE = "C1.S1";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Season season;
    private Chromium chromium;

    @BeforeEach
    void begin() {
        season = Season.begins(context);
        chromium = new Chromium(port);
    }

    @AfterEach
    void end() {
        chromium.close();
        season.close();
    }

    @Test
    void showsAnApprovedMilestoneInTheMatrix_whenAllRolesPlayTheirPart() throws IOException {
        try (Visitor administrator = chromium.visitor("es").signsIn("administrator");
                Visitor coordinator = chromium.visitor("es").signsIn("coordinator.col");
                Visitor secretariat = chromium.visitor("es").signsIn("secretariat");
                Visitor reviewer = chromium.visitor("es").signsIn("reviewer.mex")) {
            setsTheMeetingDate(administrator);
            launchesTheCycle(administrator);
            fillsTheForm(coordinator);
            keepsEverything_whenAValueIsWrong(coordinator);
            handsItIn(coordinator);
            findsItComplete(secretariat);
            cannotDecideOnTheOwnState();
            returnsItWithAMark(reviewer);
            correctsWhatIsMarked(coordinator);
            findsItComplete(secretariat);
            approvesIt(reviewer);
            seesItInTheMatrix(reviewer);
            assertThat(administrator.troubles()).isEmpty();
            assertThat(coordinator.troubles()).isEmpty();
            assertThat(secretariat.troubles()).isEmpty();
            assertThat(reviewer.troubles()).isEmpty();
        }
    }

    private void setsTheMeetingDate(Visitor administrator) {
        administrator
                .follows("Calendario del ciclo")
                .writes("Primer día de la Quinta Reunión", Season.MEETING.toString())
                .writes("Motivo", "Fecha de la prueba");
        if (!administrator.find("#placeholder").isChecked()) {
            administrator.ticks("placeholder", "true");
        }
        administrator
                .presses("Mostrar qué cambia")
                .presses("Fijar esta fecha")
                .sees("La fecha de la reunión está fijada.");
        assertThat(administrator.text("main")).contains("15 octubre 2026");
    }

    private void launchesTheCycle(Visitor administrator) {
        administrator.follows("Puesta en marcha");
        administrator.find("#state").selectOption("COL");
        administrator.find("#commitment").selectOption("C1");
        administrator.presses("Iniciar").sees("El inicio está en marcha.");
        season.backgroundWork();
        administrator.sees("1 solicitados: 1 iniciados");
    }

    private void fillsTheForm(Visitor coordinator) throws IOException {
        coordinator.follows("Mis tareas").follows(DESIGNATE);
        coordinator.writes("Nombre de la institución", "Centro Nacional de Rastreo");
        coordinator.find("#task-form").getByLabel("Tipo").first().selectOption(new SelectOption().setLabel("Policía"));
        coordinator
                .find("#task-form")
                .getByLabel("Nivel")
                .first()
                .selectOption(new SelectOption().setLabel("Nacional"));
        coordinator
                .writes("Contacto (cargo, sin nombres)", "Jefatura de la unidad")
                .sees("Guardado a las");
        coordinator
                .answers("legalBasis.title.es", "Decreto del Centro Nacional de Rastreo")
                .answers("legalBasis.number", "112/2022")
                .answers("legalBasis.adopted", "2022-03-01")
                .answers("legalBasis.inForce", "2022-04-01")
                .answers("legalBasis.articles", "1-12")
                .answers("legalBasis.url", "https://example.org/ley/112-2022")
                .ticks("tracingChannels", "NATIONAL_REGISTRY")
                .ticks("tracingChannels", "ETRACE")
                .writes("Año de la línea de base", "2023")
                .writes("Armas de fuego recuperadas", "1.100")
                .writes("Armas de fuego sometidas a rastreo", "2.000")
                .writes("Armas de fuego rastreadas", "400")
                .answers("countingUnitNote.es", "Un armazón es un arma; los números se comparan antes de contar.")
                .ticks("sourceKind", "NATIONAL_OFFICIAL")
                .writes("Nombre de la fuente", "Registro nacional de armas")
                .writes("Fecha de extracción", "2025-02-10")
                .ticks("coverage", "NATIONAL");
        attaches(coordinator, "EV-DEC", 1);
        attaches(coordinator, "EV-STA", 2);
    }

    private void attaches(Visitor coordinator, String kind, int documents) throws IOException {
        if (documents > 1) {
            coordinator.find("summary").getByText("Añadir un documento").click();
        }
        Path document = Season.document().getFile().toPath();
        coordinator.find("#evidence-file").setInputFiles(document);
        coordinator.chooses("kind", kind).presses("Subir");
        coordinator.find("#evidence tbody tr").nth(documents - 1).waitFor();
        assertThat(coordinator.find("#evidence tbody tr").count()).isEqualTo(documents);
    }

    private void keepsEverything_whenAValueIsWrong(Visitor coordinator) {
        coordinator
                .presses("Verificar y presentar")
                .sees("Se sometieron a rastreo más armas de fuego que las recuperadas.")
                .follows("Volver al borrador")
                .sees("Se sometieron a rastreo más armas de fuego que las recuperadas.");
        assertThat(coordinator.value("baselineSubmitted")).matches("2.?000");
        assertThat(coordinator.value("tracingAuthority.name.es")).isEqualTo("Centro Nacional de Rastreo");
        assertThat(coordinator.value("legalBasis.inForce")).isEqualTo("2022-04-01");
        assertThat(coordinator.find("input[name='tracingChannels']:checked").count())
                .isEqualTo(2);
    }

    private void handsItIn(Visitor coordinator) {
        coordinator
                .writes("Armas de fuego sometidas a rastreo", "700")
                .presses("Verificar y presentar")
                .sees("Está todo lo que se pide.")
                .presses("Presentar a la Comisión")
                .sees("Presentado. La Comisión queda informada.");
        season.backgroundWork();
    }

    private void findsItComplete(Visitor secretariat) {
        opensTheReview(secretariat);
        decides(secretariat, "COMPLETE").sees("Registrado: completa.");
        season.backgroundWork();
    }

    private void cannotDecideOnTheOwnState() {
        try (Visitor own = chromium.visitor("es").signsIn("reviewer.col")) {
            opensTheReview(own);
            own.sees("Se trata del Estado que lo nombró.");
            assertThat(own.find("input[name='decision']").count()).isZero();
            assertThat(own.troubles()).isEmpty();
        }
    }

    private void returnsItWithAMark(Visitor reviewer) {
        opensTheReview(reviewer);
        reviewer.find("summary")
                .getByText("Comentario sobre Armas de fuego rastreadas")
                .click();
        reviewer.answers("mark[/baselineTraced]", "¿Incluye a las provincias?");
        reviewer.writes("Texto para el Estado", "Falta una precisión.");
        decides(reviewer, "RETURN").sees("Registrado: devuelto al Estado con sus señalamientos.");
        season.backgroundWork();
    }

    private void correctsWhatIsMarked(Visitor coordinator) {
        coordinator.follows("Mis tareas").follows(DESIGNATE).sees("Falta una precisión.");
        assertThat(coordinator.text("#f-baselineTraced-field")).contains("¿Incluye a las provincias?");
        coordinator
                .writes("Armas de fuego rastreadas", "450")
                .presses("Verificar y presentar")
                .presses("Presentar a la Comisión");
        coordinator.sees("Presentado. La Comisión queda informada.");
        season.backgroundWork();
    }

    private void approvesIt(Visitor reviewer) {
        opensTheReview(reviewer);
        assertThat(reviewer.text("#decision-form")).contains("450");
        decides(reviewer, "APPROVE").sees("Registrado: hito aprobado.");
        season.backgroundWork();
    }

    private void seesItInTheMatrix(Visitor reviewer) {
        reviewer.follows("Estado de avance");
        assertThat(reviewer.find("table.matrix tr", "Colombia").innerText())
                .contains(
                        "Avance inicial", "Según lo previsto", "Está aprobado menos del 40 % del peso de las etapas.");
        reviewer.opens("/states/COL");
        assertThat(reviewer.find("main tr", STAGE).innerText()).contains("Aprobada");
    }

    private static void opensTheReview(Visitor who) {
        who.opens("/reviews?state=COL&commitment=C1&status=OPEN");
        who.follows("Colombia: " + STAGE);
    }

    private static Visitor decides(Visitor who, String decision) {
        return who.ticks("decision", decision).ticks("confirmed", "true").presses("Registrar la decisión");
    }

    @Test
    void addsARowAndSaves_whenTheBrowserRunsNoScript() {
        season.withMeetingDate().launched("PAN", "T1");
        try (Visitor coordinator = chromium.visitor("en", false).signsIn("coordinator.pan")) {
            // given
            coordinator.opens("/tasks/" + season.firstTask("PAN", "T1").id());
            coordinator.answers("callSign", "RIVER");
            int before =
                    coordinator.find("input[name^='rivers.'][name$='.river']").count();
            // when
            coordinator.find("button[name='_add'][value='rivers']").click();
            coordinator.find("input[name='rivers." + before + ".river']").fill("Tuira");
            coordinator.presses("Save draft").sees("The draft is saved.");
            // then
            assertThat(coordinator.value("rivers.0.river")).isEqualTo("Tuira");
            assertThat(coordinator.value("callSign")).isEqualTo("RIVER");
        }
    }

    @Test
    void signsIn_whenOnlyTheKeyboardIsUsed() {
        try (Visitor visitor = chromium.visitor("en")) {
            // given
            Page page = visitor.page();
            visitor.opens("/sign-in?lang=en");
            page.keyboard().press("Tab");
            assertThat(visitor.text(":focus")).isEqualTo("Skip to main content");
            // when
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().type("coordinator.pan");
            page.keyboard().press("Tab");
            page.keyboard().type("demo");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            // then
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setLevel(1).setName("Coordinación nacional de Panamá"))
                    .waitFor();
        }
    }
}
