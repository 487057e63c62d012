using System.Text.Json;

namespace Regio.EndToEnd.Tests.Cli;

/// <summary>The demo as a newcomer runs it, twice: nothing of the first run is in the way of the second.</summary>
[Collection(RunningSuite.InTurn)]
public sealed class DemoTests(RunningSuite suite)
{
    [Fact]
    public async Task The_demo_shows_a_refusal_a_signature_a_case_and_its_purchase_and_can_be_run_again()
    {
        (await DemoRun.OnAsync(suite.Root)).Dispose();
        using var told = await DemoRun.OnAsync(suite.Root);

        var steps = told.RootElement.GetProperty("steps").EnumerateArray().ToList();
        Assert.Contains("SCALE_RULE_VIOLATED", Lines(steps, "refused, because of the scale"), StringComparison.Ordinal);
        Assert.Contains("contract ", Lines(steps, "drafted and signed"), StringComparison.Ordinal);
        Assert.Contains("is Decided", Lines(steps, "from registration to decision"), StringComparison.Ordinal);
        Assert.Contains("Granted", Lines(steps, "answer of Procurement"), StringComparison.Ordinal);
        Assert.Contains("decided cases", Lines(steps, "monitor shows the allocation"), StringComparison.Ordinal);
        Assert.All(
            steps.Where(step => !Title(step).StartsWith("The reports", StringComparison.Ordinal) && Title(step) != "The monitor beside it"),
            step => Assert.NotEmpty(step.GetProperty("traceIds").EnumerateArray()));
        Assert.All(told.RootElement.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
    }

    private static string Lines(IEnumerable<JsonElement> steps, string title) => string.Join('\n', steps
        .Single(step => Title(step).Contains(title, StringComparison.Ordinal))
        .GetProperty("lines").EnumerateArray().Select(line => line.GetString()));

    private static string Title(JsonElement step) => step.GetProperty("title").GetString()!;
}
