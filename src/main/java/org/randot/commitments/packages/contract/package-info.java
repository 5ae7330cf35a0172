/** The contract between models and product: the model as read, and one small class a rule ({@code docs/authoring-processes.md}). */
@NullMarked
package org.randot.commitments.packages.contract;

import org.jspecify.annotations.NullMarked;
