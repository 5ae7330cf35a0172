package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.web.context.WebApplicationContext;

/** Each state's drafts sing a word of their own; whoever walks through every page and list of another state hears none of it (security.md 3). */
class CanaryTests extends Stories {
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
    private static final List<String> LISTS = List.of(
            "/",
            "/tasks?view=open",
            "/tasks?view=open&state=%1$s",
            "/tasks?q=canary",
            "/undertakings/%2$s",
            "/states/%1$s",
            "/status",
            "/api/v1/tasks?size=200",
            "/api/v1/tasks?state=%1$s",
            "/api/v1/tasks?q=canary",
            "/api/v1/undertakings?cycle=%3$s&size=200",
            "/api/v1/undertakings/%2$s",
            "/api/v1/status?cycle=%3$s",
            "/api/v1/notifications?size=200",
            "/api/v1/reviews?size=200",
            "/v3/api-docs");
    private static final int MOST_PAGES = 50;

    @Autowired
    WebApplicationContext web;

    /** @param addresses of things of this state that others might try */
    private record Song(Drive drive, String word, List<String> addresses) {}

    @EveryShape
    void hearNothingOfEachOthersDrafts_givenTwoStates(Commitment any) {
        List<Drive> two = launched(any, "ARG", "BRA");
        Song argentina = sings(two.get(0));
        Song brazil = sings(two.get(1));
        Crowd crowd = new Crowd(web);

        assertThat(heard(crowd, "coordinator", argentina, argentina))
                .as("the own drafts are seen")
                .isNotEmpty();
        for (String person : List.of("coordinator2", "contributor2", "observer2", "contributor", "nobody")) {
            assertThat(heard(crowd, person, argentina, brazil)).as(person).isEmpty();
        }
        assertThat(heard(crowd, "coordinator", brazil, argentina)).isEmpty();
        for (String person :
                List.of("observer", "reviewer", "reviewer2", "chair", "secretariat", "administrator", "auditor")) {
            assertThat(heard(crowd, person, argentina, argentina))
                    .as("a draft is the coordinator's own: " + person)
                    .isEmpty();
        }
    }

    /** Every text of the draft, and a document. */
    private Song sings(Drive drive) {
        String word = "canary" + UUID.randomUUID().toString().replace("-", "");
        StageKey stage = drive.firstStage();
        TaskSummary task = drive.openTask(stage).orElseThrow();
        drive.as(drive.cast().coordinator(), () -> {
            TaskView view = bean(Tasks.class).get(task.id(), Locale.ENGLISH);
            ObjectNode values = Samples.of(view.form().id(), stage.year());
            List.copyOf(values.properties()).forEach(value -> sing(values, value, word));
            return bean(Tasks.class)
                    .saveDraft(new SaveDraft(task.id(), view.task().version(), values), Locale.ENGLISH);
        });
        UUID document = drive.attach(
                        task, "EV-DEC", word + ".csv", new ByteArrayResource(word.getBytes(StandardCharsets.UTF_8)))
                .id();
        return new Song(
                drive,
                word,
                List.of(
                        "/tasks/" + task.id(),
                        "/tasks/" + task.id() + "/submit",
                        "/tasks/" + task.id() + "?checked=true",
                        "/tasks/" + task.id() + "/workbook",
                        "/evidence/" + document,
                        "/api/v1/tasks/" + task.id(),
                        "/api/v1/tasks/" + task.id() + "/workbook",
                        "/api/v1/evidence/" + document,
                        "/api/v1/evidence/" + document + "/content"));
    }

    private static void sing(
            ObjectNode values, Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> value, String word) {
        if (value.getValue().isTextual() && value.getValue().asText().contains(" ")) {
            values.set(value.getKey(), TextNode.valueOf("A " + word));
        } else if (value.getValue().isObject() && value.getValue().has("en")) {
            ((ObjectNode) value.getValue()).put("en", "A " + word);
        }
    }

    /** Where the person hears the song, walking from the lists and from each address of its state. */
    private static List<String> heard(Crowd crowd, String person, Song song, Song home) {
        Deque<String> ahead = new ArrayDeque<>(song.addresses());
        for (Song each : List.of(song, home)) {
            LISTS.forEach(list -> ahead.add(String.format(
                    list,
                    each.drive().key().state(),
                    each.drive().key(),
                    each.drive().key().cycle())));
        }
        Set<String> seen = new LinkedHashSet<>();
        List<String> heard = new ArrayList<>();
        while (!ahead.isEmpty() && seen.size() < MOST_PAGES) {
            String path = ahead.poll();
            if (seen.add(path)) {
                String answer = Crowd.text(crowd.get(person, path));
                if (answer.contains(song.word())) {
                    heard.add(path);
                }
                links(answer).filter(link -> !seen.contains(link)).forEach(ahead::add);
            }
        }
        return heard;
    }

    /** Pages, not their parts; of all states one is enough. */
    private static java.util.stream.Stream<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(link -> !link.startsWith("/assets") && !link.startsWith("/states/") && !link.contains("lang="))
                .filter(link -> !link.startsWith("/admin/people/") && !link.contains("sign-"));
    }
}
