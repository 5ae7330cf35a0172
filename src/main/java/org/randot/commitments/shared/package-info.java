/** What every module needs and what knows no word of the domain: time, ids, paging, facts, refusals, the data scope. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.randot.commitments.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
