/** Tests of the account answer. */
@NullMarked
package io.arrears.serving.account;

import org.jspecify.annotations.NullMarked;
