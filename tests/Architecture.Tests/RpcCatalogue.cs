using System.Text;
using System.Text.RegularExpressions;

namespace Regio.Architecture.Tests;

/// <summary>docs/rpcs.md: what can be called, as the comments of the contracts say it.</summary>
internal static partial class RpcCatalogue
{
    private const string Opening =
        """
        # What can be called

        Generated from `protos`; CONTRIBUTING says how it is kept. The comment of an rpc in its contract also lists its errors, [security](security.md) says who may call it.

        """;

    public static string Render()
    {
        var text = new StringBuilder(Opening);
        foreach (var package in Repository.Files("protos", "*.proto").GroupBy(file => Repository.Relative(file.Directory!)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var services = package.OrderBy(file => file.Name, StringComparer.Ordinal)
                .SelectMany(file => Service().Matches(File.ReadAllText(file.FullName)).Select(match => (File: file, Match: match))).ToList();
            if (services.Count == 0)
                continue;
            text.Append("\n## ").Append(Path.GetRelativePath("protos", package.Key).Replace(Path.DirectorySeparatorChar, '.')).Append('\n');
            foreach (var (file, service) in services)
                Describe(text, file, service);
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, FileInfo file, Match service)
    {
        text.Append("\n### ").Append(service.Groups["name"].Value).Append("\n\n").Append(InOneLine(service.Groups["comment"].Value))
            .Append(" ([contract](../").Append(Repository.Relative(file)).Append("))\n\n| rpc | |\n|---|---|\n");
        foreach (Match rpc in Rpc().Matches(service.Groups["rpcs"].Value))
        {
            var name = rpc.Groups["name"].Value;
            text.Append("| `").Append(name).Append('`').Append(Streams(rpc)).Append(" | ")
                .Append(InOneLine(rpc.Groups["comment"].Value).Split(" Errors:", 2)[0][(name.Length + 1)..].Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }
    }

    private static string Streams(Match rpc) => (rpc.Groups["takes"].Length > 0, rpc.Groups["gives"].Length > 0) switch
    {
        (true, true) => " streams both ways",
        (true, false) => " takes a stream",
        (false, true) => " gives a stream",
        _ => "",
    };

    private static string InOneLine(string comment) => Marks().Replace(comment, " ").Trim();

    [GeneratedRegex(@"(?<comment>(^//.*\n)+)service (?<name>\w+) \{\n(?<rpcs>[\s\S]*?)^\}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Service();

    [GeneratedRegex(@"(?<comment>(^[ ]+//.*\n)+)^[ ]+rpc (?<name>\w+)\((?<takes>stream )?\w+\) returns \((?<gives>stream )?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rpc();

    [GeneratedRegex(@"\s*(^|\n)\s*//[ ]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
