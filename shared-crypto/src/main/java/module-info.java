// SPDX-License-Identifier: Apache-2.0

/**
 * Keys, sealed formats and the vault; what an outside auditor reads. The list of {@code requires} is a security
 * statement: no network, no database, no user interface.
 */
module aegle.crypto {
    requires com.exceptionfactory.jagged;
    requires com.exceptionfactory.jagged.framework;
    requires com.fasterxml.jackson.databind;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports aegle.crypto;
    exports aegle.crypto.identity;
    exports aegle.crypto.pseudonym;
    exports aegle.crypto.record;
    exports aegle.crypto.seal;
    exports aegle.crypto.vault;
}
