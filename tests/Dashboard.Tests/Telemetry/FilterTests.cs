using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Aspire.Dashboard.Telemetry.Traces;
using OpenTelemetry.Proto.Trace.V1;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Telemetry;

public sealed class FilterTests
{
    private readonly Stores _stores = new();

    public FilterTests()
    {
        var failed = Samples.Span(2, 3, 0, "SignContract", 10, 210, tags: [("rpc.service", "ContractService"), ("contract", "C-7")]);
        failed.Status = new Status { Code = Status.Types.StatusCode.Error, Message = "refused" };
        _stores.Take(Samples.Traces("municipalities", Samples.Span(1, 1, 0, "AllocateCost", 0, 20, tags: ("rpc.service", "CostService"))));
        _stores.Take(Samples.Traces("reporting", Samples.Span(1, 2, 1, "consume CostAllocated", 15, 40)));
        _stores.Take(Samples.Traces("procurement", failed));
    }

    [Theory]
    [InlineData("reporting", null, null, null, false, 1)]
    [InlineData("procurement", null, null, null, false, 2)]
    [InlineData(null, "allocatecost", null, null, false, 1)]
    [InlineData(null, "costallocated", null, null, false, 1)]
    [InlineData(null, "00000000000000000000000000000002", null, null, false, 2)]
    [InlineData(null, null, "rpc.service=Contract", null, false, 2)]
    [InlineData(null, null, "contract", null, false, 2)]
    [InlineData(null, null, "=c-7", null, false, 2)]
    [InlineData(null, null, null, 100, false, 2)]
    [InlineData(null, null, null, null, true, 2)]
    public void Each_part_of_a_filter_finds_its_trace(string? sender, string? name, string? tag, int? milliseconds, bool errors, int expected)
    {
        var found = Find(sender, name, tag, milliseconds, errors);

        Assert.Equal([TraceId.Parse(Samples.TraceIdOf(expected))], found);
    }

    [Fact]
    public void One_span_must_have_all_that_is_asked_of_a_span() =>
        Assert.Empty(Find("reporting", "AllocateCost", null, null, errors: false));

    [Fact]
    public void Without_a_filter_the_newest_trace_stands_first() =>
        Assert.Equal([2, 1], Find(null, null, null, null, errors: false).Select(id => (int)id.Low));

    [Fact]
    public void Log_records_are_found_by_level_text_resource_and_trace()
    {
        _stores.Take(Samples.Logs("reporting", Samples.Log("figures read", 9, 1, 2), Samples.Log("slow answer", 13, tags: ("table", "figures"))));
        _stores.Take(Samples.Logs("procurement", Samples.Log("figures missing", 17, 2, 3)));

        Assert.Equal(["figures missing", "slow answer"], Messages(new LogFilter { AtLeast = Severity.Warning }).Order());
        Assert.Equal(3, Messages(new LogFilter { Text = "FIGURES" }).Count);
        Assert.Equal(["figures missing"], Messages(new LogFilter { Sender = "procurement" }));
        Assert.Equal(["figures read"], Messages(new LogFilter { TraceId = TraceId.Parse(Samples.TraceIdOf(1)) }));
    }

    private List<TraceId> Find(string? sender, string? name, string? tag, int? milliseconds, bool errors)
    {
        var (key, value) = TraceFilter.ParseTag(tag);
        var filter = new TraceFilter
        {
            Sender = sender, Name = name, TagKey = key, TagValue = value,
            AtLeast = milliseconds is { } least ? TimeSpan.FromMilliseconds(least) : null,
            OnlyErrors = errors,
        };
        return [.. _stores.Traces.Find(filter, 0, 100).Traces.Select(trace => trace.Id)];
    }

    private List<string> Messages(LogFilter filter) => [.. _stores.Logs.Find(filter, 0, 100).Records.Select(record => record.Message)];
}
