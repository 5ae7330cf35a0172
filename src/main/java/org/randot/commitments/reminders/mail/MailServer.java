package org.randot.commitments.reminders.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of {@code spring.mail.*}, and what its answers mean. Without {@code spring.mail.host} there is none. */
@Component
class MailServer {
    private static final int PERMANENT = 500;
    private static final String LIMIT = "15000";

    private final @Nullable JavaMailSender sender;

    MailServer(ObjectProvider<JavaMailSender> senders, MailSettings settings) {
        this.sender = senders.getIfAvailable();
        if (sender instanceof JavaMailSenderImpl smtp) {
            var properties = smtp.getJavaMailProperties();
            properties.setProperty("mail.smtp.from", settings.bounce());
            properties.putIfAbsent("mail.smtp.connectiontimeout", LIMIT);
            properties.putIfAbsent("mail.smtp.timeout", LIMIT);
            properties.putIfAbsent("mail.smtp.writetimeout", LIMIT);
            properties.putIfAbsent("mail.smtp.ssl.checkserveridentity", "true");
        }
    }

    /** How a try to send ended. */
    enum Result {
        SENT,
        /** The server was not there: nothing left this machine. */
        UNREACHABLE,
        /** The server asked to try again. */
        LATER,
        /** The server will never take it. */
        REFUSED,
        /** The connection broke: it may have been taken. */
        IN_DOUBT,
        /** It cannot be written at all. */
        BROKEN
    }

    record Outcome(Result result, String detail) {}

    boolean isConfigured() {
        return sender != null;
    }

    MimeMessage newMessage() {
        return server().createMimeMessage();
    }

    Outcome send(MimeMessage message) {
        try {
            server().send(message);
            return new Outcome(Result.SENT, "");
        } catch (MailException failure) {
            return judge(failure);
        }
    }

    private JavaMailSender server() {
        JavaMailSender known = sender;
        if (known == null) {
            throw new IllegalStateException("No mail server is configured");
        }
        return known;
    }

    private static Outcome judge(MailException failure) {
        Deque<Throwable> todo = new ArrayDeque<>();
        Set<Throwable> causes = new HashSet<>();
        todo.add(failure);
        while (!todo.isEmpty()) {
            Throwable next = todo.remove();
            if (causes.add(next)) {
                addCauses(next, todo);
            }
        }
        Throwable said = causes.stream()
                .filter(MessagingException.class::isInstance)
                .filter(cause -> !cause.getClass().equals(MessagingException.class))
                .findFirst()
                .orElse(failure);
        return new Outcome(result(causes), detail(said));
    }

    private static void addCauses(Throwable of, Deque<Throwable> todo) {
        if (of.getCause() != null) {
            todo.add(of.getCause());
        }
        if (of instanceof MailSendException several) {
            todo.addAll(several.getFailedMessages().values());
        }
        if (of instanceof MessagingException chained && chained.getNextException() != null) {
            todo.add(chained.getNextException());
        }
    }

    private static Result result(Set<Throwable> causes) {
        int code = causes.stream().mapToInt(MailServer::code).max().orElse(0);
        if (code > 0) {
            return code >= PERMANENT ? Result.REFUSED : Result.LATER;
        }
        if (causes.stream()
                .anyMatch(cause -> cause instanceof MailConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof AuthenticationFailedException
                        || cause instanceof org.springframework.mail.MailAuthenticationException)) {
            return Result.UNREACHABLE;
        }
        return causes.stream().anyMatch(SendFailedException.class::isInstance) ? Result.LATER : Result.IN_DOUBT;
    }

    private static int code(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (cause instanceof SMTPSenderFailedException from) {
            return from.getReturnCode();
        }
        return cause instanceof SMTPSendFailedException sent ? Math.max(0, sent.getReturnCode()) : 0;
    }

    private static String detail(Throwable said) {
        String text =
                String.valueOf(said.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
        return text.substring(0, Math.min(text.length(), 400));
    }
}
