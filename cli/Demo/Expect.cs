namespace Regio.Cli.Demo;

/// <summary>The demo believes nothing: it compares what it got with what the sources say.</summary>
internal static class Expect
{
    public static void That(bool holds, string rule)
    {
        if (!holds)
            throw new CommandFailedException($"the demo expected that {rule}, and that is not so.");
    }

    public static void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new CommandFailedException($"the demo expected {what} to be {expected}, and it is {actual}.");
    }
}
