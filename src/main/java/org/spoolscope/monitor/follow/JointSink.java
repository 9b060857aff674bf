package org.spoolscope.monitor.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.LogPosition;

/// Lets several followers, each on a thread of its own, hand on to one sink.
///
/// They take turns: one begins with the first line and ends with the position that covers it, so
/// that a position never stands between another follower's lines and the one that covers those.
/// What each tells of itself (how far it is behind, what trouble it has) is told for all together.
final class JointSink {
    private final LineSink sink;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Share> shares = new ArrayList<>();
    private LogPosition position;
    private String toldSource = "";

    /// @param position from which all of them go on
    JointSink(LineSink sink, LogPosition position) {
        this.sink = sink;
        this.position = position;
    }

    /// For the follower of these files.
    Share ofFiles(List<String> paths) {
        return share(now -> {
            LogPosition joint = position;
            for (String path : paths) {
                joint = joint.with(now.file(path));
            }
            return joint;
        });
    }

    /// For the follower of the journal.
    Share ofJournal() {
        return share(now -> now.cursor() == null ? position : position.with(now.cursor()));
    }

    private Share share(Part part) {
        Share share = new Share(part);
        shares.add(share);
        return share;
    }

    /// Puts one follower's part of its position into the joint one.
    @FunctionalInterface
    private interface Part {
        LogPosition joint(LogPosition now);
    }

    /// Tells the sink something.
    @FunctionalInterface
    private interface Telling {
        void tell() throws InterruptedException;
    }

    /// When all of them were at their ends.
    private Instant earliest() {
        return shares.stream()
                .map(share -> share.at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private String troubles() {
        return shares.stream()
                .map(share -> share.trouble)
                .filter(trouble -> !trouble.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /// What one follower hands on to, on its own thread.
    final class Share implements LineSink {
        private final Part part;
        private String source = "";
        private String trouble = "";
        private long behind;
        private boolean isIdle;

        /// When it was at its end, the last time.
        private Instant at = Instant.MIN;

        /// Whether it was at its end since that was last told of all together.
        private boolean wasAtEnd;

        private Share(Part part) {
            this.part = part;
        }

        @Override
        public void source(String now) {
            source = now;
        }

        @Override
        public void line(byte[] bytes, int from, int to) throws InterruptedException {
            begin();
            sink.line(bytes, from, to);
        }

        @Override
        public void again(byte[] bytes, int from, int to) throws InterruptedException {
            begin();
            sink.again(bytes, from, to);
        }

        @Override
        public void gap(LogGap gap) throws InterruptedException {
            begin();
            sink.gap(gap);
        }

        @Override
        public void position(LogPosition now) throws InterruptedException {
            begin();
            try {
                position = part.joint(now);
                trouble = "";
                sink.position(position);
                String others = troubles();
                if (!others.isEmpty()) {
                    sink.trouble(others);
                }
            } finally {
                end();
            }
        }

        @Override
        public void behind(long bytes) throws InterruptedException {
            aside(() -> {
                behind = bytes;
                sink.behind(shares.stream().mapToLong(share -> share.behind).sum());
            });
        }

        @Override
        public void trouble(String message) throws InterruptedException {
            aside(() -> {
                trouble = message;
                sink.trouble(troubles());
            });
        }

        @Override
        public void upToDate(Instant now) throws InterruptedException {
            end();
            aside(() -> {
                at = now;
                wasAtEnd = true;
                if (shares.stream().allMatch(share -> share.wasAtEnd)) {
                    shares.forEach(share -> share.wasAtEnd = false);
                    sink.upToDate(earliest());
                }
            });
        }

        /// Time passes only when nothing more is there to be read from any of them.
        @Override
        public void idle(Instant now) throws InterruptedException {
            end();
            aside(() -> {
                at = now;
                isIdle = true;
                wasAtEnd = true;
                if (shares.stream().allMatch(share -> share.isIdle)) {
                    sink.idle(earliest());
                }
            });
        }

        /// Ends its turn, if it has it: its follower has nothing more to hand on.
        void end() {
            if (turn.isHeldByCurrentThread()) {
                turn.unlock();
            }
        }

        private void begin() throws InterruptedException {
            if (!turn.isHeldByCurrentThread()) {
                turn.lockInterruptibly();
                isIdle = false;
            }
            if (!source.equals(toldSource)) {
                toldSource = source;
                sink.source(source);
            }
        }

        /// In its turn or between the turns, without beginning or ending one.
        private void aside(Telling telling) throws InterruptedException {
            boolean within = turn.isHeldByCurrentThread();
            if (!within) {
                turn.lockInterruptibly();
            }
            try {
                telling.tell();
            } finally {
                if (!within) {
                    turn.unlock();
                }
            }
        }
    }
}
