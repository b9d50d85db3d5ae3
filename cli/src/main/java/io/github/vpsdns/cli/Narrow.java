// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A parser that knows one command only, and carries a line out unless somebody who knows all of them has to look at it: to say what is
 * wrong, what was meant, or what there is.
 *
 * <p>Good for one line.
 */
final class Narrow {
    private final CommandLine line;
    private final IExecutionStrategy strategy;
    private final IParameterExceptionHandler handler;
    private boolean started;
    private boolean declined;

    /**
     * Takes a parser.
     *
     * @param line ready to execute, and not used elsewhere
     */
    Narrow(CommandLine line) {
        this.line = line;
        this.strategy = line.getExecutionStrategy();
        this.handler = line.getParameterExceptionHandler();
        line.setExecutionStrategy(this::execute);
        line.setParameterExceptionHandler(this::complain);
    }

    /**
     * Parses and runs.
     *
     * @param args the words of the line
     * @return the exit status; empty if nothing was done
     */
    Optional<Integer> execute(String... args) {
        int status = line.execute(args);
        return declined ? Optional.empty() : Optional.of(status);
    }

    private int execute(ParseResult parsed) {
        List<CommandLine> found = parsed.asCommandLineList();
        boolean isWhole = found.get(found.size() - 1).getSubcommands().isEmpty();
        boolean asks = found.stream().anyMatch(each -> each.isUsageHelpRequested() || each.isVersionHelpRequested());
        if (asks || !isWhole) {
            declined = true;
            return 0;
        }
        started = true;
        return strategy.execute(parsed);
    }

    private int complain(ParameterException wrong, String[] args) throws Exception {
        if (started) {
            return handler.handleParseException(wrong, args);
        }
        declined = true;
        return 0;
    }
}
