using System.CommandLine;

namespace Regio.Cli;

/// <summary>Something that the user must know and can act on; shown as one sentence, without a stack trace.</summary>
public sealed class CommandFailedException(string message) : Exception(message);

internal static class CommandActions
{
    private const int Failed = 1;

    /// <summary>Gives a command its action: the exit code is what the action returns, 1 on a failure.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (line, cancellation) =>
        {
            try
            {
                return await action(line, cancellation);
            }
            catch (CommandFailedException failure)
            {
                await Console.Error.WriteLineAsync($"regio: {failure.Message}");
                return Failed;
            }
        });
        return command;
    }
}
