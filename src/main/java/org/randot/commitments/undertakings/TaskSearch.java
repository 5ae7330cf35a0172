package org.randot.commitments.undertakings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of tasks: one query each, from the actor's scope. */
@Component
class TaskSearch {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<TaskStatus> NOT_OVER = Set.of(TaskStatus.OPEN, TaskStatus.RETURNED, TaskStatus.SUBMITTED);
    private static final String WHERE = """
             from task t join undertaking u on u.id = t.undertaking_id
            where (:scope = '*' or t.state = :scope) and not u.ended and u.set_aside_on is null and t.status in (:statuses)
              and (:contributor = '' or exists (select 1 from delegation g
                where g.task_id = t.id and cast(g.person as text) = :contributor and g.status in ('OPEN', 'DONE')))
              and (:state = '' or t.state = :state) and (:commitment = '' or t.commitment = :commitment)
              and (:stage = '' or t.stage_key = :stage or t.stage_key like :stageYears)
              and (not :overdue or t.due_date < :today and u.suspended_on is null and t.status in ('OPEN', 'RETURNED'))
              and (not :soon or t.due_date between :today and :soonest and u.suspended_on is null and t.status in ('OPEN', 'RETURNED'))
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Clock clock;

    TaskSearch(JdbcClient jdbc, Catalogue catalogue, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Whose tasks are seen.
     *
     * @param scope a state or {@code *}
     * @param contributor id of a person who sees those alone of which the person has a part; empty for everybody else
     */
    record Sight(String scope, String contributor) {}

    Paged<TaskSummary> find(Sight sight, TaskQuery query, Paging paging, Locale reader) {
        String words = words(query.text());
        String where = WHERE + (words.isEmpty() ? "" : " and t.search @@ to_tsquery('simple', :words)");
        Map<String, Object> parameters = parameters(sight, query, words);
        long total = jdbc.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        List<TaskSummary> found = jdbc.sql(
                        """
                        select t.*, u.package_version, u.suspended_on, coalesce(
                          (select g.version from delegation g where g.task_id = t.id and cast(g.person as text) = :contributor
                            and g.status in ('OPEN', 'DONE')),
                          (select d.version from draft d where d.task_id = t.id), 0) as draft_version
                        """ + where + " order by t.due_date nulls last, t.id limit :size offset :offset")
                .params(parameters)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> read(row, reader))
                .list();
        return Paged.of(found, paging, total);
    }

    private Map<String, Object> parameters(Sight sight, TaskQuery query, String words) {
        Set<TaskStatus> statuses = query.statuses().isEmpty() ? NOT_OVER : query.statuses();
        LocalDate today = Time.today(clock);
        String stage = orEmpty(query.stage());
        return Map.ofEntries(
                Map.entry("scope", sight.scope()),
                Map.entry("contributor", sight.contributor()),
                Map.entry("statuses", statuses.stream().map(Enum::name).toList()),
                Map.entry("state", orEmpty(query.state())),
                Map.entry("commitment", orEmpty(query.commitment())),
                Map.entry("stage", stage),
                Map.entry("stageYears", stage.replaceAll("[%_\\\\]", "") + ":%"),
                Map.entry("overdue", query.overdue()),
                Map.entry("soon", query.soon()),
                Map.entry("today", today),
                Map.entry("soonest", today.plusDays(TaskSummary.SOON_DAYS)),
                Map.entry("words", words));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Each word as a beginning, all of them: letters and digits only, so that nothing of the query language gets in. */
    private static String words(String text) {
        return WORD.matcher(StageLife.plain(text))
                .results()
                .limit(10)
                .map(word -> word.group() + ":*")
                .collect(Collectors.joining(" & "));
    }

    TaskCounts counts(Sight sight) {
        LocalDate today = Time.today(clock);
        return jdbc.sql("""
                        select count(*) filter (where t.status <> 'SUBMITTED') as open,
                          count(*) filter (where t.status <> 'SUBMITTED' and t.due_date < :today and u.suspended_on is null) as overdue,
                          count(*) filter (where t.status <> 'SUBMITTED' and t.due_date between :today and :soonest and u.suspended_on is null)
                            as soon,
                          count(*) filter (where t.status = 'RETURNED') as returned,
                          count(*) filter (where t.status = 'SUBMITTED') as waiting
                        from task t join undertaking u on u.id = t.undertaking_id
                        where (:scope = '*' or t.state = :scope) and not u.ended and u.set_aside_on is null
                          and t.status in ('OPEN', 'RETURNED', 'SUBMITTED')
                          and (:contributor = '' or exists (select 1 from delegation g
                            where g.task_id = t.id and cast(g.person as text) = :contributor and g.status in ('OPEN', 'DONE')))""")
                .param("scope", sight.scope())
                .param("contributor", sight.contributor())
                .param("today", today)
                .param("soonest", today.plusDays(TaskSummary.SOON_DAYS))
                .query((row, number) -> counts(row))
                .single();
    }

    /** Of every state that has any. */
    Map<String, TaskCounts> countsByState() {
        LocalDate today = Time.today(clock);
        Map<String, TaskCounts> found = new HashMap<>();
        jdbc.sql("""
                        select t.state, count(*) filter (where t.status <> 'SUBMITTED') as open,
                          count(*) filter (where t.status <> 'SUBMITTED' and t.due_date < :today) as overdue,
                          count(*) filter (where t.status <> 'SUBMITTED' and t.due_date between :today and :soonest) as soon,
                          count(*) filter (where t.status = 'RETURNED') as returned,
                          count(*) filter (where t.status = 'SUBMITTED') as waiting
                        from task t join undertaking u on u.id = t.undertaking_id
                        where not u.ended and u.set_aside_on is null and t.status in ('OPEN', 'RETURNED', 'SUBMITTED') group by t.state""")
                .param("today", today)
                .param("soonest", today.plusDays(TaskSummary.SOON_DAYS))
                .query(row -> {
                    found.put(row.getString("state"), counts(row));
                });
        return found;
    }

    private static TaskCounts counts(ResultSet row) throws SQLException {
        return new TaskCounts(
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("soon"),
                row.getLong("returned"),
                row.getLong("waiting"));
    }

    private TaskSummary read(ResultSet row, Locale reader) throws SQLException {
        Task task = TaskRepository.read(row, 0);
        task.suspended = row.getObject("suspended_on") != null;
        Commitment commitment = catalogue.byCode(task.undertaking.commitment(), row.getInt("package_version"));
        return summary(task, commitment, row.getInt("draft_version"), reader);
    }

    TaskSummary summary(Task task, Commitment commitment, int draftVersion, Locale reader) {
        Commitment.Stage stage = commitment.requireStage(task.stage);
        Long left = task.dueDate == null ? null : ChronoUnit.DAYS.between(Time.today(clock), task.dueDate);
        long late = left != null && left < 0 && !task.suspended && task.status.isWithCoordinator() ? -left : 0;
        return new TaskSummary(
                task.id,
                task.key,
                task.undertaking,
                task.stage,
                definition(stage, task).title().in(reader),
                title(stage, task, reader),
                task.dueDate,
                late,
                left,
                task.status,
                task.assigneeName,
                draftVersion);
    }

    private static String title(Commitment.Stage stage, Task task, Locale reader) {
        String title = stage.title().in(reader);
        Integer year = task.stage.year() != null ? task.stage.year() : task.undertaking.year();
        return year == null ? title : title + " " + year;
    }

    static Commitment.Task definition(Commitment.Stage stage, Task task) {
        return stage.tasks().stream()
                .filter(definition -> definition.element().equals(task.element))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No task " + task.element + " in " + stage.code()));
    }
}
