package org.randot.commitments.scenarios;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Every row of one undertaking: in the domain, and of its processes in the engine. */
final class Rows {
    /** The root process of an undertaking and the reviews it called. */
    private static final String PROCESSES =
            "(select id_ from camunda.act_ru_execution where business_key_ = ? and id_ = proc_inst_id_) p";

    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("undertaking", "select t::text from undertaking t where key = ?"),
            Map.entry("stage", "select t::text from stage t where undertaking = ?"),
            Map.entry("task", "select t::text from task t where undertaking = ?"),
            Map.entry("draft", "select d::text from draft d join task t on t.id = d.task_id where t.undertaking = ?"),
            Map.entry(
                    "submission",
                    "select s::text from submission s join task t on t.id = s.task_id where t.undertaking = ?"),
            Map.entry(
                    "link",
                    "select l::text from evidence_link l join task t on t.id = l.task_id where t.undertaking = ?"),
            Map.entry(
                    "history",
                    "select e::text from stage_event e join undertaking u on u.id = e.undertaking_id where u.key = ?"),
            Map.entry("review", "select t::text from review t where undertaking = ?"),
            Map.entry("follow_up", "select t::text from follow_up t where undertaking = ?"),
            Map.entry("status_event", "select t::text from status_event t where undertaking = ?"),
            Map.entry("status_cell", "select t::text from status_cell t where undertaking = ?"),
            Map.entry("ladder", "select t::text from reminder_ladder t where undertaking = ?"),
            Map.entry("notice", "select t::text from notice t where undertaking = ?"),
            Map.entry("audit", "select number::text from audit_entry where subject = ?"),
            Map.entry(
                    "execution",
                    "select e.id_ || ' ' || e.rev_ || ' ' || coalesce(e.act_id_, '') || e.is_active_ from " + PROCESSES
                            + " join camunda.act_ru_execution e on e.proc_inst_id_ = p.id_"),
            Map.entry(
                    "engine task",
                    "select t.id_ || ' ' || t.rev_ from " + PROCESSES
                            + " join camunda.act_ru_task t on t.proc_inst_id_ = p.id_"),
            Map.entry(
                    "variable",
                    "select v.id_ || ' ' || v.rev_ || ' ' || coalesce(v.text_, '') from " + PROCESSES
                            + " join camunda.act_ru_variable v on v.proc_inst_id_ = p.id_"),
            Map.entry(
                    "job",
                    "select j.id_ || ' ' || j.rev_ || ' ' || j.duedate_ from " + PROCESSES
                            + " join camunda.act_ru_job j on j.process_instance_id_ = p.id_"));

    private Rows() {}

    /** @param read asks a query that takes the key of the undertaking */
    static Map<String, List<String>> of(Function<String, List<String>> read) {
        Map<String, List<String>> found = new TreeMap<>();
        QUERIES.forEach((name, sql) -> found.put(
                name, read.apply(sql).stream().sorted(Comparator.naturalOrder()).toList()));
        return found;
    }
}
