package org.randot.commitments.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.CanonicalJson;
import org.randot.commitments.shared.Fact;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears every fact and writes all those of a transaction as its last act, under the lock on the head of the chain: either the facts
 * and their entries are there, or neither.
 */
@Component
class FactRecorder {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private final AuditChain chain;
    private final CurrentActor actor;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FactRecorder(AuditChain chain, CurrentActor actor, Clock clock, TransactionTemplate transaction) {
        this.chain = chain;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What happened, and who did it, as known at the moment. */
    private record Heard(Fact fact, Actor by, Instant at) {}

    @EventListener
    void on(Fact fact) {
        Heard heard = new Heard(fact, actor.orSystem(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            ofThisTransaction().heard.add(heard);
        } else {
            transaction.executeWithoutResult(status -> write(List.of(heard)));
        }
    }

    private LastAct ofThisTransaction() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof LastAct known) {
                return known;
            }
        }
        LastAct lastAct = new LastAct();
        TransactionSynchronizationManager.registerSynchronization(lastAct);
        return lastAct;
    }

    private void write(List<Heard> heard) {
        AuditChain.Head head = chain.lock();
        long number = head.number();
        String previous = head.hash();
        List<AuditEntry> entries = new ArrayList<>();
        for (Heard each : heard) {
            AuditEntry entry = entry(++number, previous, each);
            previous = entry.hash();
            entries.add(entry);
        }
        chain.append(entries);
    }

    private static AuditEntry entry(long number, String previous, Heard heard) {
        Actor by = heard.by();
        String home = by.state();
        JsonNode payload = JSON.valueToTree(heard.fact());
        return new AuditEntry(
                        number,
                        heard.at(),
                        by.id(),
                        by.username(),
                        String.join(
                                " ",
                                new TreeSet<>(
                                        by.roles().stream().map(Enum::name).toList())),
                        home == null ? "" : home,
                        heard.fact().act(),
                        heard.fact().subject(),
                        heard.fact().state(),
                        payload.path("reason").asText(""),
                        CanonicalJson.of(payload),
                        previous,
                        "")
                .sealed();
    }

    /** Runs after all others that still write before the commit. */
    private final class LastAct implements TransactionSynchronization, Ordered {
        private final List<Heard> heard = new ArrayList<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!heard.isEmpty()) {
                write(List.copyOf(heard));
            }
        }
    }
}
