package org.randot.commitments.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.NoticeCount;
import org.randot.commitments.shared.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Tells the layout what stands round a page; templates ask for it as {@code @frame.current()}. */
@Component("frame")
class PageFrame {
    private final CurrentActor actor;
    private final ObjectProvider<NoticeCount> notices;
    private final Clock clock;
    private final boolean demo;

    PageFrame(CurrentActor actor, ObjectProvider<NoticeCount> notices, Clock clock, Environment environment) {
        this.actor = actor;
        this.notices = notices;
        this.clock = clock;
        demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    public Frame current() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Locale locale = LocaleContextHolder.getLocale();
        Actor person = actor.orSystem();
        boolean nobody = person.isSystem() || person.isAnonymous();
        return new Frame(
                demo,
                Time.today(clock),
                nameOf(Language.of(locale)),
                languages(request, Language.of(locale)),
                nobody ? List.of() : navigation(person, RestPaths.pathOf(request)),
                nobody ? null : person(person),
                nobody ? 0 : unread());
    }

    private long unread() {
        NoticeCount count = notices.getIfAvailable();
        return count == null ? 0 : count.unread();
    }

    private static Frame.Person person(Actor actor) {
        return new Frame.Person(
                actor.name(), actor.roles().stream().sorted().map(Enum::name).toList(), actor.state());
    }

    private static List<Frame.NavigationItem> navigation(Actor actor, String here) {
        return Section.of(actor).stream()
                .map(section ->
                        new Frame.NavigationItem(section.path(actor), section.key(), section.covers(here, actor)))
                .toList();
    }

    private static List<Frame.LanguageLink> languages(HttpServletRequest request, Language current) {
        return Arrays.stream(Language.values())
                .map(language -> new Frame.LanguageLink(
                        language.tag(), nameOf(language), urlIn(language, request), language == current))
                .toList();
    }

    private static String urlIn(Language language, HttpServletRequest request) {
        boolean read = request.getMethod().equals("GET");
        var url = read
                ? UriComponentsBuilder.fromPath(RestPaths.pathOf(request)).query(request.getQueryString())
                : UriComponentsBuilder.fromPath(pageBefore(request.getHeader(HttpHeaders.REFERER)));
        return url.replaceQueryParam(RequestLanguage.PARAMETER, language.tag())
                .build(true)
                .toUriString();
    }

    /** The page that a rejected form was sent from: its address can be asked for again, that of the post perhaps not. */
    private static String pageBefore(@Nullable String referer) {
        try {
            String path = referer == null ? null : URI.create(referer).getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path;
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private static String nameOf(Language language) {
        return switch (language) {
            case EN -> "English";
            case ES -> "Español";
            case PT -> "Português";
            case FR -> "Français";
        };
    }
}
