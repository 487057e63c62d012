using System.Globalization;
using Spectre.Console;

namespace Regio.Cli;

/// <summary>How results are shown: Dutch amounts, and no folding of lines when nobody looks.</summary>
internal static class Output
{
    private static readonly CultureInfo s_dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>A console without a width of its own when the output is not a terminal.</summary>
    public static IAnsiConsole Wide()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            console.Profile.Width = 200;
        return console;
    }

    /// <summary>Eurocents as € 850.000,00.</summary>
    public static string Euros(long cents) =>
        string.Create(s_dutch, $"€ {cents / 100m:N2}");

    /// <summary>A whole number as 97.536.</summary>
    public static string Count(long number) => number.ToString("N0", s_dutch);
}
