/** Measures, apart from the tests: the product over HTTP beside the bare engine in one run (docs/performance.md). */
@org.jspecify.annotations.NullMarked
package org.randot.commitments.bench;
