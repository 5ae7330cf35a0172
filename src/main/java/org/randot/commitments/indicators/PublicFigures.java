package org.randot.commitments.indicators;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Indicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public figures. */
@Component
class PublicFigures {
    private final JdbcClient jdbc;

    PublicFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PublicFigure> all() {
        return jdbc.sql("select * from public_figure order by starts, id, part")
                .query(PublicFigures::read)
                .list();
    }

    /** Those that ask for the same as what the indicator reads, and context of its stages. */
    List<PublicFigure> of(String commitment, Indicator indicator) {
        Set<String> fields = indicator.measures().stream()
                .flatMap(measure -> measure.ratio().fields().stream())
                .map(field -> commitment + "." + field)
                .collect(Collectors.toSet());
        Set<String> stages = indicator.stages().stream()
                .map(stage -> commitment + "." + stage)
                .collect(Collectors.toSet());
        return all().stream()
                .filter(figure -> figure.indicator().equals(indicator.code())
                        || fields.contains(figure.field())
                        || stages.contains(figure.field()))
                .toList();
    }

    /** Of a state and a stage ({@code C1.S4}), for one year; several years are none of one. */
    List<PublicFigure> of(String state, String stage, int year) {
        return jdbc
                .sql("select * from public_figure where state = :state and field like :fields order by id, part")
                .param("state", state)
                .param("fields", stage + ".%")
                .query(PublicFigures::read)
                .stream()
                .filter(figure -> !figure.context() && figure.isOf(year))
                .toList();
    }

    void replace(List<PublicFigure> figures) {
        jdbc.sql("delete from public_figure").update();
        figures.forEach(figure -> jdbc.sql("""
                        insert into public_figure (id, part, state, area, starts, ends, field, indicator, value, no_data, unit, currency,
                          qualifier, coverage, context, source_kind, source, address, caveat)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(
                        figure.id(),
                        figure.part(),
                        figure.state(),
                        figure.area(),
                        date(figure.starts()),
                        date(figure.ends()),
                        figure.field(),
                        figure.indicator(),
                        figure.value(),
                        figure.noData(),
                        figure.unit(),
                        figure.currency(),
                        figure.qualifier(),
                        figure.coverage(),
                        figure.context(),
                        figure.sourceKind(),
                        figure.source(),
                        figure.address(),
                        figure.caveat()))
                .update());
    }

    private static @Nullable Date date(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    private static PublicFigure read(ResultSet row, int number) throws SQLException {
        return new PublicFigure(
                text(row, "id"),
                row.getInt("part"),
                text(row, "state"),
                text(row, "area"),
                day(row, "starts"),
                day(row, "ends"),
                text(row, "field"),
                text(row, "indicator"),
                row.getBigDecimal("value"),
                text(row, "no_data"),
                text(row, "unit"),
                text(row, "currency"),
                text(row, "qualifier"),
                text(row, "coverage"),
                row.getBoolean("context"),
                text(row, "source_kind"),
                text(row, "source"),
                text(row, "address"),
                text(row, "caveat"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate).orElse(null);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
