package org.randot.commitments.forms;

/**
 * Where a field stands on a page: the name of its parameter ({@code agenciesBound.0.agency}) and its pointer into the values.
 *
 * @param register what fields that name an agency or a law offer
 */
record At(String name, String pointer, Words words, RegisterChoices register) {
    At dot(String step) {
        return new At(name.isEmpty() ? step : name + "." + step, pointer + "/" + step, words, register);
    }

    /** Beside a number: {@code recovered~noData}. */
    At tilde(String step) {
        return new At(name + "~" + step, pointer + "/" + step, words, register);
    }

    String id() {
        return "f-" + name.replace("~", "--").replace('.', '-');
    }
}
