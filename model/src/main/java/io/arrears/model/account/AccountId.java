package io.arrears.model.account;

/** The creditor's own name for an account: 1 to 128 printable characters. */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final int MAX_LENGTH = 128;
    private static final int DELETE = 0x7F;

    public AccountId {
        if (!isIdentifier(value)) {
            throw new IllegalArgumentException(
                    "account_id of %d characters: use 1 to %d printable characters, not all blank"
                            .formatted(value.length(), MAX_LENGTH));
        }
    }

    /**
     * Whether a text can name an account or one of its facts: 1 to 128 characters, not all blank, none of which is
     * invisible (control and format characters, line separators), as two names that look the same must be the same.
     */
    public static boolean isIdentifier(String value) {
        return !value.isBlank()
                && value.length() <= MAX_LENGTH
                && value.codePoints().noneMatch(AccountId::isInvisible);
    }

    private static boolean isInvisible(int character) {
        if (character > ' ' && character < DELETE) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
