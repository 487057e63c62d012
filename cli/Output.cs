using System.Globalization;
using Spectre.Console;

namespace Regio.Cli;

/// <summary>How results are shown: Dutch amounts, and no folding of lines when nobody looks.</summary>
internal static class Output
{
    private static readonly CultureInfo s_dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The terminal; or plain text without colours and without a width when the output goes elsewhere.</summary>
    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;
        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = 1_000;
        return plain;
    }

    /// <summary>Eurocents as € 850.000,00.</summary>
    public static string Euros(long cents) =>
        string.Create(s_dutch, $"€ {cents / 100m:N2}");

    /// <summary>A whole number as 97.536.</summary>
    public static string Count(long number) => number.ToString("N0", s_dutch);
}
