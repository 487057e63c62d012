using System.Reflection;

namespace Regio.StandIns.Tests.Metadata;

/// <summary>
/// What a stand-in offers stands in a file beside it, so that a change of it is a decision and not an accident.
/// With REGIO_WRITE_SIGNATURES=1 in the environment the files are written anew instead of compared.
/// </summary>
public sealed class PublicSignatureTests
{
    private const string WriteVariable = "REGIO_WRITE_SIGNATURES";
    private const string FileName = "PublicSignatures.txt";

    public static TheoryData<string> StandIns() =>
        [.. Repository.StandIns.Where(id => File.Exists(Path.Combine(AppContext.BaseDirectory, $"{id}.dll")))];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_offers_what_its_list_says(string id)
    {
        var file = Path.Combine(Repository.Root, "standins", id, FileName);
        var offered = PublicSignatures.Of(Assembly.Load(id));
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
            File.WriteAllLines(file, offered);

        Assert.True(File.Exists(file), $"{file} is missing.");
        var listed = File.ReadAllLines(file);
        var differences = listed.Except(offered, StringComparer.Ordinal).Select(line => $"- {line}")
            .Concat(offered.Except(listed, StringComparer.Ordinal).Select(line => $"+ {line}")).ToArray();

        Assert.True(
            differences.Length == 0 && listed.SequenceEqual(offered),
            $"{id} offers something else than {FileName} says. If that is meant, run: {WriteVariable}=1 ./regio test StandIns PublicSignatures\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void A_signature_tells_all_that_a_caller_depends_on()
    {
        var lines = PublicSignatures.Of(typeof(Aspire.Hosting.DistributedApplication).Assembly);

        Assert.Contains("enum Aspire.Hosting.ApplicationModel.WaitType", lines);
        Assert.Contains("  WaitUntilStarted = 2", lines);
        Assert.Contains(
            "  static Aspire.Hosting.ApplicationModel.IResourceBuilder<T> WithHttpEndpoint<T>(this Aspire.Hosting.ApplicationModel.IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string name = null, string env = null, bool isProxied = true) where T : Aspire.Hosting.ApplicationModel.IResourceWithEndpoints",
            lines);
        Assert.DoesNotContain(lines, line => line.Contains("Aspire.Hosting.Running", StringComparison.Ordinal));
    }
}
