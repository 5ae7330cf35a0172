package org.randot.commitments.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.database.Superuser;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.shared.Fact;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The record: complete, gapless, and no change to it goes unseen. */
@IntegrationTest
class AuditTests {
    @Autowired
    AuditTrail trail;

    @Autowired
    CurrentActor current;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher facts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Superuser superuser;

    private record LampLit(String subject, String state, int brightness, Instant when, String reason) implements Fact {}

    @BeforeEach
    void keepACopy() {
        for (int i = 0; i < 5; i++) {
            light("lamp:copy", i);
        }
        superuser.run("drop table if exists kept_entries, kept_head; create table kept_entries as table audit_entry;"
                + " create table kept_head as table audit_head");
    }

    @AfterEach
    void putTheCopyBack() {
        superuser.tamper(
                "delete from audit_entry; insert into audit_entry select * from kept_entries;"
                        + " delete from audit_head; insert into audit_head select * from kept_head; drop table kept_entries, kept_head");
    }

    @Test
    void tellsWhoDidWhat_whenAFactIsPublished() {
        Actor coordinator = people.byUsername("coordinator.arg").orElseThrow();
        current.runAs(coordinator, () -> light("lamp:who", 7));
        AuditEntry entry = newest("lamp:who");
        assertThat(entry.username()).isEqualTo("coordinator.arg");
        assertThat(entry.roles()).isEqualTo("NATIONAL_COORDINATOR");
        assertThat(entry.home()).isEqualTo("ARG");
        assertThat(entry.act()).isEqualTo("LampLit");
        assertThat(entry.concerns()).isEqualTo("BRA");
        assertThat(entry.reason()).isEqualTo("dusk");
        assertThat(entry.payload())
                .isEqualTo(
                        "{\"brightness\":7,\"reason\":\"dusk\",\"state\":\"BRA\",\"subject\":\"lamp:who\",\"when\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void holdsNothing_whenTheTransactionRollsBack() {
        long before = entries();
        transaction.executeWithoutResult(status -> {
            facts.publishEvent(lamp("lamp:undone", 1));
            status.setRollbackOnly();
        });
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void holdsTheFact_whenThereIsNoTransaction() {
        facts.publishEvent(lamp("lamp:alone", 1));
        assertThat(newest("lamp:alone").act()).isEqualTo("LampLit");
    }

    @Test
    void staysIntactAndGapless_whenManyWriteAtTheSameTime() throws Exception {
        long before = entries();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                int number = i;
                work.add(() -> {
                    transaction.executeWithoutResult(status -> {
                        facts.publishEvent(lamp("lamp:many", number));
                        facts.publishEvent(lamp("lamp:many", -number));
                        if (number % 4 == 0) {
                            status.setRollbackOnly();
                        }
                    });
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        Verification found = verify();
        assertThat(found.intact()).isTrue();
        assertThat(found.entries()).isEqualTo(before + 120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set at = at + interval '1 second' where number = 2",
                "update audit_entry set actor = gen_random_uuid() where number = 2",
                "update audit_entry set username = 'somebody' where number = 2",
                "update audit_entry set roles = 'AUDITOR' where number = 2",
                "update audit_entry set home = 'BRA' where number = 2",
                "update audit_entry set act = 'Other' where number = 2",
                "update audit_entry set subject = 'other' where number = 2",
                "update audit_entry set concerns = 'CHL' where number = 2",
                "update audit_entry set reason = 'other' where number = 2",
                "update audit_entry set payload = '{}' where number = 2",
                "update audit_entry set previous = decode(repeat('11', 32), 'hex') where number = 2",
                "update audit_entry set hash = decode(repeat('11', 32), 'hex') where number = 2",
                "delete from audit_entry where number = 2",
                "delete from audit_entry where number = 1",
                "delete from audit_entry where number = (select max(number) from audit_entry)",
                "delete from audit_entry",
                "insert into audit_entry select number + 1, at, actor, username, roles, home, act, subject, concerns, reason, payload,"
                        + " hash, hash from audit_entry order by number desc limit 1",
                "update audit_entry set number = 900000 where number = 2; update audit_entry set number = 2 where number = 3;"
                        + " update audit_entry set number = 3 where number = 900000",
                "update audit_head set number = number - 1",
                "update audit_head set hash = decode(repeat('11', 32), 'hex')"
            })
    void isSeen_whenASuperuserTampers(String tampering) {
        assertThat(verify().intact()).isTrue();
        superuser.tamper(tampering);
        Verification found = verify();
        assertThat(found.intact()).as(tampering).isFalse();
        assertThat(found.firstBroken()).isNotNull();
    }

    /** {@link ChainWalkTests} changes each part of an entry: so there must be no column beside them. */
    @Test
    void sealsEveryColumnOfTheTable() {
        List<String> columns = jdbc.sql(
                        "select column_name from information_schema.columns where table_name = 'audit_entry'")
                .query(String.class)
                .list();
        assertThat(AuditEntry.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactlyInAnyOrderElementsOf(columns);
    }

    @Test
    void isSeen_whenASuperuserCutsTheEndOffAndMendsTheHeadButSomebodyNotedIt() {
        Verification noted = verify();
        superuser.tamper("delete from audit_entry where number = (select max(number) from audit_entry);"
                + " update audit_head set number = (select max(number) from audit_entry),"
                + " hash = (select hash from audit_entry order by number desc limit 1)");
        assertThat(verify().intact()).isTrue();
        assertThat(as("auditor", () -> trail.verify(noted.entries(), noted.head()))
                        .intact())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set subject = 'other'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "update audit_head set number = number - 1"
            })
    void isRefused_whenTheApplicationItselfTriesTo(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void isRefused_whenAnOwnerTriesToWithTriggersOn() {
        assertThatThrownBy(() -> superuser.run("update audit_entry set subject = 'other'"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> superuser.run("delete from audit_entry")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> superuser.run("truncate audit_entry")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isClosed_whenTheReaderIsNeitherAuditorNorAdministrator() {
        assertThatThrownBy(() -> as("chair", trail::verify)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as("coordinator.arg", trail::verify)).isInstanceOf(Forbidden.class);
    }

    private void light(String subject, int brightness) {
        transaction.executeWithoutResult(status -> facts.publishEvent(lamp(subject, brightness)));
    }

    private static LampLit lamp(String subject, int brightness) {
        return new LampLit(subject, "BRA", brightness, Instant.parse("2026-01-01T00:00:00Z"), "dusk");
    }

    private AuditEntry newest(String subject) {
        return as(
                "auditor",
                () -> trail.find(new AuditQuery(null, null, "", subject), Paging.first())
                        .items()
                        .get(0));
    }

    private Verification verify() {
        return as("auditor", trail::verify);
    }

    private long entries() {
        return verify().entries();
    }

    private <T> T as(String username, Supplier<T> work) {
        return current.callAs(people.byUsername(username).orElseThrow(), work);
    }
}
