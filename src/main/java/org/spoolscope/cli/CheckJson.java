package org.spoolscope.cli;

import java.util.List;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.FindingWording;
import org.spoolscope.model.deliverability.SubjectReport;
import org.spoolscope.monitor.lookup.SendingAddresses;

/// One object for each finding, the worst subject first, then one for each address and blocklist,
/// as `check-ip` tells it.
final class CheckJson implements CheckReport {
    private final JsonLines json;
    private final String server;
    private String resolver = "";

    CheckJson(JsonLines json, String server) {
        this.json = json;
        this.server = server;
    }

    @Override
    public void begin(String asked, SendingAddresses sending) {
        resolver = asked;
    }

    @Override
    public void end(List<Finding> findings, List<ListCheck> lists) {
        for (SubjectReport subject : SubjectReport.of(findings)) {
            subject.findings().forEach(finding -> json.line(line -> write(line, finding)));
        }
        for (ListCheck check : lists) {
            json.line(line -> ListCheckJson.write(line.text("server", server), check));
        }
    }

    private void write(JsonLines.Members line, Finding finding) {
        Sentence sentence = FindingWording.of(finding);
        line.text("server", server)
                .text("subject", finding.subject())
                .text("check", finding.check().label())
                .text("result", finding.severity().label())
                .text("finding", finding.outcome().label())
                .text("text", sentence.headline().toString())
                .text("advice", sentence.advice().isEmpty() ? null : sentence.advice().toString())
                .texts("evidence", finding.evidence())
                .texts("fix", finding.fix())
                .text("resolver", resolver);
    }
}
