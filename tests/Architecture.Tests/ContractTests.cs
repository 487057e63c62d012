using System.Text.RegularExpressions;

namespace Regio.Architecture.Tests;

public sealed partial class ContractTests
{
    [Fact]
    public void The_comment_of_every_rpc_begins_with_its_name_and_tells_its_errors()
    {
        var rpcs = Repository.Files("protos", "*.proto")
            .SelectMany(file => Rpc().Matches(File.ReadAllText(file.FullName)))
            .Select(match => (Name: match.Groups["name"].Value, Comment: match.Groups["comment"].Value))
            .ToList();

        Assert.Equal(Services.WithShared.SelectMany(s => s.Rpcs()).Select(rpc => rpc.Name).Order(), rpcs.Select(rpc => rpc.Name).Order());
        Assert.All(rpcs, rpc =>
        {
            Assert.StartsWith($"  // {rpc.Name} ", rpc.Comment, StringComparison.Ordinal);
            Assert.Contains("Errors:", rpc.Comment, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_can_be_called_is_written_down_as_the_contracts_say_it() =>
        Assert.True(
            await Repository.IsTrueAsync("rpcs.md", RpcCatalogue.Render(), TestContext.Current.CancellationToken),
            "docs/rpcs.md told something else than the contracts; it has been written anew: look at the difference and commit it.");

    [Fact]
    public void Every_rpc_has_a_request_and_a_response_of_its_own() =>
        Assert.All(Services.WithShared.SelectMany(s => s.Rpcs()), rpc =>
        {
            Assert.Equal(rpc.Name + "Request", rpc.InputType.Name);
            Assert.Equal(rpc.Name + "Response", rpc.OutputType.Name);
        });

    [Fact]
    public void Contracts_lie_in_the_folder_of_their_package() =>
        Assert.All(Services.WithShared.SelectMany(s => s.Contracts), file =>
            Assert.StartsWith(file.Package.Replace('.', '/') + "/", file.Name, StringComparison.Ordinal));

    [Fact]
    public void The_first_value_of_every_enum_says_nothing() =>
        Assert.All(Services.WithShared.SelectMany(s => s.Contracts).SelectMany(file => file.EnumTypes), type =>
            Assert.EndsWith("_UNSPECIFIED", type.FindValueByNumber(0).Name, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<comment>(^[ ]+//.*\n)+)^[ ]+rpc[ ](?<name>\w+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rpc();
}
