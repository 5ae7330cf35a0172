package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** A real mail server for a test, to which the product's own sender is pointed, and what it received. */
final class PostOffice {
    private static final AtomicInteger OPENED = new AtomicInteger();

    private static final Pattern ITEM = Pattern.compile("<li><a href=\"([^\"]+)\">([^<]+)</a></li>");

    /** Of this test only. */
    private final String domain = "p" + OPENED.incrementAndGet() + ".example";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final JavaMailSenderImpl sender;
    private final Courier courier;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostOffice(JavaMailSender sender, Courier courier, JdbcClient jdbc, TransactionTemplate transaction) {
        this.sender = (JavaMailSenderImpl) sender;
        this.courier = courier;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void open() {
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    void close() {
        server.stop();
    }

    /** Gives a person an address of this name, and a language. */
    void address(UUID person, String name, String language, String zone) {
        jdbc.sql("update account set email = ?, language = ?, time_zone = ? where id = ?")
                .params(name + "@" + domain, language, zone, person)
                .update();
    }

    int deliver() {
        return courier.deliver();
    }

    /** Everything received by the people of the test, by day: day at the seat, person, language, subject; under it what it says and where it leads. */
    List<String> received() {
        return Arrays.stream(messages()).map(PostOffice::written).sorted().toList();
    }

    /** The first line of each: day, person, language, subject. */
    List<String> heads() {
        return received().stream()
                .map(mail -> mail.lines().findFirst().orElse(""))
                .toList();
    }

    /** Those to the people of the test. */
    MimeMessage[] messages() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isOurs(message))
                .toArray(MimeMessage[]::new);
    }

    private boolean isOurs(MimeMessage message) {
        try {
            return message.getHeader("To", null).endsWith("@" + domain);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String written(MimeMessage message) {
        try {
            String to = String.valueOf(message.getRecipients(MimeMessage.RecipientType.TO)[0]);
            LocalDate day = Time.dateOf(message.getSentDate().toInstant());
            String[] bodies = body(message).split("<!DOCTYPE html>", -1);
            String head = String.join(
                    " | ",
                    day.toString(),
                    to.substring(0, to.indexOf('@')),
                    message.getHeader("Content-Language", null),
                    message.getSubject());
            String items = bodies[0]
                    .lines()
                    .map(String::stripTrailing)
                    .filter(line -> line.startsWith("* ") || line.startsWith("  "))
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
            assertThat(itemsOf(bodies[1])).as("the HTML of " + head).isEqualTo(items);
            return head + "\n" + items;
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The same items as the text has, out of the links of the HTML. */
    private static String itemsOf(String html) {
        return ITEM.matcher(html)
                .results()
                .map(item -> "    * " + HtmlUtils.htmlUnescape(item.group(2)) + "\n      "
                        + HtmlUtils.htmlUnescape(item.group(1)))
                .collect(Collectors.joining("\n"));
    }

    /** Both bodies of the mail, decoded. */
    static String body(MimeMessage message) {
        try {
            StringBuilder text = new StringBuilder();
            collect(message.getContent(), text);
            return text.toString();
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void collect(Object content, StringBuilder into) throws MessagingException, IOException {
        if (content instanceof jakarta.mail.Multipart parts) {
            for (int part = 0; part < parts.getCount(); part++) {
                collect(parts.getBodyPart(part).getContent(), into);
            }
        } else {
            into.append(content).append('\n');
        }
    }

    List<String> statuses() {
        return DataScope.SYSTEM.call(() -> transaction.execute(
                status -> jdbc.sql("select status || ' ' || coalesce(error, '') as line from outgoing_mail"
                                + " where address is not null order by created_at, id")
                        .query((row, n) -> row.getString("line").strip().toLowerCase(Locale.ROOT))
                        .list()));
    }
}
