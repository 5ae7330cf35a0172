package org.randot.commitments.reminders.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reminders.mail.MailServer.Outcome;
import org.randot.commitments.reminders.mail.MailServer.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries mail to the server, one at a time: claims it and commits, sends it, records the result and commits. Where a node dies between
 * the last two, the mail is in doubt: when its claim runs out it is sent once more, with the same {@code Message-ID} and marked.
 */
@Component
public class Courier {
    private final Outbox outbox;
    private final MailServer server;
    private final MailWriter writer;
    private final CurrentActor actors;
    private final TransactionTemplate transaction;

    Courier(
            Outbox outbox,
            MailServer server,
            MailWriter writer,
            CurrentActor actors,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.server = server;
        this.writer = writer;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends what is due, until nothing is left or the server cannot be reached. Any number of nodes may do so at once.
     *
     * @return how many mails the server took
     */
    public int deliver() {
        int sent = 0;
        while (server.isConfigured()) {
            Optional<Result> result = actors.callAs(Actor.SYSTEM, this::deliverNext);
            if (result.isEmpty() || result.get() == Result.UNREACHABLE) {
                return sent;
            }
            sent += result.get() == Result.SENT ? 1 : 0;
        }
        return sent;
    }

    private Optional<Result> deliverNext() {
        Optional<Outbox.Claimed> claimed = transaction.execute(status -> outbox.claim());
        if (claimed == null || claimed.isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = send(claimed.get());
        transaction.executeWithoutResult(status -> outbox.record(claimed.get(), outcome));
        return Optional.of(outcome.result());
    }

    private Outcome send(Outbox.Claimed mail) {
        try {
            String address = mail.address();
            MimeMessage message = server.newMessage();
            writer.write(
                    new MailWriter.Letter(
                            mail.messageId(),
                            address == null ? "" : address,
                            mail.subject(),
                            mail.message(),
                            mail.language().locale(),
                            mail.content(),
                            mail.createdAt(),
                            mail.again()),
                    message);
            return server.send(message);
        } catch (RuntimeException unwritable) {
            return new Outcome(Result.BROKEN, unwritable.getClass().getSimpleName());
        }
    }
}
