package org.spoolscope.ui.queue;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.action.LeftOut;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.action.ActionGate;
import org.spoolscope.ui.action.Chosen;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;

/// What an action would be about: the selected rows or, with none selected, all that match; and
/// which actions apply to any of them. JavaFX thread.
public final class ActionScope {
    private static final Set<Verb> VERBS = EnumSet.complementOf(EnumSet.of(Verb.FLUSH));

    /// What is found out.
    ///
    /// @param messages how many it would be about
    /// @param selected whether they are selected; else they are all that match
    /// @param verbs those that apply to at least one of them
    /// @param refusal why nothing may be done, else empty
    public record State(int messages, boolean selected, Set<Verb> verbs, DisplayText refusal) {
        static final State NOTHING = new State(0, false, Set.of(), DisplayText.EMPTY);

        public State {
            verbs = Set.copyOf(verbs);
        }
    }

    /// @param selected the places of the selected rows; none for all
    private record Question(
            QueueRows rows, BitSet selected, List<ServerConfig> servers, DisplayText refusal) {}

    private final QueueViewModel model;
    private final ActionGate gate;
    private final Lane<Question, State> answers;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private QueueRows rows = QueueRows.NONE;
    private BitSet selected = new BitSet();

    public ActionScope(QueueViewModel model, ActionGate gate, Background background) {
        this.model = model;
        this.gate = gate;
        this.answers = background.lane(ActionScope::answer, state::set);
        gate.readOnly().addListener(_ -> ask());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Other rows are shown, or others are selected.
    ///
    /// @param chosen the places of the selected ones; not written to any more
    void show(QueueRows shown, BitSet chosen) {
        rows = shown;
        selected = chosen;
        ask();
    }

    /// The messages as they are now, whatever the list shows later.
    Chosen chosen() {
        QueueRows from = rows;
        BitSet of = selected;
        return each -> {
            if (of.isEmpty()) {
                for (QueueRow row : from) {
                    each.accept(row.server(), row.message());
                }
            } else {
                for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
                    QueueRow row = from.get(i);
                    each.accept(row.server(), row.message());
                }
            }
        };
    }

    /// The servers whose mail is shown.
    List<String> servers() {
        return model.configs().stream().map(ServerConfig::name).toList();
    }

    /// The one domain that the list is narrowed to, or null.
    @Nullable String domain() {
        return model.query().get().domain();
    }

    private void ask() {
        List<ServerConfig> servers = model.configs();
        answers.supersede(new Question(rows, selected, servers, gate.refusal(servers)));
    }

    private static State answer(Question question) {
        QueueRows rows = question.rows();
        BitSet selected = question.selected();
        boolean all = selected.isEmpty();
        Set<Verb> verbs = question.refusal().isEmpty() ? verbs(rows, selected, question) : Set.of();
        return new State(
                all ? rows.size() : selected.cardinality(), !all, verbs, question.refusal());
    }

    /// Looks only until nothing more can be found.
    private static Set<Verb> verbs(QueueRows rows, BitSet selected, Question question) {
        Set<String> open =
                question.servers().stream()
                        .filter(server -> !server.readOnly())
                        .map(ServerConfig::name)
                        .collect(Collectors.toSet());
        Set<Verb> found = EnumSet.noneOf(Verb.class);
        Set<Verb> missing = EnumSet.copyOf(VERBS);
        boolean all = selected.isEmpty();
        QueueCursor row = rows.rows().cursor();
        int i = all ? 0 : selected.nextSetBit(0);
        while (i >= 0 && i < rows.size() && !missing.isEmpty()) {
            row.moveTo(rows.rows().row(i));
            if (open.contains(rows.servers().get(row.table()))) {
                missing.removeIf(verb ->
                        LeftOut.of(verb, row.queue(), row.forcedExpire()).isEmpty()
                                && found.add(verb));
            }
            i = all ? i + 1 : selected.nextSetBit(i + 1);
        }
        return found;
    }
}
