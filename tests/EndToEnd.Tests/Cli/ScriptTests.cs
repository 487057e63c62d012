namespace Regio.EndToEnd.Tests.Cli;

public sealed class ScriptTests : IDisposable
{
    private readonly Script _script = new();

    [Theory]
    [InlineData("unknown command 'stop'", "stop")]
    [InlineData("up: unknown argument '--now'", "up", "--now")]
    [InlineData("status: unknown argument 'all'", "status", "all")]
    [InlineData("down: unknown argument '--force'", "down", "--force")]
    [InlineData("demo: --out needs a folder", "demo", "--out")]
    [InlineData("token: which role?", "token")]
    [InlineData("bench: unknown argument '--slow'", "bench", "--slow")]
    public async Task Wrong_usage_is_named_and_exits_with_2(string said, params string[] arguments)
    {
        var (exitCode, output, errors) = await _script.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var (exitCode, output, _) = await _script.RunAsync("help");

        Assert.Equal(0, exitCode);
        Assert.All(
            ["up", "status", "down", "test", "demo", "token", "replay", "bench"],
            command => Assert.Contains($"\n  {command} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_of_a_suite_that_does_not_run_is_not_healthy()
    {
        Assert.Equal((1, "Nothing runs. ./regio up starts it.\n", ""), await _script.RunAsync("status"));
        Assert.Equal((1, """{"running":false,"healthy":false,"resources":[]}""" + "\n", ""), await _script.RunAsync("status", "--json"));
    }

    [Fact]
    public async Task Down_without_a_suite_does_nothing_and_succeeds() =>
        Assert.Equal((0, "Nothing runs.\n", ""), await _script.RunAsync("down"));

    [Fact]
    public async Task Servers_that_cannot_be_installed_are_named_and_nothing_is_started()
    {
        var (exitCode, output, errors) = await _script.WithPartsAsync(
            "has_postgres() { false; }; has_rabbitmq() { false; }; can_be_root() { false; }; ensure_servers; echo started");

        Assert.Equal(1, exitCode);
        Assert.Contains("sudo apt-get install rabbitmq-server postgresql", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("Passed Passed NotExecuted", 0, "2 0 1")]
    [InlineData("Passed Failed", 1, "1 1 0")]
    [InlineData("Passed", 1, "1 1 0")]
    [InlineData("", 1, "0 1 0")]
    [InlineData("Passed Timeout Aborted", 1, "1 2 0")]
    public async Task A_test_run_that_ends_badly_is_never_counted_as_passed(string outcomes, int exitCode, string counted)
    {
        var results = string.Concat(outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(outcome => $"""<UnitTestResult testName="a &gt; b" outcome="{outcome}" duration="1"><Output /></UnitTestResult>"""));
        var file = Path.Combine(_script.Root, "result.trx");
        await File.WriteAllTextAsync(file, $"<TestRun>{results}</TestRun>", TestContext.Current.CancellationToken);

        var (_, output, _) = await _script.WithPartsAsync($"count_outcomes {file} {exitCode} /dev/null");

        Assert.Equal(counted + "\n", output);
    }

    [Fact]
    public async Task A_test_run_without_a_result_file_has_failed()
    {
        var (_, output, _) = await _script.WithPartsAsync("count_outcomes /nowhere.trx 0 /dev/null");

        Assert.Equal("0 1 0\n", output);
    }

    [Fact]
    public async Task However_much_went_wrong_the_last_line_counts_it()
    {
        var results = Directory.CreateDirectory(Path.Combine(_script.Root, "results")).FullName;
        await File.WriteAllTextAsync(Path.Combine(results, "Some.Tests.counts"), "10 9000 0\n", TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            Path.Combine(results, "Some.Tests.log"), Enumerable.Range(1, 9000).Select(number => $"  Failed Some.Tests.Test_{number} [1 s]"), TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await _script.WithPartsAsync($"RESULTS='{results}'; sum_up");

        Assert.Equal(1, exitCode);
        Assert.EndsWith("10 passed, 9000 failed, 0 skipped\n", output, StringComparison.Ordinal);
        Assert.Contains("Failed Some.Tests.Test_1 ", output, StringComparison.Ordinal);
    }

    public void Dispose() => _script.Dispose();
}
