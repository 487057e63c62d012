using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Regio.Cli.Suite;

namespace Regio.Cli.Tokens;

internal static partial class TokenCommand
{
    public static Command Create(TimeProvider time)
    {
        var role = new Argument<string>("role") { Description = $"One of {string.Join(", ", DevelopmentToken.Roles)}." };
        role.Validators.Add(result =>
        {
            var given = result.GetValueOrDefault<string>();
            if (!DevelopmentToken.Roles.Contains(given, StringComparer.Ordinal))
                result.AddError($"no role is called '{given}'; there are {string.Join(", ", DevelopmentToken.Roles)}.");
        });
        var municipality = new Option<string?>("--municipality") { Description = "Limits the token to one CBS code." };
        municipality.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not { } code || !MunicipalityCode().IsMatch(code))
                result.AddError("--municipality takes a CBS code such as GM0106.");
        });
        var provider = new Option<string?>("--provider") { Description = "Limits the token to one provider." };
        var subject = new Option<string?>("--subject") { Description = "Who the token speaks for." };
        var expires = new Option<TimeSpan>("--expires")
        {
            Description = "How long it is valid: 30m, 8h (the default).",
            CustomParser = ParseLifetime,
            DefaultValueFactory = _ => TimeSpan.FromHours(8),
        };
        return new Command("token", "Prints a development token.") { role, municipality, provider, subject, expires }
            .Does(async (line, cancellation) =>
            {
                var holder = new TokenHolder(
                    line.GetRequiredValue(role), line.GetValue(subject), line.GetValue(municipality), line.GetValue(provider));
                var key = await SigningKeyAsync(StateFolder.Find(), cancellation);
                Console.WriteLine(DevelopmentToken.Create(key, holder, time.GetUtcNow(), line.GetValue(expires)));
                return 0;
            });
    }

    /// <summary>The key of the run; a failure says how to get one.</summary>
    internal static async Task<string> SigningKeyAsync(StateFolder state, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(state.SigningKeyPath, cancellationToken);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException("there is no signing key, because nothing has run yet. ./regio up makes one.");
        }
    }

    private static TimeSpan ParseLifetime(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            switch (text[^1])
            {
                case 's': return TimeSpan.FromSeconds(number);
                case 'm': return TimeSpan.FromMinutes(number);
                case 'h': return TimeSpan.FromHours(number);
            }
        }

        result.AddError("--expires takes a number with s, m or h, such as 30m or 8h.");
        return TimeSpan.Zero;
    }

    [GeneratedRegex("^GM[0-9]{4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MunicipalityCode();
}
