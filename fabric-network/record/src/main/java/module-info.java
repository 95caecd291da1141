// SPDX-License-Identifier: Apache-2.0

/** The nouns of the ledger and the bytes that are signed. Needs the JDK and nothing else. */
module aegle.record {
    requires static org.jspecify;

    exports aegle.record;
    exports aegle.record.access;
    exports aegle.record.call;
    exports aegle.record.codec;
    exports aegle.record.command;
    exports aegle.record.member;
    exports aegle.record.metadata;
    exports aegle.record.permission;
}
