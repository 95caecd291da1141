// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.StepBar;
import aegle.wallet.text.WalletTexts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The steps of allowing, one at a time, under a bar that says which. */
public final class AllowView extends FxView {
    private final AllowViewModel model;
    private final WalletTexts texts;
    private final AllowRoutes routes;
    private final VBox bar = new VBox();
    private final VBox content = new VBox();
    private final Page root;
    private Optional<StepNodes> shown = Optional.empty();

    /** Show the steps. */
    public AllowView(AllowViewModel model, WalletTexts texts, AllowRoutes routes) {
        this.model = model;
        this.texts = texts;
        this.routes = routes;
        content.setId("allow-step");
        content.getStyleClass().add("step-content");
        root = new Page(texts.text(model.isChange() ? "allow.title.change" : "allow.title"))
                .narrow()
                .add(bar, content);
        model.stepProperty().subscribe(this::show);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return shown.flatMap(StepNodes::main).map(button -> button);
    }

    @Override
    public Optional<Node> firstFocus() {
        return shown.flatMap(StepNodes::focus);
    }

    @Override
    public boolean escape() {
        return model.back();
    }

    private void show(AllowStep step) {
        StepNodes nodes = nodes(step);
        shown = Optional.of(nodes);
        bar.getChildren().clear();
        if (step != AllowStep.DONE) {
            bar.getChildren()
                    .add(new StepBar(
                            step.number(),
                            AllowStep.COUNTED,
                            texts.text("allow.step." + step.name()),
                            texts.messages()));
        }
        content.getChildren().setAll(nodes.nodes());
        root.setVvalue(0);
        if (root.getScene() != null) {
            content.applyCss();
            content.layout();
            nodes.focus().ifPresent(Node::requestFocus);
        }
    }

    private StepNodes nodes(AllowStep step) {
        return switch (step) {
            case PERSON -> new PersonStep(model, texts).nodes();
            case WORDS -> new WordsStep(model, texts).nodes();
            case WHAT -> new WhatStep(model, texts).nodes();
            case UNTIL -> new UntilStep(model, texts).nodes();
            case READ -> new ReadStep(model, texts).nodes();
            case DONE -> new DoneStep(model, texts, routes).nodes();
        };
    }
}
