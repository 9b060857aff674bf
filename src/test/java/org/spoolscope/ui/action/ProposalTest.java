package org.spoolscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.LeftOut;
import org.spoolscope.model.action.Verb;

class ProposalTest {
    @Test
    void isOnePlanPerServerOfWhatItAppliesTo() {
        Chosen chosen =
                each -> {
                    each.accept(
                            "mail1", TestingMessages.message(1, QueueName.DEFERRED, "example.com"));
                    each.accept("mail2", TestingMessages.message(2, QueueName.HOLD, "example.com"));
                    each.accept(
                            "mail1", TestingMessages.message(3, QueueName.ACTIVE, "example.net"));
                    each.accept(
                            "mail3", TestingMessages.message(4, QueueName.DEFERRED, "example.com"));
                };
        Proposal proposal = Proposal.of(Verb.HOLD, chosen, server -> !server.equals("mail3"));
        assertThat(proposal.servers()).containsExactly("mail1");
        assertThat(proposal.readOnly()).isEqualTo(Map.of("mail3", 1));
        assertThat(proposal.messages()).isEqualTo(2);
        assertThat(proposal.whole().leftOut()).isEqualTo(Map.of(LeftOut.ON_HOLD, 1));
        List<ActionPlan> plans = proposal.plans("why", Duration.ofHours(1));
        assertThat(plans).hasSize(1);
        assertThat(plans.getFirst().server()).isEqualTo("mail1");
        assertThat(plans.getFirst().reason()).isEqualTo("why");
        assertThat(plans.getFirst().grace()).isEqualTo(Duration.ofHours(1));
        assertThat(plans.getFirst().targets())
                .extracting(target -> target.id().value())
                .containsExactly("4A0000001", "4A0000003");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    DELETE,  50,  false, false
                    DELETE,  51,  true,  false
                    EXPIRE,  51,  true,  false
                    REQUEUE, 51,  true,  false
                    HOLD,    51,  false, false
                    RETRY,   100, false, false
                    RETRY,   101, false, true
                    """)
    void manyAreConfirmedByTheirNumberOrNotTriedOneByOne(
            Verb verb, int messages, boolean needsCount, boolean tooMany) {
        Proposal proposal =
                Proposal.of(verb, TestingMessages.deferred("mail1", messages), _ -> true);
        assertThat(proposal.needsCount()).isEqualTo(needsCount);
        assertThat(proposal.hasTooManyRetries()).isEqualTo(tooMany);
    }

    @Test
    void knowsTheDomainThatAllAreFor() {
        assertThat(of("example.com", "example.com").commonDomain()).contains("example.com");
        assertThat(of("example.com", "example.net").commonDomain()).isEmpty();
    }

    private static Proposal of(String first, String second) {
        return Proposal.of(
                Verb.RETRY,
                each -> {
                    each.accept(
                            "mail1",
                            TestingMessages.message(1, QueueName.DEFERRED, first, "example.edu"));
                    each.accept("mail1", TestingMessages.message(2, QueueName.DEFERRED, second));
                },
                _ -> true);
    }

    @Test
    void aFlushIsOfServersAndHasNoMessages() {
        Proposal proposal =
                Proposal.flush(
                        List.of("mail1", "mail2"), "example.com", server -> server.equals("mail2"));
        assertThat(proposal.plans("", Duration.ZERO))
                .containsExactly(ActionPlan.flush("mail2", "example.com", ""));
        assertThat(proposal.readOnly()).isEqualTo(Map.of("mail1", 0));
        assertThat(proposal.isEmpty()).isFalse();
        assertThat(Proposal.flush(List.of("mail1"), "", _ -> false).isEmpty()).isTrue();
    }
}
