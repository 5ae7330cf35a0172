package org.randot.commitments;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.randot.commitments.database.Superuser;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Each test class begins without undertakings: people, reference data and deployed packages stay, the audit record begins anew,
 * and every delegate is of the state that first nominated the person.
 */
class CleanSlate implements BeforeAllCallback {
    private static final String EMPTY = """
            truncate undertaking, stage, stage_event, task, task_comment, draft, submission, submission_evidence, mark,
                evidence, evidence_link, evidence_content, evidence_chunk, launch_run, launch_item,
                review, review_mark, review_tick, reviewer_assignment, follow_up,
                reminder_ladder, reminder_step, notice, outgoing_mail, mail_attempt, mail_about, mail_preference,
                undertaking_watch, calendar_address, status_cell, status_event, cycle_date_change, idempotent_answer,
                agency, law, treaty_status, treaty_status_change, exchange_rate cascade;
            truncate camunda.act_ru_execution, camunda.act_ru_task, camunda.act_ru_variable, camunda.act_ru_identitylink,
                camunda.act_ru_job, camunda.act_ru_event_subscr, camunda.act_ru_incident, camunda.act_ru_ext_task,
                camunda.act_ru_case_execution, camunda.act_ru_case_sentry_part cascade;
            update cycle set meeting_date = null, cut_off_date = null, placeholder = false;
            truncate audit_entry; update audit_head set number = 0, hash = decode(repeat('00', 32), 'hex');
            delete from nomination using account
                where account.id = nomination.account
                    and account.username = 'reviewer.' || lower(substr(account.username, 10, 3))
                    and lower(nominating_state) <> substr(account.username, 10, 3)""";

    @Override
    public void beforeAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(Superuser.class).tamper(EMPTY);
    }
}
