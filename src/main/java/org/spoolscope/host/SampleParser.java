package org.spoolscope.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.HostSample.Space;
import org.spoolscope.model.Reading;

/// Turns the lines of the `sample` command (see [HostCommands]) into samples. Rates come from the
/// difference between two frames, so the first frame has none; a counter that went backwards (a
/// reboot, a CPU or disk that was taken away) gives no value that time. Keeps the last disk space
/// and swap between the frames that carry them.
public final class SampleParser {
    private static final String END = ".";
    private static final int LINES_CAP = 64;
    private static final int LINE_CAP = 4096;

    private final List<String> lines = new ArrayList<>();
    private boolean headed;
    private Header header = Header.NONE;
    private @Nullable Frame previous;
    private Map<String, Long> swap = Map.of();
    private Reading<Space> space = Reading.notAvailable("not read yet");

    /// What the sampler said about the host when it started.
    ///
    /// @param cpus 0 when unknown
    /// @param device kernel name of the spool's disk, or empty
    /// @param missing why a source is not there, by its name (`disk`, `psi`)
    public record Header(int cpus, String device, Map<String, String> missing) {
        static final Header NONE = new Header(0, "", Map.of());

        public Header {
            missing = Map.copyOf(missing);
        }
    }

    /// Takes the next line, without its line end.
    ///
    /// @param now when it arrived, by the desktop's clock
    /// @return a sample when the line ended a frame, else null
    public @Nullable HostSample accept(String line, Instant now) {
        if (!line.equals(END)) {
            if (lines.size() < LINES_CAP && line.length() <= LINE_CAP) {
                lines.add(line);
            }
            return null;
        }
        Frame frame = Frame.of(lines);
        lines.clear();
        if (!headed) {
            headed = true;
            header = header(frame);
            return null;
        }
        HostSample sample = sample(frame, now);
        previous = frame;
        return sample;
    }

    /// Empty until the header has arrived.
    public Header header() {
        return header;
    }

    private static Header header(Frame frame) {
        long[] cpus = Numbers.in(frame.value("cpus"));
        String device = frame.value("device");
        int tab = device.indexOf('\t');
        return new Header(
                cpus.length == 0 ? 0 : (int) Math.min(cpus[0], Integer.MAX_VALUE),
                tab < 0 ? device : device.substring(0, tab),
                frame.missing());
    }

    private HostSample sample(Frame frame, Instant now) {
        if (frame.has("space") || frame.missing().containsKey("space")) {
            space = frame.space();
        }
        Map<String, Long> memory = new HashMap<>(swap);
        memory.putAll(frame.memory());
        swap = memory;
        Rates rates = new Rates(previous, frame);
        return new HostSample(
                now,
                rates.cpu(),
                frame.load(),
                frame.memoryReading(memory),
                rates.ioPressure(),
                rates.disk(header.device()),
                space);
    }
}
