// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.pseudonym.PseudonymKey;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.seal.GrantTerms.Period;
import aegle.crypto.seal.GrantTerms.Rights;
import aegle.crypto.seal.GrantTerms.Scope;
import aegle.crypto.seal.GrantTerms.Study;
import aegle.crypto.seal.GrantedKeys.CategoryKeys;
import aegle.crypto.seal.GrantedKeys.GrantedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** The fields of a grant's content, version 1, in their order. */
final class GrantFormat {
    private GrantFormat() {}

    static JsonObject json(GrantContent grant) {
        var json = new JsonObject();
        context(json, grant.context());
        terms(json, grant.terms());
        patient(json, grant.patient());
        keys(json, grant.keys());
        return json;
    }

    static GrantContent read(JsonFields fields) {
        return new GrantContent(
                new GrantContext(
                        fields.digest("networkId"),
                        fields.digest("ID"),
                        fields.octets("PKS_P"),
                        fields.id("grantId"),
                        fields.number("n")),
                readTerms(fields),
                readPatient(fields),
                readKeys(fields));
    }

    private static void context(JsonObject json, GrantContext context) {
        json.digest("networkId", context.networkId())
                .digest("ID", context.recordId())
                .octets("PKS_P", context.ownerKey())
                .id("grantId", context.grantId())
                .number("n", context.version());
    }

    private static void terms(JsonObject json, GrantTerms terms) {
        json.id("clinicianId", terms.clinician())
                .object(
                        "rights",
                        new JsonObject()
                                .flag("read", terms.rights().read())
                                .flag("write", terms.rights().write())
                                .flag("share", terms.rights().share()))
                .texts("categories", terms.scope().categories());
        terms.scope()
                .documents()
                .ifPresent(ids ->
                        json.texts("documents", ids.stream().map(id -> id.hex()).toList()));
        json.number("from", terms.period().from().toEpochMilli())
                .number("to", terms.period().to().toEpochMilli());
        terms.study().ifPresent(study -> json.id("study", study.id()).flag("anonymised", study.anonymised()));
    }

    private static GrantTerms readTerms(JsonFields fields) {
        Rights rights = fields.object("rights")
                .readWith(flags -> new Rights(flags.flag("read"), flags.flag("write"), flags.flag("share")));
        return new GrantTerms(
                fields.id("clinicianId"),
                rights,
                new Scope(fields.texts("categories"), fields.optional("documents", fields::ids)),
                new Period(Instant.ofEpochMilli(fields.integer("from")), Instant.ofEpochMilli(fields.integer("to"))),
                fields.optional("study", name -> new Study(fields.id(name), fields.flag("anonymised"))));
    }

    private static void patient(JsonObject json, GrantedPatient patient) {
        var uii = new JsonObject();
        patient.disclosed().ifPresent(person -> {
            person.socialSecurityNumber().ifPresent(value -> uii.text("socialSecurityNumber", value));
            person.birthDate().ifPresent(value -> uii.text("birthDate", value.toString()));
            person.name().ifPresent(value -> uii.text("name", value));
            person.address().ifPresent(value -> uii.text("address", value));
            person.postcode().ifPresent(value -> uii.text("postcode", value));
        });
        json.object(
                        "patient",
                        new JsonObject()
                                .text("name", patient.name())
                                .text("birthDate", patient.birthDate().toString())
                                .texts("hospitalNumbers", patient.hospitalNumbers()))
                .object("uii", uii);
    }

    private static GrantedPatient readPatient(JsonFields fields) {
        Optional<UniquelyIdentifiableInformation> disclosed =
                fields.object("uii").readWith(GrantFormat::readUii);
        return fields.object("patient")
                .readWith(patient -> new GrantedPatient(
                        patient.text("name"),
                        LocalDate.parse(patient.text("birthDate")),
                        patient.texts("hospitalNumbers"),
                        disclosed));
    }

    private static Optional<UniquelyIdentifiableInformation> readUii(JsonFields uii) {
        if (uii.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UniquelyIdentifiableInformation(
                uii.optional("socialSecurityNumber", uii::text),
                uii.optional("birthDate", name -> LocalDate.parse(uii.text(name))),
                uii.optional("name", uii::text),
                uii.optional("address", uii::text),
                uii.optional("postcode", uii::text)));
    }

    private static void keys(JsonObject json, GrantedKeys keys) {
        json.secret("K_pid", keys.pseudonymKey().reveal());
        if (keys.files().isEmpty()) {
            json.objects(
                    "keys",
                    keys.categories().stream().map(GrantFormat::categoryJson).toList());
        } else {
            json.objects(
                    "files", keys.files().stream().map(GrantFormat::fileJson).toList());
        }
    }

    private static JsonObject categoryJson(CategoryKeys granted) {
        return new JsonObject()
                .text("cat", granted.category())
                .number("epoch", granted.epoch())
                .secret("seed", granted.keys().revealSeed());
    }

    private static JsonObject fileJson(GrantedFile granted) {
        return new JsonObject()
                .id("docId", granted.documentId())
                .object("envelope", granted.envelope().json());
    }

    private static GrantedKeys readKeys(JsonFields fields) {
        var pseudonymKey = PseudonymKey.of(fields.binary("K_pid"));
        if (fields.has("files")) {
            var files = fields.objects("files").stream()
                    .map(file -> file.readWith(GrantFormat::readFile))
                    .toList();
            return GrantedKeys.ofFiles(pseudonymKey, files);
        }
        var categories = fields.objects("keys").stream()
                .map(key -> key.readWith(GrantFormat::readCategory))
                .toList();
        return GrantedKeys.ofCategories(pseudonymKey, categories);
    }

    private static CategoryKeys readCategory(JsonFields fields) {
        byte[] seed = fields.binary("seed");
        try {
            return new CategoryKeys(fields.text("cat"), fields.number("epoch"), EncryptionKeyPair.ofSeed(seed));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static GrantedFile readFile(JsonFields fields) {
        return new GrantedFile(fields.id("docId"), fields.object("envelope").readWith(GrantFormat::readEnvelope));
    }

    private static Envelope readEnvelope(JsonFields fields) {
        try {
            fields.requireVersion(Envelope.FORMAT);
            return EnvelopeFormat.read(fields);
        } catch (FormatVersionUnknownException e) {
            throw new UnknownInside(e);
        }
    }

    /** Carries an unknown version out of a nested object. */
    static final class UnknownInside extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final FormatVersionUnknownException unknown;

        UnknownInside(FormatVersionUnknownException unknown) {
            super(unknown);
            this.unknown = unknown;
        }

        FormatVersionUnknownException unknown() {
            return unknown;
        }
    }
}
