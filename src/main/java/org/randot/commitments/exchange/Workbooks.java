package org.randot.commitments.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidOperationException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.randot.commitments.exchange.WorkbookUnfit.Reason;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.forms.FormOutline;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Language;
import org.randot.commitments.undertakings.DraftSaved;
import org.randot.commitments.undertakings.NotWithCoordinator;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The workbook of a task: handed out, filled elsewhere, read back into the draft. Who may do so is decided by {@link Tasks}, through which
 * all goes: whoever may save the draft, and of its fields those that the person sees.
 */
@Component
public class Workbooks {
    /** Reading one takes memory: so many at the same time. */
    private static final int AT_ONCE = 2;

    private static final double LEAST_RATIO = 0.001;
    private static final long MOST_OF_ENTRY = 12L * 1024 * 1024;

    static {
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxEntrySize(MOST_OF_ENTRY);
    }

    private final Tasks tasks;
    private final Forms forms;
    private final States states;
    private final MessageSource messages;
    private final Semaphore readers = new Semaphore(AT_ONCE);

    Workbooks(Tasks tasks, Forms forms, States states, MessageSource messages) {
        this.tasks = tasks;
        this.forms = forms;
        this.states = states;
        this.messages = messages;
    }

    /** The workbook in the reader's language, with the draft as it stands. @throws NotWithCoordinator when nothing can be filled now */
    public WorkbookFile download(UUID task, Locale reader) {
        TaskView view = requireFillable(task, reader);
        Language language = Language.of(reader);
        SheetWords words = new SheetWords(messages, language.locale());
        byte[] content = new WorkbookWriter(about(view, language.locale()), outline(view, view.values()), words)
                .write(WorkbookKey.of(view, language));
        String name = view.task().undertaking().state() + "-" + view.task().key() + "-" + language.tag();
        return new WorkbookFile(name.replaceAll("[^A-Za-z0-9.-]", "-") + ".xlsx", content);
    }

    private About about(TaskView view, Locale language) {
        return new About(
                view.task().title(),
                states.get(view.task().undertaking().state()).name().in(language),
                view.commitment().title().in(language),
                view.task().stageTitle(),
                view.task().dueDate(),
                view.definition().instructions().in(language));
    }

    private FormOutline outline(TaskView view, ObjectNode values) {
        return forms.outline(view.form(), values, view.context(), view.texts());
    }

    private TaskView requireFillable(UUID task, Locale reader) {
        TaskView view = tasks.get(task, reader);
        if (!view.may(TaskView.Action.SAVE)) {
            tasks.check(task, reader); // refuses everybody but the coordinator
            throw new NotWithCoordinator();
        }
        return view;
    }

    /**
     * Reads a filled workbook into the draft, all of it or nothing.
     *
     * @param overwrite also when the draft was saved since the workbook was made
     * @throws WorkbookUnfit when the file as a whole cannot be taken
     * @throws WorkbookRefused with every cell that cannot be read
     * @throws org.randot.commitments.undertakings.DraftConflict when the draft was saved since the workbook was made
     */
    public WorkbookRead upload(UUID task, byte[] file, boolean overwrite, Locale reader) {
        TaskView view = requireFillable(task, reader);
        WorkbookInspection.inspect(file);
        readers.acquireUninterruptibly();
        try (XSSFWorkbook workbook = open(file)) {
            return read(workbook, view, overwrite, reader);
        } catch (IOException broken) {
            throw new WorkbookUnfit(Reason.NOT_A_WORKBOOK);
        } finally {
            readers.release();
        }
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (POIXMLException | InvalidOperationException | IllegalArgumentException broken) {
            throw new WorkbookUnfit(Reason.NOT_A_WORKBOOK);
        }
    }

    private WorkbookRead read(XSSFWorkbook workbook, TaskView view, boolean overwrite, Locale reader) {
        WorkbookKey key = WorkbookKey.read(workbook);
        UUID task = view.task().id();
        key.requireSame(WorkbookKey.of(view, key.language()));
        SheetWords words = new SheetWords(messages, Language.of(reader).locale());
        TaskView asMade = tasks.get(task, key.language().locale());
        Reading reading = new Reading(words, key.language().locale());
        new WorkbookReader(outline(asMade, asMade.values()), reading).read(workbook);
        ObjectNode values = forms.readEveryRow(view.form(), reading.posted());
        keepWhatIsNotAsked(view, values);
        requireReadable(reading, forms.malformed(view.form(), values, view.texts()));
        DraftSaved saved =
                tasks.saveDraft(new SaveDraft(task, overwrite ? view.task().version() : key.version(), values), reader);
        return new WorkbookRead(saved, Changes.between(outline(view, view.values()), outline(view, values), words));
    }

    /** The reporting year is not asked. */
    private void keepWhatIsNotAsked(TaskView view, ObjectNode values) {
        Set<String> asked = new TreeSet<>();
        for (FormOutline.Entry entry : outline(view, values).entries()) {
            if (entry instanceof FormOutline.Question question) {
                asked.add(question.key());
            } else if (entry instanceof FormOutline.Table table) {
                asked.add(table.key());
            }
        }
        view.form().entered(view.values()).properties().forEach(each -> {
            if (!asked.contains(each.getKey())) {
                values.set(each.getKey(), each.getValue());
            }
        });
    }

    private static void requireReadable(Reading reading, List<FormFinding> malformed) {
        List<CellProblem> problems = reading.problems();
        malformed.forEach(finding -> problems.add(new CellProblem(
                reading.placeOf(finding.field()),
                finding.field(),
                finding.code(),
                finding.message(),
                finding.severity().name())));
        if (!problems.isEmpty()) {
            throw new WorkbookRefused(problems);
        }
    }
}
