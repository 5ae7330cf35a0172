package org.randot.commitments.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is read from the cells: the fields as a page would post them, where each stood, and what is wrong with which cell. */
final class Reading {
    private static final String LANGUAGE = "_lang";

    private final MultiValueMap<String, String> posted = new LinkedMultiValueMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final SheetWords words;
    private final Locale language;

    /**
     * @param words in the language of the person who reads what is wrong
     * @param language of the workbook
     */
    Reading(SheetWords words, Locale language) {
        this.words = words;
        this.language = language;
        posted.add(LANGUAGE, language.getLanguage());
    }

    MultiValueMap<String, String> posted() {
        return posted;
    }

    List<CellProblem> problems() {
        return problems;
    }

    /** Takes one cell: {@code name} and {@code pointer} are those of the whole form. */
    void take(@Nullable Cell cell, Slot slot, String name, String pointer, String place) {
        CellValue value = CellValue.of(cell, slot, language);
        places.putIfAbsent(pointer, place);
        if (!value.problem().isEmpty()) {
            problem(place, value.problem(), slot.label());
        } else if (!value.text().isEmpty()) {
            posted.add(name, value.text());
        }
    }

    /** A cell that is none of the form: it must be empty, or hold words of ours. */
    void unasked(Cell cell, String place) {
        if (cell.getCellType() == CellType.FORMULA) {
            problem(place, "FORMULA", "");
        } else if (!CellValue.isBlank(cell)) {
            problem(place, "UNASKED", "");
        }
    }

    void problem(String place, String code, String about) {
        problems.add(CellProblem.of(place, code, words.say("cell." + code, about)));
    }

    void place(String pointer, String place) {
        places.putIfAbsent(pointer, place);
    }

    /** The cell of a pointer, of what it is part of, or of the first part of it. */
    String placeOf(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            String exact = places.get(at);
            if (exact != null) {
                return exact;
            }
            String inside = at + "/";
            Optional<String> part = places.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(inside))
                    .map(Map.Entry::getValue)
                    .min(String::compareTo);
            if (part.isPresent()) {
                return part.get();
            }
        }
        return "";
    }
}
