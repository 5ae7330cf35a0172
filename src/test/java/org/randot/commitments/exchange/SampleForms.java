package org.randot.commitments.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.randot.commitments.FormFiles;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.FormOutline;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.shared.Language;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every form of every package with its sample answers, and the way to a workbook and back without the rest of the product. */
final class SampleForms {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final List<Path> PACKAGES = List.of(Path.of("processes"), Path.of("src/test/resources/processes"));
    private static final Forms FORMS = new Forms();
    private static final FormContext CONTEXT =
            new FormContext(Map.of(), null, LocalDate.of(2025, 3, 3), Map.of(), Map.of());

    private SampleForms() {}

    static List<Path> files() throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (Path packages : PACKAGES) {
            try (Stream<Path> paths = Files.walk(packages)) {
                paths.filter(path -> path.toString().endsWith(".form"))
                        .filter(path -> Files.exists(sample(path)))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Path sample(Path form) {
        return SAMPLES.resolve(form.getFileName().toString().replace(".form", ".json"));
    }

    static Form form(Path file) {
        return FormFiles.read(file);
    }

    /** What a person enters: without what is computed. */
    static ObjectNode values(Path file) {
        try {
            return form(file).entered((ObjectNode) JSON.readTree(Files.readAllBytes(sample(file))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static FormOutline outline(Path file, ObjectNode values, Language language) {
        return FORMS.outline(form(file), values, CONTEXT, texts(file, language));
    }

    static byte[] workbook(FormOutline outline, Language language) {
        About about = new About("Task", "State", "Commitment", "Stage", null, "What is asked");
        WorkbookKey key = new WorkbookKey(new UUID(1, 1), outline.form(), "", 0, language);
        return new WorkbookWriter(about, outline, words(language)).write(key);
    }

    /** @throws WorkbookRefused with what is wrong */
    static JsonNode read(Path file, FormOutline outline, byte[] workbook, Language language) {
        WorkbookInspection.inspect(workbook);
        Reading reading = new Reading(words(Language.EN), language.locale());
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            new WorkbookReader(outline, reading).read(opened);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!reading.problems().isEmpty()) {
            throw new WorkbookRefused(reading.problems());
        }
        return plain(FORMS.readEveryRow(form(file), reading.posted()));
    }

    /** As JSON has it, whatever class a number is of. */
    static JsonNode plain(ObjectNode values) {
        try {
            return JSON.readTree(values.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static SheetWords words(Language language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/exchange", "messages/undertakings");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new SheetWords(messages, language.locale());
    }

    private static FormTexts texts(Path file, Language language) {
        Properties texts = new Properties();
        Path bundle = file.resolveSibling("messages_" + language.tag() + ".properties");
        if (Files.exists(bundle)) {
            try (Reader reader = Files.newBufferedReader(bundle)) {
                texts.load(reader);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return new FormTexts() {
            @Override
            public Locale locale() {
                return language.locale();
            }

            @Override
            public Optional<String> text(String key) {
                return Optional.ofNullable(texts.getProperty(key));
            }
        };
    }
}
