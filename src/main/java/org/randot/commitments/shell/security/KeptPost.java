package org.randot.commitments.shell.security;

import java.util.List;
import java.util.Map;

/** A form that was sent after the session had ended: where it was sent, and what was typed. */
record KeptPost(String path, Map<String, List<String>> fields) {}
