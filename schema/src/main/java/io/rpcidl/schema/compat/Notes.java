package io.rpcidl.schema.compat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said to people about something. */
record Notes(@Nullable String documentation, @Nullable String deprecation) {

    /** Documentation and deprecation are told to people alone. */
    static void compare(Notes older, Notes newer, Element element, Changes changes) {
        if (!Objects.equals(older.documentation, newer.documentation)) {
            changes.add(ChangeKind.DOCUMENTATION_CHANGED, element, null, null);
        }
        if (older.deprecation == null && newer.deprecation != null) {
            changes.add(ChangeKind.DEPRECATION_ADDED, element, null, newer.deprecation);
        } else if (older.deprecation != null && newer.deprecation == null) {
            changes.add(ChangeKind.DEPRECATION_REMOVED, element, older.deprecation, null);
        } else if (!Objects.equals(older.deprecation, newer.deprecation)) {
            changes.add(ChangeKind.DEPRECATION_CHANGED, element, older.deprecation, newer.deprecation);
        }
    }
}
