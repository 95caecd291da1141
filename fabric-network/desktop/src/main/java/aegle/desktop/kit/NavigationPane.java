// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The navigation on the left; with large text it shows icons alone, with their names as tooltips. */
final class NavigationPane extends ScrollPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final VBox column = new VBox();
    private final Messages messages;
    private boolean compact;

    NavigationPane(String program, Navigation navigation, List<? extends Button> below, Messages messages) {
        this.messages = messages;
        Label name = new Label(program);
        name.getStyleClass().add("program-name");
        name.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        column.getStyleClass().add("navigation-column");
        column.getChildren().add(name);
        navigation.destinations().forEach(place -> column.getChildren().add(entry(place, navigation)));
        column.getChildren().add(space);
        below.forEach(button -> column.getChildren().add(laidOut(button, button.getText())));
        column.setMinHeight(USE_PREF_SIZE);
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("navigation", "edge-to-edge");
        setId("navigation");
    }

    void setCompact(boolean wanted) {
        if (compact != wanted) {
            compact = wanted;
            pseudoClassStateChanged(COMPACT, wanted);
            column.getChildren().forEach(this::showText);
        }
    }

    private Node entry(Destination place, Navigation navigation) {
        Button button = laidOut(new Button(place.label()), place.label());
        button.setId("nav-" + place.id());
        button.setOnAction(event -> navigation.go(place.id()));
        button.setGraphic(new Icon(place.glyph()));
        place.waiting().subscribe(count -> button.setAccessibleText(spoken(place.label(), count.intValue())));
        ObservableValue<Boolean> isCurrent = navigation.destinationProperty().map(place.id()::equals);
        isCurrent.subscribe(current -> button.pseudoClassStateChanged(CURRENT, current));
        StackPane row = new StackPane(button, countOf(place));
        row.getStyleClass().add("navigation-row");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private String spoken(String label, int waiting) {
        return waiting > 0 ? messages.text("kit.navigation.waiting", label, waiting) : label;
    }

    private static Node countOf(Destination place) {
        Label count = new Label();
        count.getStyleClass().add("waiting-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.setMouseTransparent(true);
        count.textProperty().bind(place.waiting().map(number -> Integer.toString(number.intValue())));
        count.visibleProperty().bind(place.waiting().map(number -> number.intValue() > 0));
        return count;
    }

    private static Button laidOut(Button button, String label) {
        button.getStyleClass().addAll("flat", "navigation-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setTooltip(new Tooltip(label.replace("_", "")));
        return button;
    }

    private void showText(Node node) {
        switch (node) {
            case Button button -> {
                button.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                button.setAlignment(compact ? Pos.CENTER : Pos.CENTER_LEFT);
            }
            case StackPane row -> showText(row.getChildren().getFirst());
            case Label name -> {
                name.setVisible(!compact);
                name.setManaged(!compact);
            }
            default -> {
                // the space between the places and the buttons below
            }
        }
    }
}
