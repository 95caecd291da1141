// SPDX-License-Identifier: Apache-2.0

/** The paper's protocol, both sides of each step, and the ports to everything outside the process. No network, no window. */
module aegle.sharing {
    requires static org.jspecify;
    requires transitive aegle.crypto;
    requires transitive aegle.record;
    requires com.fasterxml.jackson.databind;
    requires java.naming;

    exports aegle.sharing;
    exports aegle.sharing.activity;
    exports aegle.sharing.enrollment;
    exports aegle.sharing.key;
    exports aegle.sharing.link;
    exports aegle.sharing.permission;
    exports aegle.sharing.privatefile;
    exports aegle.sharing.request;
    exports aegle.sharing.retrieval;
    exports aegle.sharing.upload;
}
