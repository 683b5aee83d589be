package io.arrears.model.account;

/** The creditor's own name for an account: 1 to 128 printable characters. */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final int MAX_LENGTH = 128;

    public AccountId {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "account_id of %d characters: use 1 to %d printable characters, not all blank"
                            .formatted(value.length(), MAX_LENGTH));
        }
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
