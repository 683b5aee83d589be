package io.arrears.pipeline.ingest;

import io.arrears.model.account.Coded;

/** Why a row is in quarantine. The codes are stable: reports and alerts are built on them. */
public enum RejectReason implements Coded {
    /** More or fewer fields than the header. */
    WRONG_FIELD_COUNT,
    /** A quote that is opened and never closed. */
    UNTERMINATED_QUOTE,
    /** Anything else that is no RFC 4180 record. */
    UNREADABLE_ROW,
    NUL_CHARACTER,
    OVERLONG_FIELD,
    /** Bytes that are not valid in the file's encoding. */
    BAD_ENCODING,
    MISSING_REQUIRED,
    BAD_IDENTIFIER,
    BAD_DATE,
    BAD_TIMESTAMP,
    BAD_NUMBER,
    BAD_AMOUNT,
    TOO_MANY_DECIMALS,
    NEGATIVE_AMOUNT,
    ZERO_AMOUNT,
    AMOUNT_BEYOND_LIMIT,
    UNKNOWN_CODE,
    UNKNOWN_ACCOUNT,
    OTHER_CURRENCY,
    UNKNOWN_INVOICE,
    /** A reversal that doesn't say what it takes back. */
    REVERSES_MISSING,
    /** {@code reverses} names no payment of the account, or a reversal, or stands on a row that is no reversal. */
    UNKNOWN_REVERSES,
    /** The reversals of a payment come to more than the payment. */
    REVERSAL_ABOVE_PAYMENT,
    REVERSAL_BEFORE_PAYMENT,
    DUE_BEFORE_ISSUED,
    DUE_BEFORE_MADE,
    CLOSED_BEFORE_OPENED,
    /** A dispute closed without an answer, or answered without being closed. */
    RESOLUTION_CONTRADICTS,
    TO_BEFORE_FROM,
    BAD_PROPENSITY,
    /** The key is already known with other content and the same known time, or is another account's. */
    DUPLICATE_KEY
}
