// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.api.Access;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.ddns.config.Watchers;
import io.github.vpsdns.cli.ddns.service.DdnsService;
import io.github.vpsdns.cli.ddns.service.ServedAgent;
import io.github.vpsdns.cli.ddns.service.ServiceSettings;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.agent.Agent;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.detect.Sources;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.AgentListener;
import io.github.vpsdns.ddns.report.AgentStatus;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns ddns run} does; apart from the command, whose class is loaded for any line. */
final class RunWork {
    /** Of one operation with all retries; then the agent itself decides when to try again, and others hold back. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(12);

    private final Frame frame;
    private final DdnsRun line;
    private final Path file;
    private final Timekeeper time;
    private Path state = Path.of("");
    private @Nullable Agent agent;

    RunWork(Frame frame, DdnsRun line) {
        this.frame = frame;
        this.line = line;
        this.file = line.config.require();
        this.time = frame.host().time();
    }

    /** Runs until the thread is interrupted, whose flag is set again then. */
    void run() {
        CallCounter calls = new CallCounter();
        try (DdnsService service = new DdnsService(frame, calls)) {
            run(service, calls);
        }
    }

    private void run(DdnsService service, CallCounter calls) {
        Setting setting = Setting.read(frame, file, line.spec, line.api, line.dns);
        state = setting.statePath();
        AuthoritativeDns dns = setting.nameServers();
        try (Access access = new Access(frame, setting.api(), CALL_LIMIT, calls);
                MemoryFile memory = setting.memory()) {
            service.run(
                    listener -> serve(agent(setting, access, dns, memory, listener)),
                    service(setting),
                    () -> reload(access));
        }
    }

    private Agent agent(
            Setting setting, Access access, AuthoritativeDns dns, MemoryFile memory, AgentListener listener) {
        Agent made = Agent.builder(setting.configuration().agent(), access, dns, memory)
                .detector(new Detector(Sources.system(), time))
                .timekeeper(time)
                .listener(listener)
                .dryRun(line.dryRun)
                .build();
        agent = made;
        return made;
    }

    /** Everything is read and opened before anything is taken, so that a mistake changes nothing. */
    private ServiceSettings reload(Access access) {
        Setting next = Setting.reread(frame, file, line.spec, line.api, line.dns);
        if (!next.statePath().equals(state)) {
            throw new UsageException(file + ": state: it is '" + state + "' for as long as the agent runs; expected the"
                    + " same, or a restart");
        }
        AuthoritativeDns dns = next.nameServers();
        ServiceSettings around = service(next);
        access.use(next.api());
        if (agent != null) {
            agent.reconfigure(next.configuration().agent(), dns);
        }
        return around;
    }

    private ServiceSettings service(Setting setting) {
        Watchers watchers = setting.configuration().watchers();
        return new ServiceSettings(
                watchers.listen(),
                watchers.notices().channels(time),
                watchers.notices().heartbeat(),
                setting.configuration().agent().interval());
    }

    private static ServedAgent serve(Agent agent) {
        return new ServedAgent() {
            @Override
            public void start() {
                agent.start();
            }

            @Override
            public void refresh() {
                agent.refresh();
            }

            @Override
            public AgentStatus status() {
                return agent.status();
            }

            @Override
            public void close() {
                agent.close();
            }
        };
    }
}
